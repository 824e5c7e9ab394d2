internal import Glibc
internal import Vocabulary

/// What a converter said on its standard error, made fit to be shown: one line, no controls, no
/// paths of this machine.
struct ConverterWords {
  private let text: String

  /// `hiding` holds paths and the names that stand for them.
  init(_ bytes: [UInt8], hiding paths: [(path: String, name: String)]) {
    var text = String(decoding: bytes, as: UTF8.self)
    for (path, name) in paths { text = text.replacing(path, with: name) }
    let words = text.split(whereSeparator: \.isWhitespace).map { word in
      ConverterWords.isPath(word) ? "…" : String(word)
    }
    self.text = Problem.printable(words.joined(separator: " "), limit: 300)
  }

  /// Whether GDAL put question marks where it could not read a text in the encoding it was given.
  var saysThatTextsWereLost: Bool { text.contains("couldn't be converted correctly") }

  /// Whether some of the word leads through a folder of the machine: `'/tmp/x'`, `/vsizip//a`.
  private static func isPath(_ word: Substring) -> Bool {
    let start = word.drop { !$0.isLetter && !$0.isNumber && $0 != "/" }
    return start.first == "/"
  }

  func wording(of end: OutsideProgram.End) -> Wording {
    let reason =
      switch end {
      case .tookTooLong, .killed(SIGXCPU): Wording(zh: "超过时限", en: "it took too long")
      case .killed(SIGXFSZ): Wording(zh: "转换结果过大", en: "its result is too large")
      case .killed(let signal): Wording(zh: "被信号 \(signal) 中止", en: "it ended by signal \(signal)")
      case .notStarted(let number):
        Wording(zh: "ogr2ogr 无法启动（\(number)）", en: "ogr2ogr did not start (\(number))")
      case .exited(let status):
        Wording(zh: "ogr2ogr 返回 \(status)", en: "ogr2ogr returned \(status)")
      }
    guard !text.isEmpty else { return reason }
    return Wording(zh: "\(reason.zh)：\(text)", en: "\(reason.en): \(text)")
  }
}
