package import Vocabulary

/// Why two records were joined, by their names (`Inputs/2026Q3/督察.csv#12`).
package struct MatchEntry: Sendable, Hashable {
  /// One piece of a weighed join, in Chinese, with its weight in thousandths of a bit.
  package struct Step: Sendable, Hashable {
    package let words: String
    package let weight: Int32

    /// A piece of that weight.
    package init(words: String, weight: Int32) {
      self.words = words
      self.weight = weight
    }
  }

  /// What the two records are one of.
  package var scope: JoinScope
  package var lead: LeadID?
  package var recordA: String
  package var recordB: String
  package var rule: JoinRule
  package var evidence: String
  /// In thousandths of a bit; `nil` for a sure key.
  package var weight: Int32?
  /// The pieces of the weight; empty where nothing was weighed.
  package var waterfall: [Step]
  /// The person who decided and the day; `nil` where a rule did.
  package var decidedBy: String?

  /// A joining of two records; `evidence` says in Chinese what was equal, and how much that weighs.
  package init(
    scope: JoinScope = .lead, lead: LeadID?, recordA: String, recordB: String, rule: JoinRule,
    evidence: String, weight: Int32? = nil, waterfall: [Step] = [], decidedBy: String? = nil
  ) {
    self.scope = scope
    self.weight = weight
    self.waterfall = waterfall
    self.decidedBy = decidedBy
    self.lead = lead
    self.recordA = recordA
    self.recordB = recordB
    self.rule = rule
    self.evidence = evidence
  }
}

/// Two records that were not joined though enough, or nearly enough, speaks for it.
package struct RefusalEntry: Sendable, Hashable {
  /// What stands in place of a rule of joining: the word of matches.csv, and what officials read.
  static let rule = "refused"
  static let ruleTerm = "未合并"

  /// The leads of the two, in order; one, where the other is an earlier case.
  package var leads: [LeadID]
  package var recordA: String
  package var recordB: String
  /// Why not, and what spoke for it, in Chinese.
  package var evidence: String
  /// In thousandths of a bit; `nil` where a rule would have joined.
  package var weight: Int32?

  /// A refusal with those values.
  package init(
    leads: [LeadID], recordA: String, recordB: String, evidence: String, weight: Int32?
  ) {
    self.leads = leads
    self.recordA = recordA
    self.recordB = recordB
    self.evidence = evidence
    self.weight = weight
  }
}

/// The records of one lead side by side.
package struct SideBySideEntry: Sendable, Hashable {
  /// Records shown of one lead; data/records.csv names them all.
  package static let recordLimit = 6

  /// One column.
  package struct Record: Sendable, Hashable {
    package let name: String
    package let line: Int
    package let kind: SourceKind
    /// Whether a newer version of the record replaces what it states.
    package let isSuperseded: Bool

    /// A record of those values; `line` is counted from 1.
    package init(name: String, line: Int, kind: SourceKind, isSuperseded: Bool) {
      self.name = name
      self.line = line
      self.kind = kind
      self.isSuperseded = isSuperseded
    }
  }

  /// One row: a field in Chinese and what each record says; empty where it says nothing.
  package struct Line: Sendable, Hashable {
    package let term: String
    package let values: [String]
    /// Whether the lead takes that record's word.
    package let isTaken: [Bool]
    package let differs: Bool

    /// A row of those values.
    package init(term: String, values: [String], isTaken: [Bool], differs: Bool) {
      self.term = term
      self.values = values
      self.isTaken = isTaken
      self.differs = differs
    }
  }

  package let records: [Record]
  /// How many more records the lead has.
  package let left: Int
  package let lines: [Line]

  /// The first records of a lead with what they state.
  package init(records: [Record], left: Int, lines: [Line]) {
    self.records = records
    self.left = left
    self.lines = lines
  }
}
