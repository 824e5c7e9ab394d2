package import Vocabulary

/// What a provision does; raw values are the words of the texts and of the packs.
package enum Modality: String, Sendable, Hashable, CaseIterable {
  case definition = "定义"
  case classification = "分类"
  case exception = "例外"
  /// 可以.
  case permission = "许可"
  /// 应当.
  case duty = "义务"
  case exclusion = "排除"
  case power = "权能"
  case precondition = "前提"
}

/// How a rule stands to rules of a superior document, declared by the rule itself.
package struct Relation: Sendable, Hashable {
  /// Raw values are the words of the packs.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Says the same; both are cited.
    case restates
    /// A further ground beside the superior ones.
    case adds
    /// Displaces the superior rule while this pack is in force.
    case replaces
    /// Is displaced by the superior rule while its pack is in force.
    case yieldsTo = "yields_to"

    package var wording: Wording {
      switch self {
      case .restates: Wording(zh: "重申", en: "restates")
      case .adds: Wording(zh: "补充", en: "adds to")
      case .replaces: Wording(zh: "取代", en: "replaces")
      case .yieldsTo: Wording(zh: "让位于", en: "yields to")
      }
    }
  }

  package let kind: Kind
  package let rules: [String]
}

/// One ground for one conclusion.
package struct Rule: Sendable, Hashable {
  /// `sx25.a10.amount`; public.
  package let id: String
  package let cite: Citation
  package let modality: Modality
  package let concludes: Conclusion
  package let when: Expression
  /// Conclusions that take the ground away.
  package let unless: [Conclusion]
  package let relation: Relation?
  /// Entries of the question register that bear on the rule.
  package let questions: [String]
  package let note: String?
  package let line: Int
}

/// A number of the law with its days and citations.
package struct Parameter: Sendable, Hashable {
  /// Numbers of years that packs and what-ifs may give.
  static let yearsRange = 1...99

  /// What the number counts.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case money, years
  }

  /// The word for the bound in the text: says whether the number itself is inside (民法典 1259).
  package enum Bound: String, Sendable, Hashable, CaseIterable {
    case below = "以下"
    case within = "以内"
    case notAbove = "不超过"
    case above = "以上"
    case lessThan = "不满"
    case moreThan = "超过"
    case beyond = "以外"
  }

  /// A value from a day on.
  package struct Value: Sendable, Hashable {
    package let from: Day
    /// Fen for money, whole years for years.
    package let number: Int64
    package let bound: Bound
    package let cite: Citation
  }

  package let name: String
  package let kind: Kind
  package let zh: String
  /// The delegated slot it fills.
  package let fills: String?
  /// Oldest first.
  package let values: [Value]
  package let line: Int

  /// The value that applies on `day`; `nil` before the first.
  package func value(on day: Day) -> Value? { values.last { $0.from <= day } }
}

/// A period that begins with a dated fact.
package struct DeadlineRule: Sendable, Hashable {
  /// How a period is counted; every period follows 民法典 201 to 203.
  package enum Unit: String, Sendable, Hashable, CaseIterable {
    case naturalDay = "natural_day"
    case workingDay = "working_day"
    case month
  }

  /// `sx25.a9.verify-30`; public.
  package let id: String
  package let cite: Citation
  package let modality: Modality
  package let trigger: Fact
  /// What else must hold for it to run, of facts alone; `nil` if it runs for every lead.
  package let when: Expression?
  package let length: Int
  package let unit: Unit
  /// Where the text fixes the unit.
  package let unitCite: Citation?
  package let relation: Relation?
  package let questions: [String]
  package let line: Int
}

extension DeadlineRule {
  /// Whether it limits the check for damage (核查).
  ///
  /// Such a period begins when the lead is discovered, or when a transferred one is received (C-14).
  package var isForVerification: Bool {
    trigger == .discoveryDate || trigger == .transferReceivedDate
  }

  /// Whether it limits the answer to who handed the lead over: it begins when the case is closed.
  package var isForReply: Bool { trigger == .closedDate }
}
