import Normalise
import Testing
import Vocabulary

@Suite("Codes of companies and numbers of persons")
struct IdentityNumberTests {
  func read(_ text: String) -> Reading<IdentityNumber> { reading(text) { readIdentityNumber($0) } }

  @Test(
    "knows valid unified social credit codes",
    arguments: [
      "914403001922038216", "9144030071526726XG", "91440300708461136T", "91100000100003962T",
      "91110000710926094P", "91110000710925462X", "9152000071430580XT", "91440300192317458F",
      "9111000071093123XX", "9144030027939873X7", "91370200163615667J", "914401011904864500",
      "915120212066509810", "91350100M000100Y43", "91110000600037341L",
    ])
  func valid(_ text: String) throws {
    let number = try #require(read(text).usable)
    #expect(read(text).isClean)
    #expect(number.kind == .creditCode)
    #expect(number.text == text)
  }

  @Test(
    "cleans case, width, spaces, hyphens and export marks",
    arguments: [
      "91440300708461136t", " 91440300708461136T ", "9144 0300 7084 6113 6T",
      "91440300-708461136-T",
      "９１４４０３００７０８４６１１３６Ｔ", "91440300708461136T(nbsp)", "'91440300708461136T",
      "\u{FEFF}91440300708461136T\u{200B}", "\t91440300708461136T", "=\"91440300708461136T\"",
    ])
  func cleaned(_ text: String) {
    #expect(read(text).usable?.text == "91440300708461136T")
    #expect(read(text).isClean)
  }

  @Test(
    "keeps a failing code as weak evidence, flagged, never repaired",
    arguments: [
      ("91350100M000100Y4Z", "91350100M000100Y4Z"), ("91510100201920161Y", "91510100201920161Y"),
      ("9144030O708461136T", "9144030O708461136T"), ("91440300708461136", "91440300708461136"),
      ("140902********1234", "140902********1234"), ("营业执照号123456", "营业执照号123456"),
    ])
  func weak(_ text: String, kept: String) throws {
    let number = try #require(read(text).usable)
    #expect(read(text).code == .codeCheckFails)
    #expect(number.kind == .weak)
    #expect(number.text == kept)
  }

  @Test("suggests the code that confused letters may stand for")
  func suggestion() throws {
    let letter = try #require(read("9144O300708461136T").usable)
    #expect(letter.flaw == .confusedLetters)
    #expect(letter.text == "9144O300708461136T")
    #expect(letter.detail?.zh.contains("91440300708461136T") == true)
    #expect(read("9I440300708461136T").usable?.flaw == .confusedLetters)
  }

  @Test("finds every single wrong character and every exchange of neighbours")
  func detection() {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let code = Array("91440300708461136T")
    for place in code.indices {
      for other in alphabet where other != code[place] {
        var wrong = code
        wrong[place] = other
        #expect(read(String(wrong)).usable?.kind != .creditCode, "\(String(wrong))")
      }
      if place > 0, code[place] != code[place - 1] {
        var wrong = code
        wrong.swapAt(place, place - 1)
        #expect(read(String(wrong)).usable?.kind != .creditCode, "\(String(wrong))")
      }
    }
  }

  @Test(
    "takes placeholders for missing",
    arguments: [
      "", "-", "—", "0", "无", "NULL", "不详", "/", "000000000000000000", "\u{200B}",
      "\u{200B}\u{FEFF}",
      "0-0", "(nbsp)",
    ])
  func missing(_ text: String) { #expect(read(text).isMissing) }

  @Test(
    "refuses a number that a spreadsheet turned into an exponent",
    arguments: ["9.1E+17", "9.14403E+17"])
  func exponent(_ text: String) {
    #expect(read(text).usable == nil)
    #expect(read(text).code == .codeCheckFails)
  }

  @Test("flags 18 digits whose last three were rounded away")
  func rounded() throws {
    let number = try #require(read("914403001922038000").usable)
    #expect(number.flaw == .roundedTail)
    #expect(read("914403001922038000").code == .codeCheckFails)
  }

  @Test(
    "knows persons' numbers",
    arguments: ["11010519491231002X", "440524188001010014", "11010519491231002x"])
  func person(_ text: String) {
    #expect(read(text).usable?.kind == .personID)
    #expect(read(text).isClean)
  }

  @Test("masks the middle of a person's number that fails its check")
  func maskedPerson() throws {
    let number = try #require(read("110105194912310021").usable)
    #expect(number.kind == .weak)
    #expect(number.text == "110105********0021")
  }

  @Test("knows organisation codes and registration numbers")
  func others() {
    #expect(read("71526726-X").usable?.kind == .organisationCode)
    #expect(read("71526726X").usable?.text == "71526726X")
    #expect(read("110108000000016").usable?.kind == .registrationNumber)
    #expect(read("110108000000017").code == .codeCheckFails)
    #expect(read("110105491231003").usable?.kind == .personID)
  }
}
