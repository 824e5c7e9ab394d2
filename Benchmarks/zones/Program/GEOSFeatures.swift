import CGEOS
import Geography
import Vocabulary

/// The features of a layer as the GEOS library has them, each prepared by itself, with a tree of their
/// boxes: the usual way of asking which of many polygons covers a place and how far their boundaries are.
///
/// Borders between features are not told from the zone's end, and nothing farther than
/// `reachMetres` is found; only what it costs is of interest.
@safe final class GEOSFeatures {
  static let reachMetres = 200.0

  private let handle: GEOSContextHandle_t
  private let tree: OpaquePointer
  private var zones: [GEOSZone.Prepared] = []
  private var boundaries: [GEOSZone.Prepared] = []
  /// The features that a query found.
  private var found: [Int] = []

  /// `nil` if the library fails.
  init?(_ layer: Layer) {
    guard let handle = unsafe GEOS_init_r(), let tree = unsafe GEOSSTRtree_create_r(handle, 10)
    else { return nil }
    unsafe self.handle = handle
    unsafe self.tree = tree
    for feature in layer.features {
      guard let drawn = unsafe GEOSZone.drawn(feature.polygons, of: layer.polygons, handle),
        let zone = unsafe GEOSZone.Prepared(GEOSZone.projected(drawn, false, handle), handle),
        let boundary = unsafe GEOSZone.Prepared(GEOSBoundary_r(handle, zone.geometry), handle)
      else { return nil }
      // Numbers from 1, for a null pointer is no item.
      unsafe GEOSSTRtree_insert_r(
        handle, tree, zone.geometry, UnsafeMutableRawPointer(bitPattern: zones.count + 1))
      zones.append(zone)
      boundaries.append(boundary)
    }
  }

  /// Metres from a place to the nearest boundary that was found, negative where a feature covers it.
  func signedDistance(from point: Point) -> Double {
    let metresPerDegree = Ellipsoid.metresPerDegree(atLatitude: point.latitude).longitude
    let (x, y) = (point.longitude, Mercator.north(point.latitude))
    let reach = GEOSFeatures.reachMetres / metresPerDegree
    let place = unsafe GEOSGeom_createPointFromXY_r(handle, x, y)
    let corners = unsafe GEOSCoordSeq_copyFromArrays_r(
      handle, [x - reach, x + reach], [y - reach, y + reach], nil, nil, 2)
    let box = unsafe GEOSGeom_createLineString_r(handle, corners)
    defer {
      unsafe GEOSGeom_destroy_r(handle, place)
      unsafe GEOSGeom_destroy_r(handle, box)
    }
    found.removeAll(keepingCapacity: true)
    unsafe GEOSSTRtree_query_r(
      handle, tree, box,
      { item, features in
        guard let features = unsafe features else { return }
        unsafe Unmanaged<GEOSFeatures>.fromOpaque(features).takeUnretainedValue().found.append(
          Int(bitPattern: item) - 1)
      }, Unmanaged.passUnretained(self).toOpaque())
    var least = Double.infinity
    var isCovered = false
    for feature in found {
      isCovered =
        unsafe isCovered
        || GEOSPreparedIntersects_r(handle, zones[feature].prepared, place) == 1
      var distance = Double.infinity
      _ = unsafe GEOSPreparedDistance_r(handle, boundaries[feature].prepared, place, &distance)
      least = min(least, distance)
    }
    return (isCovered ? -least : least) * metresPerDegree
  }
}
