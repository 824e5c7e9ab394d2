/// A table that everybody may read: counts and words.
struct OpenTable: Sendable {
  enum Cell: Sendable, Hashable {
    case words(String)
    case count(OpenCount, FigureName?)

    /// What stands in the cell.
    var text: String {
      switch self {
      case .words(let words): words
      case .count(let count, _): count.cell
      }
    }
  }

  struct Row: Sendable {
    let name: String
    let cells: [Cell]
    var isTotal = false
  }

  let caption: String
  /// Of the first column, then of the cells.
  let titles: [String]
  let rows: [Row]
  let note: String?
}

/// A computed sentence of counts that everybody may know.
struct OpenSentence: Sendable, ExpressibleByStringInterpolation {
  enum Piece: Sendable {
    case text(String)
    case figure(FigureName, OpenCount, unit: String)
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.text(literal)) }
    }

    mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    mutating func appendInterpolation(_ piece: Piece) { pieces.append(piece) }
  }

  private(set) var pieces: [Piece]

  init(stringLiteral text: String) { pieces = text.isEmpty ? [] : [.text(text)] }
  init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }
}
