/// How coordinates of records are taken: the key `coordinates` of leadscreen.yaml.
package struct CoordinateRules: Sendable, Hashable {
  /// Whether places declared in GCJ-02 or BD-09 are converted (近似换算); otherwise they stay as
  /// stated and their radius covers the whole displacement.
  package let convertsWebMaps: Bool
  /// What a phone or a hand-held receiver is off by.
  package let deviceMetres: Double
  /// What the published formula of GCJ-02 may differ from the official one by.
  package let gcj02Metres: Double
  /// The same for BD-09, whose own step comes on top.
  package let bd09Metres: Double
  /// What plates have moved by since 2000.0, the epoch of CGCS2000: 0.8 m by now.
  package let epochMetres: Double

  /// Rules with those values; lengths in metres, none of them below zero.
  package init(
    convertsWebMaps: Bool = true, deviceMetres: Double = 10, gcj02Metres: Double = 15,
    bd09Metres: Double = 20, epochMetres: Double = 1
  ) {
    self.convertsWebMaps = convertsWebMaps
    self.deviceMetres = deviceMetres
    self.gcj02Metres = gcj02Metres
    self.bd09Metres = bd09Metres
    self.epochMetres = epochMetres
  }

  /// The error that a place in `datum` has beside those of every place, in metres, when it is
  /// converted (`isConverted`) or taken as it stands.
  package func conversionMetres(of datum: Datum, isConverted: Bool) -> Double {
    switch datum {
    case .cgcs2000, .wgs84: 0
    case .gcj02: isConverted ? gcj02Metres : datum.displacementMetres
    case .bd09: isConverted ? bd09Metres : datum.displacementMetres
    }
  }
}

extension Datum {
  /// The most metres by which the datum shows a place of China beside where it is.
  ///
  /// Over the whole of 73° to 136° east and 3° to 54° north the published formulas reach 717 m and
  /// 1,527 m; on land in China 700 m and 1,514 m.
  package var displacementMetres: Double {
    switch self {
    case .cgcs2000, .wgs84: 0
    case .gcj02: 720
    case .bd09: 1_530
    }
  }
}
