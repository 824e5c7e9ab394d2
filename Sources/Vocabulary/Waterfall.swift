/// How much speaks for two parties being one, piece by piece, as a model weighed it.
///
/// Pieces are kept in the model's own words, which are never taken away, so that what one run weighed
/// can be shown by a later one in either language. Weights are in thousandths of a bit.
package struct Waterfall: Sendable, Hashable {
  /// One step of it: of what, how the two agree in it, and what that weighs.
  package struct Piece: Sendable, Hashable {
    /// A word of the model: `name`, `address`.
    package let evidence: String
    /// Another one: `homophone`, `same-place`.
    package let level: String
    package let weight: Int32

    /// A step of those words; neither may hold a space or a semicolon.
    package init(_ evidence: String, _ level: String, _ weight: Int32) {
      self.evidence = evidence
      self.level = level
      self.weight = weight
    }
  }

  /// The version of the model.
  package let model: Int32
  /// The sum from which on that model joins.
  package let bar: Int32
  package let pieces: [Piece]

  /// The waterfall of these pieces, in the order in which they are shown.
  package init(model: Int32, bar: Int32, pieces: [Piece]) {
    self.model = model
    self.bar = bar
    self.pieces = pieces
  }

  /// The sum of the pieces.
  package var weight: Int32 { pieces.reduce(0) { $0 + $1.weight } }

  /// As the ledger keeps it: `1 6000;name equal-with-region 12380;county equal 1926`.
  package var stored: String {
    (["\(model) \(bar)"] + pieces.map { "\($0.evidence) \($0.level) \($0.weight)" })
      .joined(separator: ";")
  }

  /// What was written as `stored`; `nil` for anything else.
  package init?(stored: String) {
    let parts = stored.split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ", omittingEmptySubsequences: false) }
    guard let first = parts.first, first.count == 2, let model = Int32(first[0]),
      let bar = Int32(first[1])
    else { return nil }
    var pieces: [Piece] = []
    for part in parts.dropFirst() {
      guard part.count == 3, let weight = Int32(part[2]) else { return nil }
      pieces.append(Piece(String(part[0]), String(part[1]), weight))
    }
    self.init(model: model, bar: bar, pieces: pieces)
  }
}

/// The candidate that came second when two records were joined, or kept apart.
///
/// `Record` is how a record is known: by its row, or by its id in the ledger.
package struct SecondBest<Record: Sendable & Hashable>: Sendable, Hashable {
  package let record: Record
  /// What speaks for it, in thousandths of a bit.
  package let weight: Int32

  /// A candidate, known by one of its records.
  package init(_ record: Record, weight: Int32) {
    self.record = record
    self.weight = weight
  }
}

extension SecondBest {
  /// The same candidate, its record known otherwise; `nil` if it is not known so.
  package func map<Other>(_ other: (Record) -> Other?) -> SecondBest<Other>? {
    other(record).map { SecondBest<Other>($0, weight: weight) }
  }
}

/// How weights, in thousandths of a bit, are written for people.
package enum Weight {
  /// In bits with two decimals and a true minus sign: `+7.42`.
  package static func text(_ weight: Int32) -> String {
    (weight < 0 ? "\u{2212}" : "+") + magnitude(weight)
  }

  /// The same without its sign: `7.42`.
  package static func magnitude(_ weight: Int32) -> String {
    let hundredths = (weight.magnitude + 5) / 10
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
