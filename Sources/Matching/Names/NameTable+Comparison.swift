extension NameTable {
  /// How far two names agree, and what stands against their being one party's.
  ///
  /// Symmetric but for `parent`. Reads the traits of both and, unless a hash decides, their units
  /// from both ends.
  package func compare(_ left: Int32, _ right: Int32) -> NameComparison {
    let (one, other) = (traits[Int(left)], traits[Int(right)])
    let regions = NameTable.relation(one, other)
    let level = level(left, right, one, other, regions)
    return NameComparison(
      level: level, vetoes: vetoes(left, right, one, other, level, regions), regions: regions,
      parent: NameTable.parent(one, other, regions))
  }

  private func level(
    _ left: Int32, _ right: Int32, _ one: NameTraits, _ other: NameTraits,
    _ regions: RegionRelation
  ) -> NameLevel {
    if one.kind == .person, other.kind == .person,
      !one.flags.union(other.flags).isDisjoint(with: .isMasked)
    {
      return units[core(left).lowerBound] == units[core(right).lowerBound]
        && mayBeHidden(left, right) && mayBeHidden(right, left) ? .masked : .different
    }
    if left == right { return one.region == .none ? .equalWithoutRegion : .equalWithRegion }
    if one.bodyHash == other.bodyHash, isEqual(body(left), body(right)) {
      return NameTable.equalLevel(one, other, regions)
    }
    if one.coreHash == other.coreHash, one.coreCount > 0, isEqual(core(left), core(right)) {
      let difference = coreDifference(left, right, one, other, regions)
      guard difference == .tail, let slip = slip(body(left), body(right)), slip.isExplained else {
        return .equalCore(difference)
      }
      return .slip(slip)
    }
    // A slip in the division or in the form makes two parses of what is nearly one name.
    if let slip = slip(body(left), body(right)) ?? slip(key(left), key(right)) {
      return .slip(slip == .other && isInTradeWord(left, right, one, other) ? .tradeWord : slip)
    }
    if one.flags.isSuperset(of: .isBranch), other.flags.isSuperset(of: .isBranch),
      one.plainHash == other.plainHash, regions != .contradict
    {
      return .equalCore(.formMissing)
    }
    if one.form != other.form, haveEqualTails(left, right, one, other),
      let slip = slip(core(left), core(right))
    {
      if slip.isExplained { return .slipOtherForm(slip) }
      if slip == .other, isInTradeWord(left, right, one, other) {
        return .slipOtherForm(.tradeWord)
      }
    }
    let isShort =
      one.coreUnits & ~other.coreUnits == 0 && isPart(core(left), core(right))
      || other.coreUnits & ~one.coreUnits == 0 && isPart(core(right), core(left))
    return isShort ? .contains : .different
  }

  /// Whether the given name may be what the one hides: 李某 hides any, 李某某 one of two characters.
  private func mayBeHidden(_ masked: Int32, _ other: Int32) -> Bool {
    guard isMasked(masked), core(masked).count > 2 else { return true }
    return core(other).count == core(masked).count || isMasked(other)
  }

  private static func equalLevel(
    _ one: NameTraits, _ other: NameTraits, _ regions: RegionRelation
  ) -> NameLevel {
    switch regions {
    case .neither: return .equalWithoutRegion
    case .oneMissing: return .equalOneRegion
    case .contradict: return .equalCore(.region)
    case .agree:
      let isMoved =
        one.flags.intersection([.regionBefore, .regionWithin])
        .isDisjoint(with: other.flags.intersection([.regionBefore, .regionWithin]))
      if isMoved { return .equalCore(.regionMoved) }
      return one.region == other.region ? .equalWithRegion : .equalWithinRegion
    }
  }

  private func coreDifference(
    _ left: Int32, _ right: Int32, _ one: NameTraits, _ other: NameTraits,
    _ regions: RegionRelation
  ) -> NameLevel.CoreDifference {
    if regions == .contradict { return .region }
    guard one.form == other.form, one.headCount == other.headCount else {
      guard haveEqualTails(left, right, one, other) else { return .tail }
      return one.form == .none || other.form == .none ? .formMissing : .form
    }
    let count = Int(one.headCount)
    return isEqual(body(left).prefix(count), body(right).prefix(count)) ? .tail : .form
  }

  private func vetoes(
    _ left: Int32, _ right: Int32, _ one: NameTraits, _ other: NameTraits, _ level: NameLevel,
    _ regions: RegionRelation
  ) -> NameVetoes {
    var vetoes = NameVetoes()
    guard left != right else { return vetoes }
    if regions == .contradict { vetoes.insert(.regions) }
    if one.flags.contains(.isBranch) != other.flags.contains(.isBranch) {
      vetoes.insert(.branchAgainstParent)
    }
    if one.flags.contains(.isSurnamed) && other.kind.isBody
      || other.flags.contains(.isSurnamed) && one.kind.isBody
    {
      vetoes.insert(.personAgainstOrganisation)
    }
    if one.kind == .person, other.kind == .person, level == .different || level == .contains,
      one.readingHash != other.readingHash
    {
      vetoes.insert(.persons)
    }
    // What a slip explains need not tell two parties apart: 三立 for 山立, (万年) for (万连).
    let isOpposed = isOpposedSlip(left, right, level)
    if case .slip(let slip) = level, slip.isOtherCharacter, slip.isExplained, !isOpposed {
      return vetoes
    }
    if one.numerals != other.numerals { vetoes.insert(.numerals) }
    if one.marks != other.marks || isOpposed && one.numerals == other.numerals {
      vetoes.insert(.marks)
    }
    if one.brackets != other.brackets, one.brackets != 0, other.brackets != 0 {
      vetoes.insert(.brackets)
    }
    if areTwoBranches(left, right, one, other) { vetoes.insert(.branches) }
    if areBodiesOfTwoPlaces(left, right, one, other) { vetoes.insert(.publicPlaces) }
    return vetoes
  }

  /// Whether two branches of one parent are called by other words.
  private func areTwoBranches(
    _ left: Int32, _ right: Int32, _ one: NameTraits, _ other: NameTraits
  ) -> Bool {
    guard one.flags.contains(.isBranch), other.flags.contains(.isBranch) else { return false }
    let haveOneParent =
      one.parentHash != 0 && one.parentHash == other.parentHash
      || one.coreCount > 0 && one.coreHash == other.coreHash
    return haveOneParent && !haveEqualTails(left, right, one, other)
  }

  /// Whether the same, or nothing, stands behind the legal forms of both.
  private func haveEqualTails(
    _ left: Int32, _ right: Int32, _ one: NameTraits, _ other: NameTraits
  ) -> Bool {
    isEqual(body(left).dropFirst(Int(one.headCount)), body(right).dropFirst(Int(other.headCount)))
  }

  /// How the divisions stand to each other, and the towns where both name one.
  private static func relation(_ one: NameTraits, _ other: NameTraits) -> RegionRelation {
    let regions = one.region.relation(to: other.region)
    if one.town == other.town || regions == .contradict { return regions }
    return one.town != 0 && other.town != 0 ? .contradict : .oneMissing
  }

  /// Whether the one character that differs is of one series: 一 and 二, 东 and 西, 大 and 小.
  private func isOpposedSlip(_ left: Int32, _ right: Int32, _ level: NameLevel) -> Bool {
    guard case .slip = level else { return false }
    let (body, otherBody) = (
      units.span.extracting(body(left)), units.span.extracting(body(right))
    )
    guard let edit = SingleEdit(body, otherBody), edit.kind == .substitution else { return false }
    return NameSignature.areOpposed(body[edit.place], otherBody[edit.place])
  }

  /// Whether two public bodies are of different places: the division differs, or what they are called
  /// by differs and neither is a longer form of the other.
  private func areBodiesOfTwoPlaces(
    _ left: Int32, _ right: Int32, _ one: NameTraits, _ other: NameTraits
  ) -> Bool {
    guard one.kind == other.kind, one.kind == .government || one.kind == .village else {
      return false
    }
    if one.coreCount == 0 || other.coreCount == 0 {
      return one.coreCount != other.coreCount || one.region != other.region
    }
    guard one.form.isPublicBody, other.form.isPublicBody, one.coreHash != other.coreHash else {
      return false
    }
    return !endsIn(core(left), core(right)) && !endsIn(core(right), core(left))
  }

  private static func parent(
    _ one: NameTraits, _ other: NameTraits, _ regions: RegionRelation
  ) -> NameComparison.Parent? {
    guard regions != .contradict else { return nil }
    if one.parentHash != 0, one.parentHash == other.bodyHash { return .right }
    return other.parentHash != 0 && other.parentHash == one.bodyHash ? .left : nil
  }

  private func slip(_ left: Range<Int>, _ right: Range<Int>) -> NameSlip? {
    let (one, other) = (units.span.extracting(left), units.span.extracting(right))
    return SingleEdit(one, other).map { NameSlip($0, one, other) }
  }

  /// Whether the one character that differs stands behind a common brand, in a word of trades that the
  /// one name has and the other has not.
  private func isInTradeWord(
    _ left: Int32, _ right: Int32, _ one: NameTraits, _ other: NameTraits
  ) -> Bool {
    let (core, otherCore) = (units.span.extracting(core(left)), units.span.extracting(core(right)))
    guard let edit = SingleEdit(core, otherCore), edit.kind == .substitution else { return false }
    let (brand, longer) = (
      min(one.brandCount, other.brandCount), max(one.brandCount, other.brandCount)
    )
    return brand >= 2 && (Int(brand)..<Int(longer)).contains(edit.place)
  }

  private func isEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    areEqual(units.span.extracting(left), units.span.extracting(right))
  }

  /// Whether the long text ends in the short one.
  private func endsIn(_ long: Range<Int>, _ short: Range<Int>) -> Bool {
    long.count >= short.count && isEqual(long.suffix(short.count), short)
  }

  /// Whether the short text, of two units or more, stands in the long one; only in texts of ordinary
  /// length, so that no pair costs more than its square.
  private func isPart(_ short: Range<Int>, _ long: Range<Int>) -> Bool {
    guard short.count >= 2, short.count < long.count, long.count <= NameTable.comparedLimit else {
      return false
    }
    for start in long.lowerBound...(long.upperBound - short.count)
    where units[start] == units[short.lowerBound] {
      if isEqual(start..<(start + short.count), short) { return true }
    }
    return false
  }
}
