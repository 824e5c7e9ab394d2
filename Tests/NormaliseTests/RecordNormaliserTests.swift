import Testing
import Vocabulary

@testable import Normalise

@Suite("Rows")
struct RecordNormaliserTests {
  static let asOf = Day(year: 2026, month: 10, day: 8) ?? Day(number: 0)
  static let gazetteer = GazetteerTests.xinzhou

  /// A file of one row, with a column for every field given and its title the field's name.
  struct Sheet {
    var table = RecordTable()
    let problems: RowProblems

    init(
      _ cells: [(Field, String)], required: Set<Int> = [], datum: Datum? = nil,
      zone: ProjectionZone? = nil, titles: [String]? = nil,
      rules: CoordinateRules = CoordinateRules(), words: [String: String] = [:],
      fenPerUnit: Int64 = 100
    ) {
      var fields = RowFields()
      var columns: [ColumnReading] = []
      for (index, (field, text)) in cells.enumerated() {
        for byte in text.utf8 { fields.append(byte) }
        fields.endField()
        columns.append(
          ColumnReading(
            index: index, title: titles?[index] ?? field.name, field: field,
            isRequired: required.contains(index),
            fenPerUnit: fenPerUnit, words: words))
      }
      var normaliser = RecordNormaliser(
        columns: columns, gazetteer: RecordNormaliserTests.gazetteer, datum: datum,
        zone: zone, coordinates: rules, asOf: RecordNormaliserTests.asOf)
      let row = table.append(
        file: table.fileNumber(of: "Inputs/2026Q3/执法检查.csv"), record: 1, line: 2,
        source: .inspection, content: ContentHash(high: 0, low: 1))
      problems = normaliser.normalise(fields, row: row, into: &table)
    }

    var codes: [ProblemCode] {
      (problems.rejecting.map { [$0.code] } ?? []) + problems.flags.map(\.code)
    }
  }

  @Test("fills every kind of field of a good row without a problem")
  func goodRow() throws {
    let sheet = Sheet(
      [
        (.text(.partyName), " 代县某某矿业有限公司\u{A0}"), (.identityNumber, "91440300708461136t"),
        (.day(.occurrence), "2026年7月3日"), (.amount(.damage), "1.2"), (.truth(.restored), "否"),
        (.choice(.emergencyLevel), "较大"), (.county, "代县"), (.media, "水、大气"), (.channel, "信访"),
        (.longitude, "112.734512"), (.latitude, "38.416123"), (.choice(.datum), "百度"),
        (.text(.facts), "无\n第二行"), (.day(.feedbackDue), "2027-01-01"), (.text(.remarks), ""),
      ], required: [0, 2], datum: .wgs84, fenPerUnit: 1_000_000)
    let table = sheet.table
    #expect(sheet.codes == [])
    #expect(table.string(.partyName, 0) == "代县某某矿业有限公司")
    #expect(table.string(.creditCode, 0) == "91440300708461136T")
    #expect(table.day(.occurrence, 0) == Day(year: 2026, month: 7, day: 3))
    #expect(table.amount(.damage, 0) == Money(fen: 1_200_000))
    #expect(table.truth(.restored, 0) == .false)
    #expect(table.truth(.rectified, 0) == .unknown)
    #expect(table.emergencyLevel(0) == .relativelyMajor)
    #expect(table.division(0) == DivisionCode("140923"))
    #expect(table.media[0] == MediumSet(.water, .air))
    #expect(table.channels[0] == ChannelSet(.routineInspection, .complaint))
    let point = try #require(table.point(0))
    #expect(point.longitude == 112.734512)
    #expect(point.latitude == 38.416123)
    #expect(table.choice(.datum, 0) == Datum.bd09.rawValue)
    #expect(table.string(.facts, 0) == "无\n第二行")
    #expect(table.text(.remarks, 0).isMissing)
  }

  @Test("rejects a row whose required value is missing or cannot be read")
  func required() {
    let missing = Sheet([(.text(.partyName), "不详"), (.text(.facts), "偷排")], required: [0])
    #expect(missing.problems.rejecting?.code == .requiredValueMissing)
    #expect(missing.problems.rejecting?.column == "party_name")
    let wrong = Sheet([(.day(.discovery), "2025-02-30"), (.county, "某县")], required: [0, 1])
    #expect(wrong.problems.rejecting?.code == .unreadableDate)
    #expect(wrong.problems.rejecting?.value == "2025-02-30")
    #expect(wrong.problems.flags.map(\.code) == [.unknownCounty])
    let place = Sheet([(.longitude, "1.2"), (.latitude, "3.4")], required: [0, 1])
    #expect(place.problems.rejecting?.code == .coordinateElsewhere)
    let none = Sheet([(.longitude, ""), (.latitude, "")], required: [0])
    #expect(none.problems.rejecting?.code == .requiredValueMissing)
  }

  @Test("keeps a row whose other values cannot be read, unknown and flagged")
  func flagged() {
    let sheet = Sheet([
      (.amount(.damage), "50-80"), (.truth(.restored), "也许"), (.day(.decision), "2099-01-01"),
      (.text(.creditCode), "91350100M000100Y4Z"), (.longitude, "38.4161"), (.latitude, "112.7345"),
    ])
    #expect(sheet.problems.rejecting == nil)
    #expect(
      sheet.codes == [
        .codeCheckFails, .implausibleDate, .unreadableAmount, .unknownWord, .coordinatesExchanged,
      ])
    #expect(sheet.problems.flags.allSatisfy { $0.detail != nil && $0.value != nil })
    #expect(sheet.table.amount(.damage, 0) == nil)
    #expect(sheet.table.truth(.restored, 0) == .unknown)
    #expect(sheet.table.day(.decision, 0) != nil)
    #expect(sheet.table.text(.creditCode, 0).isMissing)
    #expect(sheet.table.string(.weakCode, 0) == "91350100M000100Y4Z")
    #expect(sheet.table.point(0)?.longitude == 112.7345)
  }

  @Test("takes the first column of a field that has a value")
  func severalColumns() {
    let sheet = Sheet(
      [
        (.text(.partyName), "/"), (.text(.partyName), "代县某厂"), (.text(.partyName), "另一厂"),
        (.day(.occurrence), "2026年7月"), (.day(.occurrence), "2026-07-03"),
      ], required: [0, 3])
    #expect(sheet.codes == [])
    #expect(sheet.table.string(.partyName, 0) == "代县某厂")
    #expect(sheet.table.day(.occurrence, 0) == Day(year: 2026, month: 7, day: 3))
  }

  @Test("puts each identity number in the field of its kind")
  func identities() {
    let sheet = Sheet([
      (.text(.creditCode), "11010519491231002X"), (.text(.registrationNumber), "110108000000016"),
      (.text(.organisationCode), "71526726-X"), (.identityNumber, "91440300708461136T"),
    ])
    #expect(sheet.codes == [])
    #expect(sheet.table.string(.personID, 0) == "11010519491231002X")
    #expect(sheet.table.string(.registrationNumber, 0) == "110108000000016")
    #expect(sheet.table.string(.organisationCode, 0) == "71526726X")
    #expect(sheet.table.string(.creditCode, 0) == "91440300708461136T")
    let older = Sheet([(.text(.registrationNumber), "P5805146"), (.text(.weakCode), "抗辩-12")])
    #expect(older.codes == [])
    #expect(older.table.string(.registrationNumber, 0) == "P5805146")
    #expect(older.table.string(.weakCode, 0) == "抗辩12")
  }

  @Test("never shows a person's number, telephone or a reporter's name in full")
  func masking() throws {
    for (field, text, secret) in [
      (Field.identityNumber, "110105194912310021", "19491231"),
      (.text(.creditCode), "110105 19491231 0021", "1949"),
      (.text(.personID), "１１０１０５１９４９１２３１００２１", "１９４９"),
      (.text(.personID), "1101051949\u{200B}12310021", "1231"),
      (.text(.personID), "11010519491231003x", "1949"),
      (.text(.reporterPhone), "13800001234\u{1B}", "0000"),
      (.text(.reporter), "张三丰\u{7}", "三"),
      (.text(.facts), "举报人电话13800001234，身份证110105194912310021\u{1}", "19491231"),
      (.day(.occurrence), "110105194912310021", "19491231"),
    ] {
      let sheet = Sheet([(field, text)])
      let problem = try #require(sheet.problems.flags.first, "\(text)")
      let value = try #require(problem.value)
      #expect(!value.contains(secret), "\(value)")
      #expect(problem.detail?.zh.contains(secret) == false)
    }
    let company = Sheet([(.text(.creditCode), "914403007084611360")])
    #expect(company.problems.flags.first?.value == "914403007084611360")
  }

  @Test("refuses control characters and over-long values, and cuts what it shows")
  func hostileTexts() throws {
    for text in [
      "某\u{0}厂", "某\u{1B}[31m厂", "某\u{202E}厂", "某\u{85}厂", "某\u{2066}厂", "某\u{7F}厂", "某\u{61C}厂",
      "\u{61C}某某有限责任公司厂",
    ] {
      let sheet = Sheet([(.text(.partyName), text)])
      #expect(sheet.codes == [.controlCharacter])
      #expect(sheet.table.text(.partyName, 0).isMissing)
    }
    let long = Sheet([(.text(.facts), String(repeating: "水", count: 4_001))])
    #expect(long.codes == [.valueTooLong])
    #expect((long.problems.flags.first?.value?.unicodeScalars.count ?? 0) <= 201)
    let marks = Sheet([(.text(.partyName), "a" + String(repeating: "\u{301}", count: 200_000))])
    #expect(marks.codes == [.valueTooLong])
    #expect(Sheet([(.text(.facts), String(repeating: "水", count: 4_000))]).codes == [])
    #expect(Sheet([(.text(.facts), "一\u{2028}二\tc")]).codes == [])
  }

  @Test("leaves a place unknown when its datum is named but not known")
  func datums() {
    let unknown = Sheet(
      [(.choice(.datum), "北京54"), (.longitude, "112.7345"), (.latitude, "38.4161")],
      datum: .cgcs2000)
    #expect(unknown.codes == [.unknownWord])
    #expect(unknown.table.point(0) == nil)
    #expect(unknown.table.choice(.datum, 0) == nil)
    let declared = Sheet([(.coordinates, "112.7345,38.4161")], datum: .gcj02)
    #expect(declared.table.choice(.datum, 0) == Datum.gcj02.rawValue)
    #expect(Sheet([(.coordinates, "112.7345,38.4161")]).table.choice(.datum, 0) == nil)
    #expect(Sheet([(.coordinates, "")], datum: .gcj02).table.choice(.datum, 0) == nil)
    let required = Sheet(
      [(.choice(.datum), "北京54"), (.coordinates, "112.7345,38.4161")], required: [1])
    #expect(required.problems.rejecting?.code == .requiredValueMissing)
  }

  @Test("knows what the coordinates are the place of, and drops those of something unknown")
  func placeRoles() {
    func sheet(_ role: String) -> Sheet {
      Sheet([(.choice(.placeRole), role), (.coordinates, "112.7345,38.4161")])
    }
    for role in PlaceRole.allCases {
      #expect(sheet(role.term).table.placeRole(0) == role)
      #expect(sheet(role.term).table.point(0) != nil)
    }
    #expect(sheet("").table.choice(.placeRole, 0) == nil)
    #expect(sheet("").table.placeRole(0) == .damageArea)
    #expect(sheet("厂区大门").codes == [.unknownWord])
    #expect(sheet("厂区大门").table.point(0) == nil)
  }

  @Test("prefers the one cell with both coordinates, then the two columns")
  func places() {
    let both = Sheet([
      (.longitude, "113.1"), (.latitude, "37.1"), (.coordinates, "112.7345,38.4161"),
    ])
    #expect(both.table.point(0)?.longitude == 112.7345)
    let axes = Sheet([
      (.longitude, "113.1"), (.latitude, "37.1"), (.coordinates, "见附图"),
    ])
    #expect(axes.table.point(0)?.longitude == 113.1)
    #expect(Sheet([(.longitude, "113.1"), (.latitude, "0")]).codes == [.unreadableCoordinate])
  }

  @Test("takes metres of a zone for CGCS2000, whatever datum the file's degrees have")
  func projectedPlaces() throws {
    let cells: [(Field, String)] = [(.longitude, "38389478.0117"), (.latitude, "4254446.324")]
    for (datum, added) in [(Datum.cgcs2000, 0.0), (.wgs84, 0), (nil, 130), (.gcj02, 130)]
      as [(Datum?, Double)]
    {
      let sheet = Sheet(cells, datum: datum)
      let point = try #require(sheet.table.point(0))
      #expect(sheet.codes == [])
      #expect(abs(point.longitude - 112.734512) < 1e-8)
      #expect(abs(point.uncertaintyMetres - 11 - added) < 0.01)
      let expected: Datum = datum == .wgs84 ? .wgs84 : .cgcs2000
      #expect(sheet.table.choice(.datum, 0) == expected.rawValue)
    }
    let declared = Sheet(cells + [(.choice(.datum), "CGCS2000")], datum: .gcj02)
    #expect(abs((declared.table.point(0)?.uncertaintyMetres ?? 0) - 11) < 0.01)
    let contradiction = Sheet(cells + [(.choice(.datum), "高德")])
    #expect(contradiction.codes == [.unreadableCoordinate])
    #expect(contradiction.table.point(0) == nil)
    let zoneless = Sheet([(.coordinates, "389478.01,4254446.32")], required: [0])
    #expect(zoneless.problems.rejecting?.code == .projectionUnknown)
  }

  @Test("never keeps a number that a spreadsheet has ruined")
  func ruinedNumbers() {
    let sheet = Sheet([
      (.text(.recordNumber), "1.40902E+17"), (.text(.documentNumber), "2.02607E+11"),
      (.text(.creditCode), "9.14E+17"), (.text(.reporterPhone), "1.38E+10"),
      (.text(.partyName), "1.4E+17"),
    ])
    #expect(sheet.codes == [.ruinedNumber, .ruinedNumber, .ruinedNumber, .ruinedNumber])
    for field in [TextField.recordNumber, .documentNumber, .creditCode, .weakCode, .reporterPhone] {
      #expect(sheet.table.text(field, 0).isMissing)
    }
    #expect(sheet.table.string(.partyName, 0) == "1.4E+17")
    let rounded = Sheet([(.identityNumber, "140902198001013000")])
    #expect(rounded.codes == [.ruinedNumber])
    #expect(rounded.table.text(.personID, 0).isMissing)
    #expect(rounded.table.string(.weakCode, 0) == "140902********3000")
    #expect(rounded.problems.flags.first?.value?.contains("1980") == false)
  }

  @Test("compares the unit in a cell with that of the title")
  func units() {
    func sheet(_ title: String, _ text: String) -> [ProblemCode] {
      var fields = RowFields()
      for byte in text.utf8 { fields.append(byte) }
      fields.endField()
      var normaliser = RecordNormaliser(
        columns: [ColumnReading(index: 0, title: title, field: .amount(.fine))],
        gazetteer: Self.gazetteer, datum: nil, asOf: Self.asOf)
      var table = RecordTable()
      table.append(
        file: table.fileNumber(of: "a"), record: 1, line: 1, source: .penalty,
        content: ContentHash(high: 0, low: 0))
      return normaliser.normalise(fields, row: 0, into: &table).flags.map(\.code)
    }
    #expect(sheet("罚款金额（元）", "1.2万元") == [.unreadableAmount])
    #expect(sheet("罚款金额（元）", "12000元") == [])
    #expect(sheet("罚款金额", "1.2万元") == [])
  }

  @Test("sets the first code of a row, in whatever form its columns are")
  func severalCodes() {
    let first = "91440300708461136T"
    let second = "914403001922038216"
    for (one, other) in [(first, second), (" \(first)", second), (first, " \(second)")] {
      let sheet = Sheet([(.text(.creditCode), one), (.identityNumber, other)])
      #expect(sheet.table.string(.creditCode, 0) == first)
    }
  }

  @Test("takes words a profile gives, in every kind of column")
  func profileWords() {
    let sheet = Sheet(
      [(.county, "城郊"), (.amount(.damage), "另计"), (.truth(.restored), "另计")],
      words: ["城郊": "140902", "另计": "unknown"])
    #expect(sheet.codes == [])
    #expect(sheet.table.division(0) == DivisionCode("140902"))
    #expect(sheet.table.amount(.damage, 0) == nil)
  }

  @Test("survives every sequence of bytes in every column, and reads twice as once")
  func randomBytes() {
    var generator = SeededGenerator(seed: 99)
    let alphabet = Array("0123456789.,-/年月日元万亿°′″EN东经北纬壹拾佰仟()*X91 代县省市\u{3000}\u{200B}Ａ".utf8)
    for round in 0..<400 {
      var fields = RowFields()
      var columns: [ColumnReading] = []
      for (index, field) in Field.all.enumerated() {
        for _ in 0..<Int.random(in: 0...90, using: &generator) {
          let isWild = Bool.random(using: &generator) && round % 2 == 0
          fields.append(
            isWild
              ? UInt8.random(in: 0...255, using: &generator)
              : alphabet[Int.random(in: alphabet.indices, using: &generator)])
        }
        fields.endField()
        columns.append(ColumnReading(index: index, title: "列", field: field))
      }
      var normaliser = RecordNormaliser(
        columns: columns, gazetteer: Self.gazetteer, datum: .cgcs2000, asOf: Self.asOf)
      var table = RecordTable()
      let file = table.fileNumber(of: "随机.csv")
      var seen: [RowProblems] = []
      for record in 1...2 {
        let row = table.append(
          file: file, record: record, line: record, source: .penalty,
          content: ContentHash(high: 0, low: 0))
        seen.append(normaliser.normalise(fields, row: row, into: &table))
      }
      #expect(seen[0] == seen[1])
      #expect(table.point(0) == table.point(1))
      for field in TextField.allCases { #expect(table.text(field, 0) == table.text(field, 1)) }
      for field in DayField.allCases { #expect(table.day(field, 0) == table.day(field, 1)) }
      for field in AmountField.allCases {
        #expect(table.amount(field, 0) == table.amount(field, 1))
      }
    }
  }

  @Test("reads a kept text again as itself")
  func textsTwice() {
    for text in [" 某厂 ", "\u{FEFF}某厂(nbsp)", "某厂 (nbsp) \u{A0}", "（某）厂\u{3000}\u{200B}"] {
      let once = Sheet([(.text(.partyName), text)]).table.string(.partyName, 0)
      let twice = Sheet([(.text(.partyName), once)]).table.string(.partyName, 0)
      #expect(once == twice)
      #expect(once.hasSuffix("厂"))
    }
  }
}
