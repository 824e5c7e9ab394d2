import CGEOS
import Vocabulary

/// Geometries gathered to be united.
@safe final class GEOSPieces {
  /// A geometry that many may hold.
  private final class Piece {
    let shape: GEOSShape
    init(_ shape: consuming GEOSShape) { self.shape = shape }
  }

  private let context: GEOSContext
  private var pieces: [Piece] = []

  init(in context: GEOSContext) { self.context = context }

  /// Adds the geometry, if there is anything of it.
  func append(_ shape: consuming GEOSShape) {
    if !shape.isEmpty { pieces.append(Piece(shape)) }
  }

  /// The union of all pieces; `nil` if the library fails.
  func union() -> GEOSShape? { union(of: pieces) }

  /// The measure of the union of all pieces; `nil` if the library fails.
  ///
  /// Only pieces that meet are united, which takes ten times as long as telling whether they do.
  func measureOfUnion(_ dimension: PlaceShape.Dimension) -> Double? {
    var sum = 0.0
    for group in groups() {
      if group.count == 1, let piece = group.first {
        sum += piece.shape.measure(of: dimension)
      } else if let union = union(of: group) {
        sum += union.measure(of: dimension)
      } else {
        return nil
      }
    }
    return sum
  }

  /// The pieces in groups of which none meets another's, in the order of their first pieces.
  private func groups() -> [[Piece]] {
    let boxes = pieces.map { $0.shape.box }
    let tree = BoxTree(boxes)
    // Each piece points to an earlier one of its group, the first to itself.
    var firsts = Array(pieces.indices)
    func first(of piece: Int) -> Int {
      var piece = piece
      while firsts[piece] != piece { piece = firsts[piece] }
      return piece
    }
    func join(_ left: Int, _ right: Int) {
      let (left, right) = (first(of: left), first(of: right))
      firsts[max(left, right)] = min(left, right)
    }
    for piece in pieces.indices {
      var neighbours: [Int] = []
      tree.forEach(meeting: boxes[piece]) {
        if $0 > piece { neighbours.append($0) }
        return true
      }
      guard !neighbours.isEmpty, let prepared = GEOSPrepared(pieces[piece].shape) else {
        // What cannot be told apart is united.
        for other in neighbours { join(piece, other) }
        continue
      }
      for other in neighbours.sorted() where first(of: piece) != first(of: other) {
        if !prepared.isDisjoint(from: pieces[other].shape) { join(piece, other) }
      }
    }
    var groups: [Int: [Piece]] = [:]
    for piece in pieces.indices { groups[first(of: piece), default: []].append(pieces[piece]) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private func union(of pieces: [Piece]) -> GEOSShape? {
    var copies: [OpaquePointer?] = unsafe []
    for piece in pieces {
      guard let copy = unsafe GEOSGeom_clone_r(context.handle, piece.shape.geometry) else {
        unsafe GEOSShape.destroy(copies, in: context)
        return nil
      }
      unsafe copies.append(copy)
    }
    // The collection owns the copies, also where it could not be made.
    let collection = unsafe copies.withUnsafeMutableBufferPointer {
      unsafe GEOSGeom_createCollection_r(
        context.handle, Int32(GEOS_GEOMETRYCOLLECTION.rawValue), $0.baseAddress, UInt32($0.count))
    }
    guard let collection = unsafe collection else { return nil }
    defer { unsafe GEOSGeom_destroy_r(context.handle, collection) }
    guard let union = unsafe GEOSUnaryUnion_r(context.handle, collection) else { return nil }
    return unsafe GEOSShape(union, in: context)
  }
}
