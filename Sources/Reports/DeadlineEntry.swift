package import Vocabulary

/// One period that began for a lead, with the rule that sets it.
package struct DeadlineEntry: Sendable, Hashable {
  /// `sx25.a9.verify-30`.
  package var rule: String
  /// The document's number, or its title without one.
  package var document: String
  /// `第九条第一句`.
  package var locator: String
  /// What is to be done, as the pack sums it up.
  package var duty: String
  /// How it is counted: `自筛查发现日的次日起算，30个自然日`.
  package var period: Wording
  /// The day it is counted from, itself not counted.
  package var start: Day
  /// The last day without regard to holidays; `nil` where it cannot be counted.
  package var due: Day?
  /// The last day if holidays put it off (民法典 203); `nil` where that cannot be told.
  package var dueAfterHoliday: Day?
  /// Whether it runs for the lead: `true` or `unknown`.
  package var applies: Truth

  /// A period with those values.
  package init(
    rule: String, document: String, locator: String, duty: String, period: Wording, start: Day,
    due: Day?, dueAfterHoliday: Day?, applies: Truth
  ) {
    self.rule = rule
    self.document = document
    self.locator = locator
    self.duty = duty
    self.period = period
    self.start = start
    self.due = due
    self.dueAfterHoliday = dueAfterHoliday
    self.applies = applies
  }

  /// The last day with what holidays make of it, the duty, how it was counted and by which provision.
  package var sentence: Wording {
    let isDoubtful = applies != .true
    let term = dueTerm
    return Wording(
      zh: "\(term.zh)\(isDoubtful ? "（是否适用未知）" : "")：\(duty)；\(period.zh)，自 \(start)　"
        + "\(document) \(locator)（\(rule)）",
      en: "\(term.en)\(isDoubtful ? " (whether it applies is unknown)" : ""): \(duty); "
        + "\(period.en), \(start)  \(document) \(locator) (\(rule))")
  }

  /// The last day with what holidays make of it.
  var dueTerm: Wording {
    guard let due else { return Wording(zh: "期限无法计算", en: "cannot be counted") }
    guard let dueAfterHoliday else {
      return Wording(
        zh: "\(due)，遇节假日是否顺延无法计算", en: "\(due); whether holidays put it off cannot be told")
    }
    guard due != dueAfterHoliday else { return Wording(verbatim: due.description) }
    return Wording(
      zh: "\(due)，遇节假日顺延则为 \(dueAfterHoliday)",
      en: "\(due), or \(dueAfterHoliday) if holidays put it off")
  }
}
