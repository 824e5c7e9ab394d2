import StrictYAML
import Testing
import Vocabulary

@Suite("Fields of a YAML mapping")
struct YAMLFieldsTests {
  @Test("name every unknown key with its line and every missing one")
  func keys() throws {
    let reading = try Reading("a: 1\nx: 2\nb: 3\ny:\n  z: 4\n", required: ["a", "c", "f"])
    #expect(reading.found == ["1 c", "1 f", "2 x", "4 y"])
  }

  @Test("do not take an empty value for a required one", arguments: ["", "~", "null"])
  func emptyRequired(value: String) throws {
    let reading = try Reading("b: 1\na: \(value)\n", required: ["a"])
    #expect(reading.found == ["2 a"])
    #expect(reading.problems.problems.first?.detail?.en == "key without a value")
    #expect(try Reading("a: 'null'\n", required: ["a"]).found == [])
  }

  @Test("are expected to be a mapping", arguments: ["- a\n", "a\n", "''\n", "[]\n", "~\n"])
  func noMapping(text: String) throws {
    let reading = try Reading(text, required: ["a"])
    #expect(reading.found == ["1 "])
    #expect(reading.fields["a"] == nil)
  }

  @Test("are absent without a word when nothing requires them")
  func absent() throws {
    var reading = try Reading("a:\nb: ~\n")
    for key in ["a", "b", "c", "no such key"] {
      #expect(reading.fields[key] == nil)
      #expect(reading.fields.text(key, &reading.problems) == nil)
      #expect(reading.fields.quotedText(key, &reading.problems) == nil)
      #expect(reading.fields.truth(key, &reading.problems) == nil)
      #expect(reading.fields.number(key, in: 0...9, &reading.problems) == nil)
      #expect(reading.fields.day(key, &reading.problems) == nil)
      #expect(reading.fields.list(key, &reading.problems).isEmpty)
      #expect(reading.fields.texts(key, &reading.problems).isEmpty)
      #expect(reading.fields.mapping(key, &reading.problems).isEmpty)
    }
    #expect(reading.found == [])
  }

  @Test("hold a truth in one spelling", arguments: [("true", true), ("false", false)])
  func truths(text: String, value: Bool) throws {
    var reading = try Reading("a: \(text)\n")
    #expect(reading.fields.truth("a", &reading.problems) == value)
    #expect(reading.found == [])
  }

  @Test(
    "hold no truth in any other spelling",
    arguments: [
      "yes", "no", "on", "off", "y", "n", "True", "TRUE", "False", "1", "0", "'true'", "\"false\"",
      "|-\n  true", "是", "[true]",
    ])
  func noTruths(text: String) throws {
    var reading = try Reading("b: 1\na: \(text)\n")
    #expect(reading.fields.truth("a", &reading.problems) == nil)
    #expect(reading.problems.problems.map(\.line) == [2])
  }

  @Test(
    "hold a whole number in plain digits",
    arguments: [("0", 0), ("7", 7), ("-3", -3), ("500000", 500_000)])
  func numbers(text: String, value: Int) throws {
    var reading = try Reading("a: \(text)\n")
    #expect(reading.fields.number("a", in: -3...500_000, &reading.problems) == value)
    #expect(reading.found == [])
  }

  @Test(
    "hold a number in no other spelling and not outside its range",
    arguments: [
      "500_000", "500,000", "5e5", "0x10", "010", "+5", "5.0", ".5", "-0", "1 000", "５", "-4",
      "500001", "99999999999999999999", "nan", "12:30", "''", "[5]",
    ])
  func noNumbers(text: String) throws {
    var reading = try Reading("b: 1\na: \(text)\n")
    #expect(reading.fields.number("a", in: -3...500_000, &reading.problems) == nil)
    #expect(reading.problems.problems.map(\.line) == [2])
  }

  @Test("take a code only in quotes")
  func codes() throws {
    for text in ["\"140900\"", "'140900'", "|-\n  140900"] {
      var reading = try Reading("a: \(text)\n")
      #expect(reading.fields.quotedText("a", &reading.problems) == "140900")
      #expect(reading.found == [])
    }
    var bare = try Reading("b: 1\na: 140900\n")
    #expect(bare.fields.quotedText("a", &bare.problems) == nil)
    #expect(bare.found == ["2 140900"])
    #expect(bare.problems.problems.first?.detail?.zh == "a 要加引号：\"140900\"")
  }

  @Test("take a day that the calendar has")
  func days() throws {
    var reading = try Reading("a: 2026-07-03\nb: \"2026-07-04\"\nc: 2026-02-30\nd: 2026/7/3\n")
    #expect(reading.fields.day("a", &reading.problems)?.description == "2026-07-03")
    #expect(reading.fields.day("b", &reading.problems)?.description == "2026-07-04")
    #expect(reading.fields.day("c", &reading.problems) == nil)
    #expect(reading.fields.day("d", &reading.problems) == nil)
    #expect(reading.found == ["3 2026-02-30", "4 2026/7/3"])
  }

  @Test("take a text that says something")
  func texts() throws {
    var reading = try Reading("a: no\nb: ''\nc: [1]\nd: {x: 1}\n")
    #expect(reading.fields.text("a", &reading.problems) == "no")
    for key in ["b", "c", "d"] { #expect(reading.fields.text(key, &reading.problems) == nil) }
    #expect(reading.found == ["2 ", "3 ", "4 "])
  }

  @Test("take a list of texts, and name each item that is none")
  func lists() throws {
    var reading = try Reading("a:\n  - 甲\n  - ~\n  - ''\n  - [x]\n  - '~'\n  -\n  - null\nb: 甲\n")
    #expect(reading.fields.texts("a", &reading.problems) == ["甲", "~"])
    #expect(reading.fields.list("b", &reading.problems).isEmpty)
    #expect(reading.problems.inLineOrder.map(\.line) == [3, 4, 5, 7, 8, 9])
    #expect(reading.fields.list("a", &reading.problems).count == 7)
  }

  @Test("take a mapping with free keys in the order of the file")
  func mappings() throws {
    var reading = try Reading("a:\n  乙: 1\n  甲: 2\n  1: 3\nb: [1]\n")
    #expect(reading.fields.mapping("a", &reading.problems).map(\.key) == ["乙", "甲", "1"])
    #expect(reading.fields.mapping("b", &reading.problems).isEmpty)
    #expect(reading.found == ["5 "])
  }

  @Test("bring every problem of a file out at once, by line")
  func together() throws {
    var reading = try Reading("b: yes\na: 140900\nx: 1\nd: 500_000\nc: 2026-13-01\n")
    _ = reading.fields.day("c", &reading.problems)
    _ = reading.fields.number("d", in: 0...10, &reading.problems)
    _ = reading.fields.quotedText("a", &reading.problems)
    _ = reading.fields.truth("b", &reading.problems)
    #expect(reading.found == ["1 yes", "2 140900", "3 x", "4 500_000", "5 2026-13-01"])
    let problems = reading.problems
    let failure = #expect(throws: Failure.self) { try problems.throwIfAny() }
    #expect(failure?.status == .configuration)
    #expect(failure?.problems == problems.inLineOrder)
    #expect(failure?.problems.allSatisfy { $0.file == "f.yaml" } == true)
    #expect(throws: Never.self) {
      try YAMLProblems(file: "f.yaml", code: .badYAML).throwIfAny()
    }
  }

  @Test("keep problems of one line in the order in which they were found")
  func stable() {
    var problems = YAMLProblems(file: "f.yaml", code: .badYAML)
    for place in 0..<50 {
      problems.add(line: 50 - place % 5, value: "\(place)", Wording(verbatim: "x"))
    }
    let sorted = problems.inLineOrder
    #expect(sorted.map { $0.line ?? 0 } == (46...50).flatMap { Array(repeating: $0, count: 10) })
    #expect(sorted.prefix(10).map(\.value) == stride(from: 4, to: 50, by: 5).map { "\($0)" })
  }
}
