import Vocabulary

/// How deep a shape reaches into a zone, or how near the whole of it keeps to one.
///
/// The signed distance of a shape is the least of its places', negative inside; that of its shallowest
/// place is the greatest. Both are found by branch and bound: the shape is cut into stretches of its
/// chains and cells of its interior, and since the signed distance changes by no more than one goes,
/// the distance at the middle of a piece bounds that of all its places. So what is found is true of a
/// place of the shape, and what is bounded of all of them, whatever the shape.
struct ShapeDistance: Sendable {
  /// Which of the shape's places is looked for.
  enum Side: Sendable {
    /// The one deepest inside, or nearest.
    case deepest
    /// The one that is least deep inside, or farthest out.
    case shallowest
  }

  /// Metres from the place found to the zone's boundary, negative inside; at most the cap.
  let metres: Double
  /// No place of the shape has less (deepest) or more (shallowest).
  let boundMetres: Double
  /// The place found.
  let place: Coordinate
  /// Whether the place found is farther from the boundary than was looked.
  let isBeyondCap: Bool

  /// After so many distances what was found and bounded so far is the answer; a tenth of a second.
  private static let mostDistances = 50_000
  /// Nothing needs to be known more closely than this, in metres.
  private static let finest = 0.01

  /// Searches until the answer is told apart from ± `uncertaintyMetres`, and to 2 % or 0.05 m.
  ///
  /// With `isDecisionEnough` only as long as every place may be certainly outside (deepest) or inside
  /// (shallowest). At most 50,000 distances of O(log n) each, most often some hundred.
  init(
    _ side: Side, of ground: ShapeGround, from zone: ZoneIndex, uncertaintyMetres: Double,
    isDecisionEnough: Bool = false
  ) {
    let search = PieceSearch(
      ground: ground, zone: zone, sign: side == .deepest ? 1 : -1, uncertainty: uncertaintyMetres)
    var room = ZoneCover.Search()
    var pieces = PieceQueue()
    search.begin(&pieces)
    var nearest = ground.start
    var best = search.metres(at: nearest, &room)
    // Of pieces too small to be cut further.
    var least = Double.infinity
    var bound = best
    var count = 1
    while let entry = pieces.popFirst() {
      bound = min(entry.bound, least, best)
      guard count < ShapeDistance.mostDistances,
        !ShapeDistance.isSettled(
          best, bound: bound, uncertainty: uncertaintyMetres, cap: search.cap,
          isDecisionEnough: isDecisionEnough)
      else { break }
      let parts = search.parts(of: entry.piece)
      if parts.isEmpty { least = min(least, entry.bound) }
      for part in parts {
        guard let found = search.look(at: part, &room) else { continue }
        count += 1
        if found.isOnShape, found.metres < best {
          best = found.metres
          nearest = part.middle
        }
        let partBound = max(found.bound, entry.bound)
        if partBound < best { pieces.insert(part, bound: partBound) }
      }
      bound = min(least, best)
    }
    metres = search.sign * best
    boundMetres = search.sign * bound
    place = nearest
    isBeyondCap = abs(best) >= search.cap
  }

  private static func isSettled(
    _ best: Double, bound: Double, uncertainty: Double, cap: Double, isDecisionEnough: Bool
  ) -> Bool {
    let gap = best - bound
    if gap <= finest || best <= -cap { return true }
    if isDecisionEnough, best < uncertainty { return true }
    if best <= -uncertainty { return gap <= max(0.05, -0.02 * best) }
    if best < uncertainty { return bound > -uncertainty && gap <= max(0.05, uncertainty / 10) }
    return bound >= uncertainty && (best >= cap || gap <= max(0.05, 0.02 * best))
  }
}

/// Part of a shape, around its middle.
struct ShapePiece {
  enum Content {
    /// Edges of a chain that follow one another, from these vertices to the next.
    case edges(chain: Int, Range<Int>)
    /// One edge or part of it.
    case stretch(Coordinate, Coordinate)
    /// What of the area lies in the box.
    case cell
  }

  let content: Content
  let box: Box

  var middle: Coordinate {
    Coordinate(longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2)
  }

}

/// Pieces in the order of their bounds, of equal ones the earlier first: a binary heap.
struct PieceQueue {
  struct Entry {
    let piece: ShapePiece
    let bound: Double
    fileprivate let number: Int

    fileprivate func precedes(_ other: Entry) -> Bool {
      bound != other.bound ? bound < other.bound : number < other.number
    }
  }

  private var entries: [Entry] = []
  private var count = 0

  mutating func insert(_ piece: ShapePiece, bound: Double) {
    entries.append(Entry(piece: piece, bound: bound, number: count))
    count += 1
    var place = entries.count - 1
    while place > 0, entries[place].precedes(entries[(place - 1) / 2]) {
      entries.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func popFirst() -> Entry? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return first }
    entries[0] = last
    var place = 0
    while 2 * place + 1 < entries.count {
      var child = 2 * place + 1
      if child + 1 < entries.count, entries[child + 1].precedes(entries[child]) { child += 1 }
      guard entries[child].precedes(entries[place]) else { break }
      entries.swapAt(child, place)
      place = child
    }
    return first
  }
}
