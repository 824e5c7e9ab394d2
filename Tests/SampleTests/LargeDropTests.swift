import Testing
import Vocabulary

@testable import Sample

@Suite("Large drops")
struct LargeDropTests {
  private func quarter() throws -> Quarter { try #require(Quarter("2026Q3")) }

  /// The drop's bytes, and the size of the largest piece they came in.
  private func written(_ drop: LargeDrop, _ records: Int) -> (bytes: [UInt8], largest: Int) {
    var bytes: [UInt8] = []
    var largest = 0
    drop.write(records: records) { piece in
      largest = max(largest, piece.count)
      for index in piece.indices { bytes.append(piece[index]) }
    }
    return (bytes, largest)
  }

  private func readBack(_ drop: LargeDrop, _ records: Int) -> ReadBack? {
    ReadBack(SampleFile(path: "x.csv", bytes: written(drop, records).bytes, records: records))
  }

  @Test("have as many records as asked for, in small pieces", arguments: LargeDrop.Source.allCases)
  func haveTheirRecords(source: LargeDrop.Source) throws {
    let drop = LargeDrop(source, quarter: try quarter())
    let (bytes, largest) = written(drop, 5000)
    #expect(largest < 300_000)
    let read = try #require(readBack(drop, 5000))
    #expect(read.rows.count == 5001)
    let width = read.rows[0].fields.count
    let ragged = read.rows.filter { $0.fields.count != width }
    #expect(ragged.count < 20 && ragged.allSatisfy { $0.fields.count == width + 1 })
    #expect(written(drop, 5000).bytes == bytes)
    #expect(bytes.starts(with: written(drop, 1000).bytes))
  }

  @Test("know the truth of every record")
  func knowTheTruth() throws {
    let inspections = LargeDrop(.inspection, quarter: try quarter())
    var truth: [UInt8] = []
    inspections.writeTruth(records: 2000) { piece in
      for index in piece.indices { truth.append(piece[index]) }
    }
    let lines = String(decoding: truth, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2001 && lines[0] == "record,event,obligor")
    let last = inspections.truth(ofRecord: 2000)
    #expect(lines[2000] == "2000,\(last.event),\(last.obligor)")
    let events = (1...2000).map { inspections.truth(ofRecord: $0).event }
    #expect((1950...1970).contains(Set(events).count) || Set(events).count > 1900)
    #expect(Set(events).count < 2000)
  }

  @Test("speak of one stream of events and of obligors that come again")
  func shareEvents() throws {
    let inspections = LargeDrop(.inspection, quarter: try quarter())
    let penalties = LargeDrop(.penalty, quarter: try quarter())
    var obligors: [Int: Int] = [:]
    for record in 1...4000 {
      let truth = inspections.truth(ofRecord: record)
      obligors[truth.event] = truth.obligor
    }
    let shared = (1...2000).map { penalties.truth(ofRecord: $0) }.filter {
      obligors[$0.event] != nil
    }
    #expect(shared.count > 1000)
    for truth in shared { #expect(obligors[truth.event] == truth.obligor) }
    #expect(Set(obligors.values).count < 2500)
  }

  @Test("write one decision's number for one event, in inspections and penalties alike")
  func shareDocuments() throws {
    let quarter = try quarter()
    let inspections = try #require(readBack(LargeDrop(.inspection, quarter: quarter), 4000))
    let penalties = try #require(readBack(LargeDrop(.penalty, quarter: quarter), 2000))
    let inspected = Set(inspections.column(["处罚决定书文号"]).values).subtracting([""])
    let decided = Set(penalties.column(["CF_WSH"]).values)
    #expect(inspected.count > 900)
    #expect(inspected.intersection(decided).count * 10 > inspected.count * 9)
  }

  @Test("give different obligors different names and codes")
  func obligorsAreDistinct() throws {
    let draws = LargeDraws(source: .inspection, quarter: try quarter(), seed: 1)
    var names: Set<[Int]> = []
    for number in 0..<200_000 {
      let one = LargeObligor(number, draws)
      names.insert([one.county, one.brand.0, one.brand.1, one.brand.2, one.word])
    }
    #expect(names.count == 200_000)
    #expect(LargeObligor.combinations > 5_000_000)
  }

  @Test("keep obligors but not events from one quarter to the next")
  func quartersDiffer() throws {
    let third = try quarter()
    let drops = [third, third.previous].map { LargeDrop(.inspection, quarter: $0) }
    let columns = try drops.map { drop in
      let read = try #require(readBack(drop, 3000))
      return (Set(read.column(["检查编号"]).values), Set(read.column(["统一社会信用代码"]).values))
    }
    #expect(columns[0].0.isDisjoint(with: columns[1].0))
    #expect(columns[0].1.intersection(columns[1].1).count > 100)
  }

  @Test("leave out some 45 % of the codes, and the rest nearly all hold")
  func codesAreAsSaid() throws {
    let read = try #require(readBack(LargeDrop(.inspection, quarter: try quarter()), 10_000))
    let codes = Array(read.column(["统一社会信用代码"]).values)
    let given = codes.filter { !$0.isEmpty }.map { Array($0.utf8) }
    #expect((4900...5700).contains(given.count))
    let wrong = given.count { CheckDigits.credit($0[..<17]) != $0[17] }
    #expect((40...180).contains(wrong))
  }
}
