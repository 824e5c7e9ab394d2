/// What a reader of markup sees, and what attributes hold, as plain text.
///
/// Text within a paragraph, a cell or a string is joined whatever runs it is cut into, for numbers are cut
/// there; what is apart is divided by a line break. Attributes follow, one a line. Linear in the bytes.
struct MarkupText {
  /// Tags that do not divide text: runs of WordprocessingML, of SpreadsheetML and of HTML.
  private static let joining = Set(
    [
      "w:r", "w:t", "w:rPr", "w:sdt", "w:sdtPr", "w:sdtContent", "w:tag", "w:rFonts", "w:b", "w:i",
      "w:sz", "w:szCs", "w:color", "w:spacing", "w:u", "w:proofErr", "w:bookmarkStart",
      "w:bookmarkEnd", "w:hyperlink", "w:noProof", "w:lang", "w:rStyle", "w:alias", "w:id",
      "w:lock",
      "w:showingPlcHdr", "w:text", "r", "t", "rPr", "rFont", "b", "i", "u", "s", "sz", "color",
      "family", "scheme", "charset", "strong", "em", "code", "small", "span", "a", "tspan", "mark",
      "sub", "sup", "wbr", "abbr",
    ].map { Array($0.utf8) })
  /// Attributes of numbers alone, in which digits stand by chance: outlines and their boxes.
  private static let drawn = Set(["d", "points", "viewBox", "transform"].map { Array($0.utf8) })
  /// An attribute shorter than any name or number that is looked for.
  private static let least = 6

  private(set) var text: [UInt8] = []
  private var attributes: [UInt8] = []

  /// The text of a page or of a part of an Office file.
  init(_ markup: [UInt8]) {
    text.reserveCapacity(markup.count)
    var place = 0
    while place < markup.count {
      if markup[place] == UInt8(ascii: "<") {
        place = tag(in: markup, from: place)
      } else if markup[place] == UInt8(ascii: "&") {
        place = MarkupText.entity(in: markup, from: place, to: markup.count, into: &text)
      } else {
        text.append(markup[place])
        place += 1
      }
    }
    text.append(UInt8(ascii: "\n"))
    text += attributes
    attributes = []
  }

  /// Takes in a tag and its attributes; where it ends.
  private mutating func tag(in markup: [UInt8], from start: Int) -> Int {
    var place = start + 1
    if place < markup.count, markup[place] == UInt8(ascii: "/") { place += 1 }
    let nameStart = place
    while place < markup.count, !MarkupText.endsName(markup[place]) { place += 1 }
    let name = Array(markup[nameStart..<place])
    if !MarkupText.joining.contains(name) { text.append(UInt8(ascii: "\n")) }
    while place < markup.count, markup[place] != UInt8(ascii: ">") {
      let keyStart = place
      while place < markup.count, !MarkupText.endsName(markup[place]) { place += 1 }
      let key = markup[keyStart..<place]
      guard place + 1 < markup.count, markup[place] == UInt8(ascii: "="),
        markup[place + 1] == UInt8(ascii: "\"") || markup[place + 1] == UInt8(ascii: "'")
      else {
        if place < markup.count, markup[place] != UInt8(ascii: ">") { place += 1 }
        continue
      }
      let quote = markup[place + 1]
      let valueStart = place + 2
      place = valueStart
      while place < markup.count, markup[place] != quote { place += 1 }
      if place - valueStart >= MarkupText.least, !MarkupText.drawn.contains(Array(key)) {
        var value = valueStart
        while value < place {
          if markup[value] == UInt8(ascii: "&") {
            value = MarkupText.entity(in: markup, from: value, to: place, into: &attributes)
          } else {
            attributes.append(markup[value])
            value += 1
          }
        }
        attributes.append(UInt8(ascii: "\n"))
      }
      place += 1
    }
    return place + 1
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "=")
  }

  /// Appends what `&#49;` or `&#x31;` stands for, a blank for any other entity; where it ends.
  private static func entity(
    in markup: [UInt8], from start: Int, to end: Int, into text: inout [UInt8]
  ) -> Int {
    let limit = min(end, start + 12)
    guard let stop = markup[start..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      text.append(markup[start])
      return start + 1
    }
    let name = String(decoding: markup[(start + 1)..<stop], as: UTF8.self)
    let number =
      name.hasPrefix("#x") || name.hasPrefix("#X")
      ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
    if let scalar = number.flatMap(Unicode.Scalar.init) {
      text += Array(String(Character(scalar)).utf8)
    } else {
      text.append(UInt8(ascii: "&"))
    }
    return stop + 1
  }
}
