import Files
import Foundation
import Glibc
import Testing
import Vocabulary

/// Archives that are made: what stands in them, and that nothing of the day or place does.
@Suite("ZIP archives that are made")
struct ZipWritingTests {
  @Test("Entries are read back as they were added, in that order")
  func readsBack() throws {
    let long = [UInt8](repeating: 0x41, count: 100_000)
    let bytes = try ZipWritingTests.archive([
      ("乙/二.txt", Array("内容".utf8)), ("a.txt", []), ("long", long),
    ])
    let archive = try ZipArchive(
      bytes, shown: "archive", partLimit: 1 << 20, parts: 10, refusals: ZipWritingTests.refusals)
    #expect(
      archive.names.map { String(decoding: $0, as: UTF8.self) } == ["乙/二.txt", "a.txt", "long"])
    #expect(try ZipWritingTests.content(of: "乙/二.txt", in: archive) == Array("内容".utf8))
    #expect(try ZipWritingTests.content(of: "a.txt", in: archive) == [])
    #expect(try ZipWritingTests.content(of: "long", in: archive) == long)
    #expect(bytes.count < 1000, "deflated")
  }

  @Test("Every entry says 1980-01-01, a Unix file of mode 0600, and UTF-8 where it is not ASCII")
  func directory() throws {
    let bytes = try ZipWritingTests.archive([("b", [1, 2, 3]), ("名", [4])])
    let entries = CentralEntry.all(in: bytes)
    #expect(entries.map(\.name) == ["b", "名"])
    #expect(entries.map(\.time) == [0, 0])
    #expect(entries.map(\.date) == [0x21, 0x21])
    #expect(entries.map(\.mode) == [0o100600, 0o100600])
    #expect(entries.map(\.system) == [3, 3])
    #expect(entries.map(\.isUTF8) == [false, true])
    #expect(entries.map(\.extra) == [0, 0], "no field with a time or a user")
  }

  @Test("A stored entry stands in the archive as it is")
  func stored() throws {
    var zip = try ZipWriting()
    try zip.add("bag", Array("aaaaaaaaaaaaaaaaaaaaaaaa".utf8), stored: true)
    let bytes = try zip.finish()
    #expect(String(decoding: bytes, as: UTF8.self).contains("aaaaaaaaaaaaaaaaaaaaaaaa"))
  }

  @Test("The same bytes again, and in another time zone")
  func repeats() async throws {
    let once = try ZipWritingTests.archive([("a", [1]), ("b", [2])])
    #expect(try ZipWritingTests.archive([("a", [1]), ("b", [2])]) == once)
    // A process of its own: the zone is the whole process's.
    await #expect(processExitsWith: .success) { [once = once as [UInt8]] in
      for zone in ["America/New_York", "Asia/Kathmandu"] {
        unsafe setenv("TZ", zone, 1)
        tzset()
        try #require(try ZipWritingTests.archive([("a", [1]), ("b", [2])]) == once)
      }
    }
  }

  @Test(
    "Names that lead elsewhere are refused",
    arguments: ["", "/etc/passwd", "a/../b", "..", "a//b", "a\\b", "a\0b", "./a", "a/"])
  func badNames(name: String) throws {
    let failure = #expect(throws: Failure.self) {
      _ = try ZipWritingTests.archive([(name, [1])])
    }
    #expect(failure?.status == .cannotCreate)
    #expect(failure?.problems.first?.detail?.en == "an archive cannot have such a name")
  }

  @Test("A name comes once")
  func repeatedName() {
    let failure = #expect(throws: Failure.self) {
      _ = try ZipWritingTests.archive([("a", [1]), ("a", [2])])
    }
    #expect(failure?.problems.first?.file == "a")
    #expect(failure?.problems.first?.detail?.en == "File already exists")
  }

  @Test("Content above the limit is refused")
  func limit() throws {
    let failure = #expect(throws: Failure.self) {
      var zip = try ZipWriting(limit: 3)
      try zip.add("a", [1, 2])
      try zip.add("b", [1, 2])
      _ = try zip.finish()
    }
    #expect(failure?.problems.first?.detail?.en == "the archive's content is above 3 bytes")
  }

  private static func archive(_ entries: [(String, [UInt8])]) throws -> [UInt8] {
    var zip = try ZipWriting()
    for (name, bytes) in entries { try zip.add(name, bytes) }
    return try zip.finish()
  }

  private static func content(of name: String, in archive: ZipArchive) throws -> [UInt8]? {
    var content: [UInt8] = []
    return try archive.read(name) { content += $0 } ? content : nil
  }

  private static let refusals = ZipArchive.Refusals(
    code: .notText, noArchive: Wording(verbatim: "no archive"),
    tooLarge: Wording(verbatim: "too large"), encrypted: Wording(verbatim: "encrypted"))
}

/// An entry of an archive's central directory (APPNOTE 4.3.12), read by its bytes.
private struct CentralEntry {
  let name: String
  let time, date, extra, system: Int
  let mode: Int
  let isUTF8: Bool

  static func all(in bytes: [UInt8]) -> [CentralEntry] {
    func number(_ place: Int, _ length: Int) -> Int {
      (0..<length).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    var place = number(end + 16, 4)
    return (0..<number(end + 10, 2)).map { _ in
      let length = number(place + 28, 2)
      let extra = number(place + 30, 2)
      defer { place += 46 + length + extra + number(place + 32, 2) }
      return CentralEntry(
        name: String(decoding: bytes[(place + 46)..<(place + 46 + length)], as: UTF8.self),
        time: number(place + 12, 2), date: number(place + 14, 2), extra: extra,
        system: number(place + 5, 1), mode: number(place + 38, 4) >> 16,
        isUTF8: number(place + 8, 2) & 0x800 != 0)
    }
  }
}
