internal import Vocabulary

/// A CSV file under way, as machines read it: UTF-8 without BOM, commas, LF (RFC 4180 quoting).
///
/// Values stand as they are: nothing is put before a text that a spreadsheet would take for a
/// formula, for the files are for programs. A value with a comma, a quote or a line break is
/// quoted; control characters other than tab and line breaks become spaces. Fields are appended to
/// one buffer; a row costs no allocation of its own.
package struct CSVTable: Sendable {
  /// The whole file so far.
  package private(set) var bytes: [UInt8]

  /// A table with its header row; `rows` and `bytesPerRow` only size the buffer.
  package init(columns: [String], rows: Int = 0, bytesPerRow: Int = 64) {
    bytes = []
    bytes.reserveCapacity((rows + 1) * bytesPerRow)
    for column in columns { text(column) }
    endRow()
  }

  /// Adds a field with what `write` appends.
  @inline(__always)
  package mutating func field(_ write: (inout [UInt8]) -> Void) {
    let start = bytes.count
    write(&bytes)
    protect(from: start)
    bytes.append(UInt8(ascii: ","))
  }

  /// Adds a field that is empty for an unknown value.
  @inline(__always)
  mutating func field<Value>(_ value: Value?, _ write: (inout [UInt8], Value) -> Void) {
    if let value { write(&bytes, value) }
    bytes.append(UInt8(ascii: ","))
  }

  mutating func text(_ text: String) {
    field { $0.append(contentsOf: text.utf8) }
  }

  /// Adds a field with the texts, `;` between them.
  mutating func texts(_ texts: some Sequence<String>) {
    field { bytes in
      var isFirst = true
      for text in texts {
        if !isFirst { bytes.append(UInt8(ascii: ";")) }
        isFirst = false
        bytes.append(contentsOf: text.utf8)
      }
    }
  }

  mutating func number(_ number: Int?) {
    field(number) { $0.append(decimal: $1) }
  }

  mutating func truth(_ truth: Truth) {
    bytes.append(contentsOf: truth.letter.utf8)
    bytes.append(UInt8(ascii: ","))
  }

  /// Adds a weight of evidence, given in thousandths of a bit, in bits: `7.449`.
  mutating func bits(_ weight: Int32?) {
    field(weight) { bytes, weight in
      if weight < 0 { bytes.append(UInt8(ascii: "-")) }
      bytes.append(decimal: Int(weight.magnitude / 1000))
      bytes.append(UInt8(ascii: "."))
      let thousandths = weight.magnitude % 1000
      for place: UInt32 in [100, 10, 1] {
        bytes.append(UInt8(ascii: "0") + UInt8(thousandths / place % 10))
      }
    }
  }

  mutating func empty() { bytes.append(UInt8(ascii: ",")) }

  /// Ends the row; every row has at least one field.
  package mutating func endRow() { bytes[bytes.count - 1] = UInt8(ascii: "\n") }

  /// The bytes so far, which are then no longer held: for files written in pieces.
  package mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Makes the field that was appended from `start` on safe to read back.
  private mutating func protect(from start: Int) {
    var isQuoted = false
    var quotes = 0
    for place in start..<bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        quotes += 1
        isQuoted = true
      case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): isQuoted = true
      case UInt8(ascii: "\t"): break
      case 0..<0x20, 0x7F: bytes[place] = UInt8(ascii: " ")
      default: break
      }
    }
    if isQuoted { quote(from: start, quotes: quotes) }
  }

  /// Doubles the quotes of the field and puts it between two, moving its bytes from the end.
  private mutating func quote(from start: Int, quotes: Int) {
    var source = bytes.count - 1
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "\""), count: quotes + 2))
    var target = bytes.count - 2
    while source >= start {
      bytes[target] = bytes[source]
      target -= 1
      if bytes[source] == UInt8(ascii: "\"") {
        bytes[target] = UInt8(ascii: "\"")
        target -= 1
      }
      source -= 1
    }
    bytes[start] = UInt8(ascii: "\"")
  }
}
