/// A piece of a document's body.
package enum Block: Sendable, Hashable {
  /// Numbered by its place: 一、 （一） 1. （1）; the text is without a number.
  case heading(HeadingLevel, String)
  case paragraph([Run])
  case table(DocumentTable)

  /// A paragraph of plain text.
  package static func text(_ text: String) -> Block { .paragraph([.text(text)]) }
}

/// How deep a heading stands (GB/T 9704-2012, 7.3.3).
package enum HeadingLevel: Int, Sendable, Hashable, CaseIterable {
  case first = 1
  case second, third, fourth
}

/// A piece of a line.
package enum Run: Sendable, Hashable {
  case text(String)
  /// A number of the report by its name, which a reader of the file finds as `figure:NAME`.
  case figure(name: String, String)
  case placeholder(Placeholder)

  /// Whether it has ten Latin letters or digits in a row, which no line breaks: a credit code.
  var hasLongWord: Bool {
    switch self {
    case .placeholder: return false
    case .text(let text), .figure(_, let text):
      var length = 0
      for byte in text.utf8 {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: length += 1
        default: length = 0
        }
        if length == 10 { return true }
      }
      return false
    }
  }
}

/// A field that a person fills in, shown as `〔文号〕` until then.
package struct Placeholder: Sendable, Hashable {
  /// By what a program finds it in the file: ASCII.
  package let tag: String
  /// What is to be filled in.
  package let prompt: String

  /// A field of that name, asking for that.
  package init(tag: String, prompt: String) {
    self.tag = tag
    self.prompt = prompt
  }

  package static let number = Placeholder(tag: "number", prompt: "文号")
  package static let signer = Placeholder(tag: "signer", prompt: "签发人")
  package static let addressee = Placeholder(tag: "to", prompt: "主送机关")
  package static let date = Placeholder(tag: "date", prompt: "成文日期")
  package static let printer = Placeholder(tag: "printer", prompt: "印发机关")
  package static let printDate = Placeholder(tag: "print_date", prompt: "印发日期")

  var shown: String { "〔\(ShownText.cut(prompt, to: ShownText.line))〕" }
}
