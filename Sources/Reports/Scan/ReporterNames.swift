package import Vocabulary

/// Names of those who reported, and where they stand in texts that say something else as well.
///
/// A name of three characters and more is found wherever it stands: 邸明田 in 义井镇邸明田家门口. One of
/// two, and what need not be a person, is found by itself, beside words that introduce somebody or tell
/// what he did, and before his house: 高平 stands in 高平市, and 王平 in 王平村. Linear in the text.
package struct ReporterNames: Sendable {
  /// What stands in place of a name.
  package static let mask = "某某"

  private struct Name {
    let scalars: [UInt32]
    /// Whether it is a person's name that hardly stands anywhere by chance.
    let isDistinct: Bool
    /// Longer names of others that hold it, and where in them it begins.
    var within: [(word: [UInt32], offset: Int)] = []
  }

  private var names: [Name] = []
  /// By their first two characters, places in `names`, the longest first.
  private var starts: [UInt64: [Int]] = [:]
  /// A bit for every first character, by its last twelve bits: most places are passed by that look.
  private var firsts: [UInt64] = []

  /// The names in cells of a reporter's column; `allowed` are words that are no reporters' names here
  /// though somebody bears them, and that may hold one: 王小明 in 王小明养殖场.
  ///
  /// Cells that say nothing of a person are left out, and so are names of other characters than hanzi
  /// and those that hide the given name. Linear in cells and words.
  package init(_ cells: some Sequence<String>, allowed: some Sequence<String> = []) {
    var known = Set(cells.flatMap(ReporterNames.names))
    guard !known.isEmpty else { return }
    for word in allowed { known.remove(word) }
    let order = known.map { $0.unicodeScalars.map(\.value) }.sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count
    }
    firsts = Array(repeating: 0, count: 64)
    for scalars in order {
      firsts[Int(scalars[0] >> 6 & 63)] |= 1 << UInt64(scalars[0] & 63)
      starts[ReporterNames.start(scalars[0], scalars[1]), default: []].append(names.count)
      names.append(Name(scalars: scalars, isDistinct: ReporterNames.isDistinct(scalars)))
    }
    for word in allowed {
      for run in word.unicodeScalars.split(whereSeparator: { !NameScan.isOfName($0.value) }) {
        let run = run.map(\.value)
        for (place, number) in matches(in: run) where names[number].scalars.count < run.count {
          names[number].within.append((run, place))
        }
      }
    }
  }

  /// Behind the first word that says who reported, even in a party's own cell: 刘成（举报人李大山）; `nil`
  /// for most texts.
  package static func mark(in text: String) -> String.Index? {
    guard text.unicodeScalars.contains("人") else { return nil }
    return NameNeighbours.reporterWords.compactMap { text.firstRange(of: $0)?.upperBound }.min()
  }

  /// Whether there is nobody to look for.
  package var isEmpty: Bool { names.isEmpty }

  /// The text with a mask in place of every name.
  package func masked(_ text: String) -> String {
    guard !isEmpty else { return text }
    var result = String.UnicodeScalarView()
    var run: [UInt32] = []
    var isChanged = false
    func end() {
      guard !run.isEmpty else { return }
      var place = 0
      for range in places(in: run) {
        result.append(contentsOf: run[place..<range.lowerBound].compactMap(Unicode.Scalar.init))
        result.append(contentsOf: ReporterNames.mask.unicodeScalars)
        place = range.upperBound
        isChanged = true
      }
      result.append(contentsOf: run[place...].compactMap(Unicode.Scalar.init))
      run.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if NameScan.isOfName(scalar.value) {
        run.append(scalar.value)
      } else {
        end()
        result.append(scalar)
      }
    }
    end()
    return isChanged ? String(result) : text
  }

  /// Both texts masked.
  package func masked(_ words: Wording) -> Wording {
    Wording(zh: masked(words.zh), en: masked(words.en))
  }

  /// Where names stand in a whole run of hanzi, in order, none over another.
  func places(in run: [UInt32]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (start, number) in matches(in: run) {
      let name = names[number]
      let range = start..<(start + name.scalars.count)
      guard start >= found.last?.upperBound ?? 0,
        name.isDistinct || NameNeighbours.tell(of: range, in: run),
        !isCovered(name, at: start, in: run)
      else { continue }
      found.append(range)
    }
    return found
  }

  /// Every place where a name begins, the longest of several names there first.
  private func matches(in run: [UInt32]) -> [(place: Int, number: Int)] {
    guard run.count >= 2, !isEmpty else { return [] }
    var found: [(place: Int, number: Int)] = []
    for place in 0..<(run.count - 1)
    where firsts[Int(run[place] >> 6 & 63)] >> UInt64(run[place] & 63) & 1 == 1 {
      for number in starts[ReporterNames.start(run[place], run[place + 1])] ?? []
      where run[place...].starts(with: names[number].scalars) {
        found.append((place, number))
      }
    }
    return found
  }

  /// Whether what stands there is part of a longer name of somebody else.
  private func isCovered(_ name: Name, at place: Int, in run: [UInt32]) -> Bool {
    name.within.contains { word, offset in
      place >= offset && run[(place - offset)...].starts(with: word)
    }
  }

  private static func start(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  // MARK: - What a cell names

  /// The names in a cell: one, or several with marks between them, without what brackets or numbers add.
  private static func names(in cell: String) -> [String] {
    let told = cell.unicodeScalars.prefix {
      !"（(【[〔0123456789０１２３４５６７８９".unicodeScalars.contains($0)
    }
    return told.split { "、，,;；/／ \t\u{A0}\u{3000}".unicodeScalars.contains($0) }.compactMap {
      part in
      let name = untitled(String(String.UnicodeScalarView(part)))
      let scalars = name.unicodeScalars
      guard (2...15).contains(scalars.count), !name.contains("某"), !commonWords.contains(name),
        scalars.allSatisfy({ NameScan.isOfName($0.value) })
      else { return nil }
      return name
    }
  }

  /// The name without 先生 and the like, where a whole name is left.
  private static func untitled(_ name: String) -> String {
    for title in ["先生", "女士", "同志", "等人", "等"]
    where name.hasSuffix(title) && name.unicodeScalars.count >= title.unicodeScalars.count + 2 {
      return String(name.dropLast(title.count))
    }
    return name
  }

  /// Three characters, four with a surname of two, or a dot within; none that a place or a body ends in.
  private static func isDistinct(_ name: [UInt32]) -> Bool {
    guard let last = name.last, !bodies.contains(last) else { return false }
    if name.contains(where: { $0 < 0x3400 }) { return true }
    let head = String(String.UnicodeScalarView(name.prefix(2).compactMap(Unicode.Scalar.init)))
    return name.count == 3 || name.count == 4 && compounds.contains(head)
  }

  private static let compounds = Set(Surname.compound.split(separator: " ").map(String.init))
  private static let bodies = Set(
    "局委会队站所部室办府厅院校司厂店社组村庄镇乡县市区省街路线台网".unicodeScalars.map(\.value))

  /// What stands for a name where somebody keeps it to himself, or is said of him instead.
  private static let commonWords: Set<String> = Set(
    [
      "匿名", "未知", "不详", "不明", "群众", "市民", "村民", "居民", "网民", "网友", "游客", "路人", "单位",
      "本人", "业主", "商户", "住户", "职工", "员工", "邻居", "热心群众", "热心市民", "举报人", "信访人", "投诉人",
      "反映人", "来访人", "来信人", "联系人", "当事人", "负责人", "知情人", "热心人", "志愿者", "工作人员", "管理员",
      "值班员", "业务员", "不愿透露", "未透露", "未提供", "未留名", "不具名", "未署名", "无名氏", "匿名者", "匿名人",
      "电话举报", "网络举报", "信访件", "老百姓", "附近居民", "附近村民", "附近群众", "周边居民", "周边群众", "众村民",
    ] + LedgerDictionary.rows.map(\.term))
}
