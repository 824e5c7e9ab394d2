import Vocabulary

extension LayerCheck {
  /// One line of a check's report.
  package struct Row: Sendable, Hashable {
    package let title: Wording
    package let value: Wording
    /// Whether someone should look at it before the layer is used.
    package let isWarning: Bool

    init(_ title: Wording, _ value: Wording, isWarning: Bool = true) {
      self.title = title
      self.value = value
      self.isWarning = isWarning
    }
  }

  /// How many findings of one kind the summary names; the rest is counted.
  private static let mostNamed = 20

  /// The check as lines for people, in a fixed order: counts, then what was found, of each kind the
  /// first twenty.
  ///
  /// Features by name; no place nearer than the extent in tenths of a degree.
  package func summary() -> [Row] {
    counts() + exposure() + named(invalidities, LayerCheck.row)
      + named(overlaps.pairs, LayerCheck.row)
      + named(gaps.pairs, LayerCheck.row) + named(slivers, LayerCheck.row)
      + named(sharedShapes, LayerCheck.row) + named(damagedNames, LayerCheck.row)
      + named(sharedNames, LayerCheck.row) + placement.rows + (difference?.rows ?? [])
  }

  private func counts() -> [Row] {
    [
      row("要素", "features", "\(features)"),
      row("面", "polygons", "\(polygons)"),
      row("顶点", "vertices", "\(vertices)"),
      row("范围", "extent", extentText, isWarning: reachesAbroad),
      row(
        "面积（平方公里，椭球面）", "area (km², on the ellipsoid)", Figure(areaSquareKilometres, places: 2).text
      ),
      row("未命名要素", "unnamed features", "\(unnamed)", isWarning: unnamed > 0),
      count("重名", "shared names", sharedNames.count),
      count("名称乱码", "damaged names", damagedNames.count),
      count("无效要素", "invalid features", invalidities.count),
      count("重叠的要素对", "overlapping pairs", overlaps.pairs.count),
      count("未能比较重叠的要素", "features not compared for overlaps", overlaps.unchecked),
      count("有窄缝的要素对", "pairs with a narrow gap", gaps.pairs.count),
      count("过小或过细的面", "slivers", slivers.count),
      count("图形相同的要素组", "groups of one shape", sharedShapes.count),
      count("超过 5 公里的边", "edges longer than 5 km", longEdges),
      count("补闭合的环", "rings closed", repairs.closedRings),
      count(
        "略去的环、非面几何和空要素", "rings, other geometries and empty features left out", leftOut),
    ]
  }

  private var leftOut: Int {
    repairs.droppedRings + repairs.otherGeometries + repairs.emptyFeatures
  }

  private var extentText: String {
    "\(Figure(extent.west, places: 1).text)–\(Figure(extent.east, places: 1).text)°, "
      + "\(Figure(extent.south, places: 1).text)–\(Figure(extent.north, places: 1).text)°"
  }

  private func row(
    _ zh: String, _ en: String, _ value: String, isWarning: Bool = false
  ) -> Row {
    Row(Wording(zh: zh, en: en), Wording(verbatim: value), isWarning: isWarning)
  }

  private func count(_ zh: String, _ en: String, _ count: Int) -> Row {
    row(zh, en, "\(count)", isWarning: count > 0)
  }

  private func named<Finding>(_ findings: [Finding], _ row: (Finding) -> Row) -> [Row] {
    LayerCheck.named(findings, row)
  }

  /// A row for each of the first findings, and one that counts the rest.
  static func named<Finding>(_ findings: [Finding], _ row: (Finding) -> Row) -> [Row] {
    var rows = findings.prefix(mostNamed).map(row)
    if let last = rows.last, findings.count > mostNamed {
      let rest = findings.count - mostNamed
      rows.append(
        Row(
          Wording(zh: "同上", en: "the same"),
          Wording(zh: "另有 \(rest) 处", en: "\(rest) more"), isWarning: last.isWarning))
    }
    return rows
  }
}
