import Vocabulary

extension LayerCheck {
  /// One line of a check's report.
  package struct Row: Sendable, Hashable {
    package let title: Wording
    package let value: Wording
    /// Whether someone should look at it before the layer is used.
    package let isWarning: Bool
  }

  /// The check as lines for people, in a fixed order; features by name, no place nearer than the
  /// extent in tenths of a degree.
  package func summary() -> [Row] {
    var rows = [
      row("要素", "features", "\(features)"),
      row("面", "polygons", "\(polygons)"),
      row("顶点", "vertices", "\(vertices)"),
      row("范围", "extent", extentText, isWarning: reachesAbroad),
      row("面积（平方公里，椭球面）", "area (km², on the ellipsoid)", decimal(areaSquareKilometres, places: 2)),
      row("未命名要素", "unnamed features", "\(unnamed)", isWarning: unnamed > 0),
      row("重名", "shared names", "\(sharedNames.count)", isWarning: !sharedNames.isEmpty),
      row("无效要素", "invalid features", "\(invalidities.count)", isWarning: !invalidities.isEmpty),
      row("超过 5 公里的边", "edges longer than 5 km", "\(longEdges)", isWarning: longEdges > 0),
      row("补闭合的环", "rings closed", "\(repairs.closedRings)", isWarning: repairs.closedRings > 0),
      row(
        "略去的环、非面几何和空要素", "rings, other geometries and empty features left out",
        "\(leftOut)", isWarning: leftOut > 0),
    ]
    rows += invalidities.map { invalidity in
      let reason = LayerCheck.wording(ofReason: invalidity.reason)
      let change = invalidity.changesArea
      return Row(
        title: Wording(
          zh: "无效：\(invalidity.feature.name)", en: "invalid: \(invalidity.feature.name)"),
        value: Wording(
          zh: reason.zh + (change ? "；修复会改变面积" : ""),
          en: reason.en + (change ? "; repair changes its area" : "")),
        isWarning: true)
    }
    return rows
  }

  private var leftOut: Int {
    repairs.droppedRings + repairs.otherGeometries + repairs.emptyFeatures
  }

  private var extentText: String {
    "\(decimal(extent.west, places: 1))–\(decimal(extent.east, places: 1))°, "
      + "\(decimal(extent.south, places: 1))–\(decimal(extent.north, places: 1))°"
  }

  private func row(
    _ zh: String, _ en: String, _ value: String, isWarning: Bool = false
  ) -> Row {
    Row(
      title: Wording(zh: zh, en: en), value: Wording(verbatim: value), isWarning: isWarning)
  }

  /// The library's reason in the words of a GIS; the library's own for one that is not known.
  private static func wording(ofReason reason: String) -> Wording {
    let chinese: String? =
      switch reason {
      case "Self-intersection": "自相交"
      case "Ring Self-intersection": "环自相接"
      case "Hole lies outside shell": "孔洞在外环之外"
      case "Holes are nested": "孔洞嵌套"
      case "Interior is disconnected": "内部不连通"
      case "Nested shells": "外环嵌套"
      case "Duplicate Rings": "环重复"
      case "Too few points in geometry component": "顶点不足"
      case "Invalid Coordinate": "坐标无效"
      case "Unusable geometry": "几何不可用"
      default: nil
      }
    return Wording(zh: chinese ?? reason, en: reason)
  }
}

/// A number of less than 10^15 with so many decimal places, rounded half away from zero.
private func decimal(_ value: Double, places: Int) -> String {
  let unit = places == 1 ? 10.0 : 100.0
  let scaled = Int((abs(value) * unit).rounded())
  let whole = scaled / Int(unit)
  let sign = value < 0 && scaled > 0 ? "-" : ""
  return "\(sign)\(whole).\(padded(scaled % Int(unit), to: places))"
}
