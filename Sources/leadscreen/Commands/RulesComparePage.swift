internal import Law
internal import Pipeline
internal import Vocabulary

/// A what-if over a quarter's leads, for a terminal.
struct RulesComparePage {
  private let comparison: QuarterComparison
  private let terms: ConclusionCatalogue
  private let language: Language
  private(set) var text = ""

  init(
    _ comparison: QuarterComparison, replaced: [String], _ terms: ConclusionCatalogue,
    _ language: Language
  ) {
    self.comparison = comparison
    self.terms = terms
    self.language = language
    let (quarter, count) = (comparison.quarter, comparison.leads.count)
    let words = Problem.printable(replaced.joined(separator: " "), limit: 1000)
    var blocks = [
      [
        word(
          "\(quarter)（认定日 \(comparison.asOf)）的 \(count) 件线索，假设 \(words)：",
          "\(count) leads of \(quarter), decided as of \(comparison.asOf), with \(words):")
      ]
    ]
    for one in comparison.comparisons {
      blocks.append([summary(one)])
      blocks.append(leads(one))
      blocks.append(conclusions(one))
    }
    blocks.append(dispositions)
    blocks.append(bounds)
    text =
      blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
      + "\n"
  }

  private func word(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en)[language] }

  private func term(_ conclusion: Conclusion) -> String {
    word(terms.zh(conclusion), conclusion.name)
  }

  private func arrow(_ shift: Shift<Truth>) -> String {
    "\(shift.before.letter) → \(shift.after.letter)"
  }

  private func arrow(_ shift: Shift<Disposition>) -> String {
    let (before, after) = (shift.before.wording[language], shift.after.wording[language])
    return shift.isChange ? "\(before) → \(after)" : before
  }

  private func summary(_ one: RuleComparison) -> String {
    let name = one.kind.wording[language]
    let coverage = one.changes.count(where: \.isOnlyCoverage)
    var text =
      one.changes.isEmpty
      ? word("\(name)：没有线索会变化。", "\(name): no lead changes.")
      : word(
        "\(name)：\(one.changes.count) 件线索有变化。", "\(name): \(one.changes.count) leads change.")
    if coverage > 0 {
      text += word(
        "其中 \(coverage) 件只在 F（否）与 N（无适用规则）之间变化，下表不列，见 --csv。",
        " \(coverage) of them only between F (no) and N (no rule): not listed here, see --csv.")
    }
    if one.undated > 0 {
      text += word(
        "\(one.undated) 件不知发生日，仍按 \(comparison.asOf) 判定。",
        " \(one.undated) without a day of occurrence stay decided as of \(comparison.asOf).")
    }
    return text
  }

  /// A line for each rule that moved; what is the same as in the line above is left blank.
  private func leads(_ one: RuleComparison) -> [String] {
    let listed = one.changes.filter { !$0.isOnlyCoverage }
    guard !listed.isEmpty else { return [] }
    var table = AlignedTable([
      word("线索", "lead"), word("处置建议", "proposal"), word("结论", "conclusion"), "",
      word("规则", "rule"), "", word("依据", "provision"),
    ])
    for change in listed {
      var lead = [comparison.leads[change.place].description, arrow(change.disposition)]
      let conclusions = change.conclusions.filter { !$0.isOnlyCoverage }
      if conclusions.isEmpty { table.add(lead) }
      for conclusion in conclusions {
        var value = [term(conclusion.conclusion), arrow(conclusion.value)]
        if conclusion.rules.isEmpty { table.add(lead + value) }
        for rule in conclusion.rules {
          table.add(
            lead + value + [
              rule.rule, arrow(rule.value), "\(rule.document) \(rule.cite.locator)",
            ])
          (lead, value) = (["", ""], ["", ""])
        }
        lead = ["", ""]
      }
    }
    return table.lines
  }

  private func conclusions(_ one: RuleComparison) -> [String] {
    guard !one.shifts.isEmpty else { return [] }
    var table = AlignedTable(
      [word("结论", "conclusion"), "", word("件数", "leads")], alignments: [.left, .left, .right])
    for shift in one.shifts {
      table.add([term(shift.conclusion), arrow(shift.value), "\(shift.leads)"])
    }
    return table.lines
  }

  /// The counts now and under each variant, and between what they lie.
  private var dispositions: [String] {
    let counts = comparison.comparisons.map(\.counts)
    guard let now = counts.first else { return [] }
    let bounds = comparison.bounds
    let titles =
      [word("处置建议", "proposal"), word("现行", "now")]
      + comparison.comparisons.map { $0.kind.wording[language] }
      + (bounds == nil ? [] : [word("至少", "least"), word("至多", "most")])
    var table = AlignedTable(
      titles, alignments: [.left] + titles.dropFirst().map { _ in .right })
    for (place, count) in now.enumerated() {
      var cells = [count.disposition.wording[language], "\(count.leads.before)"]
      cells += counts.map { "\($0[place].leads.after)" }
      if let range = bounds?[place].leads {
        cells += ["\(range.lowerBound)", "\(range.upperBound)"]
      }
      table.add(cells)
    }
    return table.lines
  }

  private var bounds: [String] {
    guard let range = comparison.bounds?.first(where: { $0.disposition == .mayNotInitiate })?.leads
    else { return [] }
    let (least, most) = (range.lowerBound, range.upperBound)
    return [
      least == most
        ? word(
          "无论红线如何，可以不启动的都是 \(least) 件。",
          "Whatever the red lines, \(least) may be not initiated.")
        : word(
          "可以不启动的在 \(least) 至 \(most) 件之间。",
          "Between \(least) and \(most) may be not initiated."),
      word(
        "红线和自然保护地以外的未知事实，除所写假设外仍为未知；件数只按处置建议计，处置建议不变而结论变化的不计在内。",
        "Unknown facts but red lines and reserves stay unknown, unless named above. The counts are of the "
          + "proposal only: a lead whose conclusions change under the same proposal is not in them."
      ),
    ]
  }
}
