import Testing
import Vocabulary

@testable import Intake

@Suite("names that were misread")
struct MisreadNameTests {
  @Test(
    "are told by what they turn back into",
    arguments: [
      ("鐢熸€", "UTF-8 误按 GBK 读取"), ("鐢熸€佷繚鎶ょ孩绾", "UTF-8 误按 GBK 读取"),
      ("ÉúÌ¬", "GBK 误按西文编码读取"), ("ÉúÌ¬±£»¤ºìÏß 2 ºÅ", "GBK 误按西文编码读取"),
      ("ç”Ÿæ€\u{81}ä¿\u{9D}æŠ¤", "UTF-8 误按西文编码读取"), ("生态\u{FFFD}", "含替换符 U+FFFD，有字已丢失"),
      ("生态\u{7}", "含控制字符"), ("生态\u{85}区", "含控制字符"),
    ])
  func damaged(name: String, damage: String) {
    #expect(MisreadName.damage(to: name)?.zh == damage)
  }

  @Test(
    "sound names have no damage",
    arguments: [
      "生态保护红线", "五台山国家级风景名胜区", "忻州市-001", "Réserve naturelle", "Größe", "Curaçao",
      "黄河（北段）", "渚", "", "A-12", "汾河源头", "芦芽山国家级自然保护区", "濮阳", "Ñuñoa", "涿鹿", "浯溪碑林",
    ])
  func sound(name: String) {
    #expect(MisreadName.damage(to: name) == nil)
  }
}
