/// A packed tree over boxes, for finding those that contain a place, meet a box or lie nearest.
///
/// Eight boxes a block, side by side, so that one instruction works on several; leaves sorted along a
/// Hilbert curve. Boxes are kept in single precision, rounded outwards: one found may miss by a metre,
/// none is missed. Built once in O(n log n); 24 bytes a box. The order in which boxes are found
/// depends on nothing but the boxes and the place.
struct BoxTree: Sendable {
  fileprivate typealias Lanes = SIMD8<Float>

  /// Eight boxes; a missing one is inside out and far from everything.
  fileprivate struct Block {
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

    mutating func copy(_ other: Int, of block: Block, to slot: Int) {
      west[slot] = block.west[other]
      south[slot] = block.south[other]
      east[slot] = block.east[other]
      north[slot] = block.north[other]
    }

    var union: Box {
      Box(
        west: Double(west.least), south: Double(south.least), east: Double(east.greatest),
        north: Double(north.greatest))
    }
  }

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
    let around = Rounded(box)
    var stack = InlineArray<72, Int32>(repeating: 0)
    stack[0] = Int32(blocks.count - 1)
    var height = 1
    while height > 0 {
      height -= 1
      let number = Int(stack[height])
      let gaps = around.gaps(to: blocks[number])
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

  /// Blocks of one level, side by side, below which everything of interest lies.
  ///
  /// A search for many places near one another begins there, not at the root. Never copied, for it is
  /// larger than what is looked at in it.
  struct Part: ~Copyable {
    fileprivate static let most = 24

    fileprivate var boxes = InlineArray<3, Block>(repeating: Block())
    fileprivate var numbers = InlineArray<24, Int32>(repeating: 0)
    /// 0 stands for the whole tree.
    fileprivate var count = 0

    fileprivate mutating func append(_ slot: Int, of block: Block, number: Int32) {
      boxes[count / BoxTree.fanOut].copy(slot, of: block, to: count % BoxTree.fanOut)
      numbers[count] = number
      count += 1
    }
  }

  /// The deepest level of which so few blocks meet `box` that a part can name them.
  func part(meeting box: Box) -> Part {
    guard leafCount > 1 else { return Part() }
    let around = Rounded(box)
    var part = Part()
    var parents = InlineArray<24, Int32>(repeating: Int32(blocks.count - 1))
    var count = 1
    while count > 0, Int(parents[0]) >= leafCount {
      var next = Part()
      for parent in 0..<count {
        let number = Int(parents[parent])
        let gaps = around.gaps(to: blocks[number]).array
        for slot in 0..<BoxTree.fanOut where gaps[slot] <= 0 {
          guard next.count < Part.most else { return part }
          next.append(slot, of: blocks[number], number: children[number] + Int32(slot))
        }
      }
      parents = next.numbers
      count = next.count
      part = next
    }
    return part
  }

  /// A box rounded outwards, as the tree's own boxes are.
  private struct Rounded {
    let west: Float
    let south: Float
    let east: Float
    let north: Float

    init(_ box: Box) {
      west = Float(box.west).nextDown
      south = Float(box.south).nextDown
      east = Float(box.east).nextUp
      north = Float(box.north).nextUp
    }

    /// How far apart they are where they are furthest; lanes of numbers are read faster than a mask.
    @inline(__always)
    func gaps(to block: Block) -> Lanes {
      (block.west - east).raised(to: west - block.east)
        .raised(to: (block.south - north).raised(to: south - block.north))
    }
  }

  /// Calls `visit` with the number of each box nearer than the bound, nearer ones first.
  ///
  /// Distances are squares, of degrees times `scale`. `visit` returns the new bound, which may only
  /// shrink. With boxes that hardly overlap O(log n).
  @inline(__always)
  func search(
    _ part: borrowing Part, from place: Coordinate, scale: (longitude: Double, latitude: Double),
    bound start: Double, _ visit: (Int, Double) -> Double
  ) {
    let blocks = blocks.span
    let children = children.span
    let order = order.span
    guard !blocks.isEmpty else { return }
    let reach = Reach(place, scale)
    var bound = start
    var limit = Float(bound).nextUp
    // What waits, the nearest of each level's blocks on top: seven brothers a level, for the ten levels
    // that 2^30 boxes take, or one level's fewer below a part.
    var numbers = InlineArray<88, Int32>(repeating: 0)
    var distances = InlineArray<88, Float>(repeating: 0)
    var count = 0
    func wait(_ number: Int32, _ distance: Float, above bottom: Int) {
      var slot = count
      while slot > bottom, distances[slot - 1] < distance {
        distances[slot] = distances[slot - 1]
        numbers[slot] = numbers[slot - 1]
        slot -= 1
      }
      distances[slot] = distance
      numbers[slot] = number
      count += 1
    }
    if part.count == 0 { wait(Int32(blocks.count - 1), 0, above: 0) }
    let boxes = part.boxes.span
    for first in stride(from: 0, to: part.count, by: BoxTree.fanOut) {
      let squares = reach.squares(boxes[first / BoxTree.fanOut]).array
      for slot in 0..<BoxTree.fanOut where squares[slot] < limit {
        wait(part.numbers[first + slot], squares[slot], above: 0)
      }
    }
    while count > 0 {
      count -= 1
      guard distances[count] < limit else { continue }
      let number = Int(numbers[count])
      let lanes = reach.squares(blocks[number])
      let squares = lanes.array
      let first = children[number]
      if number < leafCount {
        // The nearest first, so that it may rule out the others.
        let least = lanes.least
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
      let bottom = count
      for slot in 0..<BoxTree.fanOut where squares[slot] < limit {
        wait(first + Int32(slot), squares[slot], above: bottom)
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
    func squares(_ block: Block) -> Lanes {
      let zero = Lanes(repeating: 0)
      let x = (block.west - east).raised(to: west - block.east).raised(to: zero) * longitude
      let y = (block.south - north).raised(to: south - block.north).raised(to: zero) * latitude
      return x * x + y * y
    }
  }
}
