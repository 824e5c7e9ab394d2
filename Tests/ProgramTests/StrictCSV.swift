/// A reader of RFC 4180 that shares nothing with the program and forgives nothing.
struct StrictCSV {
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  let header: [String]
  let rows: [[String]]

  /// Reads a file that must be UTF-8 without BOM, end in LF, have no bare carriage return outside
  /// quotes, and as many fields in every row as in the first.
  init(_ bytes: [UInt8]) throws {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Malformed(description: "not UTF-8")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw Malformed(description: "has a BOM") }
    guard bytes.last == 0x0A else { throw Malformed(description: "no LF at the end") }
    let records = try StrictCSV.records(bytes, delimiter: 0x2C, isStrict: true)
    guard let first = records.first else { throw Malformed(description: "no header") }
    for (number, record) in records.enumerated() where record.count != first.count {
      throw Malformed(
        description: "record \(number) has \(record.count) fields, not \(first.count)")
    }
    header = first
    rows = Array(records.dropFirst())
  }

  /// The values of a column.
  func column(_ name: String) throws -> [String] {
    guard let index = header.firstIndex(of: name) else {
      throw Malformed(description: "no column \(name)")
    }
    return rows.map { $0[index] }
  }

  /// Each row by column name.
  var named: [[String: String]] {
    rows.map { row in
      Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first })
    }
  }

  /// The records of a table; a quote inside an unquoted field is an error only if `isStrict`.
  static func records(
    _ bytes: [UInt8], delimiter: UInt8, isStrict: Bool
  ) throws -> [[String]] {
    var records: [[String]] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    var index = 0
    func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
      wasQuoted = false
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte == 0x22, index < bytes.count, bytes[index] == 0x22 {
          field.append(byte)
          index += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          field.append(byte)
        }
        continue
      }
      switch byte {
      case 0x22 where field.isEmpty && !wasQuoted:
        isQuoted = true
        wasQuoted = true
      case 0x22 where isStrict:
        throw Malformed(description: "a quote inside a field before byte \(index)")
      case delimiter: endField()
      case 0x0A:
        endField()
        records.append(fields)
        fields = []
      case 0x0D where !isStrict && index < bytes.count && bytes[index] == 0x0A: break
      case 0x0D where isStrict:
        throw Malformed(description: "a bare carriage return before byte \(index)")
      default:
        if isStrict, wasQuoted {
          throw Malformed(description: "text behind a closing quote before byte \(index)")
        }
        field.append(byte)
      }
    }
    if isQuoted { throw Malformed(description: "a quote is not closed") }
    if !fields.isEmpty || !field.isEmpty {
      endField()
      records.append(fields)
    }
    return records
  }
}
