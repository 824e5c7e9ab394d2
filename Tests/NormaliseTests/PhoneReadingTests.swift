import Testing
import Vocabulary

@testable import Normalise

@Suite("Telephone numbers")
struct PhoneReadingTests {
  func read(_ text: String) -> Reading<Range<Int>> { reading(text) { readPhone($0) } }

  @Test(
    "knows mobile, fixed and public numbers, one or several",
    arguments: [
      "13800001234", "138 0000 1234", "138-0000-1234", "+8613800001234", "+86 138 0000 1234",
      "0086-13800001234", "86-13800001234", "１３８００００１２３４", "0350-3021234", "03503021234",
      "(0350)3021234", "（0350）3021234", "0350 3021234", "010-62345678", "010-62345678-801",
      "0350-3021234转8001", "3021234", "62345678", "400-123-4567", "4001234567", "800-810-1234",
      "12369", "12345", "110", "95598", "96300", "138****1234", "13800001234、13900001234",
      "13800001234 13900001234", "0350-3021234/13800001234", "13800001234，0350-3021234",
      "手机：13800001234", "电话 0350-3021234", "+86-350-3021234", "'13800001234", "13800001234(nbsp)",
    ])
  func knows(_ text: String) { #expect(read(text).isClean, "\(read(text))") }

  @Test(
    "flags what is no number, and keeps it",
    arguments: [
      "张三13800001234", "1380000123", "138000012345", "1390350", "12a", "微信同号", "13800001234（儿子）",
      "1234",
      "10800001234",
      "13800001234abc", "3021234转", "+86", "()",
    ])
  func flags(_ text: String) {
    #expect(read(text).code == .unreadablePhone, "\(read(text))")
    #expect(read(text).usable != nil)
  }

  @Test(
    "takes nothing and anonymity for missing",
    arguments: ["", "无", "/", "-", "匿名", "保密", "0", "不详"])
  func missing(_ text: String) { #expect(read(text).isMissing, "\(read(text))") }

  @Test("refuses a number that a spreadsheet turned into an exponent")
  func exponent() { #expect(read("1.38E+10").code == .ruinedNumber) }

  @Test("ends on every text")
  func anything() {
    var generator = SeededGenerator(seed: 5)
    let alphabet = Array("0123456789-()+ 转*x、,".unicodeScalars)
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        text.append(alphabet[Int.random(in: alphabet.indices, using: &generator)])
      }
      let string = String(text)
      if let range = read(string).usable { #expect(range.upperBound <= string.utf8.count) }
    }
  }
}
