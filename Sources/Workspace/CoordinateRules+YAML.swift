internal import StrictYAML
internal import Vocabulary

extension CoordinateRules {
  /// Reads the mapping `coordinates` of leadscreen.yaml; what it does not say is the default.
  ///
  /// Radii are metres from 0 to 10,000.
  init(_ node: YAMLNode, _ problems: inout YAMLProblems) {
    let fields = YAMLFields(
      node,
      allowed: [
        "convert_gcj02", "device_metres", "gcj02_metres", "bd09_metres", "epoch_metres",
      ], &problems)
    let usual = CoordinateRules()
    func metres(_ key: String, _ usual: Double, _ problems: inout YAMLProblems) -> Double {
      fields.decimal(key, in: 0...10_000, &problems) ?? usual
    }
    self.init(
      convertsWebMaps: fields.truth("convert_gcj02", &problems) ?? usual.convertsWebMaps,
      deviceMetres: metres("device_metres", usual.deviceMetres, &problems),
      gcj02Metres: metres("gcj02_metres", usual.gcj02Metres, &problems),
      bd09Metres: metres("bd09_metres", usual.bd09Metres, &problems),
      epochMetres: metres("epoch_metres", usual.epochMetres, &problems))
  }
}
