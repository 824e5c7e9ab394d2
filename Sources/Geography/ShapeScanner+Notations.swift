import Vocabulary

extension ShapeScanner {
  /// Reads well-known text, all that is left.
  mutating func wellKnownText(limits: ShapeLimits) throws(ShapeFault) -> ShapeDraft {
    var draft = ShapeDraft(limits: limits)
    var type = word()
    if type == "SRID" {
      guard take("=") else { throw unexpected() }
      draft.declaredDatum = try datum(ofIdentifier: number())
      guard take(";") else { throw unexpected() }
      type = word()
    }
    let types: [(String, PlaceShape.Dimension, depth: Int)] = [
      ("POINT", .point, 0), ("LINESTRING", .line, 1), ("MULTILINESTRING", .line, 2),
      ("POLYGON", .area, 2), ("MULTIPOLYGON", .area, 3),
    ]
    guard
      let known = types.first(where: {
        type.hasPrefix($0.0) && ["", "Z", "M", "ZM"].contains(type.dropFirst($0.0.count))
      })
    else {
      throw ShapeFault(
        zh: "不支持这种几何，只支持点、线、面", en: "only points, lines and polygons are understood")
    }
    draft.dimension = known.1
    let suffix = word()
    if suffix == "EMPTY" { throw ShapeFault(zh: "几何为空", en: "the geometry is empty") }
    guard ["", "Z", "M", "ZM"].contains(suffix), suffix.isEmpty || type == known.0 else {
      throw unexpected()
    }
    let declared = (suffix + type.dropFirst(known.0.count)).count
    let axes = declared == 0 ? nil : 2 + declared
    try list(depth: known.depth, ofParts: min(known.depth, 2), axes: axes, into: &draft)
    try end()
    return draft
  }

  /// Reads `(…)`: of depth 0 one vertex, of depth 1 vertices, deeper lists of the depth below; those of
  /// depth `parts` are the shape's parts.
  private mutating func list(
    depth: Int, ofParts parts: Int, axes: Int?, into draft: inout ShapeDraft
  ) throws(ShapeFault) {
    guard take("(") else { throw unexpected() }
    repeat {
      if depth > 1 {
        try list(depth: depth - 1, ofParts: parts, axes: axes, into: &draft)
      } else {
        try vertex(axes: axes, into: &draft)
      }
    } while depth > 0 && take(",")
    guard take(")") else { throw unexpected() }
    if depth <= 1 { draft.endChain() }
    if depth == parts { draft.endPart() }
  }

  private mutating func vertex(axes: Int?, into draft: inout ShapeDraft) throws(ShapeFault) {
    let first = try number()
    let second = try number()
    var count = 2
    skipBlanks()
    while let byte = next, byte != UInt8(ascii: ","), byte != UInt8(ascii: ")"), count < 5 {
      guard try number().isFinite else { throw unexpected() }
      count += 1
      skipBlanks()
    }
    try draft.addVertex(first, second, axes: axes == nil || axes == count ? count : 0)
  }

  /// The datum of a spatial reference system by its number, `nil` for 0.
  ///
  /// Throws for any but CGCS2000 and WGS-84 in degrees.
  private func datum(ofIdentifier number: Double) throws(ShapeFault) -> Datum? {
    switch number {
    case 0: return nil
    case 4490, 4480: return .cgcs2000
    case 4326, 4979: return .wgs84
    default:
      throw ShapeFault(
        zh: "SRID 既不是 4490 也不是 4326", en: "the SRID is neither 4490 nor 4326")
    }
  }

  /// Reads a list of vertices, all that is left.
  ///
  /// Numbers of a vertex are divided by commas or else by blanks, vertices by `;`, `|`, ends of lines,
  /// or by the other of the two; a vertex may stand in brackets, and the list in a further pair.
  mutating func vertexList(limits: ShapeLimits) throws(ShapeFault) -> ShapeDraft {
    var draft = ShapeDraft(limits: limits)
    let start = position
    var outer = bracket()
    if bracket() == nil { outer = nil }
    position = outer == nil ? start : start + 1
    while true {
      let vertex = try listedVertex(into: &draft)
      let between = division()
      if let outer, take(outer) {
        try end()
        break
      }
      if next == nil {
        guard outer == nil else { throw unexpected() }
        break
      }
      guard vertex.isBracketed || between != .none && between != vertex.inner else {
        throw unexpected()
      }
    }
    switch draft.chainLength {
    case 1: draft.dimension = .point
    case 2: draft.dimension = .line
    default: draft.isTakenAsArea = !draft.isChainClosed
    }
    draft.endChain()
    draft.endPart()
    return draft
  }

  private mutating func listedVertex(
    into draft: inout ShapeDraft
  ) throws(ShapeFault) -> (isBracketed: Bool, inner: Division) {
    let close = bracket()
    let first = try number()
    let inner = division()
    guard inner == .comma || inner == .blank else { throw unexpected() }
    let second = try number()
    var count = 2
    let end = position
    if division() == inner, isNumberNext {
      guard try number().isFinite else { throw unexpected() }
      count = 3
    } else {
      position = end
    }
    if let close {
      guard take(close) else { throw unexpected() }
    }
    try draft.addVertex(first, second, axes: count)
    return (close != nil, inner)
  }

  /// Reads an opening bracket, and blanks before it; what closes it, `nil` if there is none.
  private mutating func bracket() -> Unicode.Scalar? {
    take("(") ? ")" : take("[") ? "]" : nil
  }
}
