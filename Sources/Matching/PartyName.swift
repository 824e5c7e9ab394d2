internal import Normalise

/// A party's name as far as matching compares it; made once for each distinct name.
///
/// Keys fold what only spelling changes: width, brackets, spaces, case, 有限责任公司 for 有限公司.
/// 股份有限公司 and 有限公司 stay different, and so does everything in brackets.
struct PartyName: Sendable, Hashable {
  /// What kind of party the name speaks of.
  enum Kind: UInt8, Sendable {
    /// Has a word that only organisations have (公司, 厂, 政府, …).
    case organisation
    /// Two to four characters without such a word: a person, or a shop known by its owner.
    case person
    case unclear
  }

  /// The whole name, folded.
  let key: [UInt16]
  /// The key without the leading division names and the legal form.
  let core: [UInt16]
  let kind: Kind
  /// Whether it names a branch: a branch is an obligor of its own.
  let isBranch: Bool

  /// `text` may be empty.
  init(_ text: String) {
    let folded = PartyName.withoutNotes(PartyName.fold(text))
    key = PartyName.unifyForm(folded)
    let (core, hasForm) = PartyName.core(of: key)
    self.core = core
    isBranch = PartyName.branchWords.contains { [key] in PartyName.contains(key, $0) }
    kind = PartyName.kind(of: key, hasForm: hasForm)
  }

  /// Whether the name says nothing about who it is: 个体户, 村民, 某企业.
  var isGeneric: Bool { PartyName.genericNames.contains(key) }

  /// Whether the two can be one party's names, given that a code or a document already says so.
  ///
  /// True for equal keys, and for cores that share at least six tenths of the shorter one's
  /// characters in order. Never for branch against parent, nor for names whose numerals, letters or
  /// directions differ: 一厂 and 二厂 are two.
  func isCompatible(with other: PartyName) -> Bool {
    if key == other.key || key.isEmpty || other.key.isEmpty { return true }
    if isBranch != other.isBranch { return false }
    if kind == .person, other.kind == .person { return false }
    guard signature == other.signature else { return false }
    let (short, long) =
      core.count <= other.core.count ? (core, other.core) : (other.core, core)
    guard short.count >= 2 else { return false }
    return PartyName.sharedInOrder(short, long) * 10 >= short.count * 6
  }

  /// The numerals, letters and directions of the core, in order; Chinese digits as Arabic ones.
  private var signature: [UInt16] {
    core.compactMap { unit in
      switch unit {
      case 0x30...0x39, 0x41...0x5A: unit
      default: PartyName.tellingUnits[unit]
      }
    }
  }

  /// The length of the longest common subsequence; both at most a few dozen units.
  private static func sharedInOrder(_ left: [UInt16], _ right: [UInt16]) -> Int {
    let left = left.prefix(64)
    let right = right.prefix(64)
    var row = [Int](repeating: 0, count: right.count + 1)
    for unit in left {
      var diagonal = 0
      for (column, other) in right.enumerated() {
        let above = row[column + 1]
        row[column + 1] = unit == other ? diagonal + 1 : max(above, row[column])
        diagonal = above
      }
    }
    return row[right.count]
  }

  private static func kind(of key: [UInt16], hasForm: Bool) -> Kind {
    if hasForm || organisationWords.contains(where: { contains(key, $0) }) { return .organisation }
    return (2...4).contains(key.count) && key.allSatisfy(isHan) ? .person : .unclear
  }

  /// The typed name folded by `nameKey`, without the dots that some put between its parts.
  private static func fold(_ text: String) -> [UInt16] {
    let bytes = Array(text.utf8)
    return String(decoding: nameKey(bytes.span), as: UTF8.self).utf16.filter { !dots.contains($0) }
  }

  /// Drops a note on the party's state in brackets at the end: (已注销), (曾用名…), (停产).
  private static func withoutNotes(_ units: [UInt16]) -> [UInt16] {
    guard units.last == 0x29, let open = units.lastIndex(of: 0x28), open > 0 else { return units }
    let note = Array(units[(open + 1)..<(units.count - 1)])
    let isNote = noteWords.contains { contains(note, $0) }
    return isNote ? Array(units[..<open]) : units
  }

  private static func unifyForm(_ units: [UInt16]) -> [UInt16] {
    guard let start = firstIndex(of: longForm, in: units) else { return units }
    return Array(units[..<start]) + shortForm + Array(units[(start + longForm.count)...])
  }

  /// The key without leading divisions (山西省忻州市, 原平市) and without the form at the end.
  private static func core(of key: [UInt16]) -> (core: [UInt16], hasForm: Bool) {
    var rest = key[...]
    for _ in 0..<3 {
      guard let end = rest.prefix(6).firstIndex(where: divisionUnits.contains),
        end - rest.startIndex >= 2, rest.endIndex - end - 1 >= 2
      else { break }
      rest = rest[(end + 1)...]
    }
    for form in legalForms where rest.count > form.count + 1 {
      if rest.suffix(form.count).elementsEqual(form) {
        return (Array(rest.dropLast(form.count)), true)
      }
    }
    return (Array(rest), false)
  }

  private static func contains(_ units: [UInt16], _ word: [UInt16]) -> Bool {
    firstIndex(of: word, in: units) != nil
  }

  private static func firstIndex(of word: [UInt16], in units: [UInt16]) -> Int? {
    guard units.count >= word.count else { return nil }
    return (0...(units.count - word.count)).first { start in
      units[start..<(start + word.count)].elementsEqual(word)
    }
  }

  private static func isHan(_ unit: UInt16) -> Bool { (0x4E00...0x9FFF).contains(unit) }

  private static func units(_ words: String) -> [[UInt16]] {
    words.split(separator: " ").map { Array($0.utf16) }
  }

  private static let dots = Set("·•・.．。,、'".utf16)
  private static let longForm = Array("有限责任公司".utf16)
  private static let shortForm = Array("有限公司".utf16)
  private static let divisionUnits = Set("省市县区州盟旗".utf16)
  private static let tellingUnits: [UInt16: UInt16] = Dictionary(
    uniqueKeysWithValues: zip(
      "〇一二三四五六七八九十东西南北甲乙丙丁".utf16, "0123456789十东西南北甲乙丙丁".utf16))
  private static let noteWords = units("注销 吊销 停产 关闭 曾用名 原名 更名 在建 破产")
  private static let genericNames = Set(
    units("个体户 个体 个体工商户 村民 群众 居民 业主 当事人 某企业 某公司 某厂 企业 公司 工厂 无名 无名氏 不明 自然人 个人 多家企业 相关企业"))
  private static let branchWords = units("分公司 分厂 分店 分部 分院 分所 分社 分局 支行 支公司 营业部 项目部 办事处")
  private static let legalForms = units(
    "集团股份有限公司 集团有限公司 股份有限公司 有限公司 专业合作社 合作社 集团公司 公司 总厂 厂")
  private static let organisationWords = units(
    "公司 集团 工厂 厂 矿 站 店 行 社 部 院 所 场 中心 局 政府 委员会 村委 学校 医院 大学 协会 基金会 宾馆 酒店 饭店 商行 超市 经营 养殖 农场 园区 工程 银行 管理处"
  )
}
