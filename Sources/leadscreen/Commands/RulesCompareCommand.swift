internal import ArgumentParser
internal import Files
internal import Law
internal import Pipeline
internal import Vocabulary

extension WhatIf.Replacement: ExpressibleByArgument {
  /// A replacement written `NAME=VALUE`.
  package init?(argument: String) { self.init(argument) }
}

extension WhatIf.DecisionDay: ExpressibleByArgument {
  /// A day written `YYYY-MM-DD`, or `occurrence`.
  package init?(argument: String) {
    if argument == "occurrence" {
      self = .occurrence
    } else if let day = Day(iso: argument) {
      self = .on(day)
    } else {
      return nil
    }
  }
}

struct RulesCompareCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "compare", zh: "换一种规则、日期、数额或解释，哪些线索会变，为什么；不作登记。",
    en: "Which leads another pack, day, number or reading would change, and why; records nothing.",
    more: Wording(
      zh: """
        比较的是该季报表中的线索（新立、续报、未结）；只改写出的各项，可以同写几项。
          leadscreen rules compare 2026Q3 --set minor_amount_max=5000.00
          leadscreen rules compare --pack ningxia-2024 --assume ningxia-2024=true
          leadscreen rules compare --red-lines
        """,
      en: """
        Compares the leads of the quarter's report (new, changed, open); only what is named is replaced.
          leadscreen rules compare 2026Q3 --set minor_amount_max=5000.00
          leadscreen rules compare --pack ningxia-2024 --assume ningxia-2024=true
          leadscreen rules compare --red-lines
        """))

  @Argument(
    help: .both("季度（默认最近登记的）", "the quarter (default: the latest recorded)", value: "quarter"))
  var quarter: Quarter?

  @Option(
    help: .both("改按这个规则包及其上级判定", "decide by this pack and those above it", value: "pack"))
  var pack: String?

  @Option(
    help: .both(
      "认定日改为这一天；occurrence 为各线索自己的发生日",
      "decide as of this day; occurrence: each lead as of its own day of occurrence",
      value: "YYYY-MM-DD|occurrence"))
  var asOf: WhatIf.DecisionDay?

  @Option(
    help: .both(
      "换一个法定数额（元）或年数", "another number of the law, in yuan or years",
      value: "param=value"))
  var set: [WhatIf.Replacement] = []

  @Option(
    help: .both(
      "一个存疑问题的答案：true、false 或 open", "the answer to an open question: true, false or open",
      value: "A-nn=answer"))
  var answer: [WhatIf.Replacement] = []

  @Option(
    help: .both(
      "一个规则包是否施行：true 或 false", "whether a pack is in force: true or false",
      value: "pack=true|false"))
  var assume: [WhatIf.Replacement] = []

  @Option(
    help: .both(
      "线索中未知的这一事实取 true 或 false", "this fact, in leads where it is unknown: true or false",
      value: "fact=true|false"))
  var fact: [WhatIf.Replacement] = []

  @Flag(
    help: .both(
      "未知的红线和自然保护地先全部取在内，再全部取在外，给出上下限",
      "unknown red lines and reserves all inside, then all outside: the bounds"))
  var redLines = false

  @Option(
    help: .both("把变化写成机器可读的 CSV", "write the changes as CSV for machines", value: "out"))
  var csv: String?

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    var times = StageTimes()
    let screening = try common.open()
    let comparison = try screening.compare(quarter, with: whatIf, times: &times)
    if let csv { try DurableFile.write(comparison.table, to: csv, shown: csv) }
    if !comparison.changedSince.isEmpty {
      common.console.note(RulesCompareCommand.note(comparison))
    }
    try common.console.result(
      common.json
        ? try JSONText.of(RulesCompareJSON(comparison, replaced: replaced))
        : RulesComparePage(
          comparison, replaced: replaced, screening.rules.conclusions, common.lang
        ).text)
    return .done
  }

  private var whatIf: WhatIf {
    var whatIf = WhatIf()
    whatIf.pack = pack
    whatIf.day = asOf
    whatIf.numbers = set
    whatIf.answers = answer
    whatIf.assumptions = assume
    whatIf.facts = fact
    whatIf.boundsRedLines = redLines
    return whatIf
  }

  /// What is replaced, in the words of the command line.
  private var replaced: [String] {
    func texts(_ option: String, _ replacements: [WhatIf.Replacement]) -> [String] {
      replacements.map { "\(option) \($0.name)=\($0.value)" }
    }
    var words = pack.map { ["--pack \($0)"] } ?? []
    switch asOf {
    case .on(let day): words.append("--as-of \(day)")
    case .occurrence: words.append("--as-of occurrence")
    case nil: break
    }
    words += texts("--set", set) + texts("--answer", answer) + texts("--assume", assume)
    words += texts("--fact", fact)
    return redLines ? words + ["--red-lines"] : words
  }

  private static func note(_ comparison: QuarterComparison) -> Wording {
    let zh = comparison.changedSince.map(\.zh).joined(separator: "、")
    let en = comparison.changedSince.map(\.en).joined(separator: ", ")
    return Wording(
      zh: "\(comparison.quarter) 登记之后\(zh)已有变化，“现行”可能与该季报表不同",
      en: "\(en) changed since \(comparison.quarter) was recorded: its report may differ")
  }
}
