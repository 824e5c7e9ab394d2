/// Surnames of Chinese persons, as far as they must be told from what follows.
package enum Surname {
  /// Those of two characters, blanks between them; who bears another one shows its first character.
  package static let compound =
    "欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 长孙 宇文 端木 夏侯 呼延 轩辕 独孤 南宫 澹台 淳于 申屠 万俟 鲜于 闾丘 拓跋 赫连"

  /// `王某某` for 王小明, `欧阳某某` for 欧阳建国; `某某` for what does not begin with a hanzi.
  ///
  /// What does not look like a person's name is hidden alike: one character of it stays.
  package static func masked(_ name: String) -> String {
    let scalars = name.unicodeScalars.drop { $0.properties.isWhitespace }
    guard let first = scalars.first, (0x4E00...0x9FFF).contains(first.value), first != "某" else {
      return "某某"
    }
    let two = String(String.UnicodeScalarView(scalars.prefix(2)))
    let surname = compounds.contains(two) ? two : String(String.UnicodeScalarView([first]))
    return surname + "某某"
  }

  private static let compounds = Set(compound.split(separator: " ").map(String.init))
}
