import Vocabulary

/// What reading a shape may cost.
struct ShapeLimits: Sendable {
  var bytes: Int
  var vertices: Int

  static let standard = ShapeLimits(bytes: 8 << 20, vertices: 100_000)
}

/// A shape under construction: readers of any notation hand it vertices, chains and parts in order.
struct ShapeDraft {
  var dimension = PlaceShape.Dimension.area
  var declaredDatum: Datum?
  var isTakenAsArea = false
  private let limits: ShapeLimits
  private var parts: [[[Coordinate]]] = []
  private var part: [[Coordinate]] = []
  private var chain: [Coordinate] = []
  private var count = 0
  /// How many numbers each vertex has; zero before the first.
  private var axes = 0

  init(limits: ShapeLimits) { self.limits = limits }

  var chainLength: Int { chain.count }

  /// Whether the chain under way ends where it began.
  var isChainClosed: Bool { chain.count > 3 && chain.first == chain.last }

  /// Adds a vertex of that many numbers to the chain under way.
  mutating func addVertex(_ first: Double, _ second: Double, axes: Int) throws(ShapeFault) {
    guard count < limits.vertices else {
      throw ShapeFault(
        zh: "顶点超过 \(limits.vertices) 个", en: "there are more than \(limits.vertices) vertices")
    }
    guard (2...4).contains(axes), self.axes == 0 || axes == self.axes else {
      throw ShapeFault(
        zh: "第 \(count + 1) 个顶点的坐标个数不对",
        en: "vertex \(count + 1) has the wrong number of coordinates")
    }
    guard first.isFinite, second.isFinite else {
      throw ShapeFault(
        zh: "第 \(count + 1) 个顶点不是有限的数", en: "vertex \(count + 1) is no finite number")
    }
    self.axes = axes
    count += 1
    chain.append(Coordinate(longitude: first, latitude: second))
  }

  mutating func endChain() {
    part.append(chain)
    chain = []
  }

  mutating func endPart() {
    parts.append(part)
    part = []
  }

  /// The shape, checked and repaired; throws what makes it unusable.
  consuming func shape() throws(ShapeFault) -> PlaceShape {
    guard count > 0 else { throw ShapeFault(zh: "没有顶点", en: "there is no vertex") }
    var remarks: [PlaceShape.Remark] = []
    if try putAxesRight() { remarks.append(.exchangedAxes) }
    if isTakenAsArea { remarks.append(.takenAsArea) }
    let closed = try checkChains()
    if closed > 0 { remarks.append(.closedRings(closed)) }
    if axes > 2 { remarks.append(.heightsIgnored) }
    guard !ShapeIntricacy.isTooGreat(of: parts.joined()) else {
      throw ShapeFault(
        zh: "图形自相交或自重叠过多", en: "the drawing crosses or covers itself too often")
    }
    let drawn = PlaceShape(
      dimension: dimension, parts: parts, otherParts: [], declaredDatum: declaredDatum,
      roundingMetres: roundingMetres(), remarks: remarks)
    return dimension == .area ? try drawn.validated() : drawn
  }

  /// Exchanges the axes if that is what puts every vertex into China; throws if nothing does.
  private mutating func putAxesRight() throws(ShapeFault) -> Bool {
    var straight = 0
    var exchanged = 0
    var isProjected = false
    for place in parts.joined().joined() {
      if LayerCheck.china.contains(place.longitude, place.latitude) { straight += 1 }
      if LayerCheck.china.contains(place.latitude, place.longitude) { exchanged += 1 }
      isProjected = isProjected || abs(place.longitude) > 360 || abs(place.latitude) > 360
    }
    if straight == count { return false }
    if isProjected {
      throw ShapeFault(
        zh: "坐标不是经纬度，像是投影坐标", en: "the coordinates are not degrees but look projected")
    }
    guard exchanged == count else {
      throw ShapeFault(
        zh: "有顶点不在中国范围（东经 73–136°、北纬 3–54°）内",
        en: "a vertex lies outside China (73–136° E, 3–54° N)")
    }
    parts = parts.map { part in
      part.map { chain in
        chain.map { Coordinate(longitude: $0.latitude, latitude: $0.longitude) }
      }
    }
    return true
  }

  /// Closes open rings and returns how many; throws for a chain too short for its dimension.
  private mutating func checkChains() throws(ShapeFault) -> Int {
    var closed = 0
    for part in parts.indices {
      for chain in parts[part].indices {
        guard let first = parts[part][chain].first else {
          throw ShapeFault(zh: "有空的环或线", en: "a ring or line is empty")
        }
        switch dimension {
        case .point: break
        case .line:
          guard parts[part][chain].contains(where: { $0 != first }) else {
            throw ShapeFault(zh: "线的长度为零", en: "a line has no length")
          }
        case .area:
          if parts[part][chain].last != first {
            parts[part][chain].append(first)
            closed += 1
          }
          guard parts[part][chain].count >= 4 else {
            throw ShapeFault(zh: "面的顶点不足三个", en: "a ring has fewer than three corners")
          }
        }
      }
    }
    return closed
  }

  /// The error of the last digit given, by the vertex with the most of them: others may have lost
  /// zeros at their ends.
  private func roundingMetres() -> Double {
    var digits = 0
    for place in parts.joined().joined() where digits < ShapeDraft.enoughDigits {
      digits = max(digits, decimals(of: place.longitude), decimals(of: place.latitude))
    }
    var step = 1.0
    for _ in 0..<digits { step /= 10 }
    return step * ShapeDraft.metresPerDegreeOfRounding
  }

  /// With these a vertex is off by less than a millimetre.
  private static let enoughDigits = 9
  /// The largest error that rounding to one degree makes over China.
  private static let metresPerDegreeOfRounding = 75_300.0

  /// How many decimal places the shortest decimal fraction that means the number has.
  private func decimals(of degrees: Double) -> Int {
    let text = degrees.description.utf8
    guard let point = text.firstIndex(of: UInt8(ascii: ".")) else { return 0 }
    let fraction = text[text.index(after: point)...]
    return fraction.elementsEqual([UInt8(ascii: "0")]) ? 0 : fraction.count
  }
}

extension ShapeFault {
  init(zh: String, en: String) { self.init(reason: Wording(zh: zh, en: en)) }
}
