/// What the check of a lead found (核查结论); raw values are stored and public.
package enum VerificationFinding: String, Sendable, Hashable, CaseIterable {
  case damage
  case noDamage = "no_damage"
  /// Checked, and still open.
  case open
  /// What was stated before is taken back.
  case withdrawn

  /// What officials write and read.
  package var wording: Wording {
    switch self {
    case .damage: Wording(zh: "造成生态环境损害", en: "damage")
    case .noDamage: Wording(zh: "未造成生态环境损害", en: "no damage")
    case .open: Wording(zh: "尚不能确定", en: "cannot tell yet")
    case .withdrawn: Wording(zh: "撤回以前的核查结果", en: "earlier results taken back")
    }
  }

  /// Whether there is damage; unknown where it is open.
  package var damage: Truth {
    switch self {
    case .damage: .true
    case .noDamage: .false
    case .open, .withdrawn: .unknown
    }
  }
}

/// What people found out and decided about one lead on a day (核查结果), as one row states it.
package struct Verification: Sendable, Hashable {
  /// A damage amount that was determined, and how.
  package struct Assessment: Sendable, Hashable {
    package var amount: Money
    package var basis: DamageBasis

    /// An amount of that standing; `basis` is no estimate.
    package init(amount: Money, basis: DamageBasis) {
      self.amount = amount
      self.basis = basis
    }
  }

  /// Whether a claim is pressed, and why not.
  package enum Decision: Sendable, Hashable {
    case initiated
    case notInitiated(NotInitiatedReason)

    /// `nil` for a claim that is pressed.
    package var reason: NotInitiatedReason? {
      switch self {
      case .initiated: nil
      case .notInitiated(let reason): reason
      }
    }
  }

  /// Where a row stood that people filled in.
  package struct Place: Sendable, Hashable {
    /// The file and its SHA-256; its sheet, `nil` in a file that has none.
    package var file: String
    package var sha256: String
    package var sheet: String?
    /// Counted from 1.
    package var line: Int

    /// A row of a file.
    package init(file: String, sha256: String, sheet: String? = nil, line: Int) {
      self.file = file
      self.sha256 = sha256
      self.sheet = sheet
      self.line = line
    }

    /// `ledger.xlsx[线索台账]:5`, as messages name it.
    package var name: String { "\(file)\(sheet.map { "[\($0)]" } ?? ""):\(line)" }
  }

  /// What a record of the lead says, by which the lead is known whatever its id is by then.
  package var record: ContentHash
  package var finding: VerificationFinding
  /// The day of the check.
  package var day: Day
  package var assessment: Assessment?
  /// Whether the damage is restored, and how.
  package var restoration: RestorationRoute?
  package var decision: Decision?
  /// What explains the decision; may be empty.
  package var remark: String
  /// When the procuratorate was answered.
  package var fedBackOn: Day?
  package var person: String
  package var place: Place

  /// A row of those values; what is left out it does not state.
  package init(
    record: ContentHash, finding: VerificationFinding, day: Day, assessment: Assessment? = nil,
    restoration: RestorationRoute? = nil, decision: Decision? = nil, remark: String = "",
    fedBackOn: Day? = nil, person: String,
    place: Place
  ) {
    self.record = record
    self.finding = finding
    self.day = day
    self.assessment = assessment
    self.restoration = restoration
    self.decision = decision
    self.remark = remark
    self.fedBackOn = fedBackOn
    self.person = person
    self.place = place
  }

  /// Whether a claim is pressed; unknown while nobody has decided.
  package var initiated: Truth {
    switch decision {
    case .initiated: .true
    case .notInitiated: .false
    case nil: .unknown
    }
  }
}

extension Verification {
  /// What holds of a lead after all rows about it, in any order; `nil` where nothing is stated or all
  /// was taken back.
  ///
  /// Rows count by their days, those of one day in the order given, which is that of their taking in.
  package static func standing(_ rows: some Sequence<Verification>) -> Verification? {
    let ordered = rows.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }
    return ordered.reduce(nil as Verification?) { $1.element.following($0) }
  }

  /// What holds once this row comes after what held before.
  ///
  /// A blank cell says nothing: what it leaves out stands, unless the finding is another one.
  func following(_ earlier: Verification?) -> Verification? {
    guard finding != .withdrawn else { return nil }
    guard let earlier, earlier.finding == finding else { return self }
    var standing = self
    standing.assessment = assessment ?? earlier.assessment
    standing.restoration = restoration ?? earlier.restoration
    standing.fedBackOn = fedBackOn ?? earlier.fedBackOn
    if decision == nil { standing.decision = earlier.decision }
    // What explained another decision explains this one no more.
    if remark.isEmpty, standing.decision == earlier.decision { standing.remark = earlier.remark }
    return standing
  }

  /// Whether both are of one day and one of them states what the other states otherwise; who checked
  /// and how it is explained is no result.
  package func contradicts(_ other: Verification) -> Bool {
    guard day == other.day else { return false }
    func differ<Value: Equatable>(_ one: Value?, _ another: Value?) -> Bool {
      one != nil && another != nil && one != another
    }
    return finding != other.finding || differ(assessment, other.assessment)
      || differ(restoration, other.restoration) || differ(decision, other.decision)
      || differ(fedBackOn, other.fedBackOn)
  }

  /// Whether a row states nothing beyond this one, in the same person's name.
  package func covers(_ row: Verification) -> Bool {
    func isCovered<Value: Equatable>(_ value: Value?, by own: Value?) -> Bool {
      value == nil || value == own
    }
    return (finding, day, person) == (row.finding, row.day, row.person)
      && isCovered(row.assessment, by: assessment)
      && isCovered(row.restoration, by: restoration) && isCovered(row.decision, by: decision)
      && isCovered(row.fedBackOn, by: fedBackOn) && (row.remark.isEmpty || row.remark == remark)
  }
}

extension Verification {
  /// `造成生态环境损害；认定损害 5000.00 元（专家评估）；决定不启动索赔：N03a …；已于 … 反馈检察机关`.
  package var results: Wording {
    var zh = [finding.wording.zh]
    var en = [finding.wording.en]
    if let assessment {
      zh.append("认定损害 \(assessment.amount) 元（\(assessment.basis.term)）")
      en.append("\(assessment.amount) yuan (\(assessment.basis.name))")
    }
    if let restoration {
      zh.append(restoration.condition.zh)
      en.append(restoration.condition.en)
    }
    switch decision {
    case .initiated:
      zh.append("决定启动索赔")
      en.append("a claim is pressed")
    case .notInitiated(let reason):
      zh.append("决定不启动索赔：\(reason.title)")
      en.append("no claim is pressed: \(reason.rawValue) \(reason.wording.en)")
    case nil: break
    }
    if !remark.isEmpty {
      zh.append(remark)
      en.append(remark)
    }
    if let fedBackOn {
      zh.append("已于 \(fedBackOn) 反馈检察机关")
      en.append("the procuratorate was answered on \(fedBackOn)")
    }
    return Wording(zh: zh.joined(separator: "；"), en: en.joined(separator: "; "))
  }

  /// The results with who checked and when: `2026-10-20 张三 核查：造成生态环境损害；…（ledger.xlsx[线索台账]:5）`.
  package var sentence: Wording {
    Wording(
      zh: "\(day) \(person) 核查：\(results.zh)（\(place.name)）",
      en: "\(person), \(day): \(results.en) (\(place.name))")
  }

  /// What a fact rests on that this row states, as traces say it.
  package var source: Wording {
    Wording(
      zh: "核查结果，\(day)，\(place.name)", en: "result of the check of \(day), \(place.name)")
  }
}
