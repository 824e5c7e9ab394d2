/// A computed sentence: words and counted numbers, which each output writes in its own way.
struct Sentence: ExpressibleByStringInterpolation {
  enum Piece {
    case text(String)
    /// How many leads, which the page links; with its name where it is a headline figure.
    case leads(LeadCount, FigureName?)
    /// A headline figure of something else than leads.
    case total(FigureName, Int)
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.text(literal)) }
    }

    mutating func appendInterpolation(_ piece: Piece) { pieces.append(piece) }
    /// A number of leads that is no headline figure.
    mutating func appendInterpolation(_ count: LeadCount) { pieces.append(.leads(count, nil)) }
    mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    mutating func appendInterpolation(_ number: Int) { appendLiteral(Numeral.grouped(number)) }
  }

  private(set) var pieces: [Piece]

  /// A sentence of words alone.
  init(_ text: String) { self.init(stringLiteral: text) }

  init(stringLiteral text: String) { pieces = text.isEmpty ? [] : [.text(text)] }
  init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  static func += (left: inout Sentence, right: Sentence) { left.pieces += right.pieces }

  static func + (left: Sentence, right: Sentence) -> Sentence {
    var joined = left
    joined += right
    return joined
  }

  /// The words with plain numbers.
  var plain: String {
    pieces.map { piece in
      switch piece {
      case .text(let words): words
      case .leads(let count, _): Numeral.grouped(count.all)
      case .total(_, let number): Numeral.grouped(number)
      }
    }.joined()
  }
}
