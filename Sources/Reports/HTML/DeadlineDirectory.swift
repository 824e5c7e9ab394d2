internal import Vocabulary

/// The rules that set the leads' periods, each once, in the order in which leads name them (期限规定).
struct DeadlineDirectory {
  private var numbers: [String: Int] = [:]
  /// One period of each rule.
  private(set) var entries: [DeadlineEntry] = []

  /// The rules of those leads' periods.
  init(_ leads: [LeadEntry]) {
    for deadline in leads.lazy.flatMap(\.deadlines) where numbers[deadline.rule] == nil {
      entries.append(deadline)
      numbers[deadline.rule] = entries.count
    }
  }

  /// A lead's period: the day, the provision as a link to its words, and from when it is counted.
  func write(_ deadline: DeadlineEntry, into html: inout HTMLWriter) {
    html.text(deadline.dueTerm.zh + " ")
    html.raw("<a href=\"#d")
    html.text(String(numbers[deadline.rule] ?? 0))
    html.raw("\">")
    html.text(deadline.locator)
    html.raw("</a>")
    html.text("，自 \(deadline.start)" + (deadline.applies == .true ? "" : "（是否适用未知）"))
  }
}
