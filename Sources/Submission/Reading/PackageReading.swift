internal import Files
package import Vocabulary

/// The files of a package, from a folder or a ZIP that somebody sent, in memory.
///
/// Nothing is unpacked to disk. Links, paths that lead upwards, absolute and repeated names, encrypted
/// parts, and more than the limits allow are refused (`notAPackage`) with the name that is at fault.
package struct PackageReading: Sendable {
  /// The name used in messages.
  package let shown: String
  /// By path below the package: `data/datapackage.json`.
  let files: [String: [UInt8]]
  /// SHA-256 of the ZIP; `nil` for a folder.
  package let zipHash: String?

  /// Reads the folder of a package; memory: all of its files.
  package init(
    folder: String, shown: String, limits: PackageLimits = PackageLimits()
  ) throws(Failure) {
    guard RegularFile.isFolder(folder) else {
      throw RegularFile.exists(folder)
        ? PackageReading.refusal(shown, Wording(zh: "不是目录", en: "it is no folder"))
        : Failure(
          .missingInput, .unreadableFile, file: shown,
          detail: Wording(zh: "文件不存在", en: "no such file"))
    }
    guard !RegularFile.isLink(folder) else {
      throw PackageReading.refusal(shown, PackageGathering.noLinks)
    }
    var gathering = PackageGathering(shown: shown, limits: limits)
    try PackageReading.read(folder, below: "", &gathering)
    self.init(shown, try gathering.package(), zipHash: nil)
  }

  /// Reads the ZIP of a package, with or without one folder around it; memory: all of its files.
  package init(
    zip path: String, shown: String, limits: PackageLimits = PackageLimits()
  ) throws(Failure) {
    let bytes = try RegularFile.read(path, shown: shown, limit: limits.totalBytes)
    try self.init(zip: bytes, shown: shown, limits: limits)
  }

  /// Reads the ZIP in `bytes`.
  package init(
    zip bytes: [UInt8], shown: String, limits: PackageLimits = PackageLimits()
  ) throws(Failure) {
    let archive = try ZipArchive(
      bytes, shown: shown, partLimit: limits.fileBytes, parts: limits.files * 2,
      refusals: PackageReading.refusals(limits))
    guard ZipEnds.areSound(bytes) else { throw PackageReading.refusal(shown, ZipEnds.further) }
    var gathering = PackageGathering(shown: shown, limits: limits)
    for (place, raw) in archive.names.enumerated() {
      guard let name = String(validating: raw, as: UTF8.self) else {
        throw gathering.refusal(
          Problem.printable(String(decoding: raw, as: UTF8.self), limit: 200),
          Wording(zh: "文件名不是 UTF-8", en: "the name is not UTF-8"))
      }
      guard !archive.isSpecial(part: place) else {
        throw gathering.refusal(name, PackageGathering.noLinks)
      }
      let isFolder = name.utf8.last == UInt8(ascii: "/")
      let path = try gathering.checked(isFolder ? String(name.dropLast()) : name)
      if isFolder { continue }
      try gathering.begin(path)
      try archive.read(part: place) { piece throws(Failure) in try gathering.append(piece) }
      gathering.end(path)
    }
    self.init(shown, try gathering.package(), zipHash: SHA256Digest.hex(of: bytes))
  }

  /// Files that are in memory already, with paths that are known to be sound.
  init(_ shown: String, _ files: [String: [UInt8]], zipHash: String? = nil) {
    self.shown = shown
    self.files = files
    self.zipHash = zipHash
  }

  private static func read(
    _ folder: String, below path: String, _ gathering: inout PackageGathering
  ) throws(Failure) {
    for name in try RegularFile.names(in: folder, shown: gathering.shown) {
      let inside = try gathering.checked(path.isEmpty ? name : "\(path)/\(name)")
      let place = "\(folder)/\(name)"
      guard !RegularFile.isLink(place) else {
        throw gathering.refusal(inside, PackageGathering.noLinks)
      }
      if RegularFile.isFolder(place) {
        try read(place, below: inside, &gathering)
      } else {
        try gathering.begin(inside)
        try gathering.append(
          RegularFile.read(
            place, shown: "\(gathering.shown)/\(inside)", limit: gathering.limits.fileBytes))
        gathering.end(inside)
      }
    }
  }

  private static func refusal(_ shown: String, _ detail: Wording) -> Failure {
    Failure(.unusableInput, .notAPackage, file: shown, detail: detail)
  }

  /// How a ZIP is refused, a package or a document in one.
  static func refusals(_ limits: PackageLimits) -> ZipArchive.Refusals {
    ZipArchive.Refusals(
      code: .notAPackage,
      noArchive: Wording(
        zh: "不是 ZIP 文件，或已损坏、不完整", en: "it is no ZIP, or is damaged or cut short"),
      tooLarge: PackageGathering.tooLarge(limits),
      encrypted: Wording(zh: "ZIP 有密码", en: "the ZIP has a password"))
  }
}
