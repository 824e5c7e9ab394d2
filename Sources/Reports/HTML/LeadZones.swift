internal import Vocabulary

/// What layers say of one lead's places: what is plainly outside in one line, all else by itself.
struct LeadZones {
  private let plain: [ZoneEntry]
  private let special: [ZoneEntry]
  /// Layers of which the report has one version, which need not be named.
  private let single: Set<String>

  init(_ zones: [ZoneEntry], single: Set<String>) {
    self.single = single
    // What is shared by all plain ones is the place and how exactly it is known.
    let first = zones.first { LeadZones.isPlain($0) }
    let plain = zones.filter {
      LeadZones.isPlain($0) && $0.budget == first?.budget
        && $0.uncertaintyMetres == first?.uncertaintyMetres
    }
    self.plain = plain
    special = zones.filter { zone in !plain.contains(zone) }
  }

  private static func isPlain(_ zone: ZoneEntry) -> Bool {
    zone.value == .false && zone.place == .damageArea && zone.hypotheses.isEmpty
      && zone.remarks.isEmpty && !zone.isForComparison
  }

  func write(into html: inout HTMLWriter) {
    guard !plain.isEmpty || !special.isEmpty else { return }
    html.raw("<dt>空间比对</dt><dd>")
    if special.isEmpty {
      html.text(outside)
    } else {
      html.raw("<ul>")
      for zone in special { html.element("li", text: zone.sentence) }
      if !plain.isEmpty { html.element("li", text: outside) }
      html.raw("</ul>")
    }
    html.raw("</dd>")
  }

  /// The names of layers that occur once.
  static func single(_ layers: [LayerEntry]) -> Set<String> {
    Set(Dictionary(grouping: layers, by: \.name).filter { $0.value.count == 1 }.keys)
  }

  /// `界外：红线“云中山”（西南侧 31,205 米）、…；位置精度 ±11 米（…）`.
  private var outside: String {
    let names = plain.map { zone in
      let isNamed = !zone.layerVersion.isEmpty && !single.contains(zone.layer)
      var text = zone.layer + (isNamed ? " " + zone.layerVersion : "")
      if zone.layer != zone.tagTerm, !zone.tagTerm.isEmpty, !zone.tagTerm.hasSuffix(zone.layer) {
        text = "\(zone.tagTerm)（\(text)）"
      }
      if !zone.feature.isEmpty { text += "“\(zone.feature)”" }
      guard let metres = zone.distanceMetres.flatMap({ Numeral.metres($0.magnitude) }) else {
        return text
      }
      let side = zone.boundary?.direction.map { $0.wording.zh + "侧 " } ?? ""
      return text + "（\(side)\(metres) 米）"
    }
    var text = "界外：" + names.joined(separator: "、")
    if let zone = plain.first, let budget = zone.budget,
      let metres = zone.uncertaintyMetres.flatMap(Numeral.metres)
    {
      text += "；位置精度 ±\(metres) 米（\(budget.wording.zh)）"
    }
    return text
  }
}
