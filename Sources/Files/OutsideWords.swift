internal import Glibc
package import Vocabulary

/// What an outside program said on its standard error, made fit to be shown: one line, no controls, no
/// paths of this machine.
package struct OutsideWords: Sendable {
  /// At most 300 characters.
  package let text: String

  /// `hiding` holds paths and the names that stand for them.
  package init(_ bytes: [UInt8], hiding paths: [(path: String, name: String)]) {
    var text = String(decoding: bytes, as: UTF8.self)
    for (path, name) in paths { text = text.replacing(path, with: name) }
    let words = text.split(whereSeparator: \.isWhitespace).map { word in
      OutsideWords.isPath(word) ? "…" : String(word)
    }
    self.text = Problem.printable(words.joined(separator: " "), limit: 300)
  }

  /// Whether some of the word leads through a folder of the machine: `'/tmp/x'`, `/vsizip//a`.
  private static func isPath(_ word: Substring) -> Bool {
    let start = word.drop { !$0.isLetter && !$0.isNumber && $0 != "/" }
    return start.first == "/"
  }

  /// Why a program of that name did not do what it was started for.
  package func wording(of end: OutsideProgram.End, program: String) -> Wording {
    let reason =
      switch end {
      case .tookTooLong, .killed(SIGXCPU): Wording(zh: "超过时限", en: "it took too long")
      case .killed(SIGXFSZ): Wording(zh: "结果过大", en: "its result is too large")
      case .killed(let signal): Wording(zh: "被信号 \(signal) 中止", en: "it ended by signal \(signal)")
      case .notStarted(let number):
        Wording(zh: "\(program) 无法启动（\(number)）", en: "\(program) did not start (\(number))")
      case .exited(let status):
        Wording(zh: "\(program) 返回 \(status)", en: "\(program) returned \(status)")
      }
    guard !text.isEmpty else { return reason }
    return Wording(zh: "\(reason.zh)：\(text)", en: "\(reason.en): \(text)")
  }
}
