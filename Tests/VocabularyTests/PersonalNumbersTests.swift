import Testing
import Vocabulary

@Suite("Persons' numbers")
struct PersonalNumbersTests {
  @Test(
    "are masked however they are typed",
    arguments: [
      ("联系13912345678", "联系139****5678"), ("138-1234-5678", "138-****-5678"),
      ("+8613812345678", "+86138****5678"), ("１３８１２３４５６７８", "１３８****５６７８"),
      ("张三110105194912310021", "张三110105********0021"),
      ("11010519491231002x", "110105********002x"), ("11010519491231002X。", "110105********002X。"),
      ("身份证110105491231002", "身份证110105*****1002"),
      ("电话 13912345678，或 13812345678", "电话 139****5678，或 138****5678"),
    ])
  func masked(_ pair: (String, String)) {
    #expect(PersonalNumbers.masked(pair.0) == pair.1)
    #expect(PersonalNumbers.masked(pair.1) == pair.1)
  }

  @Test(
    "other numbers stay as they are",
    arguments: [
      "晋环罚〔2026〕12号", "91140981MA0A000018", "JC140925-202604-0014", "XF20260818074",
      "D3SX202505280018", "2026-07-03", "112.9571,38.4829", "约 3399 平方米", "140108000000016",
      "914401011904864500", "",
    ])
  func untouched(_ text: String) {
    #expect(PersonalNumbers.masked(text) == text)
  }
}
