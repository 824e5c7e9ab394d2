import Intake
import Testing
import Vocabulary

@testable import MatchingTrial

@Suite("Invented drops with truth")
struct TrialDropTests {
  private static func drop(
    _ name: String = "tuning", records: Int = 3000, skew: TrialPlan.Skew = .none
  ) throws -> TrialDrop {
    TrialDrop(try #require(TrialPlan.named(name, records: records, skew: skew)))
  }

  private static func files(_ drop: TrialDrop) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    drop.write { files[$0, default: []] += $1 }
    return files
  }

  @Test("an equal plan gives equal bytes, and each plan others")
  func isDeterministic() throws {
    let first = Self.files(try Self.drop(records: 800))
    #expect(first == Self.files(try Self.drop(records: 800)))
    #expect(first != Self.files(try Self.drop("held-out", records: 800)))
    #expect(first.count == TrialSource.allCases.count + 1)
  }

  @Test("a plan nobody knows is none") func unknownPlan() {
    #expect(TrialPlan.named("other") == nil)
    #expect(TrialPlan.names.allSatisfy { TrialPlan.named($0) != nil })
  }

  @Test("every record has its truth, every lead one obligor and one to four records")
  func truthAddsUp() throws {
    let drop = try Self.drop()
    let (table, truth) = drop.table()
    #expect(table.count == drop.count && truth.count == drop.count)
    #expect((3000..<3010).contains(drop.count))
    var next = [Int](repeating: 1, count: drop.paths.count)
    var obligorOfLead: [Int32: Int32] = [:]
    var recordsOfLead: [Int32: Int] = [:]
    for row in truth.indices {
      let one = truth[row]
      #expect(one.record == next[one.file] && table.record[row] == Int32(one.record))
      #expect(table.files[Int(table.file[row])] == drop.paths[one.file])
      next[one.file] += 1
      recordsOfLead[one.lead, default: 0] += 1
      guard one.obligor >= 0 else { continue }
      #expect(obligorOfLead[one.lead, default: one.obligor] == one.obligor)
      obligorOfLead[one.lead] = one.obligor
    }
    #expect(recordsOfLead.values.allSatisfy { (1...4).contains($0) })
    #expect(recordsOfLead.count == drop.events.count)
  }

  @Test("the files have a line a record, and truth.csv names it")
  func filesHaveTheirRecords() throws {
    let drop = try Self.drop(records: 800)
    let files = Self.files(drop)
    let (table, truth) = drop.table()
    let lines = files.mapValues { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
    let truthLines = try #require(lines["truth.csv"])
    #expect(truthLines.count == drop.count + 1)
    for row in truth.indices {
      let path = drop.paths[truth[row].file]
      let line = try #require(lines[path])[truth[row].record]
      #expect(line.contains(table.string(.partyName, row)))
      let obligor = truth[row].obligor < 0 ? "" : "\(truth[row].obligor)"
      #expect(
        truthLines[row + 1].hasPrefix(
          "\(path),\(truth[row].record),\(truth[row].record + 1),\(obligor),\(truth[row].lead),"))
    }
  }

  @Test("the built-in profiles read every column as the drop means it")
  func profilesKnowTheColumns() throws {
    let library = try ProfileLibrary.load()
    for source in TrialSource.allCases {
      let profile = try #require(library.profiles.first { $0.kind == source.kind })
      for (title, field) in source.columns {
        let entry = profile.entries.first { $0.field == field }
        let titles = (entry?.titles ?? []) + (entry?.otherwise ?? [])
        #expect(titles.contains(title), "\(title) as \(field.name) in \(profile.id)")
      }
      let fields = source.columns.map(\.field)
      #expect(profile.required.allSatisfy { fields.contains($0) })
    }
  }

  @Test("records are damaged as often as the rates say", arguments: ["tuning", "held-out"])
  func ratesHold(plan: String) throws {
    let drop = try Self.drop(plan, records: 20_000)
    let (table, truth) = drop.table()
    func perMille(_ count: Int) -> Int { count * 1000 / table.count }
    func missing(_ field: TextField) -> Int {
      perMille((0..<table.count).count { table.text(field, $0).isMissing })
    }
    let coded = (0..<table.count).filter {
      !table.text(.creditCode, $0).isMissing || !table.text(.personID, $0).isMissing
    }
    let without = 1000 - perMille(coded.count)
    // A code that is mistyped is none for those who read it.
    #expect(abs(without - TrialRates.withoutCode - TrialRates.mistypedCode) < 20, "\(without)")
    let foreign = coded.count { row in
      guard truth[row].obligor >= 0 else { return false }
      let code = drop.obligors[Int(truth[row].obligor)].code(drop)
      return table.string(.creditCode, row) != code && table.string(.personID, row) != code
    }
    #expect((1...6).contains(perMille(foreign)), "\(foreign)")
    #expect(abs(missing(.place) - TrialRates.withoutAddress) < 12, "\(missing(.place))")
    let representative = missing(.legalRepresentative)
    #expect(abs(representative - TrialRates.withoutRepresentative) < 25, "\(representative)")
  }

  @Test("names are damaged as often as the rates say") func nameRatesHold() throws {
    let drop = try Self.drop(records: 20_000)
    let (table, truth) = drop.table()
    var (unchanged, homophones, mistyped) = (0, 0, 0)
    for row in truth.indices where truth[row].obligor >= 0 {
      let real = Array(drop.obligors[Int(truth[row].obligor)].name.filter { !"（）()".contains($0) })
      let stated = Array(table.string(.partyName, row).filter { !"（）()".contains($0) })
      if real == stated { unchanged += 1 }
      guard real.count == stated.count else { continue }
      let places = real.indices.filter { real[$0] != stated[$0] }
      guard places.count == 1, let place = places.first else { continue }
      mistyped += 1
      if TrialWords.homophones[real[place]]?.contains(stated[place]) == true { homophones += 1 }
    }
    // Some faults leave a name as it is: a form that has no other, a region that is not there.
    let share = unchanged * 1000 / table.count
    #expect((830...890).contains(share), "\(share)")
    #expect((24...34).contains(mistyped * 1000 / table.count), "\(mistyped)")
    #expect((70...86).contains(homophones * 100 / max(mistyped, 1)), "\(homophones) of \(mistyped)")
  }

  @Test("a skewed drop has the block it is made for") func skewIsThere() throws {
    let government = try Self.drop(records: 2000, skew: .government).table().truth
    let most = Dictionary(grouping: government, by: \.obligor).values.map(\.count).max() ?? 0
    #expect(most > 800)
    let traders = try Self.drop(records: 2000, skew: .soleTrader).table().table
    #expect((0..<traders.count).count { traders.string(.partyName, $0) == "个体户" } > 700)
    let shared = try Self.drop(records: 2000, skew: .sharedCode)
    #expect(Set(shared.obligors.map { $0.code(shared) }).count * 40 < shared.obligors.count)
  }
}
