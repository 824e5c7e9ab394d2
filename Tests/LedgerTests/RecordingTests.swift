import Ledger
import Testing
import Vocabulary

@Suite struct RecordingTests {
  @Test("records come back with every value they were taken in with")
  func roundTrip() throws {
    let fixture = try LedgerFixture()
    let run = try SampleRun(0, rows: 200)
    try fixture.open().record(run)
    var table = RecordTable()
    table.append(
      file: table.fileNumber(of: "other.csv"), record: 1, line: 1, source: .transfer,
      content: ContentHash(high: 1, low: 2))
    let stored = try fixture.open(.readOnly).read { [table] (contents) throws(Failure) in
      var loaded = table
      let stored = try contents.loadRecords(upTo: nil, into: &loaded)
      return (table: loaded, records: stored)
    }
    #expect(stored.records.firstRow == 1)
    #expect(stored.table.count == 201)
    #expect(stored.records.id == Array(1...200))
    for row in run.rows {
      expectEqual(run.table, row, stored.table, row + 1)
      #expect(stored.records.lead(row) == run.rowLeads[row])
      #expect(stored.records.obligor(row) == run.rowObligors[row])
      #expect(stored.records.quarter(row) == run.quarter)
      #expect(stored.records.run[row] == 1)
    }
  }

  @Test("a record's row comes back byte for byte")
  func verbatim() throws {
    let fixture = try LedgerFixture()
    let run = try SampleRun(0, rows: 9)
    let ledger = try fixture.open()
    try ledger.record(run)
    try ledger.read { (contents) throws(Failure) in
      let raw = try contents.raw(of: 8)
      #expect(raw?.bytes == Array(run.raw(7)))
      #expect(raw?.path == run.files[1].path)
      #expect(raw?.sha256 == run.files[1].sha256)
      #expect(raw?.encoding == "GB18030")
      #expect(raw?.record == 8)
      #expect(raw?.line == 9)
      try expect(contents.raw(of: 10), nil)
      try expect(contents.records(at: run.files[1].path, record: 8), [8])
      try expect(contents.records(at: run.files[1].path, record: 80), [])
    }
  }

  @Test("the details of a run come back as they were")
  func details() throws {
    let fixture = try LedgerFixture()
    let run = try SampleRun(0, rows: 30)
    let ledger = try fixture.open()
    let digest = try ledger.record(run)
    try ledger.read { (contents) throws(Failure) in
      try expect(contents.files(of: 1), run.files)
      try expect(contents.dropRecords(of: 1), run.dropRecords)
      try expect(contents.rejects(of: 1), run.rejects)
      try expect(contents.aside(of: 1), run.aside)
      try expect(contents.reviews(of: 1), run.reviews)
      try expect(contents.assessments(of: 1), run.assessments)
      let joinings = try contents.joinings()
      #expect(joinings.count == 8)
      #expect(Array(joinings.suffix(2)) == run.weighed(1..<31))
      try expect(contents.refusals(of: 1), run.refusals(1..<31))
      try expect(contents.matchingAccount(of: 1), run.matchingAccount)
      try expect(contents.matchingAccount(of: 2), nil)
      let last = try contents.lastRun(of: run.quarter)
      #expect(last?.account == run.account)
      #expect(last?.digest == digest)
      #expect(last?.previousDigest == "")
      try expect(contents.lastRun(of: run.quarter.previous), nil)
    }
  }

  @Test("a quarter run again replaces its details and keeps everything else")
  func superseded() throws {
    let fixture = try LedgerFixture()
    try fixture.record(runs: 2)
    let ledger = try fixture.open()
    let first = try SampleRun(0, rows: 20)
    try ledger.withRun { (session) throws(Failure) in
      try session.insertRun(first.account)
      try session.insertDropRecords([
        RecordAccount(file: 0, record: 1, line: 2, status: .repeated, sourceRecord: 1)
      ])
    }
    try ledger.read { (contents) throws(Failure) in
      try expect(contents.files(of: 1).isEmpty, true)
      try expect(contents.dropRecords(of: 1).isEmpty, true)
      try expect(contents.rejects(of: 1).isEmpty, true)
      try expect(contents.reviews(of: 1).isEmpty, true)
      try expect(contents.assessments(of: 1).isEmpty, true)
      try expect(contents.matchingAccount(of: 1), nil)
      try expect(contents.refusals(of: 1).count, 2)
      try expect(contents.dropRecords(of: 2).count, 20)
      try expect(contents.dropRecords(of: 3).map(\.status), [.repeated])
      try expect(contents.lastRun(of: first.quarter)?.id, 3)
      var table = RecordTable()
      try expect(contents.loadRecords(upTo: nil, into: &table).count, 40)
      try expect(contents.runs().map(\.id), [1, 2, 3])
    }
    #expect(try ledger.verify().problems == [])
  }

  @Test("a record is stated by each quarter's latest run that has it, up to the run asked for")
  func statements() throws {
    let fixture = try LedgerFixture()
    try fixture.record(runs: 2, rows: 3)
    let ledger = try fixture.open()
    let later = try SampleRun(2, rows: 1)
    // The second quarter is run again and states a record of the first, then nothing of its own.
    for (account, record) in [(try SampleRun(1, rows: 1).account, Int64(2)), (later.account, 1)] {
      try ledger.withRun { (session) throws(Failure) in
        try session.insertRun(account)
        try session.insertDropRecords([
          RecordAccount(file: 0, record: 1, line: 2, status: .repeated, sourceRecord: record),
          RecordAccount(file: 0, record: 2, line: 3, status: .rejected),
        ])
      }
    }
    func stated(upTo run: Int?) throws -> [Int64: [Int]] {
      try ledger.read { (contents) throws(Failure) in
        var runs: [Int64: [Int]] = [:]
        try contents.statements(upTo: run) { runs[$0, default: []].append($1) }
        return runs.mapValues { $0.sorted() }
      }
    }
    #expect(try stated(upTo: nil) == [1: [1, 4], 2: [1, 3], 3: [1]])
    #expect(try stated(upTo: 3) == [1: [1], 2: [1, 3], 3: [1]])
  }

  @Test("what an earlier run knew is read without what came later")
  func asOfRun() throws {
    let fixture = try LedgerFixture()
    try fixture.record(runs: 2)
    let ledger = try fixture.open()
    let (one, two) = (try SampleRun(0, rows: 20), try SampleRun(1, rows: 20))
    let third = try SampleRun(2, rows: 1)
    try ledger.withRun { (session) throws(Failure) in
      try session.insertRun(third.account)
      try session.merge(one.leads[1], into: one.leads[0])
      try session.merge(one.leads[0], into: two.leads[2])
      try session.merge(two.obligors[0], into: one.obligors[0])
    }
    try ledger.read { (contents) throws(Failure) in
      var table = RecordTable()
      let then = try contents.loadRecords(upTo: 2, into: &table)
      #expect(then.lead(1) == one.leads[1])
      let now = try contents.loadRecords(upTo: nil, into: &table)
      #expect(now.lead(0) == two.leads[2])
      #expect(now.lead(1) == two.leads[2])
      #expect(now.obligor(20) == one.obligors[0])
      let first = try contents.loadRecords(upTo: 1, into: &table)
      #expect(first.count == 20)
      #expect(first.leads == one.leads)
      try expect(contents.lead(one.leads[1])?.mergedInto, one.leads[0])
      try expect(contents.lead(two.leads[2])?.mergedInto, nil)
      try expect(contents.lead(two.leads[2])?.run, 2)
      try expect(contents.lead(third.leads[0]), nil)
      try expect(contents.obligor(two.obligors[0])?.mergedInto, one.obligors[0])
      let members = try contents.records(of: two.leads[2])
      #expect(members == now.id.indices.filter { now.lead($0) == two.leads[2] }.map { now.id[$0] })
    }
    #expect(try ledger.verify().problems == [])
  }

  @Test("records are read by their ids in ascending order")
  func byID() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let run = try SampleRun(0, rows: 20)
    try fixture.open(.readOnly).read { (contents) throws(Failure) in
      var table = RecordTable()
      let stored = try contents.loadRecords(ids: [9, 3, 99], into: &table)
      #expect(stored.id == [3, 9])
      expectEqual(run.table, 2, table, 0)
      expectEqual(run.table, 8, table, 1)
    }
  }

  @Test("serials go on where the ledger ends")
  func serials() throws {
    let fixture = try LedgerFixture()
    try fixture.record(runs: 2)
    let run = try SampleRun(1, rows: 1)
    try fixture.open().read { (contents) throws(Failure) in
      try expect(contents.nextLeadSerial(run.quarter), 6)
      try expect(contents.nextLeadSerial(run.quarter.previous.previous), 1)
      try expect(contents.nextObligorSerial(), 7)
    }
  }

  @Test("the same content is never taken in twice")
  func contentIsUnique() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let again = try SampleRun(0, rows: 20, quarter: Quarter("2027Q1"))
    #expect(codes { try fixture.open().record(again) } == [.fault])
    #expect(try fixture.open().status().runs.count == 1)
  }

  private func expectEqual(_ left: RecordTable, _ row: Int, _ right: RecordTable, _ other: Int) {
    #expect(left.name(row) == right.name(other))
    #expect(left.line[row] == right.line[other])
    #expect(left.source[row] == right.source[other])
    #expect(left.content[row] == right.content[other])
    for field in TextField.allCases {
      #expect(left.string(field, row) == right.string(field, other), "\(field.name) of \(row)")
    }
    for field in DayField.allCases { #expect(left.day(field, row) == right.day(field, other)) }
    for field in AmountField.allCases {
      #expect(left.amount(field, row) == right.amount(field, other))
    }
    for field in TruthField.allCases {
      #expect(left.truth(field, row) == right.truth(field, other))
    }
    for field in ChoiceField.allCases {
      #expect(left.choice(field, row) == right.choice(field, other))
    }
    #expect(left.division(row) == right.division(other))
    #expect(left.point(row) == right.point(other))
    #expect(left.media[row] == right.media[other])
    #expect(left.channels[row] == right.channels[other])
  }
}
