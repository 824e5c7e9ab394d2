/// A packed tree over boxes, for finding those that contain a place, meet a box or lie nearest.
///
/// Eight boxes a block, side by side, so that one instruction works on several; leaves sorted along a
/// Hilbert curve. Boxes are kept in single precision, rounded outwards: one found may miss by a metre,
/// none is missed. Built once in O(n log n); 24 bytes a box. The order in which boxes are found
/// depends on nothing but the boxes and the place.
struct BoxTree: Sendable {
  private typealias Lanes = SIMD8<Float>

  /// Eight boxes; a missing one is inside out and far from everything.
  private struct Block {
    var west = Lanes(repeating: .infinity)
    var south = Lanes(repeating: .infinity)
    var east = Lanes(repeating: -.infinity)
    var north = Lanes(repeating: -.infinity)

    mutating func set(_ slot: Int, to box: Box) {
      west[slot] = Float(box.west).nextDown
      south[slot] = Float(box.south).nextDown
      east[slot] = Float(box.east).nextUp
      north[slot] = Float(box.north).nextUp
    }

    var union: Box {
      Box(
        west: Double(west.min()), south: Double(south.min()), east: Double(east.max()),
        north: Double(north.max()))
    }
  }

  /// What waits on the way down: seven brothers a level, for the ten levels that 2^30 boxes take.
  private typealias Waiting<Element> = InlineArray<72, Element>

  private static let fanOut = 8

  /// Level by level, those over the boxes themselves first, the root last.
  private var blocks: [Block] = []
  /// Each block's first child: a block, or below `leafCount` a place in `order`.
  private var children: [Int32] = []
  /// The boxes' numbers along the curve.
  private var order: [Int32] = []
  /// How many blocks hold the boxes themselves.
  private var leafCount = 0

  /// A tree over `boxes`; those for which `isIncluded` is false are left out.
  init(_ boxes: [Box], where isIncluded: (Int) -> Bool = { _ in true }) {
    var extent = Box.empty
    for number in boxes.indices where isIncluded(number) { extent.formUnion(boxes[number]) }
    order = HilbertCurve(over: extent).order(of: boxes, where: isIncluded).map { Int32($0) }
    guard !order.isEmpty else { return }
    blocks.reserveCapacity(order.count / (BoxTree.fanOut - 1) + 8)
    var level = 0..<0
    for first in stride(from: 0, to: order.count, by: BoxTree.fanOut) {
      var block = Block()
      for slot in 0..<min(BoxTree.fanOut, order.count - first) {
        block.set(slot, to: boxes[Int(order[first + slot])])
      }
      blocks.append(block)
      children.append(Int32(first))
    }
    leafCount = blocks.count
    level = 0..<blocks.count
    while level.count > 1 {
      for first in stride(from: level.lowerBound, to: level.upperBound, by: BoxTree.fanOut) {
        var block = Block()
        for slot in 0..<min(BoxTree.fanOut, level.upperBound - first) {
          block.set(slot, to: blocks[first + slot].union)
        }
        blocks.append(block)
        children.append(Int32(first))
      }
      level = level.upperBound..<blocks.count
    }
  }

  /// Calls `body` with the number of each box that meets `box`, until it returns false.
  @inline(__always)
  func forEach(meeting box: Box, _ body: (Int) -> Bool) {
    let blocks = blocks.span
    let children = children.span
    let order = order.span
    guard !blocks.isEmpty else { return }
    // Rounded outwards, as the tree's own boxes are.
    let west = Float(box.west).nextDown
    let south = Float(box.south).nextDown
    let east = Float(box.east).nextUp
    let north = Float(box.north).nextUp
    var stack = Waiting<Int32>(repeating: 0)
    stack[0] = Int32(blocks.count - 1)
    var height = 1
    while height > 0 {
      height -= 1
      let number = Int(stack[height])
      let block = blocks[number]
      // How far apart they are where they are furthest; lanes of numbers are read faster than a mask.
      let gaps = Reach.greater(
        Reach.greater(block.west - east, west - block.east),
        Reach.greater(block.south - north, south - block.north))
      let first = children[number]
      for slot in 0..<BoxTree.fanOut where gaps[slot] <= 0 {
        if number < leafCount {
          guard body(Int(order[Int(first) + slot])) else { return }
        } else {
          stack[height] = first + Int32(slot)
          height += 1
        }
      }
    }
  }

  /// Calls `visit` with the number of each box nearer than the bound, nearer ones first.
  ///
  /// Distances are squares, of degrees times `scale`. `visit` returns the new bound, which may only
  /// shrink. With boxes that hardly overlap O(log n).
  @inline(__always)
  func search(
    from place: Coordinate, scale: (longitude: Double, latitude: Double), bound start: Double,
    _ visit: (Int, Double) -> Double
  ) {
    let blocks = blocks.span
    let children = children.span
    let order = order.span
    guard !blocks.isEmpty else { return }
    let reach = Reach(place, scale)
    var bound = start
    var limit = Float(bound).nextUp
    var stack = Waiting<Int32>(repeating: 0)
    var distances = Waiting<Float>(repeating: 0)
    stack[0] = Int32(blocks.count - 1)
    var height = 1
    while height > 0 {
      height -= 1
      guard distances[height] < limit else { continue }
      let number = Int(stack[height])
      let block = blocks[number]
      let squares = reach.squares(block.west, block.south, block.east, block.north)
      let first = children[number]
      if number < leafCount {
        // The nearest first, so that it may rule out the others.
        let least = squares.least
        guard least < limit else { continue }
        var nearest = 0
        while squares[nearest] > least { nearest += 1 }
        bound = visit(Int(order[Int(first) + nearest]), bound)
        limit = Float(bound).nextUp
        for slot in 0..<BoxTree.fanOut where squares[slot] < limit && slot != nearest {
          bound = visit(Int(order[Int(first) + slot]), bound)
          limit = Float(bound).nextUp
        }
        continue
      }
      // Insertion keeps the nearest child on top of the stack.
      let bottom = height
      for child in 0..<BoxTree.fanOut {
        let distance = squares[child]
        guard distance < limit else { continue }
        var slot = height
        while slot > bottom, distances[slot - 1] < distance {
          distances[slot] = distances[slot - 1]
          stack[slot] = stack[slot - 1]
          slot -= 1
        }
        distances[slot] = distance
        stack[slot] = first + Int32(child)
        height += 1
      }
    }
  }

  /// A place in single precision, widened to what it may have been before.
  private struct Reach {
    private let west: Float
    private let east: Float
    private let south: Float
    private let north: Float
    private let longitude: Float
    private let latitude: Float

    @inline(__always)
    init(_ place: Coordinate, _ scale: (longitude: Double, latitude: Double)) {
      west = Float(place.longitude).nextDown
      east = Float(place.longitude).nextUp
      south = Float(place.latitude).nextDown
      north = Float(place.latitude).nextUp
      // A millionth less, for the rounding of products and sums.
      longitude = Float(scale.longitude * 0.999999)
      latitude = Float(scale.latitude * 0.999999)
    }

    /// At most the squares of the distances to eight boxes, 0 inside, infinite for missing ones.
    @inline(__always)
    func squares(_ west: Lanes, _ south: Lanes, _ east: Lanes, _ north: Lanes) -> Lanes {
      let x = Reach.gap(west - self.east, self.west - east) * longitude
      let y = Reach.gap(south - self.north, self.south - north) * latitude
      return x * x + y * y
    }

    @inline(__always)
    private static func gap(_ before: Lanes, _ after: Lanes) -> Lanes {
      greater(greater(before, after), Lanes(repeating: 0))
    }

    @inline(__always)
    static func greater(_ one: Lanes, _ other: Lanes) -> Lanes {
      one.replacing(with: other, where: other .> one)
    }
  }
}
