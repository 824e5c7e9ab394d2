import Normalise
import Testing
import Vocabulary

@Suite("Keys and placeholders")
struct KeyTests {
  func key(_ text: String) -> String {
    String(decoding: reading(text) { documentKey($0) }, as: UTF8.self)
  }

  @Test(
    "gives all spellings of one document number one key",
    arguments: [
      "晋环罚〔2026〕12号", "晋环罚[2026]12号", "晋环罚（2026）12号", "晋环罚(2026)12号", "晋环罚【2026】12号",
      "晋环罚﹝2026﹞12号", " 晋环罚〔2026〕 12 号 ", "晋环罚〔２０２６〕１２号", "晋环罚\u{200B}［2026］12号",
      "晋环罚〖2026〗12号", "晋环罚〔2026〕第12号", "晋环罚〔2026〕第 12 号", "晋环罚「2026」１２号", "晋环罚{2026}12号",
      "晋环罚〔2026〕012号", "晋环罚（2026）第0012号",
    ])
  func spellings(_ text: String) { #expect(key(text) == "晋环罚[2026]12号") }

  @Test("keeps different numbers apart")
  func different() {
    #expect(key("晋环罚〔2026〕12号") != key("晋环罚〔2026〕13号"))
    #expect(key("晋环罚〔2026〕102号") == "晋环罚[2026]102号")
    #expect(key("晋环罚〔2026〕0号") == "晋环罚[2026]0号")
    #expect(key("34-102-060005") == key("34－102－060005"))
    #expect(key("a1") == "A1")
    // A 第 that keeps two numbers apart stays.
    #expect(key("2026第12号") != key("202612号"))
    #expect(key("第12分局") != key("12分局"))
    #expect(key("忻环罚字第12号") == key("忻环罚字12号"))
    #expect(key("第二中学") == "第二中学")
  }

  @Test("makes a key once: the key of a key is itself")
  func idempotent() {
    var generator = SeededGenerator(seed: 7)
    let words = ["第", "1", "号", "〔", "a", " ", "２", "\u{200B}"]
    for round in 0..<5_000 {
      let bytes =
        round % 2 == 0
        ? (0..<Int.random(in: 0...40, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        }
        : Array(
          (0..<Int.random(in: 0...8, using: &generator)).map { _ in
            words[Int.random(in: words.indices, using: &generator)]
          }.joined().utf8)
      let once = documentKey(bytes.span)
      #expect(documentKey(once.span) == once)
      let name = nameKey(bytes.span)
      #expect(nameKey(name.span) == name)
    }
  }

  @Test("folds names without changing their letters")
  func names() {
    let key = reading(" 代县（上馆）某某Ａ厂\u{A0}") { nameKey($0) }
    #expect(String(decoding: key, as: UTF8.self) == "代县(上馆)某某A厂")
  }

  @Test(
    "knows placeholders",
    arguments: [
      "", " ", "无", "-", "—", "/", "不详", "未知", "NULL", "null", "N/A", "0", "000", "\u{200B}", "——",
      "(空)", "…",
    ])
  func placeholders(_ text: String) { #expect(reading(text) { isPlaceholder($0) }) }

  @Test("does not take names for placeholders", arguments: ["无锡某厂", "代县", "01", "A", "不详村某厂"])
  func names(_ text: String) { #expect(!reading(text) { isPlaceholder($0) }) }
}
