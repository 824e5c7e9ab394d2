internal import Vocabulary

/// A key taken apart: division, core, legal form, branch; its body and its traits.
///
/// Walks along the key a few times and never back: linear in its length.
struct NameParse {
  private(set) var body: [UInt16] = []
  var traits = NameTraits()

  init(_ key: [UInt16]) {
    traits.keyHash = TextPolynomial.hash(key)
    // Laid out once: as long as the key, or a form's spelling longer.
    body.reserveCapacity(key.count + 8)
    var rest = withoutRegion(key)
    let isTrader = dropSoleTrader(&rest)
    let tail = tailStart(in: rest)
    let head = rest[..<tail]
    // 鑫源石料保德分公司: the parent's form is left out, and the branch's is no form of the name.
    let isWhole = tail == rest.endIndex && traits.flags.contains(.isBranch)
    let (coreEnd, form) =
      isWhole
      ? (head.endIndex, NameForm.none)
      : NameParse.form(of: head, mayBeBare: traits.region != .none)
    traits.form = isTrader && form == .none ? .soleTrader : form
    let core = withoutInnerRegion(head[..<coreEnd])
    appendCore(core, form)
    appendForm(head[coreEnd...], form)
    let tailStart = body.count
    NameNumerals.append(rest[tail...], to: &body)
    if traits.form.isPublicBody || !traits.flags.contains(.isBranch) { traits.parentHash = 0 }
    addHashes(branch: traits.flags.contains(.isBranch) ? body[tailStart...] : [])
    traits.kind = NameKind.of(key, core: self.core, traits: traits, isTrader: isTrader)
    guard traits.kind == .person else { return }
    if NameKind.isSurnamed(self.core) { traits.flags.insert(.isSurnamed) }
    if NameKind.isMasked(self.core) { traits.flags.insert(.isMasked) }
  }

  private var core: ArraySlice<UInt16> { body[..<Int(traits.coreCount)] }

  /// 个体户王小明 is 王小明.
  private func dropSoleTrader(_ rest: inout ArraySlice<UInt16>) -> Bool {
    guard let found = NameWords.soleTraders.longest(in: rest, at: rest.startIndex),
      (2...4).contains(rest.count - found.count)
    else { return false }
    let name = rest.dropFirst(found.count)
    guard NameKind.isPersonal(name) else { return false }
    rest = name
    return true
  }

  /// Whether more than a legal form and words of trades follows a division's short name.
  static func hasBrand(_ rest: ArraySlice<UInt16>) -> Bool {
    let (coreEnd, _) = form(of: rest, mayBeBare: true)
    let brand = brandCount(of: rest[..<coreEnd])
    return brand.hasBrand && brand.count >= 2
  }

  /// Where the legal form begins, and which it is; two units stay before it.
  static func form(
    of head: ArraySlice<UInt16>, mayBeBare: Bool
  ) -> (start: Int, form: NameForm) {
    var result = (start: head.endIndex, form: NameForm.none)
    NameWords.forms.forEachWord(in: head, at: head.endIndex) { count, value in
      guard let form = NameForm(rawValue: UInt8(truncatingIfNeeded: value)) else { return }
      let left = head.count - count
      if left >= 2 || form.isPublicBody && (left == 1 || mayBeBare) {
        result = (head.endIndex - count, form)
      }
    }
    return result
  }

  /// How many units stand before the words of trades at the end; all, without a brand, where nothing
  /// does.
  private static func brandCount(of core: ArraySlice<UInt16>) -> (count: Int, hasBrand: Bool) {
    var end = core.endIndex
    while let trade = NameWords.trades.longest(in: core[..<end], at: end) {
      if end - trade.count == core.startIndex { return (core.count, false) }
      if end - trade.count == core.startIndex + 1 { break }
      end -= trade.count
    }
    return (end - core.startIndex, !core.isEmpty)
  }

  private mutating func appendCore(_ core: ArraySlice<UInt16>, _ form: NameForm) {
    NameNumerals.append(core, to: &body)
    if form == .villagers, body.last != NameParse.village, !body.isEmpty {
      body.append(NameParse.village)
    }
    traits.coreCount = Int32(body.count)
    let brand = NameParse.brandCount(of: body[...])
    traits.brandCount = Int32(brand.count)
    if brand.hasBrand { traits.flags.insert(.hasBrand) }
  }

  private mutating func appendForm(_ units: ArraySlice<UInt16>, _ form: NameForm) {
    if let spelling = form.spelling {
      body.append(contentsOf: spelling.utf16)
    } else {
      body.append(contentsOf: units)
    }
    traits.headCount = Int32(body.count)
  }

  private mutating func addHashes(branch: ArraySlice<UInt16>) {
    let characters = CharacterTable.standard
    var sum: UInt64 = 0
    var plain: UInt64 = 0
    var reading: UInt64 = 0
    var heard: UInt64 = 0
    for (offset, unit) in body.enumerated() {
      sum = TextPolynomial.appending(unit, to: sum)
      let count = Int32(offset + 1)
      if count <= traits.coreCount || count > traits.headCount {
        plain = TextPolynomial.appending(unit, to: plain)
      }
      if count == traits.brandCount { traits.brandHash = TextPolynomial.finished(sum) }
      if count == traits.headCount, traits.flags.contains(.isBranch), hasParent {
        traits.parentHash = TextPolynomial.finished(sum)
      }
      guard count <= traits.coreCount else { continue }
      traits.coreUnits |= 1 << (TextPolynomial.mixed(unit) >> 58)
      // What has no reading stands for itself; syllables are numbered below all characters.
      let syllable = characters.reading[Int(unit)]
      reading = TextPolynomial.appending(syllable == 0 ? unit : syllable, to: reading)
      let sound = characters.heard[Int(syllable)]
      heard = TextPolynomial.appending(sound == 0 ? unit : sound, to: heard)
      if count == traits.coreCount { traits.coreHash = TextPolynomial.finished(sum) }
    }
    traits.bodyHash = TextPolynomial.finished(sum)
    traits.plainHash = TextPolynomial.finished(plain)
    traits.readingHash = TextPolynomial.finished(reading)
    traits.heardHash = TextPolynomial.finished(heard)
    var signature = NameSignature()
    signature.add(core)
    signature.add(branch)
    traits.numerals = signature.numerals
    traits.marks = signature.marks
  }

  /// Whether what stands before the branch is a name by itself.
  private var hasParent = false

  private static let village = Array("村".utf16)[0]
}

extension NameParse {
  /// Where a branch or a site begins that follows a whole name; the end if none does.
  private mutating func tailStart(in rest: ArraySlice<UInt16>) -> Int {
    var place = rest.startIndex
    while place < rest.endIndex {
      defer { place += 1 }
      guard let found = NameWords.innerForms.longest(in: rest, at: place) else { continue }
      let before = place - rest.startIndex
      let end = place + found.count
      if found.value == 1, before < 2 || NameParse.partMarks.contains(rest[place - 1]) { continue }
      guard before >= 1, end < rest.endIndex else { continue }
      let tail = rest[end...]
      hasParent = true
      if NameWords.branches.first(in: tail) != nil
        || NameWords.partEndings.longest(in: tail, at: tail.endIndex) != nil
      {
        traits.flags.insert(.isBranch)
      }
      return end
    }
    return branchStart(in: rest)
  }

  /// The branch of what has no legal form before it: 工商银行|忻州支行, 宏达铸造厂|第二分厂.
  private mutating func branchStart(in rest: ArraySlice<UInt16>) -> Int {
    var mark: Int?
    for place in rest.indices where place > rest.startIndex && mark == nil {
      if NameWords.branches.longest(in: rest, at: place)?.value == 0 { mark = place }
    }
    guard let mark else { return rest.endIndex }
    let (_, form) = NameParse.form(of: rest, mayBeBare: true)
    if form.isPublicBody { return rest.endIndex }
    traits.flags.insert(.isBranch)
    for place in rest.startIndex..<mark where place > rest.startIndex {
      guard let parent = NameWords.parents.longest(in: rest[..<mark], at: place) else { continue }
      hasParent = true
      return place + parent.count
    }
    return ownWords(of: rest, before: mark)
  }

  /// Where the division or the ordinal begins that the branch is called by where its parent has no
  /// form: 鑫源石料|保德分公司, 鑫源石料|第五分公司; the end if neither is found.
  private func ownWords(of rest: ArraySlice<UInt16>, before mark: Int) -> Int {
    let before = rest[..<mark]
    if let ordinal = before.suffix(5).lastIndex(of: NameParse.ordinal),
      ordinal - rest.startIndex >= 2
    {
      return ordinal
    }
    for count in (2...6).reversed() where before.count - count >= 2 {
      if RegionNames.standard.whole(before.suffix(count)) != nil { return mark - count }
    }
    return rest.endIndex
  }

  private static let ordinal = Array("第".utf16)[0]

  private static let partMarks = UnitSet("分支子")
}
