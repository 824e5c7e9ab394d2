import Testing
import Vocabulary

@testable import MatchingTrial

/// What the names of the invented register have in common with those of the real one.
@Suite("The register behind invented drops")
struct TrialRegisterTests {
  /// The organisations that a business register has.
  private struct Register {
    let places: TrialPlaces
    let all: [TrialObligor]
    let entries: [TrialObligor]

    init(_ plan: String) throws {
      let drop = TrialDrop(try #require(TrialPlan.named(plan, records: 24_000)))
      places = drop.places
      all = drop.obligors
      entries = all.filter { [.enterprise, .branch, .cooperative].contains($0.kind) }
    }

    func share(_ isMeant: (TrialObligor) -> Bool) -> Double {
      Double(entries.count(where: isMeant)) * 100 / Double(entries.count)
    }

    func city(_ one: TrialObligor) -> Int { places.counties[Int(one.site.county)].city }
  }

  @Test("no two obligors have one code") func codesDiffer() throws {
    let drop = TrialDrop(try #require(TrialPlan.named("tuning", records: 8000)))
    #expect(Set(drop.obligors.map { $0.code(drop) }).count == drop.obligors.count)
  }

  @Test(
    "forms, branches, brackets and regions have their shares", arguments: ["tuning", "held-out"])
  func sharesHold(plan: String) throws {
    let register = try Register(plan)
    let limited = register.share { $0.form == "有限公司" && $0.tail.isEmpty }
    #expect((54...70).contains(limited), "\(limited)")
    let long = register.share { $0.form == "有限责任公司" && $0.tail.isEmpty }
    #expect((5...10).contains(long), "\(long)")
    let cooperatives = register.share { $0.kind == .cooperative }
    #expect((4...8).contains(cooperatives), "\(cooperatives)")
    let branches = register.share { $0.kind == .branch }
    #expect((7...10.5).contains(branches), "\(branches)")
    let brackets = register.share { $0.name.contains("（") }
    #expect((1.2...3.2).contains(brackets), "\(brackets)")
    let regions = register.share { !$0.region.isEmpty && !$0.isRegionInside }
    #expect((70...90).contains(regions), "\(regions)")
    let lengths = register.entries.map(\.name.count).sorted()
    #expect((11...15).contains(lengths[lengths.count / 2]))
    #expect(
      (18...26).contains(lengths[lengths.count * 99 / 100]), "\(lengths[lengths.count * 99 / 100])")
  }

  @Test(
    "neighbours one character apart in a city are as many as in the real register",
    arguments: ["tuning", "held-out"])
  func neighbourDensity(plan: String) throws {
    let register = try Register(plan)
    var byKey: [String: Set<Int>] = [:]
    for (number, one) in register.entries.enumerated() {
      let name = Array(one.name)
      let city = register.city(one)
      for place in name.indices {
        var rest = name
        rest[place] = "*"
        byKey["\(city)\(String(rest))", default: []].insert(number)
        rest.remove(at: place)
        byKey["\(city)-\(String(rest))", default: []].insert(number)
      }
      byKey["\(city)-\(one.name)", default: []].insert(number)
    }
    var pairs: Set<[Int]> = []
    for (key, group) in byKey where group.count > 1 {
      let sorted = group.sorted()
      for (place, left) in sorted.enumerated() {
        for right in sorted[(place + 1)...] {
          let lengths = (register.entries[left].name.count, register.entries[right].name.count)
          // Two names that lose a character each are only neighbours if one of them is whole.
          if key.contains("*") || abs(lengths.0 - lengths.1) == 1 { pairs.insert([left, right]) }
        }
      }
    }
    let share = Double(Set(pairs.joined()).count) * 100 / Double(register.entries.count)
    #expect((12...15).contains(share), "\(share)")
    func percent(_ likeness: TrialObligor.Likeness) -> Double {
      let count = pairs.count {
        register.entries[$0[0]].likeness == likeness && register.entries[$0[1]].likeness == likeness
      }
      return Double(count) * 100 / Double(pairs.count)
    }
    #expect((5...13).contains(percent(.numeral)), "\(percent(.numeral))")
    #expect((0.4...2).contains(percent(.direction)), "\(percent(.direction))")
    #expect((0.2...1.4).contains(percent(.homophone)), "\(percent(.homophone))")
  }

  @Test("cores collide as often as in the real register", arguments: ["tuning", "held-out"])
  func coreCollisions(plan: String) throws {
    let register = try Register(plan)
    // A branch has its parent's core; the measure is of firms.
    let firms = register.entries.filter { $0.kind != .branch }
    let groups = Dictionary(grouping: firms) { "\(register.city($0)) \($0.core)" }
    let colliding = groups.values.filter { $0.count > 1 }.reduce(0) { $0 + $1.count }
    let share = Double(colliding) * 100 / Double(firms.count)
    #expect((1.5...3).contains(share), "\(share)")
  }

  @Test("a branch has its parent, sisters share owner and address") func familiesExist() throws {
    let register = try Register("tuning")
    let names = Set(register.all.map(\.name))
    for branch in register.entries where branch.kind == .branch {
      #expect(names.contains(String(branch.name.dropLast(branch.tail.count))))
    }
    let sisters = register.entries.filter { $0.likeness == .sister }
    #expect(sisters.count > 50)
    let owners = Dictionary(grouping: sisters) {
      "\($0.representative) \($0.brand) \($0.site.parts)"
    }
    #expect(owners.values.filter { $0.count > 1 }.count > 50)
    let shops = Dictionary(grouping: register.all.filter { $0.kind == .soleTrader }, by: \.name)
    #expect(shops.values.contains { $0.count > 2 })
  }
}
