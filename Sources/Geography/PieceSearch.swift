import Vocabulary

/// Cuts a shape into pieces and bounds the signed distance of each.
struct PieceSearch {
  let ground: ShapeGround
  let zone: ZoneIndex
  /// 1 to look for the least signed distance, -1 for the greatest.
  let sign: Double
  /// In metres.
  let uncertainty: Double

  /// Metres beyond which boundaries are not looked for.
  var cap: Double { max(ZoneIndex.capMetres, uncertainty) }

  /// What one distance tells of a piece.
  struct Finding {
    /// At the piece's middle.
    let metres: Double
    /// No place of the piece has less.
    let bound: Double
    /// Whether the middle is a place of the shape.
    let isOnShape: Bool
  }

  /// The signed distance in metres at a place, times the sign; the cap beyond it.
  func metres(at place: Coordinate, _ search: inout ZoneCover.Search) -> Double {
    let finding = zone.finding(at: place, uncertaintyMetres: uncertainty, &search)
    return sign * (finding.signedDistanceMetres ?? (finding.isCovered ? -cap : cap))
  }

  /// The bound of a piece; `nil` if the shape has no place in it.
  func look(at piece: ShapePiece, _ search: inout ZoneCover.Search) -> Finding? {
    let middle = piece.middle
    let reach = piece.box.reachMetres
    let isOnShape: Bool
    switch piece.content {
    case .edges: isOnShape = false
    case .stretch: isOnShape = true
    case .cell:
      isOnShape = ground.covers(middle)
      guard isOnShape || ground.hasChain(within: reach, of: middle) else { return nil }
    }
    let metres = metres(at: middle, &search)
    // The plane at the middle is off by the square of the distance, 1 in 1,000 at 5 km.
    let span = min(abs(metres) + reach, 2 * cap)
    let bound = reach > 0 ? metres - reach - 2e-7 * span * span : metres
    return Finding(metres: metres, bound: bound, isOnShape: isOnShape)
  }

  /// Puts in what the search begins with.
  func begin(_ pieces: inout PieceQueue) {
    for (number, chain) in ground.chains.enumerated() {
      let edges = 0..<max(1, chain.count - 1)
      pieces.insert(
        ShapePiece(
          content: .edges(chain: number, edges), box: box(ofEdges: edges, inChain: number)),
        bound: -.infinity)
    }
    if ground.isArea {
      pieces.insert(ShapePiece(content: .cell, box: ground.extent), bound: -.infinity)
    }
  }

  /// What the piece is made of; nothing if it is too small to be cut.
  func parts(of piece: ShapePiece) -> [ShapePiece] {
    switch piece.content {
    case .edges(let chain, let edges):
      guard edges.count > 1 else {
        let vertices = ground.chains[chain]
        let end = min(edges.upperBound, vertices.count - 1)
        return [stretch(vertices[edges.lowerBound], vertices[end])]
      }
      let middle = edges.lowerBound + edges.count / 2
      return [edges.lowerBound..<middle, middle..<edges.upperBound].map { half in
        ShapePiece(
          content: .edges(chain: chain, half), box: box(ofEdges: half, inChain: chain))
      }
    case .stretch(let start, let end):
      let middle = piece.middle
      return middle == start || middle == end ? [] : [stretch(start, middle), stretch(middle, end)]
    case .cell:
      return halves(of: piece.box).map { ShapePiece(content: .cell, box: $0) }
    }
  }

  private func stretch(_ start: Coordinate, _ end: Coordinate) -> ShapePiece {
    var box = Box.empty
    box.extend(to: start.longitude, start.latitude)
    box.extend(to: end.longitude, end.latitude)
    return ShapePiece(content: .stretch(start, end), box: box)
  }

  private func box(ofEdges edges: Range<Int>, inChain chain: Int) -> Box {
    var box = Box.empty
    let vertices = ground.chains[chain]
    for vertex in edges.lowerBound...min(edges.upperBound, vertices.count - 1) {
      box.extend(to: vertices[vertex].longitude, vertices[vertex].latitude)
    }
    return box
  }

  /// The box cut across its longer side; none if that is too short for numbers.
  private func halves(of box: Box) -> [Box] {
    let scale = Ellipsoid.metresPerDegree(atLatitude: (box.south + box.north) / 2)
    var (first, second) = (box, box)
    if (box.east - box.west) * scale.longitude > (box.north - box.south) * scale.latitude {
      let middle = (box.west + box.east) / 2
      guard middle > box.west, middle < box.east else { return [] }
      first.east = middle
      second.west = middle
    } else {
      let middle = (box.south + box.north) / 2
      guard middle > box.south, middle < box.north else { return [] }
      first.north = middle
      second.south = middle
    }
    return [first, second]
  }
}
