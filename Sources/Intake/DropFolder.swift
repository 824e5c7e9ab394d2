internal import Files
private import Glibc
package import Vocabulary

/// A file of a drop that is to be read.
package struct DropFile: Sendable, Hashable {
  /// The path to open.
  package let path: String
  /// The name used in messages and outputs, relative to the workspace.
  package let shown: String

  /// A file of that path, named `shown` in messages.
  package init(path: String, shown: String) {
    self.path = path
    self.shown = shown
  }

  /// The file, to be read in pieces; refused by kind and size before a byte is read.
  package func source() throws(Failure) -> ByteSource {
    .file(try FileOnDisk(path, shown: shown, limit: IntakeLimits.fileBytes))
  }
}

/// The folder into which the data teams drop their exports.
package enum DropFolder {
  /// What is in a folder: `files` to be read, sorted by the bytes of their names, and the names
  /// `skipped` and `refused`, each with its reason.
  ///
  /// Read are `.csv` and `.tsv`, in any case of letters. Skipped are hidden names, those of
  /// unfinished or temporary files, and other kinds. Refused are links, devices, pipes and folders
  /// named as exports, and names that are not UTF-8 or hold control characters: what looks like an
  /// export is never passed over in silence. Throws when there is no such folder. `shown` is the
  /// folder's name in messages.
  package static func contents(of folder: String, shown: String) throws(Failure) -> (
    files: [DropFile], skipped: [Problem], refused: [Problem]
  ) {
    guard RegularFile.isFolder(folder) else {
      throw Failure(.missingInput, .missingDrop, file: shown)
    }
    var files: [DropFile] = []
    var skipped: [Problem] = []
    var refused: [Problem] = []
    for name in try RegularFile.names(in: folder, shown: shown) {
      let file = DropFile(path: "\(folder)/\(name)", shown: "\(shown)/\(name)")
      if let reason = reasonToRefuseName(name) {
        refused.append(Problem(.unusableName, file: file.shown, detail: reason))
      } else if let reason = reasonToSkip(name) {
        skipped.append(Problem(.skippedFile, file: file.shown, detail: reason))
      } else if let reason = reasonToRefuse(file.path) {
        refused.append(Problem(.notRegularFile, file: file.shown, detail: reason))
      } else {
        files.append(file)
      }
    }
    return (files, skipped, refused)
  }

  /// A name that is not UTF-8 comes with replacement characters and could not be opened.
  private static func reasonToRefuseName(_ name: String) -> Wording? {
    for scalar in name.unicodeScalars {
      if scalar == "\u{FFFD}" { return Wording(zh: "文件名不是 UTF-8", en: "the name is not UTF-8") }
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
        return Wording(zh: "文件名含有控制字符", en: "the name has a control character")
      }
    }
    return nil
  }

  private static func reasonToSkip(_ name: String) -> Wording? {
    let lowered = name.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    func ends(_ suffix: String) -> Bool {
      lowered.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
    if lowered.starts(with: ".".utf8) {
      return Wording(zh: "隐藏文件，已跳过", en: "a hidden file, skipped")
    }
    if lowered.starts(with: "~$".utf8) || lowered.starts(with: "._".utf8) || ends(".part")
      || ends(".tmp") || ends("~")
    {
      return Wording(zh: "临时或未完成的文件，已跳过", en: "a temporary or unfinished file, skipped")
    }
    return ends(".csv") || ends(".tsv")
      ? nil : Wording(zh: "不是 .csv 或 .tsv，已跳过", en: "not .csv or .tsv, skipped")
  }

  private static func reasonToRefuse(_ path: String) -> Wording? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return systemWording(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFLNK: return Wording(zh: "这是符号链接", en: "it is a symbolic link")
    case S_IFDIR: return Wording(zh: "这是目录", en: "it is a folder")
    default: return Wording(zh: "这是设备或管道", en: "it is a device or a pipe")
    }
  }
}
