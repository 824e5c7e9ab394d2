internal import Vocabulary

/// One column of a file that no profile fits, and what it may hold.
struct DraftColumn {
  let title: String
  let folded: FoldedTitle
  /// What its values look like, the most frequent shape first; blanks and placeholders left out.
  private let shapes: [(shape: CellShape, count: Int)]
  private let values: [String]
  /// The field it is taken to hold, and why.
  private(set) var guess: (field: Field, reason: String)?
  /// Whether a profile knows the title, so that the guess does not rest on values.
  private(set) var isKnownTitle = false
  /// Fields it may hold, where that is no more than possible.
  private(set) var advice: [Field]?

  init(title: String, folded: FoldedTitle, samples: [String]) {
    self.title = title
    self.folded = folded
    var counts: [CellShape: Int] = [:]
    var values: [String] = []
    for sample in samples {
      let shape = CellShape(sample)
      guard shape != .empty, shape != .placeholder else { continue }
      counts[shape, default: 0] += 1
      values.append(sample)
    }
    self.values = values
    shapes = counts.sorted { ($1.value, "\($0.key)") < ($0.value, "\($1.key)") }
      .map { ($0.key, $0.value) }
  }

  /// Guesses by the title as known profiles read it, the nearest first, else by values and words.
  mutating func guess(nearest: ProfileFit?, others: [ProfileFit], index: Int) {
    for fit in [nearest].compactMap({ $0 }) + others {
      guard let entry = fit.entries[index] else { continue }
      guess = (entry.field, "列名见于“\(fit.profile.title)”")
      isKnownTitle = true
      return
    }
    guard !folded.text.isEmpty else { return }
    if let field = fieldByValues {
      guess = field
    } else {
      advice = advised
    }
  }

  /// Takes the guess back, for another column has the field.
  mutating func withdraw() {
    advice = guess.map { [$0.field] }
    guess = nil
    isKnownTitle = false
  }

  /// Takes the column as remarks.
  mutating func takeAsRemarks() {
    guess = (.text(.remarks), "没有可猜的列，先占位，请改")
  }

  /// Whether nine of ten values have one of these shapes.
  private func holds(_ wanted: CellShape...) -> Bool {
    let matching = shapes.filter { wanted.contains($0.shape) }.reduce(0) { $0 + $1.count }
    return matching > 0 && matching * 10 >= values.count * 9
  }

  private func says(_ words: String...) -> Bool { words.contains { folded.text.contains($0) } }

  private var fieldByValues: (field: Field, reason: String)? {
    if holds(.creditCode) { return (.text(.creditCode), "值是 18 位统一社会信用代码的样子") }
    if holds(.creditCode, .personNumber) {
      return holds(.personNumber)
        ? (.text(.personID), "值是身份证号码的样子") : (.identityNumber, "值是代码和身份证号码的样子")
    }
    if holds(.documentNumber), says("文号", "决定书", "处罚", "罚") {
      return (.text(.documentNumber), "值是文书号的样子")
    }
    if holds(.coordinates) { return (.coordinates, "值是度分秒或经纬度的样子") }
    if holds(.decimal), let axis = axis { return (axis, "值在经纬度的范围内") }
    if holds(.date), let day = day { return (.day(day), "值是日期，列名有相应的字") }
    if holds(.integer, .decimal), let amount = amount {
      return (.amount(amount), "值是数，列名有相应的字")
    }
    if holds(.yesOrNo), let truth = truth { return (.truth(truth), "值是是或否，列名有相应的字") }
    if share({ DraftColumn.counties.contains($0.last ?? " ") && $0.count <= 8 }) >= 9 {
      return (.county, "值是县区名的样子")
    }
    if share({ value in DraftColumn.media.contains { value.hasPrefix($0) } && value.count <= 20 })
      >= 9
    {
      return (.media, "值是环境要素")
    }
    if share({ value in DraftColumn.companies.contains { value.hasSuffix($0) } }) >= 6 {
      return (.text(.partyName), "值多是单位名称")
    }
    if holds(.code, .integer, .documentNumber), says("编号", "编码", "号码", "流水号", "单号"),
      Set(values).count == values.count, values.count > 1
    {
      return (.text(.recordNumber), "值各不相同，列名有编号的字")
    }
    return nil
  }

  /// How many of ten values satisfy the condition.
  private func share(_ condition: (String) -> Bool) -> Int {
    values.isEmpty ? 0 : values.count(where: condition) * 10 / values.count
  }

  private static let counties: Set<Character> = ["县", "区", "市", "旗"]
  private static let companies = ["公司", "厂", "合作社", "集团", "个体户", "经营部", "矿", "养殖场", "医院", "店"]
  private static let media = Medium.allCases.filter { $0 != .other }.map(\.term)

  /// Degrees of either axis within the country, by digits before the point.
  private var axis: Field? {
    let degrees = values.compactMap { Int($0.prefix { $0 != "." }) }
    guard degrees.count == values.count, values.allSatisfy({ $0.count >= 7 }) else { return nil }
    if degrees.allSatisfy({ (73...135).contains($0) }) { return .longitude }
    return degrees.allSatisfy({ (3...53).contains($0) }) ? .latitude : nil
  }

  private var day: DayField? {
    if says("整改") { return .rectified }
    if says("反馈") { return says("期限", "截止", "应") ? .feedbackDue : .feedback }
    if says("结案", "办结") { return .closed }
    if says("处罚", "决定") { return .decision }
    if says("案发", "发生", "违法") { return .occurrence }
    if says("移送", "接收") { return says("接收", "收到") ? .transferReceived : nil }
    if says("举报", "受理", "来信", "来电") { return .reportReceived }
    return says("检查", "发现", "巡查", "交办", "接报") ? .discovery : nil
  }

  private var amount: AmountField? {
    if says("鉴定", "评估费", "调查费") { return .appraisalFee }
    if says("没收") { return .confiscated }
    if says("罚") { return .fine }
    if says("处置费", "应急费", "清理费") { return .responseCost }
    if says("直接经济损失", "直接损失") { return .directLoss }
    return says("损害金额", "损害数额", "赔偿金额", "赔偿数额", "损害赔偿额") ? .damage : nil
  }

  private var truth: TruthField? {
    if says("红线") { return .declaredRedLine }
    if says("自然保护地", "自然保护区") { return .declaredReserve }
    if says("整改") { return .rectified }
    if says("修复") { return .restored }
    if says("属实") { return .substantiated }
    if says("办结") { return .caseClosed }
    if says("反馈") { return .fedBack }
    if says("索赔") { return .explicitlyAssigned }
    if says("警示片", "曝光") { return .filmExposed }
    return says("撤销") ? .withdrawn : nil
  }

  /// Fields of the values' kind, where words do not say which.
  private var advised: [Field]? {
    if holds(.date) {
      return [.day(.discovery), .day(.occurrence), .day(.decision)]
    }
    if holds(.phone) { return [.text(.reporterPhone)] }
    if holds(.decimal) || holds(.integer, .decimal) && says("金额", "费", "额", "款") {
      return [.amount(.damage), .amount(.fine)]
    }
    if holds(.documentNumber) { return [.text(.documentNumber), .text(.recordNumber)] }
    if holds(.code), says("编号", "号") { return [.text(.recordNumber)] }
    return nil
  }

  /// What the values look like, in words and lengths: `日期`, `文字，约 12 字`.
  var shapeWords: String {
    guard let first = shapes.first else { return "没有值" }
    let lengths = values.map { $0.unicodeScalars.count }
    let range = "\(lengths.min() ?? 0)–\(lengths.max() ?? 0) 字"
    let mixed = first.count * 10 < values.count * 9 ? "多为" : ""
    return mixed + first.shape.words + "，\(range)"
  }
}

extension CellShape {
  fileprivate var words: String {
    switch self {
    case .empty, .placeholder: "空"
    case .date: "日期"
    case .time: "时刻"
    case .integer: "整数"
    case .decimal: "带小数或单位的数"
    case .creditCode: "18 位代码"
    case .personNumber: "证件号码"
    case .phone: "电话号码"
    case .coordinates: "坐标"
    case .yesOrNo: "是或否"
    case .documentNumber: "文书号"
    case .code: "编号"
    case .address: "网址"
    case .text: "文字"
    }
  }
}
