internal import Ledger
internal import Normalise
internal import Vocabulary

/// The results of checks that files hold, and everything that is wrong with them.
struct VerificationReading {
  /// A row that was understood.
  struct Row {
    let verification: Verification
    let found: VerificationSubjects.Found
    /// The title of the column with the reason, for messages.
    let reasonTitle: String
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [Problem] = []
  /// Rows nobody has filled in.
  private(set) var blank = 0
  private(set) var forwarded: [Wording] = []

  private let subjects: VerificationSubjects
  private let asOf: Day?

  /// `asOf` is the day of rows that state none.
  init(_ subjects: VerificationSubjects, asOf: Day?) {
    self.subjects = subjects
    self.asOf = asOf
  }

  /// Reads a table's rows; what is wrong is kept, row by row, with its place.
  mutating func read(
    _ table: FilledTable<VerificationColumn>, _ contents: borrowing LedgerContents
  ) throws(Failure) {
    for row in table.rows {
      guard row.isAnswered else {
        blank += 1
        continue
      }
      var cells = VerificationCells(row, of: table, asOf: asOf)
      let found = try subjects.find(row[.lead], contents)
      if found == nil {
        cells.add(Problem(.unknownSubject, column: table.title(of: .lead), value: row[.lead]))
      }
      if let note = found?.forwarded, !forwarded.contains(note) { forwarded.append(note) }
      let verification = cells.verification(of: found)
      problems += cells.problems
      guard let found, let verification, cells.problems.isEmpty else { continue }
      rows.append(
        Row(
          verification: verification, found: found, reasonTitle: table.title(of: .reason)))
    }
  }
}

/// The cells of one row, each read for itself so that all that is wrong with it is named.
private struct VerificationCells {
  private let row: FilledRow<VerificationColumn>
  private let table: FilledTable<VerificationColumn>
  private let asOf: Day?
  private(set) var problems: [Problem] = []

  init(
    _ row: FilledRow<VerificationColumn>, of table: FilledTable<VerificationColumn>, asOf: Day?
  ) {
    self.row = row
    self.table = table
    self.asOf = asOf
  }

  mutating func add(_ problem: Problem) { problems.append(table.placed(problem, line: row.line)) }

  /// The row as it stands; `nil` if it lacks what it must have.
  mutating func verification(of found: VerificationSubjects.Found?) -> Verification? {
    let finding = word(.finding, VerificationWords.finding)
    let day = row[.day].isEmpty ? asOf : self.day(.day)
    let restoration = word(.restoration, VerificationWords.restoration)
    let (assessment, decision) = (self.assessment(), self.decision())
    let fedBackOn = self.day(.fedBackOn)
    for column in [VerificationColumn.finding, .day, .person]
    where row[column].isEmpty && !(column == .day && asOf != nil) {
      lacks(column)
    }
    // Longer texts are no names or reasons but something pasted by mistake.
    for (column, limit) in [(VerificationColumn.person, 200), (.remark, 8_000)]
    where row[column].utf8.count > limit {
      add(Problem(.valueTooLong, column: table.title(of: column)))
    }
    guard problems.isEmpty, let finding, let day, let found else { return nil }
    let verification = Verification(
      record: found.record, finding: finding, day: day, assessment: assessment,
      restoration: restoration, decision: decision, remark: row[.remark], fedBackOn: fedBackOn,
      person: row[.person],
      place: .init(
        file: table.shown, sha256: table.sha256, sheet: table.sheet, line: row.line))
    for (column, flaw) in verification.flaws(since: found.occurrence) {
      add(
        Problem(
          .contradictoryVerifications, column: table.title(of: column), value: row[column],
          detail: flaw))
    }
    return verification
  }

  private mutating func day(_ column: VerificationColumn) -> Day? {
    do throws(Failure) {
      return try table.day(row, column)
    } catch {
      for problem in error.problems { add(problem) }
      return nil
    }
  }

  /// An amount and its standing, which need each other.
  private mutating func assessment() -> Verification.Assessment? {
    let basis = word(.basis, VerificationWords.basis)
    let bytes = Array(row[.amount].utf8)
    switch readAmount(bytes.span, fenPerUnit: 100) {
    case .value(let amount):
      guard !row[.basis].isEmpty else {
        lacks(.basis)
        return nil
      }
      return basis.map { Verification.Assessment(amount: amount, basis: $0) }
    case .missing:
      if !row[.basis].isEmpty { lacks(.amount) }
      return nil
    case .flagged(let amount, let code, let detail):
      // A unit in the cell other than the title's is read as it stands; less than a fen is not.
      if code == .unreadableAmount, let basis {
        return Verification.Assessment(amount: amount, basis: basis)
      }
      add(
        Problem(
          code, column: table.title(of: .amount), value: row[.amount], detail: detail))
    case .unreadable(let code, let detail):
      add(
        Problem(
          code, column: table.title(of: .amount), value: row[.amount], detail: detail))
    }
    return nil
  }

  private mutating func decision() -> Verification.Decision? {
    let initiated = word(.initiated, VerificationWords.initiated)
    let reason = word(.reason, VerificationWords.reason)
    guard problems.isEmpty else { return nil }
    switch (initiated, reason) {
    case (true, nil): return .initiated
    case (true, .some):
      add(
        Problem(
          .contradictoryVerifications, column: table.title(of: .reason), value: row[.reason],
          detail: Wording(zh: "启动索赔的没有不启动理由", en: "a claim that is pressed has no such reason")))
    case (false, nil): lacks(.reason)
    case (nil, .some): lacks(.initiated)
    case (false, .other?) where row[.remark].isEmpty: lacks(.remark)
    case (false, let reason?): return .notInitiated(reason)
    case (nil, nil): break
    }
    return nil
  }

  /// The word of a cell; `nil` for a blank one.
  private mutating func word<Value>(
    _ column: VerificationColumn, _ words: [(Value, [String])]
  ) -> Value? {
    let text = row[column]
    guard !text.isEmpty else { return nil }
    let folded = VerificationWords.folded(text)
    if let known = words.first(where: { $0.1.contains { VerificationWords.folded($0) == folded } })
    {
      return known.0
    }
    add(Problem(.unknownVerificationWord, column: table.title(of: column), value: text))
    return nil
  }

  private mutating func lacks(_ column: VerificationColumn) {
    add(Problem(.incompleteVerification, column: table.title(of: column)))
  }
}

/// What may stand in the cells of a row.
private enum VerificationWords {
  static let finding: [(VerificationFinding, [String])] = VerificationFinding.allCases.map {
    let more: [String] =
      switch $0 {
      case .damage: ["造成损害"]
      case .noDamage: ["未造成损害"]
      case .open: ["不能确定"]
      case .withdrawn: ["撤回"]
      }
    return ($0, [$0.rawValue, $0.wording.zh] + more)
  }

  static let basis: [(DamageBasis, [String])] = DamageBasis.allCases.filter { $0 != .estimate }
    .map { ($0, [$0.name, $0.term]) }

  static let restoration: [(RestorationRoute, [String])] = RestorationRoute.allCases.map {
    ($0, [$0.name, $0.condition.zh])
  }

  static let initiated: [(Bool, [String])] = [
    (true, ["T", "是", "启动", "true"]), (false, ["F", "否", "不启动", "false"]),
  ]

  static let reason: [(NotInitiatedReason, [String])] = NotInitiatedReason.allCases.map {
    ($0, [$0.rawValue, $0.title, $0.term])
  }

  /// Letters in lower case, brackets in their wide form, spaces left out.
  static func folded(_ text: String) -> String {
    text.lowercased().replacing("(", with: "（").replacing(")", with: "）").replacing(" ", with: "")
      .replacing("\u{3000}", with: "")
  }
}

extension Verification {
  /// What contradicts itself in the row, each with its column; `occurrence` is the first day an act of
  /// the lead took place.
  fileprivate func flaws(since occurrence: Day?) -> [(VerificationColumn, Wording)] {
    var flaws: [(VerificationColumn, Wording)] = []
    let reason = decision?.reason
    if finding == .withdrawn,
      assessment != nil || restoration != nil || decision != nil || fedBackOn != nil
    {
      flaws.append(
        (.finding, Wording(zh: "撤回的行不填其他结果", en: "a row that takes back states nothing else")))
      return flaws
    }
    if finding != .damage {
      if let assessment, assessment.amount.fen > 0 {
        flaws.append(
          (
            .amount,
            Wording(
              zh: "“\(finding.wording.zh)”与大于零的损害金额不能并存",
              en: "an amount above zero is damage, not “\(finding.wording.en)”")
          ))
      }
      if decision == .initiated {
        flaws.append(
          (
            .initiated,
            Wording(
              zh: "“\(finding.wording.zh)”不能启动索赔",
              en: "no claim can be pressed on “\(finding.wording.en)”")
          ))
      }
    }
    if reason == .noDamage && finding != .noDamage
      || reason?.isMinorDamage == true && finding != .damage
    {
      flaws.append(
        (
          .reason,
          Wording(
            zh: "该理由与“\(finding.wording.zh)”不能并存",
            en: "the reason does not go with “\(finding.wording.en)”")
        ))
    }
    guard let occurrence else { return flaws }
    for (column, stated) in [(VerificationColumn.day, day), (.fedBackOn, fedBackOn)] {
      guard let stated, stated < occurrence else { continue }
      flaws.append(
        (
          column,
          Wording(
            zh: "\(stated) 早于案发日期 \(occurrence)", en: "\(stated) is before the act of \(occurrence)"
          )
        ))
    }
    return flaws
  }
}
