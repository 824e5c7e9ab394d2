import Testing
import Vocabulary

@testable import Matching

@Suite("New versions of records")
struct VersionMatchingTests {
  private let name = "原平市宏达铸造有限公司"
  private let other = "代县晨光矿业有限公司"

  /// Matches the records; the first ones are settled, brought by drop 1, each the only row of a lead
  /// of its number, or of the leads given; an obligor has the number of its lead.
  private func matching(
    _ records: [Said], settled count: Int = 1, stated: [Int32]? = nil,
    superseded: [Bool]? = nil, leads: [Int32]? = nil
  ) throws -> Matching {
    let rows = Array(0..<Int32(count))
    return Matching(
      table(records),
      settled: SettledRows(
        obligor: zip(records, leads ?? rows).map { $0.name.isEmpty ? -1 : max($1, 0) },
        lead: leads ?? rows,
        takenIn: rows.map { _ in 1 }, stated: stated ?? rows.map { _ in 1 },
        superseded: superseded ?? rows.map { _ in false }),
      home: try home())
  }

  private func versions(_ found: Matching) -> [[Int]] {
    found.leadJoins.filter { $0.rule == .newVersion }.map { [$0.earlier, $0.later] }
  }

  /// Kinds whose records have numbers of their own.
  static let numbered: [SourceKind] = [
    .inspection, .inspectorate, .emergency, .transfer, .complaint,
  ]

  @Test("a record that comes again with a change is a new version", arguments: numbered)
  func amended(kind: SourceKind) throws {
    let first = Said(name: name, number: "晋检〔2026〕7号", violation: "超标", kind: kind)
    var second = first
    second.number = "晋检[2026]7号"
    second.violation = "直排"
    let found = try matching([first, second])
    #expect(found.lead == [0, 0])
    #expect(found.newLeads == 0)
    #expect(versions(found) == [[0, 1]])
    #expect(found.review.isEmpty)
  }

  @Test("a person is the same one when the record comes again, though a name alone joins nobody")
  func person() throws {
    let first = Said(name: "张三", number: "TF-1001", violation: "采砂", kind: .transfer)
    var second = first
    second.violation = "采石"
    let found = try matching([first, second])
    #expect(found.obligor == [0, 0])
    #expect(versions(found) == [[0, 1]])
    // Another number is another matter, and perhaps another 张三.
    second.number = "TF-1002"
    let apart = try matching([first, second])
    #expect(apart.obligor[1] != 0)
    #expect(versions(apart).isEmpty)
  }

  @Test("one side may be without a party")
  func unnamed() throws {
    let named = Said(name: name, number: "TF-1001", kind: .complaint)
    let silent = Said(number: "TF-1001", violation: "异味", kind: .complaint)
    #expect(versions(try matching([named, silent])) == [[0, 1]])
    #expect(versions(try matching([silent, named])) == [[0, 1]])
  }

  @Test("another kind of source, another authority or a serial number is another record")
  func otherKeys() throws {
    let first = Said(name: name, authority: "原平分局", number: "TF-1001", kind: .inspection)
    var kind = first
    kind.kind = .transfer
    var authority = first
    authority.authority = "代县分局"
    #expect(versions(try matching([first, kind])).isEmpty)
    #expect(versions(try matching([first, authority])).isEmpty)
    for number in ["7", "007", "117"] {
      let row = Said(name: name, number: number, kind: .inspection)
      let again = Said(name: name, number: number, violation: "直排", kind: .inspection)
      #expect(versions(try matching([row, again])).isEmpty, "\(number)")
    }
  }

  @Test("records of one drop are no versions of each other, nor of what the drop itself states")
  func oneDrop() throws {
    let first = Said(name: name, number: "TF-1001", kind: .emergency)
    let second = Said(name: name, number: "TF-1001", violation: "续报", kind: .emergency)
    let both = try matching([first, second], settled: 0)
    #expect(versions(both).isEmpty)
    #expect(both.lead[0] == both.lead[1])
    let restated = try matching([first, second], stated: [SettledRows.thisDrop])
    #expect(versions(restated).isEmpty)
    #expect(restated.lead == [0, 0])
  }

  @Test("of the rows that were under one number, the one the drop does not repeat was changed")
  func partlyRestated() throws {
    let first = Said(name: name, number: "TF-1001", violation: "初报", kind: .emergency)
    let second = Said(name: name, number: "TF-1001", violation: "续报", kind: .emergency)
    let third = Said(name: name, number: "TF-1001", violation: "续报更正", kind: .emergency)
    let found = try matching(
      [first, second, third], settled: 2, stated: [SettledRows.thisDrop, 1], leads: [0, 0])
    #expect(versions(found) == [[1, 2]])
  }

  @Test("a record that could correct several joins their lead, and a person says which it corrects")
  func several() throws {
    let rows = ["初报", "续报", "更正"].map {
      Said(name: name, number: "TF-1001", violation: $0, kind: .emergency)
    }
    let found = try matching(rows, settled: 2, leads: [0, 0])
    #expect(versions(found).isEmpty)
    #expect(found.lead == [0, 0, 0])
    #expect(found.review.map(\.kind) == [.leadConflict])
    #expect(found.review.first?.question.contains("2 条") == true)
  }

  @Test("a number that was another party's opens a lead of its own, and a person is asked")
  func otherParty() throws {
    let first = Said(name: name, number: "TF-1001", kind: .inspection)
    let second = Said(name: other, number: "TF-1001", kind: .inspection)
    let found = try matching([first, second])
    #expect(versions(found).isEmpty)
    #expect(found.lead[1] != 0)
    #expect(found.review.map(\.kind) == [.leadConflict])
    #expect(found.review.first?.question == RecordVersionSearch.otherParty)
    // The question stays as long as nobody has answered it.
    let later = Matching(
      table([first, second]),
      settled: SettledRows(obligor: [0, 1], lead: [0, 1], takenIn: [1, 2], stated: [1, 2]),
      home: try home())
    #expect(later.review.map(\.question) == [RecordVersionSearch.otherParty])
  }

  @Test("two valid codes are two parties whatever the number")
  func otherCode() throws {
    let first = Said(name: name, credit: "91140900000000001A", number: "TF-1001")
    let second = Said(name: name, credit: "91140900000000002B", number: "TF-1001")
    let found = try matching([first, second])
    #expect(versions(found).isEmpty)
    #expect(found.lead[0] != found.lead[1])
    #expect(found.review.contains { $0.question == RecordVersionSearch.otherParty })
  }

  @Test("a third version follows the second, not the first it has replaced")
  func chain() throws {
    let rows = ["一", "二", "三"].map {
      Said(name: name, number: "TF-1001", violation: $0, kind: .inspection)
    }
    let found = try matching(rows, settled: 2, superseded: [true, false], leads: [0, 0])
    #expect(versions(found) == [[1, 2]])
  }

  @Test("a penalty decision is known by its number with its party, authority and site")
  func penalties() throws {
    let first = Said(
      name: name, permit: "A1", document: "忻环罚〔2026〕1号", authority: "原平分局", violation: "一",
      kind: .penalty)
    func amended(_ change: (inout Said) -> Void) throws -> Matching {
      var second = first
      second.violation = "二"
      change(&second)
      return try matching([first, second])
    }
    #expect(versions(try amended { _ in }) == [[0, 1]])
    #expect(versions(try amended { $0.permit = "" }) == [[0, 1]])
    #expect(versions(try amended { $0.authority = "" }) == [[0, 1]])
    #expect(versions(try amended { $0.name = "" }) == [[0, 1]])
    #expect(versions(try amended { $0.permit = "B2" }).isEmpty)
    #expect(versions(try amended { $0.authority = "代县分局" }).isEmpty)
    #expect(versions(try amended { $0.document = "忻环罚〔2026〕2号" }).isEmpty)
    let party = try amended {
      $0.name = other
      $0.permit = ""
    }
    #expect(versions(party).isEmpty)
    #expect(party.review.isEmpty, "a document may name several parties")
    // A number alone ties nothing.
    let bare = try amended {
      $0.name = ""
      $0.authority = ""
    }
    #expect(versions(bare).isEmpty)
  }

  @Test("an earlier case comes again as a new version of that case")
  func history() throws {
    let first = Said(name: name, number: "案-2025-9", violation: "一", kind: .history)
    var second = first
    second.violation = "二"
    let found = try matching([first, second], leads: [-1])
    #expect(found.lead == [-1, -1])
    let joins = found.obligorJoins.filter { $0.rule == .newVersion }
    #expect(joins.map { [$0.earlier, $0.later] } == [[0, 1]])
  }

  @Test("a number of more rows than can be told apart is no evidence, and costs no time")
  func crowded() throws {
    var rows = (0..<200).map { number in
      Said(name: name, number: "TF-1001", violation: "\(number)", kind: .inspection)
    }
    rows += (0..<5_000).map { number in
      Said(name: name, number: "TF-1001", violation: "新\(number)", kind: .inspection)
    }
    let found = try matching(rows, settled: 200, leads: Array(repeating: 0, count: 200))
    #expect(versions(found).isEmpty)
    #expect(found.review.isEmpty)
    #expect(Set(found.lead) == [0])
  }

  @Test("the order of a drop's rows changes nothing", arguments: [UInt64(3), 11])
  func permutation(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let settled = (0..<60).map { number in
      Said(
        name: [name, other, "张三"][number % 3], number: "TF-\(1000 + number)", violation: "旧",
        kind: Self.numbered[number % 5])
    }
    let new = (0..<60).map { number in
      Said(
        name: [name, other, ""][number % 3], number: "TF-\(1000 + number / 2 * 2)",
        violation: "新\(number)", kind: Self.numbered[number % 5])
    }
    func pairs(_ order: [Int]) throws -> Set<[String]> {
      let records = settled + order.map { new[$0] }
      let found = try matching(records, settled: settled.count)
      return Set(
        found.leadJoins.filter { $0.rule == .newVersion }.map {
          [records[$0.earlier].number, records[$0.later].violation]
        })
    }
    let straight = try pairs(Array(new.indices))
    #expect(!straight.isEmpty)
    #expect(try pairs(new.indices.shuffled(using: &generator)) == straight, "seed \(seed)")
  }
}
