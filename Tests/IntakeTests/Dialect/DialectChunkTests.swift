import Testing
import Vocabulary

@testable import Intake

/// SplitMix64: the same numbers in every run.
private struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

@Suite struct DialectChunkTests {
  private static let pieces: [[UInt8]] = [
    [0x2C], [0x2C], [0x3B], [0x09], [0x7C], [0x5E], [0x20], [0x22], [0x22], [0x27], [0x5C], [0x0A],
    [0x0A], [0x0D], [0x0D, 0x0A], [0x41], [0x31, 0x32], [0xA3, 0xAC], [0x96, 0x7C], [0x81, 0x5C],
    [0x81], [0x80, 0xFF], [0x82, 0x30, 0x81, 0x35], Array("sep=;".utf8), [0x22, 0x22, 0x2C, 0x22],
  ]

  @Test("any chunks give the same decision", arguments: 1...80)
  func chunks(_ seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...120, using: &numbers) {
      bytes += DialectChunkTests.pieces.randomElement(using: &numbers) ?? []
    }
    for encoding in [TextEncoding.utf8, .gb18030] {
      let whole = Result { try surveyed(bytes, encoding) }
      for chunk in [1, 2, 3, 7, Int.random(in: 4...50, using: &numbers)] {
        let parts = Result { try surveyed(bytes, encoding, chunk: chunk) }
        #expect((try? parts.get()) == (try? whole.get()))
      }
    }
  }

  @Test("the second byte of a GB 18030 character is no delimiter", arguments: [1, 2, 5, .max])
  func trailBytes(_ chunk: Int) throws {
    // 東西 is 96 7C CE F7; 0x5C and 0x5E come as second bytes as well.
    let name: [UInt8] = [0x96, 0x7C, 0xCE, 0xF7, 0x81, 0x5C, 0x81, 0x5E]
    var bytes: [UInt8] = []
    for row in 0..<10 {
      let count = row % 3 + 1
      bytes += [0x31, 0x7C] + Array(repeating: name, count: count).joined() + [0x7C, 0x33, 0x0A]
    }
    let dialect = try surveyed(bytes, .gb18030, chunk: chunk)
    #expect(dialect.delimiter == .bar)
    #expect(dialect.usualWidth == 3)
    #expect(dialect.reason.zh == "竖线：10 行中 10 行为 3 栏")
  }

  @Test("a broken lead byte swallows no comma and no line end")
  func brokenLead() throws {
    let row: [UInt8] = [0xB0, 0xA1, 0x2C, 0x81, 0x2C, 0x33, 0x81, 0x0A]
    let dialect = try surveyed(row + row + row, .gb18030)
    #expect(dialect.delimiter == .comma)
    #expect(dialect.reason.zh == "逗号：3 行中 3 行为 3 栏")
  }
}
