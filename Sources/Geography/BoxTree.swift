/// A packed tree over boxes, for finding those that contain a place, meet a box or lie nearest.
///
/// Eight children a node, leaves sorted along a Hilbert curve. Boxes are kept in single precision,
/// rounded outwards: one found may miss by a metre, none is missed. Built once in O(n log n); 28 bytes
/// a box. The order in which boxes are found depends on nothing but the boxes.
struct BoxTree: Sendable {
  private struct Node {
    let west: Float
    let south: Float
    let east: Float
    let north: Float
    /// The first child's index, or the number of the leaf's box.
    let first: Int32
    /// How many children there are; none for a leaf.
    let count: Int32

    init(_ box: Box, first: Int, count: Int) {
      west = Float(box.west).nextDown
      south = Float(box.south).nextDown
      east = Float(box.east).nextUp
      north = Float(box.north).nextUp
      self.first = Int32(first)
      self.count = Int32(count)
    }

    var box: Box {
      Box(west: Double(west), south: Double(south), east: Double(east), north: Double(north))
    }
  }

  /// What waits on the way down: seven brothers a level, for the ten levels that 2^30 boxes take.
  private typealias Waiting<Element> = InlineArray<72, Element>

  private static let fanOut = 8

  /// Level by level, leaves first, the root last.
  private var nodes: [Node] = []

  /// A tree over `boxes`; those for which `isIncluded` is false are left out.
  init(_ boxes: [Box], where isIncluded: (Int) -> Bool = { _ in true }) {
    var extent = Box.empty
    for number in boxes.indices where isIncluded(number) { extent.formUnion(boxes[number]) }
    let order = HilbertCurve(over: extent).order(of: boxes, where: isIncluded)
    nodes.reserveCapacity(order.count + order.count / (BoxTree.fanOut - 1) + 8)
    for number in order { nodes.append(Node(boxes[number], first: number, count: 0)) }
    var level = 0..<nodes.count
    while level.count > 1 {
      for first in stride(from: level.lowerBound, to: level.upperBound, by: BoxTree.fanOut) {
        let count = min(BoxTree.fanOut, level.upperBound - first)
        var box = Box.empty
        for child in first..<(first + count) { box.formUnion(nodes[child].box) }
        nodes.append(Node(box, first: first, count: count))
      }
      level = level.upperBound..<nodes.count
    }
  }

  /// Calls `body` with the number of each box that meets `box`, until it returns false.
  @inline(__always)
  func forEach(meeting box: Box, _ body: (Int) -> Bool) {
    let nodes = nodes.span
    guard !nodes.isEmpty else { return }
    var stack = Waiting<Int32>(repeating: 0)
    stack[0] = Int32(nodes.count - 1)
    var height = 1
    while height > 0 {
      height -= 1
      let node = nodes[Int(stack[height])]
      guard node.box.meets(box) else { continue }
      if node.count == 0 {
        guard body(Int(node.first)) else { return }
        continue
      }
      for child in node.first..<(node.first + node.count) {
        stack[height] = child
        height += 1
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
    let nodes = nodes.span
    guard !nodes.isEmpty else { return }
    var bound = start
    var stack = Waiting<Int32>(repeating: 0)
    var distances = Waiting<Double>(repeating: 0)
    stack[0] = Int32(nodes.count - 1)
    var height = 1
    while height > 0 {
      height -= 1
      guard distances[height] < bound else { continue }
      let node = nodes[Int(stack[height])]
      if node.count == 0 {
        bound = visit(Int(node.first), bound)
        continue
      }
      // Insertion keeps the nearest child on top of the stack.
      let bottom = height
      for child in node.first..<(node.first + node.count) {
        let distance = nodes[Int(child)].box.squaredDistance(to: place, scale: scale)
        guard distance < bound else { continue }
        var slot = height
        while slot > bottom, distances[slot - 1] < distance {
          distances[slot] = distances[slot - 1]
          stack[slot] = stack[slot - 1]
          slot -= 1
        }
        distances[slot] = distance
        stack[slot] = child
        height += 1
      }
    }
  }
}

extension Box {
  /// The square of the distance, in degrees times `scale`; zero inside.
  @inline(__always)
  fileprivate func squaredDistance(
    to place: Coordinate, scale: (longitude: Double, latitude: Double)
  ) -> Double {
    let x =
      max(0, max(west - place.longitude, place.longitude - east)) * scale.longitude
    let y =
      max(0, max(south - place.latitude, place.latitude - north)) * scale.latitude
    return x * x + y * y
  }
}
