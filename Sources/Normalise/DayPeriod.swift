/// What tells spans of time from days.
extension FoldedCell {
  /// Whether the cell is the `0000-00-00` by which databases write no date, or a form's `年 月 日` that
  /// nobody filled in.
  var isUnfilledDate: Bool {
    var hasZeros = false
    var words = 0
    for index in 0..<count {
      switch Unicode.Scalar(self[index]) {
      case "0": hasZeros = true
      case "年", "月", "日": words += 1
      case "-", "/", " ", ":", ".", "_": continue
      default: return false
      }
    }
    return hasZeros ? count >= 8 && words == 0 : words > 1
  }

  /// Whether the cell names a year, a quarter, a season, a month or a part of one, or a span of them,
  /// and no day: `2026`, `2026年7月`, `202607`, `2026年7月上旬`, `2026Q3`, `2026年6月至8月`, `去年夏天`.
  var isPeriod: Bool {
    if isDigits { return isYear || isYearAndMonth }
    var hasPeriod = false
    for index in 0..<count {
      switch Unicode.Scalar(self[index]) {
      case "年", "月", "季", "旬", "春", "夏", "秋", "冬", "Q": hasPeriod = true
      case "十", "廿", "元", " ", "-", "~", "〜", "至", "到", "、", ",", "/", ".", "(", ")", "第",
        "份", "度", "上", "中", "下", "初", "底", "末", "半", "全", "约", "前", "后", "左", "右", "以", "来", "起",
        "间", "期", "的", "之", "内", "同", "当", "本", "今", "去", "天", "每", "和", "及", "与":
        continue
      case _ where digit(at: index) != nil || ChineseNumeral.digit(self[index]) != nil: continue
      default: return false
      }
    }
    return hasPeriod
  }

  /// Whether the cell is a month and a day, `7月3日`: the year is missing.
  var isDayWithoutYear: Bool {
    var scanner = CellScanner(self)
    guard let month = scanner.numeral(), (1...12).contains(month), scanner.accept("月") else {
      return false
    }
    scanner.skipSpaces()
    guard let day = scanner.numeral(), (1...31).contains(day), scanner.acceptOne(of: "日号") else {
      return false
    }
    return scanner.dayShiftOfTime() != nil
  }

  /// Whether four digits that can be a year stand at more than one place.
  var hasSeveralYears: Bool {
    var scanner = CellScanner(self)
    var years = 0
    while !scanner.isAtEnd {
      let digits = scanner.digitCount
      if digits == 4 || digits == 8 {
        var year = scanner
        if let number = year.number(digits: 4), (1900...2100).contains(number) { years += 1 }
      }
      scanner.skip(max(digits, 1))
    }
    return years > 1
  }

  private var isYear: Bool {
    var scanner = CellScanner(self)
    guard count == 4, let year = scanner.number(digits: 4) else { return false }
    return (1900...2100).contains(year)
  }

  /// Whether six digits are a year from 1990 on and a month.
  private var isYearAndMonth: Bool {
    var scanner = CellScanner(self)
    guard let year = scanner.number(digits: 4), let month = scanner.number(digits: 2) else {
      return false
    }
    return scanner.isAtEnd && (1990...2099).contains(year) && (1...12).contains(month)
  }
}
