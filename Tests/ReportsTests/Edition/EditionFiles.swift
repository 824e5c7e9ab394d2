import Documents
import Files
import Foundation
import Vocabulary

@testable import Reports

/// All files of an edition, as the program writes them.
enum EditionFiles {
  static func all(_ edition: Edition) throws -> [(name: String, bytes: [UInt8])] {
    let folder = try WorkbookFolder()
    var files: [(name: String, bytes: [UInt8])] = []
    switch edition {
    case .register(let report):
      files = DataFile.allCases.map { ($0.name, $0.bytes(of: report)) }
      files.append((LeadsGeoJSON.name, LeadsGeoJSON.bytes(of: report)))
      files.append(("report.html", HTMLReport.render(report)))
      for kind in [OfficialKind.reportUpwards, .bulletin] {
        files.append(
          (
            QuarterDocument.name(of: kind),
            try DocumentFile.bytes(of: QuarterDocument(report, kind).document)
          ))
      }
      try LedgerWorkbook.write(report, to: folder.workbook)
      files.append(("manifest.json", try Manifest.bytes(of: report, outputs: [])))
    case .figures(let report):
      files.append(("report.html", OpenPage.render(report)))
      for kind in [OfficialKind.reportUpwards, .bulletin] {
        files.append(
          (
            QuarterDocument.name(of: kind),
            try DocumentFile.bytes(of: OpenDocument(report, kind).document)
          ))
      }
      try OpenWorkbook.write(report, to: folder.workbook)
      files.append(("manifest.json", try OpenManifest.bytes(of: report, outputs: [])))
    }
    files.append(("ledger.xlsx", [UInt8](try Data(contentsOf: URL(filePath: folder.workbook)))))
    return files
  }

  /// The same as text, archives unpacked: what anybody can find in them.
  static func texts(_ edition: Edition) throws -> [(name: String, text: String)] {
    var texts: [(name: String, text: String)] = []
    for file in try all(edition) {
      guard file.bytes.starts(with: [0x50, 0x4B]) else {
        texts.append((file.name, String(decoding: file.bytes, as: UTF8.self)))
        continue
      }
      let archive = try ZipArchive(
        file.bytes, shown: file.name, partLimit: 1 << 30, parts: 1000,
        refusals: ZipArchive.Refusals(
          code: .fault, noArchive: Wording(verbatim: "?"), tooLarge: Wording(verbatim: "?"),
          encrypted: Wording(verbatim: "?")))
      for (place, name) in archive.names.enumerated() {
        var bytes: [UInt8] = []
        try archive.read(part: place) { (piece) throws(Failure) in bytes += piece }
        texts.append(
          (
            "\(file.name)/\(String(decoding: name, as: UTF8.self))",
            String(decoding: bytes, as: UTF8.self)
          ))
      }
    }
    return texts
  }
}
