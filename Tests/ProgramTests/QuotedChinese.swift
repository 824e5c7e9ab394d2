import Foundation

/// The Chinese that English output may hold.
///
/// What records, layers, files and people state, and what the packs and the question register say.
/// Anything else is a sentence nobody translated.
struct QuotedChinese {
  /// Whole values, the longest first.
  private let values: [String]
  private let documents: [String]
  private let locators: [String]

  private static let packs = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Law/Packs")

  /// What the packs quote, and these values.
  init(_ stated: [String]) throws {
    var values = stated
    var (documents, locators): ([String], [String]) = ([], [])
    for path in try FileManager.default.subpathsOfDirectory(atPath: QuotedChinese.packs.path) {
      let file = QuotedChinese.packs.appending(path: path)
      if path.hasSuffix(".pack.yaml") {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /(locator|summary|title|value): "?([^,}\n"]+)/) {
          switch match.output.1 {
          case "summary": values.append(String(match.output.2))
          case "locator": locators.append(String(match.output.2))
          default: documents.append(String(match.output.2))
          }
        }
      } else if path == "interpretations.yaml" {
        let text = try String(contentsOf: file, encoding: .utf8)
        values += text.matches(of: /zh: (.+)}/).map { String($0.output.1) }
      }
    }
    self.values = QuotedChinese.longestFirst(values)
    self.documents = QuotedChinese.longestFirst(documents)
    self.locators = QuotedChinese.longestFirst(locators)
  }

  private static func longestFirst(_ texts: [String]) -> [String] {
    Set(texts.filter(holdsChinese)).sorted { ($0.count, $0) > ($1.count, $1) }
  }

  /// The line without its quotations; a locator is one only behind its document.
  func rest(of line: String) -> String {
    var rest = line
    for value in values where rest.contains(value) { rest = rest.replacing(value, with: "") }
    for document in documents where rest.contains(document) {
      for locator in locators {
        rest = rest.replacing("\(document) \(locator)", with: "")
      }
      rest = rest.replacing(document, with: "")
    }
    return rest
  }

  /// Whether a text has a hanzi, or punctuation that only Chinese has.
  static func holdsChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      scalar.properties.isIdeographic || (0x3000...0x303F).contains(scalar.value)
        || (0xFF00...0xFFEF).contains(scalar.value)
    }
  }
}
