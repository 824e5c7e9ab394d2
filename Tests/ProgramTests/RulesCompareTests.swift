import Foundation
import Testing

/// What-ifs over the sample's ledger, by the real program.
@Suite struct RulesCompareTests {
  private func compare(_ bench: Workbench, _ arguments: String...) throws -> JSONValue {
    let outcome = try bench.run(["rules", "compare"] + arguments + ["--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.isEmpty, "\(outcome.messages)")
    return try JSONValue(outcome.output)
  }

  private func changes(_ object: JSONValue, variant place: Int = 0) throws -> [JSONValue] {
    let variants = try #require(object["variants"]?.elements)
    return try #require(variants[place]["changes"]?.elements)
  }

  /// The leads of which `conclusion` goes from one letter to another.
  private func leads(
    _ object: JSONValue, _ conclusion: String, from before: String, to after: String
  ) throws -> Set<String> {
    let moved = try changes(object).filter { change in
      (change["conclusions"]?.elements ?? []).contains {
        $0["conclusion"]?.text == conclusion && $0["before"]?.text == before
          && $0["after"]?.text == after
      }
    }
    return Set(moved.compactMap { $0["lead_id"]?.text })
  }

  /// The leads of the report with an amount in fen that `isMeant`, on one of these bases.
  private func reported(
    _ bench: Workbench, basis: [String], _ isMeant: (Int) -> Bool
  ) throws -> Set<String> {
    let rows = try bench.table("leads", of: "2026Q3").named.filter { row in
      let fen = Int((row["amount_determined"] ?? "").filter { $0 != "." })
      return basis.contains(row["amount_basis"] ?? "") && fen.map(isMeant) == true
    }
    return Set(rows.compactMap { $0["lead_id"] })
  }

  /// The rows of the table of docs/comparison.md whose head names `column`: numbers by disposition.
  private func documented(_ column: String) throws -> [String: [String: Int]] {
    let page = try documentation("comparison.md")
    var heads: [String] = []
    var found: [String: [String: Int]] = [:]
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("| ") else {
        heads = []
        continue
      }
      if heads.isEmpty {
        heads = cells
      } else if heads.contains(column), let name = cells.first?.split(separator: "`").last {
        for (head, cell) in zip(heads, cells) {
          found[head, default: [:]][String(name)] = Int(cell)
        }
      }
    }
    return found
  }

  @Test("docs/comparison.md says what the program says")
  func comparisonPage() throws {
    let bench = try SampleRun.made.workbench
    let table = try documented("shanxi-2025")
    for pack in ["shanxi-2025", "national-2025", "ningxia-2024", "jiangsu-2023"] {
      let object = try compare(bench, "--pack", pack)
      let counts = try #require(object["variants"]?.elements?.first?["dispositions"]?.elements)
      for count in counts {
        let name = try #require(count["disposition"]?.text)
        #expect(table["xinzhou-2019"]?[name] == count["before"]?.number, "\(name)")
        #expect(table[pack]?[name] == count["after"]?.number, "\(pack) \(name)")
      }
      #expect(counts.count == table[pack]?.count)
    }
    let bounds = try documented("least")
    for one in try #require(try compare(bench, "--red-lines")["bounds"]?.elements) {
      let name = try #require(one["disposition"]?.text)
      guard bounds["least"]?[name] != nil else { continue }
      #expect(bounds["least"]?[name] == one["least"]?.number, "\(name)")
      #expect(bounds["most"]?[name] == one["most"]?.number, "\(name)")
    }
    #expect(bounds["least"]?.count == 2)
  }

  @Test("another limit changes exactly the leads with an amount between the two")
  func limit() throws {
    let bench = try SampleRun.made.workbench
    let object = try compare(bench, "--set", "minor_amount_max=2000.00")
    #expect(object["quarter"]?.text == "2026Q3", "the latest quarter recorded")
    #expect(object["as_of"]?.text == "2026-10-15")
    #expect(object["leads"]?.number == (try bench.table("leads", of: "2026Q3").rows.count))
    let between = try reported(
      bench, basis: ["expert_assessment", "comprehensive_determination"]
    ) { $0 > 200_000 && $0 <= 300_000 }
    #expect(!between.isEmpty)
    #expect(try leads(object, "minor_by_amount", from: "T", to: "F") == between)
    for change in try changes(object) {
      let conclusions = try #require(change["conclusions"]?.elements)
      let amount = try #require(
        conclusions.first { $0["conclusion"]?.text == "minor_by_amount" })
      let rule = try #require(amount["rules"]?.elements?.first)
      #expect(rule["rule"]?.text == "sx25.a10.amount")
      #expect(rule["document"]?.text == "晋环规〔2025〕2号")
      #expect(rule["locator"]?.text == "第十条")
    }
  }

  @Test("an answer to an open question changes the leads that turn on it")
  func answer() throws {
    let bench = try SampleRun.made.workbench
    let object = try compare(bench, "2026Q3", "--answer", "A-03=true")
    let small = try reported(bench, basis: ["appraisal_report"]) { $0 <= 300_000 }
    #expect(!small.isEmpty)
    #expect(try leads(object, "minor_by_amount", from: "U", to: "T") == small)
  }

  @Test("what stands before is what the report says, and the counts are those of the leads")
  func before() throws {
    let bench = try SampleRun.made.workbench
    for quarter in ["2026Q2", "2026Q3"] {
      let rows = try bench.table("leads", of: quarter).named
      let object = try compare(bench, quarter, "--pack", "national-2025")
      let counts = try #require(
        object["variants"]?.elements?.first?["dispositions"]?.elements)
      for count in counts {
        let reported = rows.count { $0["disposition"] == count["disposition"]?.text }
        #expect(count["before"]?.number == reported)
      }
      #expect(counts.reduce(0) { $0 + ($1["after"]?.number ?? 0) } == rows.count)
      let reportedValue = Dictionary(
        rows.map { ($0["lead_id"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
      var compared = 0
      for change in try changes(object) {
        let row = try #require(reportedValue[change["lead_id"]?.text ?? ""])
        #expect(change["disposition"]?["before"]?.text == row["disposition"])
        for one in change["conclusions"]?.elements ?? [] {
          guard let value = row[one["conclusion"]?.text ?? ""] else { continue }
          compared += 1
          #expect(one["before"]?.text == value)
          #expect(one["before"]?.text != one["after"]?.text)
        }
      }
      #expect(compared > 10)
    }
  }

  @Test("the bounds run says between what the leads lie that may be not initiated")
  func bounds() throws {
    let bench = try SampleRun.made.workbench
    let object = try compare(bench, "--red-lines")
    let bounds = try #require(object["bounds"]?.elements)
    let bound = try #require(bounds.first { $0["disposition"]?.text == "may_not_initiate" })
    let (least, most) = (try #require(bound["least"]?.number), try #require(bound["most"]?.number))
    #expect(least < most)
    let variants = try #require(object["variants"]?.elements)
    #expect(variants.compactMap { $0["variant"]?.text } == ["all_inside", "all_outside"])
    let after = variants.compactMap { variant in
      variant["dispositions"]?.elements?
        .first { $0["disposition"]?.text == "may_not_initiate" }?["after"]?.number
    }
    #expect(after == [least, most])
    // Only what the report leaves unknown is replaced.
    let unknown = Set(
      try bench.table("leads", of: "2026Q3").named.filter {
        $0["in_red_line"] == "U" || $0["in_nature_reserve"] == "U"
      }.compactMap { $0["lead_id"] })
    for place in variants.indices {
      let changed = Set(try changes(object, variant: place).compactMap { $0["lead_id"]?.text })
      #expect(!changed.isEmpty)
      #expect(changed.isSubset(of: unknown))
    }
    let page = try bench.run(["rules", "compare", "--red-lines"])
    #expect(page.status == 0)
    #expect(page.output.contains("可以不启动的在 \(least) 至 \(most) 件之间"))
    let english = try bench.run(["rules", "compare", "--red-lines", "--lang", "en"])
    #expect(english.output.contains("Between \(least) and \(most) may be not initiated"))
    #expect(page.output.contains("未知事实，除所写假设外仍为未知；件数只按处置建议计"))
    #expect(
      english.output.contains(
        "stay unknown, unless named above. The counts are of the proposal only"))
  }

  @Test("each lead by its day of occurrence; those without one stay and are counted")
  func occurrence() throws {
    let bench = try SampleRun.made.workbench
    let object = try compare(bench, "--as-of", "occurrence")
    let undated = try bench.table("leads", of: "2026Q3").named.count {
      $0["occurrence_date"] == ""
    }
    #expect(object["variants"]?.elements?.first?["undated"]?.number == undated)
    let other = try compare(bench, "--as-of", "2025-07-09")
    #expect(other["variants"]?.elements?.first?["undated"]?.number == 0)
    #expect(!(try changes(other)).isEmpty, "another law applied the day before")
  }

  @Test("the CSV has the same changes, a row for each rule, and no change is a header")
  func csv() throws {
    let bench = try SampleRun.copy()
    let object = try compare(
      bench, "--set", "minor_amount_max=2000.00", "--csv", "changes.csv")
    let table = try StrictCSV(Array(try Data(contentsOf: bench.path("changes.csv"))))
    #expect(
      table.header == [
        "variant", "lead_id", "disposition_before", "disposition_after", "conclusion", "before",
        "after", "rule", "rule_before", "rule_after", "document", "locator",
      ])
    var expected: [[String]] = []
    for change in try changes(object) {
      for one in change["conclusions"]?.elements ?? [] {
        for rule in one["rules"]?.elements ?? [] {
          let values = [
            change["lead_id"], change["disposition"]?["before"], change["disposition"]?["after"],
            one["conclusion"], one["before"], one["after"], rule["rule"], rule["before"],
            rule["after"], rule["document"], rule["locator"],
          ]
          expected.append(["what_if"] + values.map { $0?.text ?? "" })
        }
      }
    }
    #expect(table.rows == expected)
    let same = try bench.run(
      ["rules", "compare", "--set", "minor_amount_max=3000.00", "--csv", "none.csv"])
    #expect(same.status == 0)
    #expect(same.output.contains("没有线索会变化"))
    #expect(try StrictCSV(Array(try Data(contentsOf: bench.path("none.csv")))).rows.isEmpty)
    let nowhere = ["rules", "compare", "--red-lines", "--csv", "no/such/folder.csv"]
    #expect(try bench.run(nowhere).status == 73)
  }

  @Test("nothing is recorded and no report is touched")
  func untouched() throws {
    let bench = try SampleRun.copy()
    let (ledger, reports) = (try bench.ledgerDigest(), try bench.digest("Reports"))
    let page = try bench.run(["rules", "compare", "--fact", "damage_confirmed=true"])
    #expect(page.status == 0)
    #expect(try bench.ledgerDigest() == ledger)
    #expect(try bench.digest("Reports") == reports)
    // A number of digits does not move the columns of a table with Chinese words.
    let lines = page.output.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.lastIndex { $0.hasPrefix("处置建议") })
    let widths = lines[start...].prefix { !$0.isEmpty }.map { line in
      line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    }
    #expect(widths.count == 8, "a title, a rule and six proposals")
    #expect(Set(widths).count == 1, "\(page.output)")
  }

  /// A wrong what-if and what its message must name.
  static let mistakes: [([String], [String])] = [
    ([], ["E518"]), (["--pack", "nowhere"], ["nowhere", "shanxi-2025", "national-2025"]),
    (["--set", "major_max=1"], ["major_max", "minor_amount_max"]),
    (["--set", "minor_amount_max"], ["minor_amount_max"]),
    (["--set", "minor_amount_max=5,000"], ["5,000"]),
    (["--set", "minor_amount_max=3e3"], ["3e3"]),
    (["--answer", "A-99=true"], ["A-99", "A-03"]), (["--answer", "A-03=yes"], ["yes", "open"]),
    (["--assume", "nowhere=true"], ["nowhere", "shanxi-2025"]),
    (["--fact", "in_reserve=true"], ["in_reserve", "in_nature_reserve"]),
    (["--fact", "damage_amount_determined=true"], ["damage_amount_determined"]),
    (["--red-lines", "--fact", "in_red_line=true"], ["--red-lines"]),
    (["--as-of", "2026-02-30"], ["2026-02-30"]), (["2026Q5", "--red-lines"], ["2026Q5"]),
  ]

  @Test("a what-if that cannot be is 64 and says what there is", arguments: mistakes)
  func mistake(arguments: [String], words: [String]) throws {
    let bench = try SampleRun.made.workbench
    for language in ["zh", "en"] {
      let outcome = try bench.run(["rules", "compare", "--lang", language] + arguments)
      #expect(outcome.status == 64, "\(outcome.everything)")
      #expect(outcome.output.isEmpty)
      for word in words { #expect(outcome.messages.contains(word), "\(outcome.messages)") }
      for name in PublicNames.typeNames { #expect(!outcome.messages.contains(name), "\(name)") }
    }
  }

  @Test("a quarter that was never screened, or no ledger at all, is 66")
  func missing() throws {
    let bench = try SampleRun.made.workbench
    #expect(try bench.run(["rules", "compare", "2030Q1", "--red-lines"]).status == 66)
    #expect(try Workbench().run(["rules", "compare", "--red-lines"]).status == 66)
  }

  @Test("help names every option in both languages")
  func help() throws {
    let folder = try TemporaryFolder()
    for (language, word) in [("zh", "季度"), ("en", "quarter")] {
      let page = try LeadscreenProgram.run(
        ["rules", "compare", "--help", "--lang", language], in: folder.url)
      #expect(page.status == 0)
      for option in [
        "--pack", "--as-of", "--set", "--answer", "--assume", "--fact", "--red-lines", "--csv",
        "--workspace", "--json", "--quiet", word,
      ] {
        #expect(page.output.contains(option), "\(option)")
      }
    }
  }
}
