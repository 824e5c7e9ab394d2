import Foundation
import Testing

/// A workbook as an independent reader (openpyxl) understands it.
struct ReadWorkbook {
  struct Cell: Equatable, Decodable {
    /// `s` text, `n` number or blank, `f` formula, `date`.
    var kind: String
    var text: String?
    var number: Double?
    var numberFormat: String

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      kind = try values.decode(String.self)
      if try values.decodeNil() {
        text = nil
      } else if let number = try? values.decode(Double.self) {
        self.number = number
      } else {
        text = try values.decode(String.self)
      }
      numberFormat = try values.decode(String.self)
    }
  }

  struct Sheet: Decodable {
    var title, freeze, filter, repeats: String
    var isLandscape: Bool
    var paper, width, charts: Int
    var footer: [String]
    var choices: [[String]]
    /// Ranges that take days alone, and cells that are pale yellow, for people to fill in.
    var days, yellow: [String]
    var cells: [[Cell]]

    /// The rows below the header row with that number, by its titles; rows without an id are left
    /// out unless some have none.
    func records(below header: Int, lackIDs: Bool = false) -> [[String: Cell]] {
      cells.dropFirst(header).filter { lackIDs || $0[0].text != nil }.map { row in
        var record: [String: Cell] = [:]
        for (title, cell) in zip(cells[header - 1], row) {
          if let title = title.text { record[title] = cell }
        }
        return record
      }
    }

    /// The number in the cell two columns right of a label in the first column.
    func total(_ label: String) -> Double? {
      cells.first { $0[0].text == label }.flatMap { $0[2].number }
    }
  }

  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  private struct Content: Decodable {
    var sheets: [Sheet]
    var wrong: [String]
    var created: String
    var charts: [String]
    var figures: [String: Double]
  }

  let sheets: [Sheet]
  /// Formulas whose value in the file is not what they give.
  let wrongFormulas: [String]
  let created: String
  /// One a chart: its title, then the ranges it shows.
  let charts: [String]
  /// The numbers of the cells that have a figure's name.
  let figures: [String: Double]

  /// Reads by Debian's python3-openpyxl; throws a sentence naming the package if it is not there.
  init(path: String) throws {
    let bytes = try ReadWorkbook.run("read_workbook.py", [path])
    let content = try JSONDecoder().decode(Content.self, from: bytes)
    sheets = content.sheets
    wrongFormulas = content.wrong
    created = content.created
    charts = content.charts
    figures = content.figures
  }

  /// What a script beside this file prints; throws its message if it fails.
  static func run(_ script: String, _ arguments: [String]) throws -> Data {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: script)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [url.path(percentEncoded: false)] + arguments
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    guard (try? process.run()) != nil else {
      throw Missing(description: "/usr/bin/python3 is missing: apt-get install python3-openpyxl")
    }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let hint =
        message.contains("No module named 'openpyxl'")
        ? "openpyxl is missing: apt-get install python3-openpyxl" : message
      throw Missing(description: hint)
    }
    return bytes
  }

  func sheet(_ title: String) throws -> Sheet {
    try #require(sheets.first { $0.title == title }, "no sheet \(title)")
  }
}
