internal import Documents
internal import Files
internal import Reports
internal import Vocabulary

/// Writes a quarter's folder of reports beside the one that is there, then puts it in its place.
struct ReportFolder {
  private let folder: StagedFolder
  private let target: String
  private(set) var outputs: [OutputFile] = []

  /// Begins the folder that is to replace `target`; `shown` is its name in messages.
  init(replacing target: String, shown: String) throws(Failure) {
    try DurableFile.createFolder(DurableFile.folder(of: target), shown: shown)
    folder = try StagedFolder(replacing: target, shown: shown)
    self.target = target
  }

  /// Writes every file of the report; sorted by path in `outputs`.
  mutating func write(
    _ report: QuarterReport, _ rejected: [RejectedFile], _ times: inout StageTimes
  ) throws(Failure) {
    try times.measure(.reports) { () throws(Failure) in
      for file in DataFile.allCases { try add(file.name, file.bytes(of: report)) }
      try add(LeadsGeoJSON.name, LeadsGeoJSON.bytes(of: report))
      for file in rejected { try add(file.name, file.bytes) }
      try add("report.html", HTMLReport.render(report))
      for kind in [OfficialKind.reportUpwards, .bulletin] {
        let document = QuarterDocument(report, kind).document
        try add(QuarterDocument.name(of: kind), try DocumentFile.bytes(of: document))
      }
    }
    try times.measure(.workbook) { () throws(Failure) in
      // The library writes to a path; its file is read back for its hash and made durable.
      let path = "\(folder.staging)/\(LedgerWorkbook.name)"
      try LedgerWorkbook.write(report, to: path)
      let bytes = try RegularFile.read(path, shown: LedgerWorkbook.name, limit: .max)
      try add(LedgerWorkbook.name, bytes)
    }
    outputs.sort { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
    let manifest = try Manifest.bytes(of: report, outputs: outputs)
    try add(Manifest.name, manifest)
  }

  private mutating func add(_ name: String, _ bytes: [UInt8]) throws(Failure) {
    try folder.write(bytes, to: name)
    outputs.append(OutputFile(path: name, bytes: bytes.count, sha256: SHA256Digest.hex(of: bytes)))
  }

  /// Puts the folder in its place, unless what is there already says the same to the byte.
  func publish() throws(Failure) {
    if !isWritten { try folder.publish() }
  }

  private var isWritten: Bool {
    guard let there = try? ReportFolder.paths(in: target),
      there == outputs.map(\.path).sorted()
    else { return false }
    return outputs.allSatisfy { file in
      let bytes = try? RegularFile.read(
        "\(target)/\(file.path)", shown: file.path, limit: file.bytes)
      return bytes.map { SHA256Digest.hex(of: $0) == file.sha256 } ?? false
    }
  }

  /// The paths of all files below a folder, sorted.
  private static func paths(in folder: String, below prefix: String = "") throws(Failure)
    -> [String]
  {
    var paths: [String] = []
    for name in try RegularFile.names(in: folder, shown: folder) {
      let path = "\(folder)/\(name)"
      if RegularFile.isFolder(path) {
        paths += try Self.paths(in: path, below: "\(prefix)\(name)/")
      } else {
        paths.append(prefix + name)
      }
    }
    return paths.sorted()
  }
}
