import CGEOS

extension LayerCheck {
  /// The version of the GEOS library in use.
  package static var engineVersion: String {
    unsafe GEOSversion().map { unsafe String(cString: $0) } ?? ""
  }
}
