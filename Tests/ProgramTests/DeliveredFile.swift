import Foundation

/// A file of a drop, read by means that share nothing with the program.
struct DeliveredFile {
  let name: String
  let text: String
  let delimiter: UInt8
  let header: [String]
  /// Every data record behind the header, faulty ones too; blank rows, sums and the header again are
  /// none.
  let records: [[String]]

  /// Decodes by Foundation: UTF-8 where it is, GB 18030 otherwise.
  ///
  /// The header is the first row of more than five filled fields; what stands before it is a title.
  init(_ url: URL) throws {
    name = url.lastPathComponent
    var bytes = try Data(contentsOf: url)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    guard
      let text = String(bytes: bytes, encoding: .utf8) ?? String(bytes: bytes, encoding: gb18030)
    else { throw StrictCSV.Malformed(description: "\(url.lastPathComponent) is not text") }
    self.text = text
    delimiter = text.utf8.prefix(600).contains(0x09) ? 0x09 : 0x2C
    let rows = try StrictCSV.records(Array(text.utf8), delimiter: delimiter, isStrict: false)
    guard let head = rows.firstIndex(where: { $0.count { !$0.isEmpty } > 5 }) else {
      throw StrictCSV.Malformed(description: "\(url.lastPathComponent) has no header")
    }
    header = rows[head]
    records = rows[(head + 1)...].filter { row in
      row != rows[head] && row.contains { !$0.isEmpty } && row.first != "合计"
    }
  }

  /// The values of the columns with one of those titles, in rows as wide as the header.
  func values(of titles: Set<String>) -> Set<String> {
    var values: Set<String> = []
    for (index, title) in header.enumerated() where titles.contains(title) {
      for record in records where record.count == header.count {
        values.insert(record[index])
      }
    }
    return values.subtracting([""])
  }

  /// The files of a folder in name order.
  static func all(in folder: URL) throws -> [DeliveredFile] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "csv" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { try DeliveredFile($0) }
  }
}
