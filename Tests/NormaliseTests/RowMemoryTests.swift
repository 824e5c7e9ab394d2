import Testing
import Vocabulary

@testable import Normalise

@Suite("What is read quickly")
struct RowMemoryTests {
  @Test("reads every row as if it were the first, whatever it remembers")
  func memory() {
    var generator = SeededGenerator(seed: 2026)
    let cells: [(Field, [String])] = [
      (.text(.partyName), ["代县某厂", "无", "王强", "无锡某厂", "NULL", "某\u{0}厂", " 某厂 ", "Nanjing"]),
      (
        .text(.creditCode), ["91440300708461136T", "9144O300708461136T", "-", "91440300708461136t"]
      ),
      (.identityNumber, ["11010519491231002X", "914403001922038216", "", "1.4E+17"]),
      (.text(.recordNumber), ["JC20260001", "1.4E+17", "1.4", "JC20260002"]),
      (.text(.reporterPhone), ["13800001234", "匿名", "微信同号"]),
      (.county, ["代县", "代县 ", "代", "忻州市代县", "原平县", "代县、原平市", "某县", "140923", ""]),
      (.media, ["水", "水、大气", "月光", "固体废物", "/"]), (.channel, ["信访", "C01", "某渠道"]),
      (.truth(.restored), ["是", "否", "也许", "不详", "已完成"]),
      (.choice(.datum), ["CGCS2000", "北京54", "高德", "", "EPSG:4526", "中央经线114°"]),
      (.choice(.emergencyLevel), ["较大", "Ⅳ级", "很大"]),
      (
        .longitude,
        ["112.734512", "38389478.01", "389478.01", "0", "112°44′04.2″", "38.4161", "999"]
      ),
      (.latitude, ["38.416123", "4254446.32", "", "112.7345"]),
      (.coordinates, ["", "", "112.7345,38.4161", "见附图"]),
      (.day(.occurrence), ["2026-07-03", "2026年7月3日", "2026年7月", "2099-01-01", "03/04/2025"]),
      (.amount(.damage), ["3000", "1.2万元", "50-80", "0.001", "待评估"]),
    ]
    let columns = cells.enumerated().map { index, cell in
      ColumnReading(index: index, title: "列\(index)", field: cell.0, isRequired: index < 2)
    }
    let fresh = RecordNormaliser(
      columns: columns, gazetteer: GazetteerTests.xinzhou, datum: .wgs84,
      asOf: RecordNormaliserTests.asOf)
    var lasting = fresh
    var (remembered, forgotten) = (RecordTable(), RecordTable())
    _ = (remembered.fileNumber(of: "a"), forgotten.fileNumber(of: "a"))
    for row in 0..<3_000 {
      var fields = RowFields()
      for (_, texts) in cells {
        var bytes = Array(texts[Int.random(in: texts.indices, using: &generator)].utf8)
        if Int.random(in: 0..<20, using: &generator) == 0, !bytes.isEmpty {
          bytes[Int.random(in: bytes.indices, using: &generator)] ^= 1
        }
        for byte in bytes { fields.append(byte) }
        fields.endField()
      }
      var once = fresh
      for table in 0..<2 {
        let content = ContentHash(high: 0, low: UInt64(row))
        if table == 0 {
          remembered.append(file: 0, record: row, line: row, source: .penalty, content: content)
        } else {
          forgotten.append(file: 0, record: row, line: row, source: .penalty, content: content)
        }
      }
      let problems = lasting.normalise(fields, row: row, into: &remembered)
      #expect(problems == once.normalise(fields, row: row, into: &forgotten))
      #expect(remembered.point(row) == forgotten.point(row))
      #expect(remembered.division(row) == forgotten.division(row))
      #expect(remembered.media[row] == forgotten.media[row])
      #expect(remembered.channels[row] == forgotten.channels[row])
      for field in TextField.allCases {
        #expect(remembered.string(field, row) == forgotten.string(field, row))
      }
      for field in ChoiceField.allCases {
        #expect(remembered.choice(field, row) == forgotten.choice(field, row))
      }
      #expect(remembered.truth(.restored, row) == forgotten.truth(.restored, row))
      #expect(remembered.day(.occurrence, row) == forgotten.day(.occurrence, row))
      #expect(remembered.amount(.damage, row) == forgotten.amount(.damage, row))
    }
  }

  @Test("reads plain texts and codes as the grammars do")
  func plainTexts() {
    var generator = SeededGenerator(seed: 34)
    let pieces = [
      "某", "无", "厂", "代", "a", "N", "1", "0", ".", "E", "(nbsp)", ")", "\u{A0}", "\u{3000}",
      "\u{200B}",
      " ", "\t", "\n", "\u{7F}", "\u{85}", "\u{202E}", "\u{2018}", "é", "\u{1F600}", "-", "不详",
      "NULL",
    ]
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        text += pieces[Int.random(in: pieces.indices, using: &generator)]
      }
      let bytes = Array(text.utf8)
      for kind in [TextKind.name, .free] where isPlainText(bytes.span, kind: kind) {
        let kept = readText(bytes.span, kind: kind)
        #expect(kept == .value(0..<bytes.count), "\(text)")
      }
    }
    for word in ["正在核实", "不清楚", "无", "NIL", "TBD", "unknown", "尚未评估", "(空)", "#N/A", "缺失", "略"] {
      #expect(reading(word) { !isPlainText($0, kind: .name) }, "\(word)")
      #expect(reading(word) { readText($0, kind: .name) }.isMissing)
    }
    let code = Array("91440300708461136T".utf8)
    for place in code.indices {
      for byte in UInt8(0x20)...0x7E {
        var other = code
        other[place] = byte
        let isClean = readIdentityNumber(other.span).isClean
        let kind = readIdentityNumber(other.span).usable?.kind
        if isPlainCreditCode(other.span) { #expect(isClean && kind == .creditCode) }
      }
    }
    let isPlain = isPlainCreditCode(code.span)
    #expect(isPlain)
  }
}
