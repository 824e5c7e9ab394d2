package import Vocabulary

/// What encloses a field that holds delimiters or line breaks.
package enum QuoteMark: String, Sendable, Hashable, CaseIterable {
  case double = "\""
  case single = "'"
  /// Quotation marks are text.
  case none = ""

  /// The character; `nil` if there is none.
  package var byte: UInt8? {
    switch self {
    case .double: UInt8(ascii: "\"")
    case .single: UInt8(ascii: "'")
    case .none: nil
    }
  }

  /// The mark's name.
  package var wording: Wording {
    switch self {
    case .double: Wording(zh: "双引号", en: "double quotes")
    case .single: Wording(zh: "单引号", en: "single quotes")
    case .none: Wording(zh: "不用引号", en: "no quotes")
    }
  }
}

/// How a quotation mark is written within a quoted field.
package enum QuoteEscape: String, Sendable, Hashable, CaseIterable {
  case doubled
  case backslash
}

/// How a text is divided into rows and fields, as its whole shows it.
package struct Dialect: Sendable, Hashable {
  package let delimiter: Delimiter
  package let quote: QuoteMark
  package let escape: QuoteEscape
  package let lineEnding: LineEnding
  /// Whether a carriage return without a line feed ends a row; otherwise it is damage in one.
  package let returnsEndRows: Bool
  /// Whether a space follows nearly every delimiter and so belongs to it.
  package let spacesFollowDelimiters: Bool
  /// The number of fields most rows have; 1 for a text without a delimiter.
  package let usualWidth: Int
  /// On what the delimiter was decided, for the manifest.
  package let reason: Wording

  /// A dialect decided elsewhere.
  package init(
    delimiter: Delimiter, quote: QuoteMark = .double, escape: QuoteEscape = .doubled,
    lineEnding: LineEnding = .lf, returnsEndRows: Bool = false,
    spacesFollowDelimiters: Bool = false, usualWidth: Int, reason: Wording
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    self.lineEnding = lineEnding
    self.returnsEndRows = returnsEndRows
    self.spacesFollowDelimiters = spacesFollowDelimiters
    self.usualWidth = usualWidth
    self.reason = reason
  }
}

extension Dialect {
  /// Why a text of one column cannot be used where a table is needed.
  ///
  /// `line` is that of its first row and `value` the row itself, for the message.
  package static func noDelimiter(
    shown: String, line: Int, value: String?,
    detail: Wording = Wording(
      zh: "第一行只有一栏，各行应以逗号或制表符分隔",
      en: "the first row is one cell; rows must be divided by commas or tabs")
  ) -> Failure {
    Failure(
      .unusableInput, .noDelimiter, file: shown, line: line, value: value, detail: detail)
  }
}
