import Vocabulary

extension ShapeOverlap {
  /// `与生态保护红线重叠 1,234 平方米（1.85 亩），占线索范围 12.3 %`; for lines their length; for a point
  /// whether features cover it.
  package func wording(with layer: Wording) -> Wording {
    guard let share, inside > 0 else {
      return parts.isEmpty
        ? Wording(zh: "与\(layer.zh)不重叠", en: "no overlap with \(layer.en)")
        : Wording(zh: "位于\(layer.zh)内", en: "within \(layer.en)")
    }
    let percent = percentage(share)
    return dimension == .area
      ? Wording(
        zh: "与\(layer.zh)重叠 \(areaText.zh)，占线索范围 \(percent) %",
        en: "overlap with \(layer.en) of \(areaText.en), \(percent) % of the lead's area")
      : Wording(
        zh: "在\(layer.zh)内长 \(grouped(inside)) 米，占线索长度 \(percent) %",
        en: "\(grouped(inside)) m within \(layer.en), \(percent) % of the lead's length")
  }

  private var areaText: Wording {
    let mu = grouped(inside * ShapeOverlap.mu, places: 2)
    return Wording(
      zh: "\(grouped(inside)) 平方米（\(mu) 亩）", en: "\(grouped(inside)) m² (\(mu) mu)")
  }
}

extension ShapeVerdict {
  /// Why the value is what it is, with the distance and the uncertainty of the evidence.
  package func wording(with layer: Wording) -> Wording {
    let radius = grouped(evidence.uncertaintyMetres, places: 1)
    guard method != .datumsDisagree else {
      let list = readings.map { "\($0.datum?.name ?? Datum.cgcs2000.name) \($0.value.letter)" }
        .joined(separator: ", ")
      return Wording(
        zh: "各可能坐标系的结论不一（\(list)），需人工核对",
        en: "the possible datums give different answers (\(list)); a person must see it")
    }
    guard method != .doubtfulDrawing else {
      return Wording(
        zh: "图形可作两种理解，对\(layer.zh)的结论无法确定，需人工核对",
        en: "a drawing can be read in two ways and the answer on \(layer.en) is open; "
          + "a person must see it")
    }
    let distance = evidence.signedDistanceMetres.map { grouped(abs($0), places: 1) }
    switch value {
    case .true where method == .zoneInShape:
      let depth = distance.map { Wording(zh: "深入 \($0) 米", en: "by \($0) m") }
      return Wording(
        zh: "\(layer.zh)有一部分确定在线索范围内（\(depth?.zh ?? "深于 50 公里")，误差 \(radius) 米）",
        en: "part of \(layer.en) certainly lies within the lead's shape "
          + "(\(depth?.en ?? "by more than 50 km"), uncertainty \(radius) m)")
    case .true:
      let depth = distance.map { Wording(zh: "最深 \($0) 米", en: "\($0) m at the deepest") }
      return Wording(
        zh: "线索范围有一部分确定在\(layer.zh)内（\(depth?.zh ?? "深于 50 公里")，误差 \(radius) 米）",
        en: "part of the lead's shape certainly lies within \(layer.en) "
          + "(\(depth?.en ?? "deeper than 50 km"), uncertainty \(radius) m)")
    case .false:
      let gap = distance.map { Wording(zh: "最近 \($0) 米", en: "\($0) m at the nearest") }
      return Wording(
        zh: "线索范围全部确定在\(layer.zh)外（\(gap?.zh ?? "远于 50 公里")，误差 \(radius) 米）",
        en: "the whole of the lead's shape certainly lies outside \(layer.en) "
          + "(\(gap?.en ?? "farther than 50 km"), uncertainty \(radius) m)")
    case .unknown, .noRule:
      return Wording(
        zh: "线索范围与\(layer.zh)的边界在误差 \(radius) 米之内，无法确定",
        en: "the lead's shape and the boundary of \(layer.en) are within the uncertainty of "
          + "\(radius) m")
    }
  }
}

extension CountyShare {
  /// `县区面积的 32.0 % 在生态保护红线内，仅凭地名无法确定`, or that all or none of it is inside.
  package func wording(with layer: Wording) -> Wording {
    let distance = signedDistanceMetres.map { grouped(abs($0)) }
    switch value {
    case .true:
      return Wording(
        zh: "整个行政区在\(layer.zh)内，距边界\(distance.map { "约 \($0) 米" } ?? "超过 50 公里")",
        en: "the whole division lies within \(layer.en), "
          + (distance.map { "about \($0) m from its boundary" } ?? "more than 50 km deep"))
    case .false:
      return Wording(
        zh: "整个行政区在\(layer.zh)外，距边界\(distance.map { "约 \($0) 米" } ?? "超过 50 公里")",
        en: "the whole division lies outside \(layer.en), "
          + (distance.map { "about \($0) m from it" } ?? "more than 50 km away"))
    case .unknown where isDoubtful:
      return Wording(
        zh: "该行政区内\(layer.zh)的图形可作两种理解，无法确定",
        en: "within the division the drawing of \(layer.en) can be read in two ways")
    case .unknown, .noRule:
      guard let share else {
        return Wording(
          zh: "行政区与\(layer.zh)的重叠无法计算", en: "the overlap with \(layer.en) could not be measured")
      }
      return Wording(
        zh: "县区面积的 \(percentage(share)) % 在\(layer.zh)内，仅凭地名无法确定",
        en: "\(percentage(share)) % of the county's area lies within \(layer.en); "
          + "the name alone cannot tell")
    }
  }
}
