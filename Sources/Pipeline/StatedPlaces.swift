internal import Geography
internal import Leads
internal import Vocabulary

/// The places of one kind that the records of a lead state, in row order.
struct StatedPlaces {
  /// A point with the row that states it.
  struct StatedPoint {
    let row: Int
    let point: Point
  }

  /// Areas and lines.
  let shapes: [StatedShape]
  /// Points, also those of rows whose area takes their place.
  let points: [StatedPoint]
  /// Rows whose coordinates cannot be used.
  let unusableRows: [Int]

  /// The points to be judged: an area that can be read says more than the point beside it.
  var judgedPoints: [StatedPoint] {
    let drawn = Set(shapes.filter { $0.shape != nil }.map(\.row))
    return points.filter { !drawn.contains($0.row) }
  }

  /// Every row that states a place, in order.
  var rows: [Int] { Set(shapes.map(\.row) + points.map(\.row) + unusableRows).sorted() }

  /// Whether no record states any place of the kind.
  var isEmpty: Bool { shapes.isEmpty && points.isEmpty && unusableRows.isEmpty }
}

/// An area or a line as a record states it; without a shape where it cannot be read.
struct StatedShape {
  let row: Int
  let shape: PlaceShape?
  /// Why it cannot be read.
  let fault: Wording?
}

extension Lead {
  /// The places that records state, by the raw value of their role.
  ///
  /// Each text of an area is read once, in O(n log n) for its vertices.
  func statedPlaces(_ table: RecordTable) -> [StatedPlaces] {
    let drawn = speaking { !table.text(.placeShape, $0).isMissing }
    // A newer version of a record that states a usable place takes the doubt away again.
    let unusable = speaking { table.point($0) != nil || table.hasUnusablePlace($0) }
      .filter { table.hasUnusablePlace($0) }
    return PlaceRole.allCases.map { role in
      let shapes = drawn.filter { table.placeRole($0) == role }.map { row in
        do throws(ShapeFault) {
          let text = Array(table.string(.placeShape, row).utf8)
          return StatedShape(row: row, shape: try PlaceShape.read(text), fault: nil)
        } catch {
          return StatedShape(row: row, shape: nil, fault: error.reason)
        }
      }
      let readable = Set(shapes.filter { $0.shape != nil }.map(\.row))
      return StatedPlaces(
        shapes: shapes,
        points: zip(pointRows(of: role), points(of: role)).map {
          StatedPlaces.StatedPoint(row: $0, point: $1)
        },
        unusableRows: unusable.filter {
          table.placeRole($0) == role && !readable.contains($0)
        })
    }
  }
}
