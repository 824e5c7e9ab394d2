import GRDB
import Testing
import Vocabulary

@testable import Ledger

@Suite struct SchemaTests {
  @Test("the columns of source records are those of the field catalogue")
  func columnsEqualCatalogue() throws {
    let fixture = try LedgerFixture()
    let ledger = try fixture.open()
    let names = try ledger.read { (contents) throws(Failure) in
      try SealedTable.sourceRecord.columns(on: contents.connection)
    }
    var expected = ["id", "run", "file", "record", "line", "kind", "lead", "obligor"]
    expected.append("contentHash")
    for field in Field.all {
      switch field {
      case .coordinates, .identityNumber: continue
      case .media: expected.append("media")
      case .channel: expected.append("channels")
      case .longitude: expected += PointColumn.allCases.map(\.rawValue)
      case .latitude: continue
      default: expected.append(field.name)
      }
    }
    #expect(Set(names) == Set(expected + ["raw"]))
    #expect(names.count == expected.count + 1)
  }

  @Test("a ledger upgraded from any version has the schema of a new one", arguments: 1..<13)
  func stepwise(version: Int) throws {
    let fixture = try LedgerFixture()
    let fresh = try LedgerFixture()
    try fixture.build(upTo: version)
    let upgraded = try fixture.open(.existing).statements()
    #expect(try upgraded == fresh.open().statements())
    #expect(try fixture.open(.readOnly).status().schemaVersion == LedgerSchema.version)
  }

  @Test("a newer ledger is refused with both versions and left as it is")
  func newer() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    try fixture.tamper("PRAGMA user_version = 41")
    let before = try fixture.bytes()
    for mode in [Ledger.Mode.create, .existing, .readOnly] {
      let failure = #expect(throws: Failure.self) { try fixture.open(mode) }
      let problem = try #require(failure?.problems.first)
      #expect(problem.code == .ledgerNewer)
      #expect(problem.message(in: .zh).contains("41"))
      #expect(problem.message(in: .zh).contains("\(LedgerSchema.version)"))
    }
    #expect(try fixture.bytes() == before)
  }

  @Test("a migration that fails leaves the schema before it")
  func interruptedMigration() throws {
    let fixture = try LedgerFixture()
    try fixture.build(upTo: 1)
    try fixture.tamper("CREATE TABLE joining (id INTEGER PRIMARY KEY)")
    #expect(codes { _ = try fixture.open(.existing) } == [.fault])
    try fixture.tamper("DROP TABLE joining")
    let ledger = try fixture.open(.existing)
    #expect(try ledger.verify().isWhole)
  }

  @Test("every table but the run's own, its seals and what seals itself is sealed")
  func everyTableIsSealed() throws {
    let fixture = try LedgerFixture()
    let ledger = try fixture.open()
    let tables = try ledger.statements().filter { $0.hasPrefix("table ") }
      .map { $0.split(separator: " ")[1] }
    #expect(
      Set(tables)
        == Set(
          SealedTable.allCases.map { Substring($0.rawValue) } + ["run", "seal"]
            + EntryTable.allCases.map { Substring($0.rawValue) }
            + LayerTable.allCases.map { Substring($0.rawValue) }))
  }

  @Test("every permanent table refuses to be edited")
  func permanentTablesAreGuarded() throws {
    let fixture = try LedgerFixture()
    try fixture.record(runs: 2)
    let ledger = try fixture.open()
    let (one, two) = (try SampleRun(0, rows: 1), try SampleRun(2, rows: 1))
    let made = try submission(1)
    try ledger.withRun { (session) throws(Failure) in
      try session.insertRun(two.account)
      try session.merge(one.leads[1], into: one.leads[0])
      try session.insertJudgements([judgement(1)])
      try session.insertVerifications([verification(1)])
      try session.insertSubmissions([made])
      try session.insertReceipt(receipt(of: 1))
      try session.insertReplay()
      try session.move([1], from: one.leads[0], to: one.leads[2])
      let tables =
        SealedTable.allCases.filter(\.isPermanent).map(\.rawValue)
        + ["run", "seal"] + EntryTable.allCases.map(\.rawValue)
      let connection = session.connection
      for table in tables {
        let run = table == "run" ? "id" : "run"
        expect(codes { try connection.execute("UPDATE \(table) SET \(run) = \(run)") }, [.fault])
        expect(codes { try connection.execute("DELETE FROM \(table)") }, [.fault])
      }
    }
  }
}

extension LedgerFixture {
  /// A ledger as a program that knew `version` migrations left it.
  func build(upTo version: Int) throws {
    let queue = try Ledger.connect(path, shown: "ledger.sqlite", waitSeconds: 0)
    try Ledger.access(queue, shown: "ledger.sqlite") { (connection) throws(Failure) in
      try LedgerSchema.upgrade(connection, to: version)
    }
    try queue.close()
  }
}

extension Ledger {
  func statements() throws -> [String] {
    try read { (contents) throws(Failure) in try LedgerSchema.statements(contents.connection) }
  }
}
