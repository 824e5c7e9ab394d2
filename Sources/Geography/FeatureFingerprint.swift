/// A feature's shape as a number, the same wherever its rings begin, whichever way they run and in
/// whatever order they come.
///
/// Two features of one fingerprint have the same edges, to the last bit of every coordinate; that
/// chance alone makes two alike is less likely than one in 10^30.
struct FeatureFingerprint: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var edges = 0

  init(_ feature: Feature, of table: PolygonTable) {
    for polygon in feature.polygons {
      for ring in table.rings(ofPolygon: polygon) {
        for vertex in table.vertices(ofRing: ring).dropLast() {
          let (start, end) = (table.coordinate(vertex), table.coordinate(vertex + 1))
          let isForward =
            (start.longitude, start.latitude) <= (end.longitude, end.latitude)
          let (first, second) = isForward ? (start, end) : (end, start)
          var hash: UInt64 = 0
          for value in [first.longitude, first.latitude, second.longitude, second.latitude] {
            hash = FeatureFingerprint.mixed(hash &+ (value + 0).bitPattern)
          }
          // Sums do not depend on the order.
          low &+= hash
          high &+= FeatureFingerprint.mixed(~hash)
          edges += 1
        }
      }
    }
  }

  /// SplitMix64's finishing steps.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
