internal import Vocabulary

/// A BagIt tag file (RFC 8493, 2.2.2): `Label: value` lines; a line that begins with a blank goes on.
enum BagTags {
  struct Tag {
    let label: String
    let value: String
    /// Counted from 1.
    let line: Int
  }

  /// The tags in their order and the lines that are none.
  static func read(_ bytes: [UInt8]) -> (tags: [Tag], bad: [Int]) {
    var tags: [Tag] = []
    var bad: [Int] = []
    for (place, line) in lines(bytes).enumerated() where !line.isEmpty {
      if line.first == " " || line.first == "\t", let last = tags.popLast() {
        let more = trimmed(line)
        tags.append(Tag(label: last.label, value: "\(last.value) \(more)", line: last.line))
      } else if let colon = line.firstIndex(of: ":"), colon > line.startIndex {
        let value = trimmed(line[line.index(after: colon)...])
        tags.append(Tag(label: trimmed(line[..<colon]), value: value, line: place + 1))
      } else {
        bad.append(place + 1)
      }
    }
    return (tags, bad)
  }

  /// The value of the only tag with that label, in any case; `nil` if there is none, or two.
  static func value(_ label: String, in tags: [Tag]) -> String? {
    let found = tags.filter { $0.label.lowercased() == label.lowercased() }
    return found.count == 1 ? found[0].value : nil
  }

  /// The lines of a text that ends them with LF, CR or CRLF.
  static func lines(_ bytes: [UInt8]) -> [Substring] {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
  }

  /// The text on one line, for values of tags.
  static func oneLine(_ text: String) -> String { Problem.printable(text, limit: 200) }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    let end = start.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { String(start[...$0]) } ?? ""
  }
}
