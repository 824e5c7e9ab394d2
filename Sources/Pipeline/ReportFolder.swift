internal import Documents
internal import Files
internal import Reports
internal import Vocabulary

/// Writes a quarter's folder of reports beside the one that is there, then puts it in its place.
///
/// What people changed or put there is kept in `QUARTER-kept` beside it: the folder's own manifest says
/// which files are as they were written.
struct ReportFolder {
  private let folder: StagedFolder
  private let target: String
  private let shown: String
  private let kept: KeptAside
  /// Whether what is there already says the same to the byte.
  private var isInPlace = false
  private(set) var outputs: [OutputFile] = []

  /// Begins the folder that is to replace `target`; `shown` is its name in messages.
  init(replacing target: String, shown: String) throws(Failure) {
    try DurableFile.createFolder(DurableFile.folder(of: target), shown: shown)
    let kept = KeptAside(in: target + "-kept", shown: shown + "-kept")
    // A folder without a manifest was never whole, and is no place where people work.
    folder = try StagedFolder(
      replacing: target, shown: shown,
      saving: { (old) throws(Failure) in
        try kept.keep(from: old, except: WrittenOutputs.listed(in: old))
      }, ifPublic: { RegularFile.exists("\($0)/\(Manifest.name)") })
    self.target = target
    self.shown = shown
    self.kept = kept
  }

  /// Writes every file of the edition, sorted by path in `outputs`, and keeps what people did to the
  /// folder that it will replace: a copy, so that a run given up changes nothing.
  ///
  /// Fails with 78, before anything is kept, where `scan` finds in a finished file what must not be in
  /// it. A dry run keeps nothing.
  mutating func write(
    _ edition: Edition, _ rejected: [RejectedFile], scan: PublicScan? = nil,
    isDryRun: Bool = false, _ times: inout StageTimes
  ) throws(Failure) {
    switch edition {
    case .register(let report): try write(report, rejected, &times)
    case .figures(let report): try write(report, &times)
    }
    if let scan { try PublicScan.refuse(try findings(by: scan), below: shown) }
    guard !isDryRun else { return }
    isInPlace = WrittenOutputs.are(outputs, in: target)
    if !isInPlace { try kept.keep(from: target, except: WrittenOutputs.listed(in: target)) }
  }

  /// Writes what has no register: page, workbook, documents and manifest.
  private mutating func write(
    _ report: OpenReport, _ times: inout StageTimes
  ) throws(Failure) {
    try times.measure(.reports) { () throws(Failure) in
      try add("report.html", OpenPage.render(report))
      for kind in [OfficialKind.reportUpwards, .bulletin] {
        let document = OpenDocument(report, kind).document
        try add(QuarterDocument.name(of: kind), try DocumentFile.bytes(of: document))
      }
    }
    try times.measure(.workbook) { () throws(Failure) in
      try OpenWorkbook.write(report, to: "\(folder.staging)/\(LedgerWorkbook.name)")
      try adoptWorkbook()
    }
    outputs.sort { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
    try add(Manifest.name, try OpenManifest.bytes(of: report, outputs: outputs))
  }

  /// What a scan finds in the files that were written, in the order of their paths.
  private func findings(by scan: PublicScan) throws(Failure) -> [PublicScan.Finding] {
    var findings: [PublicScan.Finding] = []
    for file in outputs {
      let bytes = try RegularFile.read(
        "\(folder.staging)/\(file.path)", shown: file.path, limit: .max)
      findings += try scan.findings(in: file.path, bytes)
    }
    return findings
  }

  private mutating func write(
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
      // The library writes to a path, so the file is taken over as it lies there.
      try LedgerWorkbook.write(report, to: "\(folder.staging)/\(LedgerWorkbook.name)")
      try adoptWorkbook()
    }
    outputs.sort { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
    let manifest = try Manifest.bytes(of: report, outputs: outputs)
    try add(Manifest.name, manifest)
  }

  private mutating func adoptWorkbook() throws(Failure) {
    let written = try folder.adopt(LedgerWorkbook.name)
    outputs.append(
      OutputFile(path: LedgerWorkbook.name, bytes: written.bytes, sha256: written.sha256))
  }

  private mutating func add(_ name: String, _ bytes: [UInt8]) throws(Failure) {
    try folder.write(bytes, to: name)
    outputs.append(OutputFile(path: name, bytes: bytes.count, sha256: SHA256Digest.hex(of: bytes)))
  }

  /// Puts the folder in its place, unless what is there already says the same to the byte.
  func publish() throws(Failure) {
    if !isInPlace { try folder.publish() }
  }

  /// What was kept of people's work, a notice each for the first twenty files.
  var notices: [Problem] {
    let most = 20
    var notices = kept.files.prefix(most).map {
      Problem(kept: $0, of: shown, in: shown + "-kept")
    }
    if kept.files.count > most {
      let more = kept.files.count - most
      notices.append(
        Problem(
          .keptAside, file: shown,
          detail: Wording(
            zh: "另有 \(more) 个文件，现存于 \(shown)-kept",
            en: "\(more) more files, which now lie in \(shown)-kept")))
    }
    return notices
  }
}

extension Problem {
  /// That a file of a folder was kept in another one.
  init(kept file: (path: String, place: String), of folder: String, in kept: String) {
    self.init(
      .keptAside, file: "\(folder)/\(file.path)",
      detail: Wording(
        zh: "现存于 \(kept)/\(file.place)", en: "it now lies in \(kept)/\(file.place)"))
  }
}
