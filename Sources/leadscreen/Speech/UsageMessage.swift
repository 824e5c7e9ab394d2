internal import Vocabulary

/// What is wrong with a command line, in the language of this process.
///
/// The parser speaks English only; its sentences have few forms, each rendered here. A form that is
/// not known becomes the plain statement that the command line is wrong.
enum UsageMessage {
  private static let forms: [(start: String, zh: String)] = [
    ("Unknown option ", "没有这个选项："), ("Missing expected argument ", "缺少参数："),
    ("Missing value for ", "选项缺少取值："), ("Unexpected argument ", "多余的参数："),
    ("Missing required subcommand", "缺少命令"), ("Missing one of: ", "缺少以下之一："),
  ]

  /// The message for what the parser said, without a line break at the end.
  static func text(for message: String, in language: Language) -> String {
    let first = message.split(separator: "\n").first.map(String.init) ?? ""
    let plain = first.hasPrefix("Error: ") ? String(first.dropFirst(7)) : first
    guard language == .zh else { return plain }
    if containsHan(plain) { return plain }
    for form in forms where plain.hasPrefix(form.start) {
      return form.zh + quoted(in: plain).joined(separator: " ")
    }
    let values = quoted(in: plain)
    if plain.hasPrefix("The value "), values.count > 1 {
      return "取值“\(values[0])”不适用于 \(values[1])"
    }
    return "命令写法有误" + (values.isEmpty ? "" : "：" + values.joined(separator: " "))
  }

  private static func containsHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  /// What stands between single quotes; apostrophes within words quote nothing.
  private static func quoted(in text: String) -> [String] {
    let text = text.replacing("Can't", with: "Cannot").replacing("can't", with: "cannot")
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) }
  }
}
