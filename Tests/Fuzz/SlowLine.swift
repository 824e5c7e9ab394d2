/// A line of comma-separated values read simply and slowly, to compare with.
enum SlowLine {
  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func trimmed(_ field: some Collection<UInt8>) -> [UInt8] {
    Array(field.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }

  /// How a line reads by the strict grammar.
  enum Strict: Equatable {
    case fields([[UInt8]])
    /// A quoted field has no end in the line.
    case open
    /// A mark stands where none can.
    case stray
  }

  /// The strict grammar: a field is quoted throughout, but for spaces and tabs around it, or holds no
  /// mark.
  static func strict(_ line: [UInt8]) -> Strict {
    var fields: [[UInt8]] = []
    var index = 0
    while true {
      var first = index
      while first < line.count, isBlank(line[first]) { first += 1 }
      if first < line.count, line[first] == quote {
        var field: [UInt8] = []
        index = first + 1
        while true {
          guard index < line.count else { return .open }
          if line[index] != quote {
            field.append(line[index])
            index += 1
          } else if index + 1 < line.count, line[index + 1] == quote {
            field.append(quote)
            index += 2
          } else {
            index += 1
            break
          }
        }
        while index < line.count, isBlank(line[index]) { index += 1 }
        guard index == line.count || line[index] == comma else { return .stray }
        fields.append(field)
      } else {
        let field = line[index...].prefix { $0 != comma }
        if field.contains(quote) { return .stray }
        fields.append(trimmed(field))
        index = field.endIndex
      }
      if index == line.count { return .fields(fields) }
      index += 1
    }
  }

  /// Every reading of a line with that many fields, each with how many marks it takes for text.
  static func readings(_ line: [UInt8], width: Int) -> [(fields: [[UInt8]], marks: Int)] {
    readings(line[...], width)
  }

  private static func readings(
    _ line: ArraySlice<UInt8>, _ width: Int
  ) -> [(fields: [[UInt8]], marks: Int)] {
    var all: [(fields: [[UInt8]], marks: Int)] = []
    func add(_ field: [UInt8], _ marks: Int, upTo end: Int) {
      if end == line.endIndex {
        if width == 1 { all.append(([field], marks)) }
      } else if width > 1 {
        for rest in readings(line[(end + 1)...], width - 1) {
          all.append(([field] + rest.fields, marks + rest.marks))
        }
      }
    }
    let plain = line.prefix { $0 != comma }
    add(trimmed(plain), plain.count { $0 == quote }, upTo: plain.endIndex)
    let start = line.drop { $0 == 0x20 }
    guard start.first == quote else { return all }
    for end in start.indices.dropFirst() where line[end] == quote {
      guard end + 1 == line.endIndex || line[end + 1] == comma else { continue }
      let (field, marks) = unquoted(line[(start.startIndex + 1)..<end])
      add(field, marks, upTo: end + 1)
    }
    return all
  }

  /// What stands between two marks: of every run of marks each pair is one mark, and an odd one is
  /// text.
  private static func unquoted(_ text: ArraySlice<UInt8>) -> (field: [UInt8], marks: Int) {
    var field: [UInt8] = []
    var marks = 0
    var index = text.startIndex
    while index < text.endIndex {
      let run = text[index...].prefix { $0 == quote }.count
      if run == 0 {
        field.append(text[index])
        index += 1
      } else {
        field += [UInt8](repeating: quote, count: (run + 1) / 2)
        marks += run % 2
        index += run
      }
    }
    return (field, marks)
  }
}
