internal import Vocabulary

/// What a path in a package may look like, so that unpacking it harms nobody.
enum PackagePath {
  /// What is wrong with a path below the package; `nil` if nothing is.
  ///
  /// Refused: absolute paths, drives, backslashes, empty parts, `.` and `..`, control and
  /// bidirectional characters, more than 16 parts or 1,024 bytes.
  static func fault(_ path: String) -> Wording? {
    guard path.utf8.count <= 1024 else {
      return Wording(zh: "路径过长", en: "the path is too long")
    }
    guard Problem.printable(path, limit: .max).utf8.elementsEqual(path.utf8) else {
      return Wording(
        zh: "路径含有控制字符或不是 UTF-8", en: "the path has control characters or is not UTF-8")
    }
    // A name that is not UTF-8 comes with replacement characters.
    guard !path.unicodeScalars.contains("\u{FFFD}") else {
      return Wording(zh: "文件名不是 UTF-8", en: "the name is not UTF-8")
    }
    if path.utf8.first == UInt8(ascii: "/") {
      return Wording(zh: "绝对路径", en: "an absolute path")
    }
    if path.utf8.contains(UInt8(ascii: "\\")) || path.utf8.dropFirst().first == UInt8(ascii: ":") {
      return Wording(zh: "Windows 路径", en: "a path of Windows")
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains("..") {
      return Wording(zh: "路径指向上级目录", en: "the path leads upwards")
    }
    guard parts.count <= 16, !parts.contains(""), !parts.contains(".") else {
      return Wording(zh: "路径中有空的或多余的部分", en: "the path has empty or needless parts")
    }
    return nil
  }

  /// What two paths have in common that are one file on some machine: composed, in lower case.
  ///
  /// Strings are compared by canonical equivalence, so composing is left to that.
  static func folded(_ path: String) -> String { path.lowercased() }
}
