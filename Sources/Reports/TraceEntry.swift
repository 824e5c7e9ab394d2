package import Vocabulary

/// Why each conclusion about a lead is what it is, for the page: the rules by their place in the
/// rule directory, the rest in words.
package struct TraceEntry: Sendable, Hashable {
  /// One conclusion with every rule considered.
  package struct Finding: Sendable, Hashable {
    package var term: String
    package var value: Truth
    /// What would settle it if it is unknown and its own grounds do not name, in Chinese.
    package var missing: [String]
    package var grounds: [Ground]
    /// Equal for findings that say the same, of whichever lead; `nil` where that was not looked at.
    package var pattern: Int?

    /// A conclusion with its rules in the order of the packs.
    package init(
      term: String, value: Truth, missing: [String], grounds: [Ground], pattern: Int? = nil
    ) {
      self.pattern = pattern
      self.term = term
      self.value = value
      self.missing = missing
      self.grounds = grounds
    }
  }

  /// Rules that ask the same of the same facts, with what came of each, and what they ask.
  package struct Ground: Sendable, Hashable {
    package var rules: [Citation]
    package var condition: [Piece]

    /// Rules with the condition they share; no condition for what is out of force or displaced.
    package init(rules: [Citation], condition: [Piece]) {
      self.rules = rules
      self.condition = condition
    }
  }

  /// A rule and what came of it.
  package struct Citation: Sendable, Hashable {
    /// Its place among `RuleDirectory.rules`.
    package var rule: Int
    /// `nil` for a rule that does not count.
    package var value: Truth?
    /// Why it does not count or perhaps does not, in Chinese; may be empty.
    package var remark: String

    /// A rule with its value.
    package init(rule: Int, value: Truth?, remark: String = "") {
      self.rule = rule
      self.value = value
      self.remark = remark
    }
  }

  /// A stretch of a condition.
  package enum Piece: Sendable, Hashable {
    case text(String)
    /// The value of what stands before.
    case value(Truth)
    /// Says that what stands before is presumed false; its place in `RuleDirectory.presumptions`.
    case presumption(Int)
    /// Its place in `RuleDirectory.questions`.
    case question(Int)
    /// Where what stands before is stated: the lead's sources by their place from 1 on, then `others`.
    case records([Int])
  }

  /// Where a source record stands.
  package struct RecordPlace: Sendable, Hashable {
    /// `Inputs/2026Q3/督察.csv#12`.
    package var name: String
    package var line: Int

    /// A record by its name; `line` is counted from 1.
    package init(name: String, line: Int) {
      self.name = name
      self.line = line
    }
  }

  package var findings: [Finding]
  /// Records cited that are no sources of the lead.
  package var others: [RecordPlace]
  /// What the lead counts as until a person has decided, `应启动`; `nil` if none need decide.
  package var fallback: String?

  /// A trace with its conclusions in the order in which they are to be read.
  package init(findings: [Finding], others: [RecordPlace] = [], fallback: String? = nil) {
    self.findings = findings
    self.others = others
    self.fallback = fallback
  }
}
