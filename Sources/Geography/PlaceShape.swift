import Vocabulary

/// Where a lead lies as its record draws it: an area, lines, or one place.
///
/// Degrees, longitude first, in the datum of the record; `stated(in:by:)` brings them to CGCS2000.
/// Every vertex is finite and lies in China (73–136° E, 3–54° N). An area is valid by the rules for
/// polygons (OGC simple features).
package struct PlaceShape: Sendable, Hashable {
  /// How many dimensions a shape extends in.
  package enum Dimension: Int, Sendable, Hashable {
    case point = 0
    case line, area
  }

  package let dimension: Dimension
  /// Chains of vertices in parts, nothing empty.
  ///
  /// Of an area a part is a polygon of closed rings, its shell first; of lines there is one part with
  /// every line; of a point one part with one line of one vertex.
  let parts: [[[Coordinate]]]
  /// The parts of an area that crosses itself as an odd number of its rings surround them, where that
  /// is not what `parts` has; empty for a drawing that can be read in one way.
  let otherParts: [[[Coordinate]]]
  /// The datum the text itself declares by its `SRID`; `nil` if it declares none.
  package let declaredDatum: Datum?
  /// How far off a vertex may be for the digits it is given with, in metres.
  package let roundingMetres: Double
  /// What was put right or taken for granted while it was read, in a fixed order.
  package let remarks: [Remark]

  /// How many vertices it has, those that close a ring included.
  package var vertexCount: Int { parts.joined().reduce(0) { $0 + $1.count } }

  /// The box around its vertices.
  package var extent: Box {
    var box = Box.empty
    for place in parts.joined().joined() { box.extend(to: place.longitude, place.latitude) }
    return box
  }

  /// Every way in which the drawing can be read: itself, and with its other parts.
  var drawings: [PlaceShape] {
    guard !otherParts.isEmpty else { return [self] }
    return [self, replacing(parts: otherParts, otherParts: [])]
  }

  private func replacing(
    parts: [[[Coordinate]]], otherParts: [[[Coordinate]]]
  ) -> PlaceShape {
    PlaceShape(
      dimension: dimension, parts: parts, otherParts: otherParts, declaredDatum: declaredDatum,
      roundingMetres: roundingMetres, remarks: remarks)
  }

  /// The shape taken to be in `datum`, as it is judged under `rules`, and the metres of uncertainty this
  /// adds.
  ///
  /// Each vertex as a place is: converted to CGCS2000, or left where the rules do not convert, with the
  /// whole displacement as its uncertainty.
  package func stated(
    in datum: Datum, by rules: CoordinateRules
  ) -> (shape: PlaceShape, addedUncertaintyMetres: Double) {
    let isConverted = rules.convertsWebMaps
    func stated(_ parts: [[[Coordinate]]]) -> [[[Coordinate]]] {
      isConverted ? parts.map { $0.map { $0.map { $0.converted(from: datum) } } } : parts
    }
    return (
      replacing(parts: stated(parts), otherParts: stated(otherParts)),
      rules.conversionMetres(of: datum, isConverted: isConverted)
    )
  }

  /// An area's polygons as a table; without polygons for other shapes.
  var table: PolygonTable {
    var table = PolygonTable()
    guard dimension == .area else { return table }
    for polygon in parts {
      for ring in polygon {
        for place in ring {
          table.appendVertex(longitude: place.longitude, latitude: place.latitude)
        }
        _ = table.endRing()
      }
      table.endPolygon()
    }
    return table
  }
}

/// Why a text gives no shape.
package struct ShapeFault: Error, Sendable, Hashable {
  package let reason: Wording
}

extension PlaceShape {
  /// What was put right or taken for granted while a shape was read.
  package enum Remark: Sendable, Hashable {
    /// Latitude came first.
    case exchangedAxes
    /// A list of vertices does not say whether it is a line or an area's corners.
    case takenAsArea
    /// So many rings did not end where they began.
    case closedRings(Int)
    /// A third or fourth number of the vertices was left out.
    case heightsIgnored
    /// The area broke the rules for polygons; square metres as drawn, shells less holes, and after.
    case repaired(drawnSquareMetres: Double, squareMetres: Double)

    /// What a person should know of it.
    package var wording: Wording {
      switch self {
      case .exchangedAxes:
        Wording(zh: "经度和纬度颠倒，已对调", en: "longitude and latitude were exchanged, put right")
      case .takenAsArea:
        Wording(zh: "顶点列表按面处理", en: "the list of vertices is taken as the corners of an area")
      case .closedRings(let count):
        Wording(zh: "\(count) 个环未闭合，已自动闭合", en: "\(count) unclosed rings, closed")
      case .heightsIgnored:
        Wording(zh: "高程等第三个数未使用", en: "heights and other third numbers are not used")
      case .repaired(let drawn, let area):
        Wording(
          zh: "面不合规（自相交等），已修复：\(grouped(drawn)) 平方米变为 \(grouped(area)) 平方米",
          en: "the area was invalid (such as crossing itself) and was repaired: "
            + "\(grouped(drawn)) m² became \(grouped(area)) m²")
      }
    }
  }
}
