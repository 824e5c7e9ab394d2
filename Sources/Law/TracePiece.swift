package import Vocabulary

/// A stretch of what a trace says; each output spells names, rows and citations in its own way.
package enum TracePiece: Sendable, Hashable {
  case text(String)
  case fact(TracedFact)
  /// The name of a fact nobody spoke of, which then counts as 否.
  case presumed(Fact)
  /// The name of a fact nobody spoke of, for which another stands.
  case name(Fact)
  /// The name of another conclusion.
  case conclusion(Conclusion)
  /// An entry of the question register, by its id.
  case question(String)
  /// A number of the law.
  case number(TracedNumber)
  /// Rows of the record table that what stands before came from.
  case rows([Int])
  /// The value of the part that ends here, where its words do not say it.
  case value(Truth)
}

/// A fact as a trace shows it.
package struct TracedFact: Sendable, Hashable {
  package let fact: Fact
  /// Its value in words, with the rows that earlier events stand in.
  package let value: [TracePiece]
  /// Whether no record speaks of it.
  package let isAbsent: Bool
  /// What the value was inferred from, where no record states it.
  package let inference: String?
  /// Rows of the record table that the value came from.
  package let rows: [Int]
}

/// A number of the law as a trace shows it.
package struct TracedNumber: Sendable, Hashable {
  /// Who sets the number.
  package enum Origin: Sendable, Hashable {
    /// A what-if.
    case assumed
    /// No pack.
    case missing
    /// A pack of which it is not known whether it is in force.
    case ofOpenForce(pack: String)
    /// A pack in force, but only from a later day on.
    case later(pack: String)
    case law(from: Day, pack: String, locator: String)
  }

  /// The parameter's name, `minor_amount_max`.
  package let name: String
  /// `3000.00元`; empty if nobody sets it.
  package let text: String
  package let origin: Origin
}

extension LeadTrace.Ground {
  /// The condition with the value of every part in one sentence; what stands in brackets belongs
  /// together.
  ///
  /// Two grounds that ask the same of the same facts give equal sentences.
  package var sentence: [TracePiece] {
    var pieces = when.sentence(isOutermost: true)
    for (place, part) in unless.enumerated() {
      pieces.append(.text(place == 0 ? "；除非" : "，或"))
      pieces += part.sentence(isOutermost: false)
    }
    return pieces
  }
}

extension LeadTrace.Part {
  fileprivate func sentence(isOutermost: Bool) -> [TracePiece] {
    switch self {
    case .all(let parts, _): LeadTrace.Part.joined(parts, by: "，且", isOutermost)
    case .any(let parts, _): LeadTrace.Part.joined(parts, by: "，或", isOutermost)
    case .not(let part, _): [.text("并非（")] + part.sentence(isOutermost: true) + [.text("）")]
    case .leaf(let pieces, let value, let isPlain):
      isPlain ? pieces : pieces + [.value(value)]
    }
  }

  private static func joined(_ parts: [LeadTrace.Part], by word: String, _ isOutermost: Bool)
    -> [TracePiece]
  {
    var pieces: [TracePiece] = isOutermost ? [] : [.text("（")]
    for (place, part) in parts.enumerated() {
      if place > 0 { pieces.append(.text(word)) }
      pieces += part.sentence(isOutermost: parts.count == 1 && isOutermost)
    }
    return isOutermost ? pieces : pieces + [.text("）")]
  }
}
