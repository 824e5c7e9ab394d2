/// What the radius of a verdict on a zone is the sum of: the place's own uncertainty and that of the
/// drawn boundary.
package struct UncertaintyBudget: Sendable, Hashable {
  package let point: PointUncertainty
  package let frame: PointFrame
  /// Half a millimetre at the layer's scale, in metres; zero if the scale is unknown.
  package let layerScaleMetres: Double
  /// The same of the layer of counties, where a county is the place.
  package let countyScaleMetres: Double

  /// The budget of a place against a layer.
  package init(_ point: Point, layerScaleMetres: Double = 0) {
    self.init(point.uncertainty, point.frame, layerScaleMetres: layerScaleMetres)
  }

  /// The budget of places that are stated in one frame and alike uncertain, against a layer.
  package init(
    _ uncertainty: PointUncertainty, _ frame: PointFrame, layerScaleMetres: Double,
    countyScaleMetres: Double = 0
  ) {
    point = uncertainty
    self.frame = frame
    self.layerScaleMetres = layerScaleMetres
    self.countyScaleMetres = countyScaleMetres
  }

  /// The sum in metres.
  package var totalMetres: Double { point.totalMetres + layerScaleMetres + countyScaleMetres }

  /// The items that are not zero, in metres, with their names.
  package var items: [(name: Wording, metres: Double)] {
    let conversion =
      frame.isConverted
      ? Wording(zh: "近似换算", en: "approximate conversion")
      : Wording(zh: "未换算", en: "not converted")
    let items: [(name: Wording, metres: Double)] = [
      (Wording(zh: "坐标位数", en: "digits"), Double(point.rounding)),
      (Wording(zh: "设备", en: "device"), Double(point.device)),
      (Wording(zh: "历元", en: "epoch"), Double(point.epoch)),
      (conversion, Double(point.conversion)),
      (Wording(zh: "旧坐标系格网", en: "grid of an earlier datum"), Double(point.grid)),
      (Wording(zh: "图层比例尺", en: "layer scale"), layerScaleMetres),
      (Wording(zh: "县区图层比例尺", en: "scale of the counties"), countyScaleMetres),
    ]
    return items.filter { $0.metres != 0 }
  }

  /// `坐标位数 0.8 m + 设备 10 m + 历元 1 m + 近似换算 15 m + 图层比例尺 5 m = 31.8 m`.
  package var wording: Wording {
    let items = items
    guard !items.isEmpty else { return Wording(verbatim: metresText(0)) }
    func sum(_ name: (Wording) -> String) -> String {
      items.map { "\(name($0.name)) \(metresText($0.metres))" }.joined(separator: " + ")
        + " = \(metresText(totalMetres))"
    }
    return Wording(zh: sum(\.zh), en: sum(\.en))
  }
}

/// What a verdict on a zone would be if degrees of an undeclared datum were in one datum.
package struct DatumHypothesis: Sendable, Hashable {
  /// `cgcs2000` stands for WGS-84 as well.
  package let datum: Datum
  package let value: Truth
  /// Metres to where the zone ends, negative inside; `nil` if that is further than the search.
  package let signedDistanceMetres: Double?
  /// The radius under this hypothesis, in metres.
  package let uncertaintyMetres: Double

  /// The verdict under one hypothesis.
  package init(
    datum: Datum, value: Truth, signedDistanceMetres: Double?, uncertaintyMetres: Double
  ) {
    self.datum = datum
    self.value = value
    self.signedDistanceMetres = signedDistanceMetres
    self.uncertaintyMetres = uncertaintyMetres
  }

  /// `GCJ-02 界外 352 m（误差 26.8 m）`.
  package var wording: Wording {
    let name = datum == .cgcs2000 ? "CGCS2000/WGS-84" : datum.name
    let radius = metresText(uncertaintyMetres)
    let distance = signedDistanceMetres.map { " \(metresText($0.magnitude.rounded()))" } ?? ""
    let side: Wording
    switch value {
    case .true: side = Wording(zh: "界内", en: "inside")
    case .false: side = Wording(zh: "界外", en: "outside")
    case .unknown, .noRule: side = Wording(zh: "不能判定，距边界", en: "undecided, boundary at")
    }
    return Wording(
      zh: "\(name) \(side.zh)\(distance)（误差 \(radius)）",
      en: "\(name) \(side.en)\(distance) (uncertainty \(radius))")
  }
}

/// A length with one decimal where it has one; `< 0.1 m` for what rounds to none.
private func metresText(_ metres: Double) -> String {
  guard metres.isFinite, metres.magnitude < 1e12 else { return "? m" }
  let tenths = Int((metres * 10).rounded())
  if tenths == 0, metres > 0 { return "< 0.1 m" }
  return tenths % 10 == 0 ? "\(tenths / 10) m" : "\(tenths / 10).\(abs(tenths % 10)) m"
}
