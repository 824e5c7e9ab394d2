internal import Files
internal import Reports
internal import Submission
internal import Vocabulary

/// The packages that were made, `Reports/packages` of a workspace: what was sent is never written over.
struct PackageShelf {
  /// The folder, and its name in messages.
  let folder: String
  let shown: String

  /// The newest package of a submitter and period: its revision and its ZIP; `nil` if there is none.
  ///
  /// Fails with 73 where a package's folder is there without its ZIP: what was sent is then not known.
  func newest(
    _ submitter: DivisionCode, _ period: Quarter
  ) throws(Failure) -> (revision: Int, reading: PackageReading)? {
    guard RegularFile.exists(folder) else { return nil }
    let prefix = "XZ-\(submitter)-\(period)-r"
    let names = try RegularFile.names(in: folder, shown: shown)
    let revisions = names.filter { $0.hasPrefix(prefix) }.compactMap { name in
      Int(name.dropFirst(prefix.count).prefix { $0 != "." && $0 != "-" })
    }
    guard let revision = revisions.max() else { return nil }
    let name = "\(prefix)\(revision)"
    guard names.contains(name + ".zip") else {
      throw Failure(
        .cannotCreate, .packageExists, file: "\(shown)/\(name)",
        detail: Wording(
          zh: "同名的 ZIP 不见了，请放回原处", en: "the ZIP of that name is gone; please put it back"))
    }
    return (revision, try reading(name))
  }

  /// The package of that name, from its ZIP.
  func reading(_ name: String) throws(Failure) -> PackageReading {
    try PackageReading(zip: "\(folder)/\(name).zip", shown: "\(shown)/\(name).zip")
  }

  /// Puts a package on the shelf: first the ZIP that is sent and says it is there, then its folder.
  func add(_ package: BuiltPackage) throws(Failure) {
    try DurableFile.createFolder(folder, shown: shown)
    try DurableFile.write(
      package.zip, to: "\(folder)/\(package.name).zip", shown: "\(shown)/\(package.name).zip")
    try write(package.files, asFolder: package.name)
  }

  /// Whether the folder of a package whose ZIP is there is gone.
  func lacksFolder(_ name: String) -> Bool { !RegularFile.exists("\(folder)/\(name)") }

  /// Makes the folder of a package again from its ZIP, which the caller has checked.
  func putBackFolder(_ name: String, from reading: PackageReading) throws(Failure) {
    try write(reading.allFiles, asFolder: name)
  }

  private func write(
    _ files: [(path: String, bytes: [UInt8])], asFolder name: String
  ) throws(Failure) {
    let staged = try StagedFolder(replacing: "\(folder)/\(name)", shown: "\(shown)/\(name)")
    for file in files { try staged.write(file.bytes, to: file.path) }
    try staged.publish()
  }

  /// Writes a file that people work on; one of that name with other content is kept in `kept` and told
  /// in `notices`.
  func put(
    _ bytes: [UInt8], named name: String, _ notices: inout [Problem]
  ) throws(Failure) -> OutputFile {
    let path = "\(folder)/\(name)"
    let file = OutputFile(
      path: "\(shown)/\(name)", bytes: bytes.count, sha256: SHA256Digest.hex(of: bytes))
    let kept = KeptAside(in: "\(folder)/kept", shown: "\(shown)/kept")
    try kept.keep(
      from: path, except: [name: KeptAside.Known(bytes: file.bytes, sha256: file.sha256)])
    notices += kept.files.map { Problem(kept: $0, of: shown, in: "\(shown)/kept") }
    try DurableFile.createFolder(folder, shown: shown)
    try DurableFile.write(bytes, to: path, shown: file.path)
    return file
  }

  /// What `write` writes to the path that it is given, in a folder of its own.
  func written(_ write: (String) throws(Failure) -> Void) throws(Failure) -> [UInt8] {
    try DurableFile.createFolder(folder, shown: shown)
    let workplace = try StagedFolder(replacing: "\(folder)/form.writing", shown: shown)
    // It is removed with the last word of it.
    defer { withExtendedLifetime(workplace) {} }
    let path = "\(workplace.staging)/form"
    try write(path)
    return try RegularFile.read(path, shown: shown, limit: .max)
  }

  /// Writes a file that belongs to a package: a receipt, a list of corrections.
  func add(_ bytes: [UInt8], named name: String) throws(Failure) {
    try DurableFile.write(bytes, to: "\(folder)/\(name)", shown: "\(shown)/\(name)")
  }
}
