import Testing
import Vocabulary

@testable import Reports

@Suite("Values as the page writes them") struct WrittenValueTests {
  @Test(
    "integers have separators and a true minus sign",
    arguments: [
      (0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "\u{2212}1,234,567"),
      (Int.max, "9,223,372,036,854,775,807"),
    ])
  func grouped(number: Int, written: String) { #expect(Numeral.grouped(number) == written) }

  @Test(
    "percentages have one decimal, rounded half away from zero",
    arguments: [
      (1, 3, "33.3%"), (2, 3, "66.7%"), (1, 2000, "0.1%"), (-1, 16, "\u{2212}6.3%"),
      (5, 5, "100.0%"), (0, 7, "0.0%"), (3, 0, nil),
    ])
  func percent(part: Int, whole: Int, written: String?) {
    #expect(Numeral.percent(part, of: whole) == written)
  }

  @Test(
    "money is exact in yuan and rounded in ten thousands",
    arguments: [
      (1_200_000, "12,000.00", "1.2"), (5, "0.05", "0.0"), (50_000, "500.00", "0.1"),
      (49_999, "499.99", "0.0"), (-300_050, "\u{2212}3,000.50", "\u{2212}0.3"),
    ])
  func money(fen: Int64, yuan: String, tenThousands: String) {
    #expect(Numeral.yuan(Money(fen: fen)) == yuan)
    #expect(Numeral.tenThousands(Money(fen: fen)) == tenThousands)
  }

  @Test(
    "a deadline says what is due when, what holidays change, and what is not known of it",
    arguments: [
      ("2026-08-31", "2026-08-31", Truth.true, "2026-08-31：", "2026-08-31: "),
      (
        "2026-10-01", "2026-10-08", .true, "2026-10-01，遇节假日顺延则为 2026-10-08：",
        "2026-10-01, or 2026-10-08 if holidays put it off: "
      ),
      (
        "2027-01-30", nil, .true, "2027-01-30，遇节假日是否顺延无法计算：",
        "2027-01-30; whether holidays put it off cannot be told: "
      ),
      (nil, nil, .true, "期限无法计算：", "cannot be counted: "),
      (
        "2026-08-31", "2026-08-31", .unknown, "2026-08-31（是否适用未知）：",
        "2026-08-31 (whether it applies is unknown): "
      ),
    ] as [(String?, String?, Truth, String, String)])
  func deadline(
    due: String?, after: String?, applies: Truth, opening: String, english: String
  ) throws {
    let deadline = DeadlineEntry(
      rule: "sx25.a9.verify-30", document: "晋环规〔2025〕2 号", locator: "第九条第一句", duty: "三十日内初步核查",
      period: Wording(zh: "自筛查发现日的次日起算，30个自然日", en: "30 calendar days"),
      start: try #require(Day(iso: "2026-08-01")),
      due: due.flatMap { Day(iso: $0) }, dueAfterHoliday: after.flatMap { Day(iso: $0) },
      applies: applies)
    #expect(
      deadline.sentence.zh == opening + "三十日内初步核查；自筛查发现日的次日起算，30个自然日，自 2026-08-01　"
        + "晋环规〔2025〕2 号 第九条第一句（sx25.a9.verify-30）")
    #expect(
      deadline.sentence.en == english + "三十日内初步核查; 30 calendar days, 2026-08-01  "
        + "晋环规〔2025〕2 号 第九条第一句 (sx25.a9.verify-30)")
  }

  @Test("what is no distance is not written as one")
  func distances() {
    #expect(Numeral.metres(1234.5) == "1,235")
    #expect(Numeral.metres(.nan) == nil)
    #expect(Numeral.metres(.infinity) == nil)
  }

  @Test(
    "text is escaped and invisible characters are made visible",
    arguments: [
      ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"), ("甲\u{202E}乙", "甲\u{FFFD}乙"),
      ("\u{0}\u{7F}\u{85}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("a\tb\r\nc", "a\tb\n\nc"),
      ("\u{200B}\u{2066}\u{FEFF}\u{FFFE}\u{61C}\u{180E}", String(repeating: "\u{FFFD}", count: 6)),
      ("汉字 é 𠮷 😀 —“”", "汉字 é 𠮷 😀 —“”"), ("", ""),
    ])
  func escaped(text: String, written: String) {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text)
    #expect(String(decoding: bytes, as: UTF8.self) == written)
  }

  /// The examples of RFC 4648 section 10.
  @Test(
    "base64 is that of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
    ])
  func base64(text: String, written: String) {
    #expect(PagePolicy.base64(Array(text.utf8)) == written)
  }

  @Test("a digest of the policy is the SHA-256 of the text in base64")
  func digest() {
    #expect(
      PagePolicy.digest(of: Array("abc".utf8)) == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
  }

  @Test(
    "only what is plainly a date or an amount is shown of a rejected value",
    arguments: [
      ("2026年9月31日", true), ("12,000.5元", true), ("2026/13/01 10:20", true), ("20260931", true),
      ("待评估", true), ("13800138000", false), ("138 0013 8000", false), ("0350-3030303", false),
      ("140902199001011234", false), ("张三", false), ("", false), ("１３８００１３８０００", false),
    ])
  func harmless(value: String, isShown: Bool) {
    #expect(RejectTables.isHarmless(value) == isShown)
  }

  @Test(
    "shades run from none to the largest",
    arguments: [(0, 10, 0), (1, 10, 1), (5, 10, 3), (10, 10, 5), (1, 1, 3), (4, 0, 0)])
  func shades(count: Int, most: Int, shade: Int) {
    #expect(ChannelSection.shade(count, of: most) == shade)
  }

  @Test("margin texts cannot leave their string")
  func margins() {
    let margins = PrintMargins(title: "a\"}</style>\\", mark: "内部版", origin: "\n")
    let style = String(decoding: margins.style, as: UTF8.self)
    #expect(style.contains("\"\\61 \\22 \\7d \\3c \\2f \\73 "))
    #expect(!style.contains("</") && style.count(where: { $0 == "\"" }) == 6)
  }
}
