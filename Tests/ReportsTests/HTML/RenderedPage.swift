import Testing

@testable import Reports

/// A rendered page as a reader's program sees it: its elements one by one, its links, its rows.
struct RenderedPage {
  struct Tag {
    let name: String
    let attributes: [String: String]
  }

  let text: String
  let bytes: Int
  private(set) var tags: [Tag] = []
  /// Names of elements that were closed out of order or never.
  private(set) var unbalanced: [String] = []
  /// Each linked number: the query of its link and the number as written.
  private(set) var counts: [(query: String, number: Int)] = []
  /// The twelve words of every row of the list.
  private(set) var rows: [[String]] = []

  init(_ page: [UInt8]) throws {
    bytes = page.count
    text = try #require(String(validating: page, as: UTF8.self))
    read()
  }

  init(_ report: QuarterReport) throws { try self.init(HTMLReport.render(report)) }

  func elements(_ name: String) -> [Tag] { tags.filter { $0.name == name } }

  /// What stands in every element of that name that holds text only.
  func contents(of name: String) -> [String] {
    text.components(between: "<\(name)>", and: "</\(name)>")
  }

  /// How many rows a link's query selects, by the meaning of its keys and nothing of the page's own.
  func selected(by query: String) -> Int {
    let wanted = query.split(separator: "&").map { part in
      part.split(separator: "=", maxSplits: 1).map(String.init)
    }
    return rows.count { words in
      wanted.allSatisfy { pair in
        let value = pair[1]
        switch pair[0] {
        case "d": return words[0] == value
        case "c": return words[1] == value
        case "a": return words[7].split(separator: ",").contains { $0 == value }
        case "k": return words[2] == value
        case "m": return words[3].split(separator: ",").contains { $0 == value }
        case "p": return words[4].split(separator: ",").contains { $0 == value }
        case "t": return words[5].contains(value)
        case "n": return words[8] == value
        case "v":
          guard let place = Int(value.prefix(1)) else { return false }
          return Array(words[6]).indices.contains(place)
            && Array(words[6])[place] == Array(value)[1]
        case "b": return words[9] == value
        case "e": return words[10] == value
        case "g": return words[11] == value
        case "x": return words.count > 12 && words[12] == value
        default: return false
        }
      }
    }
  }

  private mutating func read() {
    let voids: Set = ["meta", "input", "br", "!DOCTYPE"]
    var open: [String] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let inner = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if inner.first == "/" {
        if open.last == String(inner.dropFirst()) {
          open.removeLast()
        } else {
          unbalanced.append(String(inner))
        }
        continue
      }
      let tag = RenderedPage.tag(inner)
      tags.append(tag)
      if let words = tag.attributes["data-f"] {
        rows.append(words.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
      }
      if let query = tag.attributes["data-q"] {
        let content = rest[..<(rest.firstRange(of: "</a>")?.lowerBound ?? rest.endIndex)]
        let number = content.replacing(/<[^>]*>/, with: "").filter { $0 != "," }
        counts.append((query.replacing("&amp;", with: "&"), Int(number) ?? -1))
      }
      if inner.last != "/", !voids.contains(tag.name) { open.append(tag.name) }
      if tag.name == "style" || tag.name == "script",
        let close = rest.firstRange(of: "</\(tag.name)>")
      {
        rest = rest[close.lowerBound...]
      }
    }
    unbalanced += open
  }

  private static func tag(_ inner: Substring) -> Tag {
    let name = inner.prefix { $0 != " " && $0 != "/" }
    var attributes: [String: String] = [:]
    var rest = inner.dropFirst(name.count)
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].split(separator: " ").last.map(String.init) ?? ""
      let value = rest[rest.index(equals, offsetBy: 2)...].prefix { $0 != "\"" }
      attributes[key] = String(value)
      rest = rest[value.endIndex...].dropFirst()
    }
    return Tag(name: String(name), attributes: attributes)
  }
}

extension String {
  /// The stretches between an opening and the next closing mark.
  func components(between opening: String, and closing: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let start = rest.firstRange(of: opening) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: closing) else { break }
      found.append(String(rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return found
  }
}
