internal import Files
internal import Submission
internal import Vocabulary

/// The packages that were made, `Reports/packages` of a workspace: what was sent is never written over.
struct PackageShelf {
  /// The folder, and its name in messages.
  let folder: String
  let shown: String

  /// The newest package of a submitter and period: its revision and its ZIP; `nil` if there is none.
  func newest(
    _ submitter: DivisionCode, _ period: Quarter
  ) throws(Failure) -> (revision: Int, reading: PackageReading)? {
    guard RegularFile.exists(folder) else { return nil }
    let prefix = "XZ-\(submitter)-\(period)-r"
    let revisions = try RegularFile.names(in: folder, shown: shown).compactMap { name in
      name.hasPrefix(prefix) && name.hasSuffix(".zip")
        ? Int(name.dropFirst(prefix.count).dropLast(4)) : nil
    }
    guard let revision = revisions.max() else { return nil }
    return (revision, try reading("\(prefix)\(revision)"))
  }

  /// The package of that name, from its ZIP.
  func reading(_ name: String) throws(Failure) -> PackageReading {
    try PackageReading(zip: "\(folder)/\(name).zip", shown: "\(shown)/\(name).zip")
  }

  /// Puts a package on the shelf: first its folder, then the ZIP that says it is there.
  func add(_ package: BuiltPackage) throws(Failure) {
    try DurableFile.createFolder(folder, shown: shown)
    let staged = try StagedFolder(
      replacing: "\(folder)/\(package.name)", shown: "\(shown)/\(package.name)")
    for file in package.files { try staged.write(file.bytes, to: file.path) }
    try staged.publish()
    try DurableFile.write(
      package.zip, to: "\(folder)/\(package.name).zip", shown: "\(shown)/\(package.name).zip")
  }

  /// Writes a file that belongs to a package; one that is there and says the same stays.
  func add(_ bytes: [UInt8], named name: String) throws(Failure) {
    try DurableFile.write(bytes, to: "\(folder)/\(name)", shown: "\(shown)/\(name)")
  }
}
