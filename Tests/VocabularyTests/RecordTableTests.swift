import Testing
import Vocabulary

@Suite("Record tables")
struct RecordTableTests {
  private static func appended(_ rows: Int, _ kind: SourceKind = .inspection) -> RecordTable {
    var table = RecordTable()
    let file = table.fileNumber(of: "Inputs/2026Q3/检查.csv")
    for row in 0..<rows {
      table.append(
        file: file, record: row + 1, line: row + 2, source: kind,
        content: ContentHash(high: 0, low: UInt64(row)))
    }
    return table
  }

  @Test("know nothing of a new record but where it came from")
  func fresh() {
    let table = RecordTableTests.appended(1, .emergency)
    #expect(table.count == 1)
    #expect(table.name(0) == "Inputs/2026Q3/检查.csv#1")
    #expect(table.channels[0] == ChannelSet(.emergency))
    #expect(table.media[0].isEmpty)
    #expect(table.point(0) == nil)
    #expect(table.division(0) == nil)
    #expect(TextField.allCases.allSatisfy { table.text($0, 0).isMissing })
    #expect(DayField.allCases.allSatisfy { table.day($0, 0) == nil })
    #expect(AmountField.allCases.allSatisfy { table.amount($0, 0) == nil })
    #expect(TruthField.allCases.allSatisfy { table.truth($0, 0) == .unknown })
    #expect(ChoiceField.allCases.allSatisfy { table.choice($0, 0) == nil })
  }

  @Test("give a history record no channel")
  func history() {
    #expect(RecordTableTests.appended(1, .history).channels[0].isEmpty)
  }

  @Test("keep each field apart from every other")
  func independence() {
    var table = RecordTableTests.appended(3)
    for (place, field) in TextField.allCases.enumerated() {
      let id = table.texts.intern("文\(place)")
      table.set(field, 1, id)
    }
    for (place, field) in DayField.allCases.enumerated() {
      table.set(field, 1, Day(number: Int32(place)))
    }
    for (place, field) in AmountField.allCases.enumerated() {
      table.set(field, 1, Money(fen: Int64(place)))
    }
    for (place, field) in TruthField.allCases.enumerated() {
      table.set(field, 1, Truth(place % 2 == 0))
    }
    for (place, field) in ChoiceField.allCases.enumerated() {
      table.set(field, 1, UInt8(place))
    }
    for row in 0..<3 {
      for (place, field) in TextField.allCases.enumerated() {
        #expect(table.string(field, row) == (row == 1 ? "文\(place)" : ""))
      }
      for (place, field) in DayField.allCases.enumerated() {
        #expect(table.day(field, row)?.number == (row == 1 ? Int32(place) : nil))
      }
      for (place, field) in AmountField.allCases.enumerated() {
        #expect(table.amount(field, row)?.fen == (row == 1 ? Int64(place) : nil))
      }
      for (place, field) in TruthField.allCases.enumerated() {
        #expect(table.truth(field, row) == (row == 1 ? Truth(place % 2 == 0) : .unknown))
      }
      for (place, field) in ChoiceField.allCases.enumerated() {
        #expect(table.choice(field, row) == (row == 1 ? UInt8(place) : nil))
      }
    }
  }

  @Test("hold a column's values where its records lie, however sparse")
  func sparse() {
    var table = RecordTableTests.appended(10_000)
    var random = SeededGenerator(state: 99)
    var said: [Int: Int64] = [:]
    for _ in 0..<300 {
      let row = Int.random(in: 0..<10_000, using: &random)
      said[row] = Int64.random(in: 0...1_000_000, using: &random)
      table.set(.fine, row, Money(fen: said[row] ?? 0))
    }
    #expect((0..<10_000).allSatisfy { table.amount(.fine, $0)?.fen == said[$0] })
    #expect((0..<10_000).allSatisfy { table.amount(.damage, $0) == nil })
  }

  @Test("forget the last record wholly, so that the next one inherits nothing")
  func removal() {
    var table = RecordTableTests.appended(2)
    let text = table.texts.intern("某厂")
    for field in TextField.allCases { table.set(field, 1, text) }
    for field in DayField.allCases { table.set(field, 1, Day(number: 1)) }
    for field in AmountField.allCases { table.set(field, 1, Money(fen: 1)) }
    for field in TruthField.allCases { table.set(field, 1, .true) }
    for field in ChoiceField.allCases { table.set(field, 1, 1) }
    table.setMedia(1, MediumSet(.water))
    table.add(1, channel: .crime)
    table.setPoint(1, Point(longitude: 112.7, latitude: 38.4, uncertaintyMetres: 10))
    if let county = DivisionCode("140981") { table.setDivision(1, county) }
    table.removeLast()
    #expect(table.count == 1)
    let row = table.append(
      file: 0, record: 3, line: 4, source: .history, content: ContentHash(high: 0, low: 3))
    #expect(row == 1)
    #expect(table.channels[1].isEmpty)
    #expect(table.media[1].isEmpty)
    #expect(table.point(1) == nil)
    #expect(table.division(1) == nil)
    #expect(TextField.allCases.allSatisfy { table.text($0, 1).isMissing })
    #expect(DayField.allCases.allSatisfy { table.day($0, 1) == nil })
    #expect(AmountField.allCases.allSatisfy { table.amount($0, 1) == nil })
    #expect(TruthField.allCases.allSatisfy { table.truth($0, 1) == .unknown })
    #expect(ChoiceField.allCases.allSatisfy { table.choice($0, 1) == nil })
    #expect(table.record == [1, 3])
  }

  @Test("number files by their bytes: two spellings of one letter are two files")
  func files() {
    var table = RecordTable()
    let numbers = ["甲.csv", "caf\u{E9}.csv", "cafe\u{301}.csv", "甲.csv"].map {
      table.fileNumber(of: $0)
    }
    #expect(numbers == [0, 1, 2, 0])
    #expect(table.files.count == 3)
  }

  @Test("take zero for an amount and a raw value for its case")
  func values() {
    var table = RecordTableTests.appended(1)
    table.set(.damage, 0, Money(fen: 0))
    #expect(table.amount(.damage, 0) == Money(fen: 0))
    for level in EventLevel.allCases {
      table.set(.emergencyLevel, 0, level.rawValue)
      #expect(table.emergencyLevel(0) == level)
    }
    for basis in DamageBasis.allCases {
      table.set(.damageBasis, 0, basis.rawValue)
      #expect(table.damageBasis(0) == basis)
    }
    for route in RestorationRoute.allCases {
      table.set(.restorationRoute, 0, route.rawValue)
      #expect(table.restorationRoute(0) == route)
    }
    for level in InspectorateLevel.allCases {
      table.set(.inspectorateLevel, 0, level.rawValue)
      #expect(table.inspectorateLevel(0) == level)
    }
    table.set(.destructionLevel, 0, 200)
    #expect(table.destructionLevel(0) == nil)
  }
}

@Suite("Fields of a row")
struct RowFieldsTests {
  @Test("are what was put in, empty ones included")
  func fields() {
    var row = RowFields()
    for text in ["甲", "", "乙丙", ""] {
      row.append(Array(text.utf8).span)
      row.endField()
    }
    #expect(row.count == 4)
    #expect((0..<4).map { row.string($0) } == ["甲", "", "乙丙", ""])
  }

  @Test("are empty where the row has none")
  func absent() {
    var row = RowFields()
    row.append(0x41)
    row.endField()
    row.append(0x42)
    #expect(row.count == 1)
    for field in [1, 2, 100, -1, Int.max, Int.min] { #expect(row.range(of: field).isEmpty) }
    row.endField()
    #expect(row.string(1) == "B")
  }

  @Test("leave nothing behind for the next row")
  func reuse() {
    var row = RowFields()
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { row.append(byte) }
    row.endField()
    row.append(0x21)
    row.removeAll()
    #expect(row.count == 0)
    row.append(0x31)
    row.endField()
    #expect(row.string(0) == "1")
    #expect(row.bytes == [0x31])
  }
}

@Suite("Accounts")
struct AccountTests {
  @Test("balance only when every record is in exactly one place")
  func balance() {
    var account = IntakeAccount(
      path: "Inputs/2026Q3/检查.csv", sha256: "", bytes: 10, encoding: "UTF-8", delimiter: ",",
      lineEnding: "LF", profile: "inspection", kind: .inspection, isHistory: false, records: 10,
      opened: 4, merged: 3, repeats: 2, rejected: 1)
    #expect(account.isBalanced)
    // Flagged and withdrawn records are among the others.
    account.flagged = 5
    account.withdrawn = 1
    #expect(account.isBalanced)
    account.rejected = 0
    #expect(!account.isBalanced)
  }
}
