import StrictYAML
import Testing
import Vocabulary

@Suite("YAML documents")
struct YAMLParsingTests {
  @Test(
    "with anchors or aliases are refused, and the line is named",
    arguments: [
      ("a: 1\nb: &x 2\n", 2), ("&x a: 1\n", 1), ("a: &x [1]\n", 1), ("a: 1\nb:\n  &x c: 1\n", 3),
      ("a: &x {b: 1}\n", 1), ("a: &x 1\nb: 2\nc: *x\n", 3), ("- &x 1\n- *x\n", 2),
      ("{\"a\":&x 1,\"b\":*x}\n", 1), ("a: &x 1\n*x : 2\n", 2), ("a: &x\n  <<: *x\n", 2),
      ("\u{FEFF}&x a: *x\n", 1), ("a: 1\nb: *nobody\n", 2), ("? &x [1]\n: 2\n", 1),
      ("a: 1\n&x b: 2\n", 2),
    ])
  func anchors(text: String, line: Int) {
    let found = problems(of: text)
    #expect(found.map(\.line) == [line])
    #expect(found.map(\.file) == ["f.yaml"])
    #expect(found.map(\.code) == [.badProfile])
  }

  @Test(
    "that unfold into gigabytes are refused at once, as values and as keys",
    arguments: ["z: *a99\n", "? *a99\n: 1\n", "? [*a99, *a98]\n: 1\n"])
  func bombs(end: String) {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1...99 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let clock = ContinuousClock()
    var found: [Problem] = []
    let time = clock.measure { found = problems(of: bomb + end) }
    #expect(found.map(\.line) == [2])
    #expect(time < .seconds(5))
  }

  @Test(
    "may hold the signs of anchors and aliases in their texts",
    arguments: [
      "a: R&D\n", "a: \"*\"\n", "a: 3 * 4 & 5\n", "a: '&x'\n", "# *x of &y\na: 1\n", "a: x*y&z\n",
    ])
  func signs(text: String) {
    #expect(problems(of: text) == [])
  }

  @Test(
    "with tags are refused",
    arguments: [
      ("a: !!int 5\n", 1), ("a: 1\nb: !foo 5\n", 2), ("a: !!set {x}\n", 1), ("a: 1\n!x b: 1\n", 2),
      ("a: !!python/object:os.system x\n", 1), ("a: !!binary aGk=\n", 1), ("!<x> [1]\n", 1),
      ("- 1\n- !!null ''\n", 2), ("%TAG ! tag:x,2000:\n---\na: !y 1\n", 3),
    ])
  func tags(text: String, line: Int) {
    #expect(problems(of: text).map(\.line) == [line])
  }

  @Test(
    "with a key twice are refused",
    arguments: [
      ("a: 1\nb: 2\n\nb: 3\n", 2), ("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n", 3),
      ("{a: 1, 'a': 2}\n", 1), ("a: 1\n\"\\u0061\": 2\n", 1),
    ])
  func duplicates(text: String, line: Int) {
    let found = problems(of: text)
    #expect(found.map(\.line) == [line])
    #expect(found.first?.detail?.en.contains("duplicate key") == true)
  }

  @Test(
    "that are no YAML, or more than one document, are refused with the line",
    arguments: [
      ("a:\n\tb: 1\n", 2), ("a: 1\nb: [1, 2\nc: 3\n", 3), ("a: 1\n---\nb: 2\n", 2),
      ("a: 1\n  b: 2\n", 2), ("a: 1\nb: \"x\n", 3), ("a: 1\n\nb: \u{1}\n", 3),
      ("a: 1\nb: x\0y\n", 2), ("a: 1\n? [1, 2]\n: 3\n", 2), ("a: @x\n", 1), ("a： 1\nb: 2\n", 2),
      ("a: |\ndpi  t", 2), ("a: \"\\ud800\"\n", 1), ("a: 1\r\nb: \u{7}\r\n", 2), ("", 1),
      ("# nothing\n", 1),
    ])
  func malformed(text: String, line: Int) {
    #expect(problems(of: text).map(\.line) == [line])
  }

  @Test(
    "nested twenty thousand deep are refused without harm",
    arguments: [("[", "]"), ("- ", ""), ("? ", ""), ("{a: ", "}"), ("- - ", ""), ("[{a: ", "}]")])
  func deep(open: String, close: String) {
    let text =
      String(repeating: open, count: 20_000) + "x" + String(repeating: close, count: 20_000)
    #expect(problems(of: text).count == 1)
  }

  @Test("may be nested as deep as the limit and no deeper")
  func depth() {
    func list(_ levels: Int) -> [UInt8] {
      Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
    }
    #expect(problems(of: list(64)) == [])
    #expect(problems(of: list(65)).first?.detail?.en == "nested too deeply")
    var limits = YAMLLimits()
    limits.depth = 3
    #expect(problems(of: list(3), limits: limits) == [])
    #expect(problems(of: list(4), limits: limits).count == 1)
  }

  @Test("may be as long as the limit and no longer")
  func size() {
    let limit = YAMLLimits().bytes
    let start = Array("a: 1\n#".utf8)
    let long = start + [UInt8](repeating: 0x2E, count: limit - start.count)
    #expect(long.count == 256 * 1024)
    #expect(problems(of: long) == [])
    #expect(problems(of: long + [0x2E]).first?.detail?.en.contains("262145 bytes") == true)
  }

  @Test(
    "must be UTF-8",
    arguments: [
      [0x61, 0x3A, 0x20, 0xFF], [0x61, 0x3A, 0x20, 0xC0, 0x80],
      [0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80],
      [0xFF, 0xFE, 0x61, 0x00], [0x61, 0x3A, 0x20, 0xE4, 0xB8], [0x61, 0x3A, 0x20, 0xD6, 0xD0],
    ])
  func encoding(bytes: [UInt8]) {
    #expect(problems(of: bytes).first?.detail?.en == "not UTF-8")
  }

  @Test(
    "leave every word the text it is",
    arguments: [
      "no", "yes", "on", "off", "true", "null", "~", "010", "0x1F", "1_000", "12:30:45", "1e3",
      ".inf", ".nan", "2026-07-03", "<<", "=", "140900",
    ])
  func plainWords(word: String) throws {
    let plain = try node("a: \(word)\n")
    guard case .mapping(let entries) = plain.content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.key) == ["a"])
    #expect(entries.map(\.value.scalar) == [word])
    #expect(entries.map(\.value.isQuoted) == [false])
    #expect(try node("\(word): 1\n").content.keys == [word])
  }

  @Test("tell quoted and block texts from bare words")
  func quoted() throws {
    for text in ["\"null\"", "'null'", "|-\n  null", ">-\n  null"] {
      let value = try #require(try node("a: \(text)\n").content.values.first)
      #expect(value.scalar == "null")
      #expect(value.isQuoted)
      #expect(!value.isNull)
    }
    for text in ["", "~", "null"] {
      #expect(try #require(try node("a: \(text)\n").content.values.first).isNull)
    }
    for text in ["Null", "NULL", "''", "\"\"", "\"~\"", "none", "[]", "{}"] {
      #expect(try !#require(try node("a: \(text)\n").content.values.first).isNull)
    }
  }

  @Test("give every node and key its line")
  func lines() throws {
    let root = try node("# 注\na: 1\nb:\n  - x\n  -\n    c: 2\r\n    d: 3\n")
    guard case .mapping(let entries) = root.content,
      case .sequence(let items) = entries[1].value.content,
      case .mapping(let inner) = items[1].content
    else {
      Issue.record("another shape")
      return
    }
    #expect(root.line == 2)
    #expect(entries.map(\.line) == [2, 3])
    #expect(items.map(\.line) == [4, 6])
    #expect(inner.map(\.line) == [6, 7])
    #expect(inner.map(\.value.line) == [6, 7])
  }

  @Test("of random bytes either parse or are refused")
  func randomBytes() {
    var random = SeededGenerator(state: 5)
    let signs = Array("ab:-?,[]{}#&*!|>'\"%@` \n\t~<=1é".utf8)
    var parsed = 0
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...24, using: &random)
      let bytes = (0..<length).compactMap { _ in signs.randomElement(using: &random) }
      let found = problems(of: bytes)
      if found.isEmpty { parsed += 1 }
      #expect(found.allSatisfy { ($0.line ?? 0) >= 1 && $0.detail != nil })
    }
    #expect(parsed > 100)
  }
}

extension YAMLNode.Content {
  /// The keys of a mapping, in order; empty for anything else.
  fileprivate var keys: [String] {
    if case .mapping(let entries) = self { entries.map(\.key) } else { [] }
  }

  /// The values of a mapping, in order; empty for anything else.
  fileprivate var values: [YAMLNode] {
    if case .mapping(let entries) = self { entries.map(\.value) } else { [] }
  }
}

/// A generator whose sequence is fixed by its seed (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
