internal import Vocabulary

/// The files of a package as they come in, within the limits, each name once.
struct PackageGathering {
  let shown: String
  let limits: PackageLimits
  private var files: [String: [UInt8]] = [:]
  private var folded: Set<String> = []
  private var total = 0
  private var current: [UInt8] = []

  static let noLinks = Wording(
    zh: "含有链接、设备或管道", en: "it has a link, a device or a pipe")

  static func tooLarge(_ limits: PackageLimits) -> Wording {
    Wording(
      zh: "解压后过大或文件过多：上限 \(limits.files) 个文件，单个 \(limits.fileBytes) 字节，合计 \(limits.totalBytes) 字节",
      en: "too large or too many files when unpacked: the limits are \(limits.files) files, "
        + "\(limits.fileBytes) bytes each, \(limits.totalBytes) bytes together")
  }

  init(shown: String, limits: PackageLimits) {
    self.shown = shown
    self.limits = limits
  }

  /// The path, if it is sound.
  func checked(_ path: String) throws(Failure) -> String {
    if let fault = PackagePath.fault(path) { throw refusal(path, fault) }
    return path
  }

  /// Begins a file; one of that name, or of one that some machines take for it, must not be there.
  mutating func begin(_ path: String) throws(Failure) {
    guard folded.insert(PackagePath.folded(path)).inserted else {
      throw refusal(path, Wording(zh: "文件名重复", en: "the name stands twice"))
    }
    guard files.count < limits.files else { throw refusal(path, Self.tooLarge(limits)) }
    current = []
  }

  /// Adds a piece of the file that was begun.
  mutating func append(_ piece: [UInt8]) throws(Failure) {
    total += piece.count
    guard total <= limits.totalBytes else {
      throw Failure(.unusableInput, .notAPackage, file: shown, detail: Self.tooLarge(limits))
    }
    current += piece
  }

  /// Ends the file that was begun.
  mutating func end(_ path: String) {
    files[path] = current
    current = []
  }

  /// The files by their paths below the package; a single folder around them is left out.
  func package() throws(Failure) -> [String: [UInt8]] {
    if files[PackageLayout.declaration] != nil { return files }
    let tops = Set(files.keys.map { $0.prefix { $0 != "/" } })
    guard tops.count == 1, let top = tops.first,
      files["\(top)/\(PackageLayout.declaration)"] != nil
    else {
      throw Failure(
        .unusableInput, .notAPackage, file: shown,
        detail: Wording(
          zh: "没有 bagit.txt，或外面不止一层目录", en: "there is no bagit.txt, or more than one folder"))
    }
    var below: [String: [UInt8]] = [:]
    for (path, bytes) in files { below[String(path.dropFirst(top.count + 1))] = bytes }
    return below
  }

  func refusal(_ path: String, _ detail: Wording) -> Failure {
    Failure(.unusableInput, .notAPackage, file: shown, value: path, detail: detail)
  }
}
