import Foundation
import Testing

@testable import Intake

@Suite("Decoding to UTF-8")
struct TranscodingTests {
  /// Every Unicode scalar value, in order.
  private func everyScalar() -> String {
    var all = String.UnicodeScalarView()
    for value in UInt32(0)...0x10FFFF {
      if let scalar = Unicode.Scalar(value) { all.append(scalar) }
    }
    return String(all)
  }

  @Test("every character comes back from GB 18030, all in one text")
  func everyCharacter() throws {
    let text = everyScalar()
    let encoded = try inGB18030(text)
    var output: [UInt8] = []
    #expect(decodeGB18030(encoded, into: &output))
    let decoded = String(decoding: output, as: UTF8.self).unicodeScalars
    let moved = zip(decoded, text.unicodeScalars).filter { $0 != $1 }
    // Foundation writes the forms of 2022 and the private places they had before as one code.
    #expect(moved.count == 19)
    #expect(moved.allSatisfy { (0xE000...0xF8FF).contains($1.value) })
    let fault = GB18030.firstFault(in: encoded.span)
    #expect(fault == nil)
  }

  @Test("every two-byte code is found again from its character")
  func codes() {
    var others: [Int] = []
    for place in 0..<0x8000 where GB18030.pairs[place] != 0 {
      let code = place | 0x8000
      var output: [UInt8] = []
      let bytes = [UInt8(code >> 8), UInt8(code & 0xFF)]
      #expect(decodeGB18030(bytes, into: &output))
      let scalar = String(decoding: output, as: UTF8.self).unicodeScalars.first?.value ?? 0
      if Int(GB18030.codes[Int(scalar)]) != code { others.append(code) }
    }
    // The ideographic space has two.
    #expect(others == [0xA3A0])
  }

  @Test("what is decoded is appended, and what stands before a broken character is kept")
  func appended() throws {
    var output = Array("x".utf8)
    #expect(try decodeGB18030(inGB18030("ab忻州cdefghijk𠀀"), into: &output))
    #expect(String(decoding: output, as: UTF8.self) == "xab忻州cdefghijk𠀀")
    let broken = try inGB18030("忻州") + [0xD0]
    #expect(!decodeGB18030(broken, into: &output))
    #expect(String(decoding: output, as: UTF8.self) == "xab忻州cdefghijk𠀀忻州")
  }

  @Test("text of any mixture of widths decodes as Foundation has it", arguments: 1...30)
  func mixtures(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let kinds: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x4E00...0x9FA5, 0xA0...0x7FF, 0x3400...0x4DBF, 0x20000...0x2A6D6,
    ]
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      let kind = kinds.randomElement(using: &generator) ?? kinds[0]
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        if let scalar = Unicode.Scalar(UInt32.random(in: kind, using: &generator)) {
          scalars.append(scalar)
        }
      }
    }
    let text = String(scalars)
    let encoded = try inGB18030(text)
    var output: [UInt8] = []
    #expect(decodeGB18030(encoded, into: &output))
    #expect(String(decoding: output, as: UTF8.self) == text)
    for isBigEndian in [false, true] {
      let units = utf16(text, isBigEndian: isBigEndian, isMarked: false)
      output.removeAll()
      #expect(decodeUTF16(units, isBigEndian: isBigEndian, into: &output))
      #expect(String(decoding: output, as: UTF8.self) == text)
      output.removeAll()
      var reader = UTF16Reader(isBigEndian: isBigEndian)
      var start = 0
      while start < units.count {
        let end = min(units.count, start + Int.random(in: 1...7, using: &generator))
        let isSound = reader.take(units.span.extracting(start..<end), into: &output)
        #expect(isSound)
        start = end
      }
      #expect(reader.isWhole)
      #expect(String(decoding: output, as: UTF8.self) == text)
    }
  }

  @Test("every character comes back from UTF-16")
  func everyUTF16() {
    let text = everyScalar()
    var output: [UInt8] = []
    #expect(
      decodeUTF16(
        utf16(text, isBigEndian: false, isMarked: false), isBigEndian: false, into: &output))
    #expect(output == Array(text.utf8))
  }

  @Test(
    "lone surrogates and odd bytes are broken, however the text is cut",
    arguments: [
      [0xD8, 0x00], [0xDC, 0x00, 0x00, 0x41], [0xD8, 0x00, 0xD8, 0x00], [0xD8, 0, 0, 0x41],
      [0x00, 0x41, 0x00], [0x00],
    ] as [[UInt8]])
  func lone(bytes: [UInt8]) {
    var output: [UInt8] = []
    #expect(!decodeUTF16(bytes, isBigEndian: true, into: &output))
    for cut in 0...bytes.count {
      var reader = UTF16Reader(isBigEndian: true)
      output.removeAll()
      _ = reader.take(bytes.span.extracting(0..<cut), into: &output)
      _ = reader.take(bytes.span.extracting(cut..<bytes.count), into: &output)
      #expect(!reader.isWhole)
    }
  }
}
