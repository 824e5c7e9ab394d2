/// Whether what stands around a name says that it is somebody's.
enum NameNeighbours {
  /// Whether the name in `range` fills its run but for words of that kind, or is followed by what people
  /// do who report, or by their house.
  static func tell(of range: Range<Int>, in run: [UInt32]) -> Bool {
    let (before, after) = (run[..<range.lowerBound], run[range.upperBound...])
    let isIntroduced = before.isEmpty || introductions.contains { ends(before, with: $0) }
    let isTold = reports.contains { after.starts(with: $0) }
    if isTold || isHouse(after) || reporters.contains(where: { ends(before, with: $0) }) {
      return true
    }
    // 称 and 说 are parts of other words, and so are 由 and 据 of other sentences.
    return isIntroduced && (after.isEmpty || sayings.contains { after.first == $0 })
  }

  /// 家门口, 宅旁, 户前; not 家庄.
  private static func isHouse(_ after: ArraySlice<UInt32>) -> Bool {
    guard let first = after.first, houses.contains(first) else { return false }
    return !(after.dropFirst().first.map(settlements.contains) ?? false)
  }

  private static func ends(_ run: ArraySlice<UInt32>, with word: [UInt32]) -> Bool {
    run.suffix(word.count).elementsEqual(word)
  }

  /// What whoever reported is called.
  static let reporterWords = ["举报人", "投诉人", "信访人", "反映人", "来访人", "来信人"]
  private static let reporters = reporterWords.map(characters) + words("联系人 姓名")
  private static let introductions = reporters + words("群众 村民 居民 由 据")
  private static let reports = words("举报 投诉 反映 来电 来信 来访 先生 女士 同志 等人")
  private static let sayings = Set(characters("称说"))
  private static let houses = Set(characters("家宅户门"))
  private static let settlements = Set(characters("庄村沟坡湾峪岭营堡寨屯窑梁塔河滩镇乡坪坨垴洼川店铺桥"))

  private static func words(_ list: String) -> [[UInt32]] {
    list.split(separator: " ").map { characters(String($0)) }
  }

  private static func characters(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
