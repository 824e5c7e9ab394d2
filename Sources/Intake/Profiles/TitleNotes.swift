/// What brackets in titles say without changing the column's meaning: units of money, how to fill
/// the column in, the code of the column.
enum TitleNotes {
  private static let fenPerUnit: [String: Int64] = [
    "元": 100, "圆": 100, "千元": 100_000, "万元": 1_000_000, "万": 1_000_000,
    "百万元": 100_000_000, "亿元": 10_000_000_000, "亿": 10_000_000_000,
  ]

  private static let notes: Set<String> = [
    "必填", "选填", "可选", "必填项", "选填项", "非必填", "非必填项", "必录", "必须填写", "度", "°",
    "十进制", "十进制度", "度分秒", "°", "小数", "小写", "年月日", "年/月/日", "年-月-日", "年.月.日",
    "文本", "文本格式", "日期", "日期格式", "下拉", "下拉选择", "下拉框", "单选", "多选", "可多选",
    "是/否", "是或否", "是、否", "y/n", "全称", "盖章", "公章", "如有", "若有", "如无", "没有填无",
    "无则填无", "无则不填", "没有可不填",
  ]

  private static let noteBeginnings = [
    "如:", "例:", "例如", "示例", "格式为", "格式如", "请", "注:", "说明:", "填写", "精确到",
    "保留", "yyyy",
  ]

  /// What is longer is an explanation that may well change the meaning; the limit also keeps the
  /// cost of nested brackets linear.
  private static let longestNote = 60

  /// The title without such brackets.
  ///
  /// A bracket that the title's end leaves open counts, and so does a further line.
  static func removed(from title: [Unicode.Scalar]) -> (
    (scalars: [Unicode.Scalar], code: String?), fenPerUnit: Int64?
  ) {
    var kept: [Unicode.Scalar] = []
    var opens: [Int] = []
    var lineStart: Int?
    var unit: Int64?
    var code: String?
    /// Takes away what stands from `start` on if it is one of them.
    func take(from start: Int, contentAt content: Int) {
      guard kept.count - content <= longestNote else { return }
      let inside = Array(kept[content...]).filter { $0 != " " && $0 != "\n" }
      if inside.isEmpty || isNote(inside) {
        kept.removeSubrange(start...)
      } else if let named = TitleNotes.unit(inside), unit == nil || unit == named {
        unit = named
        kept.removeSubrange(start...)
      } else if code == nil, TitleScalars.isCode(inside) {
        code = String(String.UnicodeScalarView(inside))
        kept.removeSubrange(start...)
      }
    }
    for scalar in title {
      switch scalar {
      case "(": opens.append(kept.count)
      case ")":
        if let open = opens.popLast() {
          let count = kept.count
          take(from: open, contentAt: open + 1)
          if kept.count < count { continue }
        }
      case "\n":
        if let start = lineStart, opens.isEmpty { take(from: start, contentAt: start) }
        if opens.isEmpty { lineStart = kept.count }
      default: break
      }
      kept.append(scalar)
    }
    if let open = opens.last, open + 1 < kept.count {
      take(from: open, contentAt: open + 1)
    } else if let start = lineStart, start < kept.count {
      take(from: start, contentAt: start)
    }
    guard !kept.isEmpty else { return ((title, nil), nil) }
    return ((kept, code), unit)
  }

  private static func isNote(_ inside: [Unicode.Scalar]) -> Bool {
    let whole = String(String.UnicodeScalarView(inside))
    let text = withoutLabel(whole)
    return notes.contains(text) || whole.hasPrefix("格式:")
      || noteBeginnings.contains { text.hasPrefix($0) }
      || text.hasPrefix("如") && text.unicodeScalars.dropFirst().first.map(isASCII) == true
  }

  private static func isASCII(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x80 }

  /// Fen per unit of money if the text names one and says nothing else of substance:
  /// `万元`, `单位:人民币万元`, `¥`, `万元,保留两位小数`.
  private static func unit(_ inside: [Unicode.Scalar]) -> Int64? {
    var found: Int64?
    for part in inside.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      if isNote(Array(part)) { continue }
      guard let named = bareUnit(String(String.UnicodeScalarView(part))),
        found == nil || found == named
      else { return nil }
      found = named
    }
    return found
  }

  private static func bareUnit(_ text: String) -> Int64? {
    var name = Substring(withoutLabel(text))
    var isMoney = false
    var isShorter = true
    while isShorter {
      isShorter = false
      for word in ["人民币", "rmb", "cny", "¥", ":", "/"] {
        if name.hasPrefix(word) {
          name = name.dropFirst(word.count)
        } else if name.hasSuffix(word) {
          name = name.dropLast(word.count)
        } else {
          continue
        }
        isMoney = isMoney || word != ":" && word != "/"
        isShorter = true
      }
    }
    for ending in ["整", "计", "为单位"] where name.hasSuffix(ending) {
      name = name.dropLast(ending.count)
    }
    if name.hasPrefix("以") { name = name.dropFirst() }
    return fenPerUnit[String(name)] ?? (name.isEmpty && isMoney ? 100 : nil)
  }

  private static func withoutLabel(_ text: String) -> String {
    for label in ["计量单位", "金额单位", "单位", "格式", "币种"] where text.hasPrefix(label) {
      let rest = text.dropFirst(label.count)
      if rest.hasPrefix(":") || rest.hasPrefix("为") || rest.hasPrefix("是") {
        return String(rest.dropFirst())
      }
      if label != "格式", fenPerUnit[String(rest)] != nil { return String(rest) }
    }
    return text
  }

  /// What an amount's title ends in, so that a unit can follow without a mark.
  private static let amountEndings: Set<Unicode.Scalar> = [
    "额", "费", "款", "失", "用", "值", "价", "金", "资",
  ]

  /// The title without a unit of money that ends it: `金额/万元`, `金额_万元`, `金额单位:元`, `金额万元`.
  ///
  /// Without a mark between, the words before must name an amount, for 管控单元 and 美元 end so too.
  static func withoutUnit(_ title: [Unicode.Scalar]) -> ([Unicode.Scalar], fenPerUnit: Int64?) {
    for word in ["百万元", "千元", "万元", "亿元", "元"] {
      let ending = Array(word.unicodeScalars)
      guard title.count > ending.count, title.suffix(ending.count).elementsEqual(ending) else {
        continue
      }
      var rest = title.dropLast(ending.count)
      let whole = rest.count
      for mark in ["人民币", "单位:", "单位为", "单位"].map({ Array($0.unicodeScalars) })
      where rest.suffix(mark.count).elementsEqual(mark) {
        rest = rest.dropLast(mark.count)
      }
      while let last = rest.last, "/_-:,; \n|.(".unicodeScalars.contains(last) {
        rest = rest.dropLast()
      }
      guard let last = rest.last,
        rest.count < whole && !TitleScalars.isDigit(last) || amountEndings.contains(last)
      else { return (title, nil) }
      return (Array(rest), fenPerUnit[word])
    }
    return (title, nil)
  }
}
