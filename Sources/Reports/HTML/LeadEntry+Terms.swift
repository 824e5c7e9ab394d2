internal import Vocabulary

/// How a lead's values read in lists and tables; what is not known says so.
extension LeadEntry {
  var countyTerm: String {
    guard let county else { return "县区不明" }
    return countyName.isEmpty ? county.description : countyName
  }

  var obligorTerm: String {
    obligorName.isEmpty ? "义务人不明" : Problem.printable(obligorName, limit: 80)
  }

  var mediaTerms: String {
    media.isEmpty ? "要素不明" : media.cases.map(\.term).joined(separator: "、")
  }

  /// Yuan with two decimals; an estimate is marked as one.
  var amountTerm: String {
    if let amountDetermined { return Numeral.yuan(amountDetermined) }
    if let amountEstimate { return Numeral.yuan(amountEstimate) + "（预估）" }
    return "未知"
  }

  /// The place in words and in degrees, as far as there is either.
  var placeTerm: String? {
    let place = Problem.printable(place, limit: 120)
    guard let point else { return place.isEmpty ? nil : place }
    let degrees = "\(LeadEntry.degrees(point.longitude))°E \(LeadEntry.degrees(point.latitude))°N"
    let radius = Numeral.metres(point.uncertaintyMetres).map { " ±\($0) 米" } ?? ""
    return (place.isEmpty ? "" : place + "　") + degrees + radius
  }

  /// What follows the due day: how late it is, or that it cannot be told.
  var dueRemark: String {
    guard let overdueDays else { return "（是否超期不明）" }
    return overdueDays > 0 ? "（已超期 \(Numeral.grouped(overdueDays)) 日）" : ""
  }

  /// The facts that are missing, without what is added in brackets, questions by their number: the
  /// directory of rules has both in full.
  var missingTerms: String {
    missingFactTerms.map { term in
      if term.hasPrefix("A-"), let blank = term.firstIndex(of: " ") {
        return String(term[..<blank])
      }
      guard term.hasSuffix(")"), let bracket = term.firstIndex(of: "(") else { return term }
      return String(term[..<bracket])
    }.joined(separator: "、")
  }

  var feedbackTerm: String {
    let due = feedbackDue.map { "期限 \($0)，" } ?? ""
    switch isFedBack {
    case .true: return due + "已反馈"
    case .false: return due + "未反馈"
    case .unknown, .noRule: return due + "是否反馈未知"
    }
  }

  /// Five decimals, about a metre.
  private static func degrees(_ value: Double) -> String {
    guard value.isFinite, value.magnitude <= 360 else { return "—" }
    let scaled = Int((value.magnitude * 100_000).rounded())
    return (value < 0 ? "\u{2212}" : "") + "\(scaled / 100_000).\(padded(scaled % 100_000, to: 5))"
  }
}

extension ZoneEntry {
  /// `生态保护红线“云中山”：界内 123 米，位置精度 ±30 米（坐标位数 …）（红线 2025-12）`.
  var sentence: String { sentence(isWhole: true) }

  /// The same, without what the radius is the sum of where that is not asked for.
  func sentence(isWhole: Bool) -> String {
    var text = place == .damageArea ? "" : place.term + " "
    text += tagTerm.isEmpty ? layer : tagTerm
    if !feature.isEmpty { text += "“\(feature)”" }
    text += "：" + verdict
    if let direction = boundary?.direction { text += "（边界在\(direction.wording.zh)侧）" }
    if let budget, let metres = uncertaintyMetres.flatMap(Numeral.metres) {
      text += "，位置精度 ±\(metres) 米" + (isWhole ? "（\(budget.wording.zh)）" : "")
    }
    if !hypotheses.isEmpty { text += "，" + datumTerm.zh }
    text += remarks.map { "，" + $0.zh }.joined()
    return text + "（\(layer)\(layerVersion.isEmpty ? "" : " " + layerVersion)）"
  }

  /// In, out or unknown, with the distance to the boundary.
  var verdict: String {
    let distance = distanceMetres.flatMap { Numeral.metres($0.magnitude) }
    switch value {
    case .true: return distance.map { "位于界内，距边界 \($0) 米" } ?? "位于界内"
    case .false: return distance.map { "位于界外，距边界 \($0) 米" } ?? "位于界外"
    case .unknown:
      return distance.map { "内外不能判定，距边界 \($0) 米" }
        ?? (uncertaintyMetres == nil ? "没有可用位置，内外未知" : "内外不能判定，距边界 50 公里以上")
    case .noRule: return "未比对"
    }
  }
}
