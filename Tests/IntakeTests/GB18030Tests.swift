import Foundation
import Glibc
import Testing

@testable import Intake

@Suite("GB 18030")
struct GB18030Tests {
  /// What glibc's converter makes of the bytes, an implementation apart from the tables' source.
  private func converted(_ bytes: [UInt8]) -> String? {
    let converter = unsafe iconv_open("UTF-8", "GB18030")
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 64)
    var (inputLeft, outputLeft) = (input.count, output.count)
    let result = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard result == 0 else { return nil }
    return String(
      decoding: output.prefix(64 - outputLeft).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private func decoded(_ bytes: [UInt8]) -> String? {
    var output: [UInt8] = []
    guard GB18030.decode(bytes.span, into: &output) else { return nil }
    return String(validating: output, as: UTF8.self)
  }

  @Test("every two-byte code decodes as glibc has it, but for forms that moved out of private use")
  func pairs() {
    var different: [String] = []
    var count = 0
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        count += 1
        let own = decoded([lead, trail])
        if own != converted([lead, trail]) {
          different.append(String(lead, radix: 16) + String(trail, radix: 16))
        }
      }
    }
    #expect(count == GB18030.pairCount)
    // Vertical forms, radicals and a few hanzi, which tables keep in private use or give the code
    // points they got later, and the ideographic space, absent in some.
    let moved = [
      "a3a0", "a6d9", "a6da", "a6db", "a6dc", "a6dd", "a6de", "a6df", "a6ec", "a6ed", "a6f3",
      "a8bc", "fe51", "fe52", "fe53", "fe59", "fe61", "fe66", "fe67", "fe6c", "fe6d", "fe76",
      "fe7e", "fe90", "fe91", "fea0",
    ]
    #expect(different.filter { !moved.contains($0) } == [])
  }

  @Test("every four-byte code of the basic plane decodes as Foundation has it one by one")
  func quads() {
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    for number in stride(from: 0, to: GB18030.quadCount, by: 7) {
      let bytes = [
        UInt8(0x81 + number / 12_600), UInt8(0x30 + number / 1_260 % 10),
        UInt8(0x81 + number / 10 % 126), UInt8(0x30 + number % 10),
      ]
      #expect(decoded(bytes) == String(bytes: bytes, encoding: encoding))
    }
  }

  @Test(
    "known characters",
    arguments: [
      ([0xD0, 0xC3, 0xD6, 0xDD], "忻州"), ([0x41, 0xA1, 0xA4, 0x42], "A·B"),
      ([0x81, 0x39, 0xEE, 0x39], "㐀"), ([0x95, 0x32, 0x82, 0x36], "𠀀"),
      ([0xA2, 0xE3], "€"), ([0x90, 0x30, 0x81, 0x30], "\u{10000}"),
      ([0xE3, 0x32, 0x9A, 0x35], "\u{10FFFF}"), ([0x84, 0x31, 0xA4, 0x37], "\u{FFFD}"),
    ] as [([UInt8], String)])
  func known(bytes: [UInt8], text: String) {
    #expect(decoded(bytes) == text)
    let fault = GB18030.firstFault(in: bytes.span)
    #expect(fault == nil)
  }

  @Test(
    "broken sequences are refused where they begin",
    arguments: [
      [0x41, 0x80], [0x41, 0xFF], [0x41, 0x81], [0x41, 0xC4, 0x2C], [0x41, 0x81, 0x30],
      [0x41, 0x81, 0x7F], [0x41, 0x84, 0x31, 0xA5, 0x30], [0x41, 0xE3, 0x32, 0x9A, 0x36],
      [0x41, 0x81, 0x30, 0x81], [0x41, 0x81, 0x30, 0x81, 0x3A],
    ] as [[UInt8]])
  func broken(bytes: [UInt8]) {
    #expect(decoded(bytes) == nil)
    let fault = GB18030.firstFault(in: bytes.span)
    #expect(fault == 1)
  }

  @Test("repair keeps what is whole and marks each byte that is not")
  func repair() {
    #expect(GB18030.repaired([0xD0, 0xC3, 0xFF, 0x2C, 0xD6]) == "忻\u{FFFD},\u{FFFD}")
  }
}
