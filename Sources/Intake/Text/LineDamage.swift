/// What the lines of a text tell of its encoding; lines of ASCII only tell nothing.
///
/// Lines end at LF or CR here. A line that is surely UTF-8 counts as broken in GB 18030, where most of
/// its bytes would decode to other characters: so two encodings glued together are found out.
struct LineDamage {
  /// A place in the file as the line ends before it.
  struct Place {
    let feeds: Int
    let returns: Int
  }

  var feeds = 0
  var returns = 0
  /// Whether the text ends with a line end.
  var endsWithFeed = false
  var endsWithReturn = false

  /// Lines with anything but ASCII.
  private(set) var wide = 0
  private(set) var brokenAsUTF8 = 0
  private(set) var brokenAsGB18030 = 0
  /// Lines of UTF-8 with two characters of three bytes at least.
  private(set) var surelyUTF8 = 0
  /// Lines of GB 18030 that are not UTF-8, mostly of the usual hanzi.
  private(set) var surelyGB18030 = 0

  private(set) var isFirstUTF8 = true
  private(set) var isFirstGB18030 = true
  private(set) var firstBrokenAsUTF8: Place?
  private(set) var firstBrokenAsGB18030: Place?
  /// The first line that is broken in both.
  private(set) var firstBrokenInBoth: Place?
  private(set) var firstSurelyUTF8: Place?
  private(set) var firstSurelyGB18030: Place?

  /// What the lines that are not UTF-8 hold, read as GB 18030.
  private(set) var pairs = 0
  private(set) var usualHanzi = 0
  private(set) var lowTrails = 0
  private(set) var onlyBig5Shares = 0
  private(set) var outsideBig5 = 0

  /// Counts a line with characters beyond ASCII; `scan` must have been at all of it unless it is
  /// UTF-8 with two long characters.
  mutating func count(isUTF8: Bool, longCharacters: Int, scan: GB18030.Scan) {
    let place = Place(feeds: feeds, returns: returns)
    let isSurelyUTF8 = isUTF8 && longCharacters >= 2
    let isGB18030 = !isSurelyUTF8 && !scan.isBroken
    if wide == 0 {
      isFirstUTF8 = isUTF8
      isFirstGB18030 = isGB18030
    }
    wide += 1
    if !isGB18030 {
      brokenAsGB18030 += 1
      firstBrokenAsGB18030 = firstBrokenAsGB18030 ?? place
    }
    if isUTF8 {
      guard isSurelyUTF8 else { return }
      surelyUTF8 += 1
      firstSurelyUTF8 = firstSurelyUTF8 ?? place
      return
    }
    brokenAsUTF8 += 1
    firstBrokenAsUTF8 = firstBrokenAsUTF8 ?? place
    if !isGB18030 { firstBrokenInBoth = firstBrokenInBoth ?? place }
    if isGB18030, scan.pairs >= 2, scan.usualHanzi * 2 > scan.pairs {
      surelyGB18030 += 1
      firstSurelyGB18030 = firstSurelyGB18030 ?? place
    }
    pairs += scan.pairs
    usualHanzi += scan.usualHanzi
    lowTrails += scan.lowTrails
    onlyBig5Shares += scan.onlyBig5Shares
    outsideBig5 += scan.outsideBig5
  }

  /// Lines in the text: those that end with LF, or with CR in a text without any LF.
  var lines: Int {
    feeds > 0 ? feeds + (endsWithFeed ? 0 : 1) : returns + (endsWithReturn ? 0 : 1)
  }

  /// The number of the line at a place, from 1.
  func number(of place: Place) -> Int { (feeds > 0 ? place.feeds : place.returns) + 1 }
}

extension LineDamage {
  var isUTF8: Bool { brokenAsUTF8 == 0 }
  var isGB18030: Bool { brokenAsGB18030 == 0 }

  /// Whether the text is UTF-8 but for a few lines.
  ///
  /// UTF-8 with a broken line may happen to read as GB 18030 throughout, while text in GB 18030
  /// hardly ever reads as UTF-8. So UTF-8 is kept when the first line with anything but ASCII is
  /// whole and few others are not: fewer than one in a hundred lines and one in ten with anything
  /// but ASCII, or only this one in ten, or a single one, where none of them is surely GB 18030.
  var isMostlyUTF8: Bool {
    isUTF8
      || isFirstUTF8
        && isFew(brokenAsUTF8, byAccident: surelyGB18030 == 0 && surelyUTF8 > brokenAsUTF8)
  }

  /// Whether the text is GB 18030 but for a few lines, on the same terms.
  var isMostlyGB18030: Bool {
    isGB18030
      || isFirstGB18030 && brokenAsGB18030 < brokenAsUTF8
        && isFew(brokenAsGB18030, byAccident: surelyUTF8 == 0 && surelyGB18030 > brokenAsGB18030)
  }

  private func isFew(_ broken: Int, byAccident isAccident: Bool) -> Bool {
    isAccident && broken <= max(1, wide / 10) || broken * 100 < lines && broken * 10 <= wide
  }

  /// Whether the text is Traditional Chinese in Big5, nearly all of whose codes are codes of
  /// GB 18030.
  ///
  /// Two in five characters of Big5 text have a trailing byte below 0x7F. Chinese text in GBK that
  /// uses such codes as often also uses those that Big5 has not.
  var looksLikeBig5: Bool {
    brokenAsUTF8 * 2 > wide && pairs >= 20 && outsideBig5 == 0 && onlyBig5Shares * 10 >= pairs
  }

  /// Whether the text is in a Western encoding of single bytes: what would be hanzi is a letter
  /// beyond ASCII with the ASCII letter after it, over and over.
  var looksLikeLatin: Bool {
    brokenAsUTF8 * 2 > wide && pairs >= 4 && lowTrails * 10 >= pairs * 9 && usualHanzi == 0
  }

  /// Where the second of two encodings begins, if some lines are surely in one and some surely in
  /// the other: at least one in twenty with anything but ASCII, or the file's beginning.
  var turn: (line: Int, to: TextEncoding)? {
    guard let utf8 = firstSurelyUTF8, let gb18030 = firstSurelyGB18030 else { return nil }
    let (first, second) = (number(of: utf8), number(of: gb18030))
    let beginsInUTF8 = first < second
    let isBeginningTheLesser = beginsInUTF8 == (surelyUTF8 < surelyGB18030)
    guard isBeginningTheLesser || min(surelyUTF8, surelyGB18030) * 20 >= wide else { return nil }
    return (max(first, second), beginsInUTF8 ? .gb18030 : .utf8)
  }
}
