/// A reader of RFC 4180 that accepts nothing else: LF row ends, commas, quotes only around a field.
///
/// Written apart from the writer it checks.
struct StrictCSV {
  struct Malformed: Error {
    let place: Int
    let reason: String
  }

  let rows: [[String]]

  init(_ bytes: [UInt8]) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Malformed(place: 0, reason: "not UTF-8")
    }
    if text.unicodeScalars.first == "\u{FEFF}" { throw Malformed(place: 0, reason: "a BOM") }
    var rows: [[String]] = []
    var row: [String] = []
    var place = 0
    while place < bytes.count {
      let (field, next) = try StrictCSV.field(bytes, from: place)
      row.append(field)
      guard next < bytes.count else { throw Malformed(place: next, reason: "no last line end") }
      switch bytes[next] {
      case UInt8(ascii: ","): break
      case UInt8(ascii: "\n"):
        rows.append(row)
        row = []
      default: throw Malformed(place: next, reason: "text after a closing quote")
      }
      place = next + 1
    }
    if !row.isEmpty { throw Malformed(place: place, reason: "an unfinished row") }
    for (number, row) in rows.enumerated() where row.count != rows[0].count {
      throw Malformed(place: number, reason: "\(row.count) fields in row \(number)")
    }
    self.rows = rows
  }

  /// The records below the header, by column title.
  var records: [[String: String]] {
    rows.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: zip(rows[0], row))
    }
  }

  private static func field(_ bytes: [UInt8], from start: Int) throws -> (String, Int) {
    var value: [UInt8] = []
    var place = start
    if bytes[start] == UInt8(ascii: "\"") {
      place += 1
      while true {
        guard place < bytes.count else { throw Malformed(place: start, reason: "an open quote") }
        if bytes[place] != UInt8(ascii: "\"") {
          value.append(bytes[place])
          place += 1
        } else if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") {
          value.append(bytes[place])
          place += 2
        } else {
          return (String(decoding: value, as: UTF8.self), place + 1)
        }
      }
    }
    while place < bytes.count, bytes[place] != UInt8(ascii: ","), bytes[place] != UInt8(ascii: "\n")
    {
      let byte = bytes[place]
      guard byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\r"), byte >= 0x20 || byte == 0x09
      else { throw Malformed(place: place, reason: "a byte that needs quotes") }
      value.append(byte)
      place += 1
    }
    return (String(decoding: value, as: UTF8.self), place)
  }
}
