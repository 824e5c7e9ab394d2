internal import Ledger
internal import Reports
internal import Vocabulary

/// The decisions that files hold, and everything that is wrong with them.
struct DecisionReading {
  private(set) var judgements: [Judgement] = []
  private(set) var problems: [Problem] = []
  /// Rows nobody has filled in.
  private(set) var unanswered = 0
  private(set) var forwarded: [Wording] = []

  private let subjects: DecisionSubjects
  private let asOf: Day?
  private let latest: Day?

  /// `asOf` is the day of rows that state none; a day after `latest` is refused.
  init(_ subjects: DecisionSubjects, asOf: Day?, latest: Day?) {
    self.subjects = subjects
    self.asOf = asOf
    self.latest = latest
  }

  /// Reads a file's rows; what is wrong is kept, row by row, with its line.
  mutating func read(
    _ table: FilledTable<DecisionColumn>, _ contents: borrowing LedgerContents
  ) throws(Failure) {
    for row in table.rows {
      guard row.isAnswered else {
        unanswered += 1
        continue
      }
      do throws(Failure) {
        let verdict = try verdict(row, table)
        let day = try day(row, table)
        try complete(row, table)
        let found = try subjects.find(row, contents)
        forwarded += found.forwarded.filter { !forwarded.contains($0) }
        judgements.append(
          Judgement(
            pair: found.pair, verdict: verdict, person: row[.person], day: day,
            reason: row[.reason], item: found.item, evidence: found.evidence, file: table.shown,
            sha256: table.sha256, line: row.line))
      } catch {
        // What is no matter of the row, a ledger that cannot be read, ends it all.
        guard error.status == .unusableInput, !error.problems.contains(where: { $0.file != nil })
        else { throw error }
        problems += error.problems.map { problem in
          var problem = table.placed(problem, line: row.line)
          problem.column = problem.column.map { title(of: $0, in: table) }
          return problem
        }
      }
    }
  }

  /// The title as the file has it of a column that goes by several.
  private func title(of column: String, in table: FilledTable<DecisionColumn>) -> String {
    DecisionColumn.allCases.first { $0.titles.contains(column) }.flatMap { table.titles[$0] }
      ?? column
  }

  private func verdict(_ row: FilledRow<DecisionColumn>, _ table: FilledTable<DecisionColumn>)
    throws(Failure) -> Verdict
  {
    let words: [Verdict: [String]] = [
      .same: ["同一", "相同", "same"], .different: ["不同", "不同一", "different"],
      .unsure: ["不能确定", "不确定", "unsure"],
    ]
    let text = row[.verdict].lowercased()
    guard let verdict = Verdict.allCases.first(where: { words[$0]?.contains(text) == true }) else {
      throw Failure(
        .unusableInput, .unknownVerdict, column: table.titles[.verdict], value: row[.verdict])
    }
    return verdict
  }

  private func day(_ row: FilledRow<DecisionColumn>, _ table: FilledTable<DecisionColumn>)
    throws(Failure) -> Day
  {
    if row[.day].isEmpty, let asOf { return asOf }
    guard let day = try table.day(row, .day) else {
      throw Failure(.unusableInput, .incompleteDecision, column: table.titles[.day])
    }
    if let latest, day > latest {
      throw Failure(
        .unusableInput, .implausibleDate, column: table.titles[.day], value: row[.day],
        detail: Wording(zh: "晚于 \(latest)，判定不能先于其日期", en: "after \(latest): nobody has decided yet")
      )
    }
    return day
  }

  private func complete(_ row: FilledRow<DecisionColumn>, _ table: FilledTable<DecisionColumn>)
    throws(Failure)
  {
    for column in [DecisionColumn.person, .reason] where row[column].isEmpty {
      throw Failure(.unusableInput, .incompleteDecision, column: table.titles[column])
    }
    // Longer texts are no reasons but something pasted by mistake.
    for (column, limit) in [(DecisionColumn.person, 200), (.reason, 8_000)]
    where row[column].utf8.count > limit {
      throw Failure(.unusableInput, .valueTooLong, column: table.titles[column])
    }
  }
}
