import Testing
import Vocabulary

@Suite("Problem codes")
struct ProblemCodeTests {
  @Test("say in both languages what is wrong and what to do", arguments: ProblemCode.allCases)
  func wording(code: ProblemCode) {
    for text in [code.title.zh, code.title.en, code.remedy.zh, code.remedy.en] {
      #expect(!text.isEmpty)
      #expect(!text.contains("\n"))
    }
    let isChinese: (Unicode.Scalar) -> Bool = { (0x4E00...0x9FFF).contains($0.value) }
    #expect(code.title.zh.unicodeScalars.contains(where: isChinese))
    #expect(code.remedy.zh.unicodeScalars.contains(where: isChinese))
    #expect(!code.title.en.unicodeScalars.contains(where: isChinese))
    #expect(!code.remedy.en.unicodeScalars.contains(where: isChinese))
  }

  @Test("are an E and three digits of a known group, and none says what another says")
  func codes() {
    for code in ProblemCode.allCases {
      let bytes = Array(code.rawValue.utf8)
      #expect(bytes.count == 4)
      #expect(bytes.first == UInt8(ascii: "E"))
      #expect((1...9).contains((Int(code.rawValue.dropFirst()) ?? 0) / 100))
    }
    #expect(Set(ProblemCode.allCases.map(\.rawValue)).count == ProblemCode.allCases.count)
    #expect(Set(ProblemCode.allCases.map(\.title)).count == ProblemCode.allCases.count)
  }
}

@Suite("Problems")
struct ProblemTests {
  private let problem = Problem(
    .unreadableDate, file: "Inputs/2026Q3/督察.csv", record: 117, line: 118, column: "交办日期",
    value: "13月", detail: Wording(zh: "没有这一天", en: "no such day"))

  @Test("name place, kind, value and remedy on one line")
  func message() {
    #expect(
      problem.message(in: .zh)
        == "E301 Inputs/2026Q3/督察.csv:118 “交办日期” 日期无法识别：没有这一天；值“13月”；处理："
        + ProblemCode.unreadableDate.remedy.zh)
    #expect(
      problem.message(in: .en)
        == "E301 Inputs/2026Q3/督察.csv:118 “交办日期” the date cannot be read: no such day; "
        + "value “13月”; to do: " + ProblemCode.unreadableDate.remedy.en)
  }

  @Test("leave out what is not known of the place")
  func bare() {
    let bare = Problem(.interrupted).message(in: .en)
    #expect(bare == "E515 interrupted; nothing was recorded; to do: just run again")
    #expect(Problem(.badYAML, line: 4).message(in: .en).hasPrefix("E516 :4 the YAML"))
  }

  /// Control, line-breaking, bidirectional and invisible characters.
  static let hidden: [Unicode.Scalar] = [
    "\u{0}", "\u{7}", "\u{9}", "\u{A}", "\u{D}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}",
    "\u{61C}", "\u{180E}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{2028}", "\u{2029}", "\u{202A}",
    "\u{202E}", "\u{2060}", "\u{2066}", "\u{2069}", "\u{206F}", "\u{FEFF}", "\u{FFF9}",
    "\u{E0001}", "\u{E0041}",
  ]

  @Test("show no character that could act on a terminal, wherever it stands", arguments: hidden)
  func hides(scalar: Unicode.Scalar) {
    let text = "前\(scalar)后"
    let hostile = Problem(
      .unreadableDate, file: text, line: 1, column: text, value: text,
      detail: Wording(verbatim: text))
    for language in Language.allCases {
      let message = hostile.message(in: language)
      #expect(!message.unicodeScalars.contains(scalar))
      #expect(message.unicodeScalars.filter { $0 == "\u{FFFD}" }.count == 4)
    }
  }

  @Test("show what people write as it is")
  func keeps() {
    let text = "王家沟　②号—“甲”（㎡）𠮷é ｱ %$`;\u{3000}"
    #expect(Problem.printable(text, limit: 100) == text)
  }

  @Test("cut what is long, by scalars")
  func cuts() {
    #expect(Problem.printable("一二三", limit: 3) == "一二三")
    #expect(Problem.printable("一二三四", limit: 3) == "一二三…")
    let long = String(repeating: "长", count: 1_000_000)
    let message = Problem(
      .unreadableDate, file: long, column: long, value: long, detail: Wording(verbatim: long)
    ).message(in: .zh)
    #expect(message.unicodeScalars.count < 1200)
    // One Character of a million scalars is no way around it.
    let marks = "e" + String(repeating: "\u{301}", count: 1_000_000)
    #expect(Problem.printable(marks, limit: 80).unicodeScalars.count == 81)
  }

  @Test("stop the program together")
  func failure() {
    let failure = Failure(.configuration, .badConfiguration, file: "leadscreen.yaml", line: 3)
    #expect(failure.status.rawValue == 78)
    #expect(failure.problems == [Problem(.badConfiguration, file: "leadscreen.yaml", line: 3)])
  }
}
