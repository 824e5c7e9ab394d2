import Normalise
import Testing
import Vocabulary

@Suite("Amounts")
struct AmountReadingTests {
  func read(_ text: String, unit: Int64 = 100) -> Reading<Money> {
    reading(text) { readAmount($0, fenPerUnit: unit) }
  }

  @Test(
    "reads figures, units and numerals exactly",
    arguments: [
      ("3000", 300_000), ("12,000.00", 1_200_000), ("1,234,567.89", 123_456_789), ("0", 0),
      ("0.00", 0),
      ("1.2万元", 1_200_000), ("1.2万", 1_200_000), ("3000元", 300_000), ("3000元整", 300_000),
      ("￥3000", 300_000), ("¥ 3,000.50", 300_050), ("人民币3000元", 300_000), ("3000 RMB", 300_000),
      ("１２，０００．００", 1_200_000), ("1亿元", 10_000_000_000), ("1亿2000万元", 12_000_000_000),
      ("2千元", 200_000), ("3百万元", 300_000_000), ("3元5角", 350), ("3元5角2分", 352), ("0.1", 10),
      ("0.10", 10), ("0.30000", 30), ("007", 700), (" 3000 ", 300_000), ("3000(nbsp)", 300_000),
      ("叁仟元整", 300_000), ("叁仟元", 300_000), ("人民币叁仟元整", 300_000), ("壹万贰仟叁佰肆拾伍元陆角柒分", 1_234_567),
      ("壹佰万元", 100_000_000), ("壹仟零伍元", 100_500), ("壹仟零伍元零捌分", 100_508), ("拾伍万元整", 15_000_000),
      ("十五万元", 15_000_000), ("一亿二千万元", 12_000_000_000), ("伍角", 50), ("零元", 0), ("两万元", 2_000_000),
      ("壹拾万零伍佰元正", 10_050_000), ("陆佰元叁角整", 60_030),
      ("1 200.00", 120_000), ("1 234 567", 123_456_700), ("12'000.50", 1_200_050),
      ("1’200", 120_000),
      ("1，200.00", 120_000), ("3\u{A0}000 元", 300_000), ("3000 元", 300_000), ("3000(元)", 300_000),
      ("1.2（万元）", 1_200_000), ("3000元（叁仟元整）", 300_000), ("人民币叁仟元整（￥3000.00）", 300_000),
      ("人民币（大写）：叁仟元整", 300_000), ("1.2E7", 1_200_000_000), ("1.23456789E8", 12_345_678_900),
      ("壹佰元〇伍分", 10_005), ("5佰元", 50_000), ("3仟元", 300_000), ("'3000", 300_000),
      ("90071992547409.93", 9_007_199_254_740_993), ("92233720368547758.07", Int64.max),
    ])
  func reads(_ text: String, fen: Int64) { #expect(read(text) == .value(Money(fen: fen))) }

  @Test("lets a unit in the cell go before the column's")
  func units() {
    #expect(read("1.2", unit: 1_000_000) == .value(Money(fen: 1_200_000)))
    #expect(read("3000元", unit: 1_000_000).usable == Money(fen: 300_000))
    #expect(read("1.2万元", unit: 1_000_000) == .value(Money(fen: 1_200_000)))
    #expect(read("0.000001", unit: 1_000_000) == .value(Money(fen: 1)))
    #expect(read("叁仟元整", unit: 1_000_000) == .value(Money(fen: 300_000)))
  }

  @Test(
    "takes blanks and placeholders for missing, never for zero",
    arguments: [
      "", " ", "待评估", "/", "—", "-", "无", "不详", "unknown", "NULL", "N/A", "待鉴定", "——", "…", "暂无",
      "评估中",
    ])
  func missing(_ text: String) { #expect(read(text).isMissing) }

  @Test(
    "refuses what is not one amount",
    arguments: [
      "NaN", "inf", "-inf", "0x10", "1e5", "1E400", "12abc", "1,23", "12,0000", "1,2345.00", ",123",
      "1,,000", "1 23", "1 2345", "1,200 300", "1'20", "1,200'300", "1.200,00", "12 000 0",
      "1.2E+06", "1E+06", "1.2E+12", "1.23457E+11", "1.2E-3", "12.3E7", "1.2E3", "1.2E", "E7",
      "(3000)", "负3000", "3000元（叁佰元整）", "叁仟元整（3000", "$3000", "3000美元", "US$3000", "€300", "3000港元",
      "大约3000", "估计3万元", "不低于3000元", "至少3000", "≥3000", "3000以下", "3000元左右", "三点五万元",
      "99999999999999999999999千万亿元", "99999999999999999999千万亿元", "壹元贰", "佰元整", "壹拾拾元",
      "50-80", "50~80万元", "50至80万元", "-3000", "－3000", "--5", "5-6", "1.2.3", ".5", "5.",
      "壹佰万",
      "三三元", "万元", "元", "约3万元", "3万余元", "3000元以上", "3000美元", "1万2", "3元5", "1.5亿3000万元", "2万3亿元",
      "2026-07-03", "92233720368547758.08", "99999999999999999999999999999999", "１２ａ",
      "3,000元,500元",
      "叁仟元伍", "叁仟贰仟元", "3000\u{202E}", "+5", "1/2", "50%",
    ])
  func unreadable(_ text: String) {
    #expect(read(text).code == .unreadableAmount)
    #expect(read(text).usable == nil)
  }

  @Test("rounds a part below one fen up and flags it, and keeps the fen exact at a threshold")
  func subFen() {
    #expect(read("3000.005") == .flagged(Money(fen: 300_001), .finerThanFen))
    #expect(read("0.0000001", unit: 1_000_000) == .flagged(Money(fen: 1), .finerThanFen))
    #expect(read("0.30000001万元") == .flagged(Money(fen: 300_001), .finerThanFen))
    #expect(read("2999.99") == .value(Money(fen: 299_999)))
    #expect(read("3000.01") == .value(Money(fen: 300_001)))
    #expect(read("3000.0000000000000000000000") == .value(Money(fen: 300_000)))
  }

  @Test("flags a unit in the cell that is not the column's, and takes the cell's")
  func contradictions() {
    for (text, unit, fen) in [
      ("3000元", 1_000_000, 300_000), ("1.2亿元", 1_000_000, 12_000_000_000),
      ("3千元", 1_000_000, 300_000),
    ] as [(String, Int64, Int64)] {
      let reading = read(text, unit: unit)
      #expect(reading.usable == Money(fen: fen))
      #expect(reading.code == .unreadableAmount)
      #expect(reading.detail?.zh.contains("单位") == true)
    }
    #expect(read("1.2万元", unit: 1_000_000).isClean)
    // Nobody knows whether a column without a unit is in 元, unless its title says so.
    #expect(read("1.2万元").isClean)
    let stated = reading("1.2万元") { readAmount($0, fenPerUnit: 100, isUnitStated: true) }
    #expect(stated.code == .unreadableAmount)
    #expect(reading("12元") { readAmount($0, fenPerUnit: 100, isUnitStated: true) }.isClean)
  }

  @Test(
    "says what is wrong",
    arguments: [
      ("50-80万元", "区间"), ("约3万元", "约数"), ("3000元以上", "约数"), ("-3000", "负"), ("3000美元", "人民币"),
      ("1,23", "千分位"), ("1.2E+06", "科学计数法"), ("叁仟", "大写"), ("3000元（叁佰元整）", "不一致"),
    ])
  func details(_ text: String, word: String) {
    #expect(read(text).detail?.zh.contains(word) == true, "\(read(text))")
  }

  @Test("reads figures the same with and without folding")
  func plainFigures() {
    var generator = SeededGenerator(seed: 31)
    let alphabet = Array("0123456789.".utf8)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 1...16, using: &generator)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &generator)]
      }
      // A space at the end keeps the figures from being read as they stand.
      let folded = bytes + [0x20]
      for unit in [100, 1_000_000] as [Int64] {
        let plain = readAmount(bytes.span, fenPerUnit: unit)
        let slow = readAmount(folded.span, fenPerUnit: unit)
        #expect(plain == slow, "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test("adds ten cents a thousand times to a hundred")
  func sums() {
    let sum = (0..<1000).reduce(Int64(0)) { sum, _ in sum + (read("0.10").usable?.fen ?? 0) }
    #expect(sum == 10_000)
  }

  @Test("reads back what it writes, with and without separators and in numerals")
  func roundTrip() {
    var generator = SeededGenerator(seed: 20_260_703)
    for _ in 0..<20_000 {
      let fen =
        Int64.random(in: 0...999_999_999_999, using: &generator)
        >> Int64.random(in: 0...30, using: &generator)
      let money = Money(fen: fen)
      #expect(read(money.description) == .value(money))
      #expect(read(grouped(money)) == .value(money), "\(grouped(money))")
      #expect(read(numeral(money)) == .value(money), "\(numeral(money))")
    }
  }

  private func grouped(_ money: Money) -> String {
    let whole = Array(String(money.fen / 100))
    var text = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text + "." + padded(Int(money.fen % 100), to: 2)
  }

  /// The amount in formal numerals, below 10,000 hundred-millions.
  private func numeral(_ money: Money) -> String {
    let digits = Array("零壹贰叁肆伍陆柒捌玖")
    func section(_ value: Int64) -> String {
      var text = ""
      var rest = value
      for (unit, word) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] as [(Int64, String)] {
        let digit = Int(rest / unit)
        rest %= unit
        if digit > 0 { text += "\(digits[digit])\(word)" } else if rest > 0 { text += "零" }
      }
      return text
    }
    let yuan = money.fen / 100
    var text = ""
    if yuan / 100_000_000 > 0 { text += section(yuan / 100_000_000) + "亿" }
    if yuan / 10_000 % 10_000 > 0 { text += section(yuan / 10_000 % 10_000) + "万" }
    text += section(yuan % 10_000)
    text = (text.isEmpty ? "零" : text) + "元"
    let tenths = Int(money.fen / 10 % 10)
    let hundredths = Int(money.fen % 10)
    if tenths == 0, hundredths == 0 { return text + "整" }
    if tenths > 0 { text += "\(digits[tenths])角" } else { text += "零" }
    return hundredths > 0 ? text + "\(digits[hundredths])分" : text
  }
}
