package import Vocabulary

/// What stands between two fields.
package enum Delimiter: String, Sendable, Hashable, CaseIterable {
  case comma = ","
  case tab = "\t"
  case semicolon = ";"
  case bar = "|"
  case caret = "^"
  case space = " "

  /// The character; all are ASCII.
  package var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .tab: UInt8(ascii: "\t")
    case .semicolon: UInt8(ascii: ";")
    case .bar: UInt8(ascii: "|")
    case .caret: UInt8(ascii: "^")
    case .space: UInt8(ascii: " ")
    }
  }

  /// The delimiter's name.
  package var wording: Wording {
    switch self {
    case .comma: Wording(zh: "逗号", en: "comma")
    case .tab: Wording(zh: "制表符", en: "tab")
    case .semicolon: Wording(zh: "分号", en: "semicolon")
    case .bar: Wording(zh: "竖线", en: "vertical bar")
    case .caret: Wording(zh: "脱字符（^）", en: "caret")
    case .space: Wording(zh: "空格", en: "space")
    }
  }
}
