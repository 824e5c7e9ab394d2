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
    #expect(letter.flaw == .confusedCharacters)
    #expect(letter.text == "9144O300708461136T")
    #expect(letter.detail?.zh.contains("91440300708461136T") == true)
    #expect(read("9I440300708461136T").usable?.flaw == .confusedCharacters)
    #expect(read("9I44O300708461136T").usable?.detail?.en.contains("91440300708461136T") == true)
    // B for 8 in the division can be told; both ways round elsewhere.
    #expect(read("9144030070B461136T").usable?.detail?.zh.contains("91440300708461136T") == true)
    #expect(read("9144O3007OB46II36T").usable?.detail?.zh.contains("91440300708461136T") == true)
    // Letters alone do not make it right, and nothing is suggested.
    #expect(read("9144O300708461136U").usable?.flaw == .checkFails)
    #expect(read("9144O300708461136U").usable?.detail?.zh.contains("或应为") == false)
  }

  @Test("asks for both check characters of a credit code")
  func innerCheck() throws {
    // The outer check of the same organisation's code with another inner one, made right.
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let flawed = try #require(
      alphabet.map { "91440300708461137" + String($0) }.first {
        read($0).usable?.kind == .creditCode
      })
    #expect(read(flawed).code == .codeCheckFails)
    #expect(read(flawed).usable?.flaw == .innerCheckFails)
    #expect(read(flawed).usable?.kind == .creditCode)
  }

  @Test("suggests only what is right in exactly one way")
  func onlySuggestion() {
    var generator = SeededGenerator(seed: 18)
    let confused: [Character: Character] = ["0": "O", "1": "I", "5": "S", "2": "Z", "8": "B"]
    var suggested = 0
    for code in [
      "914403001922038216", "91440300708461136T", "911100007109254620", "915120212066509810",
    ] {
      for _ in 0..<200 {
        var text = Array(code)
        for place in text.indices where Int.random(in: 0..<6, using: &generator) == 0 {
          text[place] = confused[text[place]] ?? text[place]
        }
        let typed = String(text)
        guard typed != code, let detail = read(typed).usable?.detail else { continue }
        #expect(read(typed).usable?.text == typed)
        #expect(read(typed).usable?.kind == .weak)
        if detail.zh.contains("或应为") {
          suggested += 1
          #expect(detail.zh.contains(code), "\(typed) \(detail.zh)")
        }
      }
    }
    #expect(suggested > 300)
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
      "0-0", "(nbsp)", "111111111111111111", "999999999999999999",
      String(repeating: "X", count: 18), "********",
    ])
  func missing(_ text: String) { #expect(read(text).isMissing) }

  @Test(
    "refuses a number that a spreadsheet turned into an exponent",
    arguments: ["9.1E+17", "9.14403E+17", "1.4E+17", "1E+17", "1.40902E17", "1.4e+17"])
  func exponent(_ text: String) {
    #expect(read(text).usable == nil)
    #expect(read(text).code == .ruinedNumber)
  }

  @Test(
    "flags a number of which 15 figures are left",
    arguments: [
      "914403001922038000", "140902198001013000", "914403001922038216.0", "14090219800101100",
    ])
  func rounded(_ text: String) throws {
    let number = try #require(read(text).usable)
    #expect(number.kind == .weak)
    #expect(number.flaw == .roundedTail)
    #expect(read(text).code == .ruinedNumber)
  }

  @Test("keeps a number right by its checks that ends in zeros")
  func roundAndRight() throws {
    let digits = (0..<10_000).lazy.map { 91_140_900_000_000_000 + $0 * 100 }
    let code = try #require(
      digits.map { "\($0)0" }.first {
        read($0).usable?.kind == .creditCode && $0.hasSuffix("000") && read($0).isClean
      })
    #expect(read(code).isClean)
  }

  @Test("recognises what sources have masked, and hides more if they hid too little")
  func masked() throws {
    for (text, kept) in [
      ("140902********1234", "140902********1234"), ("1409021980****1234", "140902********1234"),
      ("140902" + String(repeating: "X", count: 8) + "1234", "140902********1234"),
      ("140902●●●●●●●●123X", "140902********123X"),
    ] {
      let number = try #require(read(text).usable)
      #expect(number.flaw == .maskedPerson)
      #expect(number.text == kept)
      #expect(read(text).code == .codeCheckFails)
    }
    #expect(read("9144****70846113**").usable?.flaw == .masked)
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
