internal import Vocabulary

/// The cells of a sheet as its part has them; shared texts by their numbers.
final class SheetCells: XMLReceiver {
  private enum Value {
    case text(String)
    case shared(Int)
    case number(Double)
  }

  private var found: [(row: Int, cells: [Int: Value])] = []
  private var row = 0
  private var column = -1
  private var type = ""
  private let last: Int
  private let wanted: Set<Int>?
  private var collected = CollectedText()

  /// Keeps rows up to `last` and the columns that are `wanted`, all of them for `nil`.
  init(upTo last: Int = .max, wanted: Set<Int>? = nil) {
    self.last = last
    self.wanted = wanted
  }

  /// The numbers of the shared texts that the sheet has.
  var sharedTexts: Set<Int> {
    var numbers: Set<Int> = []
    for (_, cells) in found {
      for case .shared(let number) in cells.values { numbers.insert(number) }
    }
    return numbers
  }

  /// The rows, with the shared texts put in; from the top down whatever the part's order.
  func rows(_ shared: [Int: String]) -> [SheetRow] {
    found.sorted { $0.row < $1.row }.map { row, cells in
      SheetRow(
        number: row,
        cells: cells.compactMapValues { value in
          switch value {
          case .text(let text): text.isEmpty ? nil : .text(text)
          case .shared(let number): shared[number].flatMap { $0.isEmpty ? nil : .text($0) }
          case .number(let number): .number(number)
          }
        })
    }
  }

  func start(_ name: String, _ attributes: [String: String]) throws(XMLFault) {
    switch name {
    case "row":
      guard let number = attributes["r"].map({ Int($0) }) ?? row + 1,
        (1...SpreadsheetLimits.rows).contains(number)
      else { throw XMLFault(detail: SpreadsheetFault.badCell) }
      row = number
      column = -1
      if row <= last { found.append((row, [:])) }
    case "c":
      guard let place = attributes["r"].map(SheetCells.column) ?? column + 1,
        (0..<SpreadsheetLimits.columns).contains(place), row > 0
      else { throw XMLFault(detail: SpreadsheetFault.badCell) }
      column = place
      type = attributes["t"] ?? "n"
      collected.clear()
    case "rPh": collected.isPhonetic = true
    case "v", "t":
      collected.open(isWanted: row <= last && wanted.map { $0.contains(column) } ?? true)
    default: break
    }
  }

  func text(_ bytes: [UInt8]) throws(XMLFault) { try collected.append(bytes) }

  func end(_ name: String) throws(XMLFault) {
    switch name {
    case "rPh": collected.isPhonetic = false
    case "v", "t": collected.close()
    case "c":
      if let value = try value() { found[found.count - 1].cells[column] = value }
      collected.clear()
    default: break
    }
  }

  private func value() throws(XMLFault) -> Value? {
    guard !collected.bytes.isEmpty else { return nil }
    let text = String(decoding: collected.bytes, as: UTF8.self)
    switch type {
    case "s":
      guard let number = Int(text), number >= 0 else {
        throw XMLFault(detail: SpreadsheetFault.badCell)
      }
      return .shared(number)
    case "inlineStr", "str", "d": return .text(text)
    case "b": return .text(text == "1" ? "TRUE" : "FALSE")
    case "e": return nil
    default:
      guard let number = Double(text), number.isFinite else {
        throw XMLFault(detail: SpreadsheetFault.badCell)
      }
      return .number(number)
    }
  }

  /// The column of a place written `AB12`, counted from 0; `nil` for what is no place.
  private static func column(_ place: String) -> Int? {
    var column = 0
    for byte in place.utf8.prefix(while: { $0 >= 0x41 && $0 <= 0x5A }).prefix(4) {
      column = column * 26 + Int(byte) - 0x40
    }
    return column == 0 ? nil : column - 1
  }
}

/// The texts that cells share, as far as they are wanted.
final class SharedTexts: XMLReceiver {
  private(set) var texts: [Int: String] = [:]
  private let wanted: Set<Int>
  private var number = -1
  private var collected = CollectedText()

  init(wanted: Set<Int>) { self.wanted = wanted }

  func start(_ name: String, _ attributes: [String: String]) throws(XMLFault) {
    switch name {
    case "si":
      number += 1
      collected.clear()
    case "rPh": collected.isPhonetic = true
    case "t": collected.open(isWanted: wanted.contains(number))
    default: break
    }
  }

  func text(_ bytes: [UInt8]) throws(XMLFault) { try collected.append(bytes) }

  func end(_ name: String) throws(XMLFault) {
    switch name {
    case "rPh": collected.isPhonetic = false
    case "t": collected.close()
    case "si":
      if wanted.contains(number) {
        texts[number] = String(decoding: collected.bytes, as: UTF8.self)
      }
    default: break
    }
  }
}
