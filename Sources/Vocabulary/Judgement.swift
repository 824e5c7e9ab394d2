/// What two things are one as; raw values are stored and public.
package enum JoinScope: String, Sendable, Hashable, CaseIterable {
  case lead, obligor

  /// What officials read.
  package var wording: Wording {
    switch self {
    case .lead: Wording(zh: "线索", en: "lead")
    case .obligor: Wording(zh: "赔偿义务人", en: "obligor")
    }
  }
}

/// Two source records of which it is asked whether they are one lead's or one obligor's.
///
/// Records are known by what they say, so that the pair means the same in every run and ledger. The
/// order in which two are given makes no difference.
package struct RecordPair: Hashable, Comparable, Sendable {
  package let scope: JoinScope
  /// Comes before `second`.
  package let first: ContentHash
  package let second: ContentHash

  /// The pair of two records; `nil` for a record with itself.
  package init?(_ scope: JoinScope, _ one: ContentHash, _ other: ContentHash) {
    guard one != other else { return nil }
    self.scope = scope
    first = min(one, other)
    second = max(one, other)
  }

  /// Leads before obligors, then by the records.
  package static func < (left: RecordPair, right: RecordPair) -> Bool {
    (left.scope.rawValue, left.first, left.second)
      < (right.scope.rawValue, right.first, right.second)
  }
}

/// What a person says of a pair of records; raw values are stored and public.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
  case same, different, unsure

  /// What officials write and read.
  package var wording: Wording {
    switch self {
    case .same: Wording(zh: "同一", en: "same")
    case .different: Wording(zh: "不同", en: "different")
    case .unsure: Wording(zh: "不能确定", en: "unsure")
    }
  }
}

/// A person's decision whether two records are one lead's or one obligor's.
package struct Judgement: Sendable, Hashable {
  package var pair: RecordPair
  package var verdict: Verdict
  package var person: String
  package var day: Day
  package var reason: String
  /// The review item it answers; `nil` where the person named the two sides.
  package var item: String?
  /// SHA-256 of what was known when it was asked; empty where nothing was asked.
  package var evidence: String
  /// The file it came in, its SHA-256, and the line there, counted from 1.
  package var file: String
  package var sha256: String
  package var line: Int

  /// A decision of those values.
  package init(
    pair: RecordPair, verdict: Verdict, person: String, day: Day, reason: String,
    item: String? = nil, evidence: String = "", file: String, sha256: String, line: Int
  ) {
    self.pair = pair
    self.verdict = verdict
    self.person = person
    self.day = day
    self.reason = reason
    self.item = item
    self.evidence = evidence
    self.file = file
    self.sha256 = sha256
    self.line = line
  }

  /// `张三 2026-10-20 判定为同一线索：同一排口`.
  package var sentence: String { wording.zh }

  /// The same in both languages; the person's own words stay as they are.
  package var wording: Wording {
    let claim =
      switch verdict {
      case .same: "one and the same \(pair.scope.wording.en)"
      case .different: "not the same \(pair.scope.wording.en)"
      case .unsure: "cannot tell whether the same \(pair.scope.wording.en)"
      }
    return Wording(
      zh: "\(person) \(day) 判定\(verdict == .unsure ? "是否" : "为")"
        + "\(verdict == .different ? "不同" : "同一")\(pair.scope.wording.zh)"
        + "\(verdict == .unsure ? "不能确定" : "")：\(reason)",
      en: "\(person) \(day) decided: \(claim): \(reason)")
  }

  /// Whether the other says the same of the same pair in the same person's words.
  package func isRepeated(by other: Judgement) -> Bool {
    (pair, verdict, person) == (other.pair, other.verdict, other.person)
      && (day, reason) == (other.day, other.reason)
  }
}

/// The decision that a join rests on, as the ledger holds it.
package struct JoinDecision: Sendable, Hashable {
  /// Counts up with every decision of the ledger, from 1.
  package let number: Int64
  package let person: String
  package let day: Day

  /// The decision of that number.
  package init(number: Int64, person: String, day: Day) {
    self.number = number
    self.person = person
    self.day = day
  }

  /// `张三 2026-10-20`, as matches.csv has it.
  package var signature: String { "\(person) \(day)" }
}
