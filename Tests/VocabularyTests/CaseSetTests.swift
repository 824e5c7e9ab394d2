import Testing
import Vocabulary

@Suite("Sets of channels and media")
struct CaseSetTests {
  @Test("hold what was put in, in the declared order")
  func order() {
    let set = ChannelSet(.procuratorate, .inspectorate, .penalty, .penalty)
    #expect(set.cases == [.inspectorate, .penalty, .procuratorate])
    #expect(set.count == 3)
    #expect(!set.contains(.other))
  }

  @Test("tell every medium from every other", arguments: Medium.allCases)
  func single(medium: Medium) {
    let set = MediumSet(medium)
    #expect(set.cases == [medium])
    #expect(MediumSet(bits: set.bits) == set)
    #expect(Medium.allCases.filter { set.contains($0) } == [medium])
  }

  @Test("have room for every case")
  func room() {
    #expect(Medium.allCases.allSatisfy { $0.rawValue < 32 })
    #expect(Channel.allCases.allSatisfy { $0.rawValue < 32 })
  }

  @Test("behave as sets do")
  func algebra() {
    var random = SeededGenerator(state: 7)
    for _ in 0..<2000 {
      let first = Set(Medium.allCases.filter { _ in Bool.random(using: &random) })
      let second = Set(Medium.allCases.filter { _ in Bool.random(using: &random) })
      var one = MediumSet()
      for medium in first { one.insert(medium) }
      var other = MediumSet()
      for medium in second { other.insert(medium) }
      #expect(Set(Medium.allCases.filter(one.contains)) == first)
      one.formUnion(other)
      #expect(Set(one.cases) == first.union(second))
      #expect(one.count == first.union(second).count)
      #expect(one.isEmpty == first.union(second).isEmpty)
    }
  }
}

@Suite("Kinds and channels")
struct SourceKindTests {
  @Test("of source come back from their names and have a channel, but for history")
  func kinds() {
    for kind in SourceKind.allCases {
      #expect(SourceKind(name: kind.name) == kind)
      #expect((kind.channel == nil) == (kind == .history))
    }
    #expect(SourceKind(name: "Inspection") == nil)
  }

  @Test("are C01 to C10 in their order")
  func channels() {
    #expect(
      Channel.allCases.map(\.code)
        == ["C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C10"])
    for channel in Channel.allCases { #expect(Channel(code: channel.code) == channel) }
    #expect(Channel(code: "C1") == nil)
  }

  @Test("of disposition fall back on initiating only from review")
  func dispositions() {
    #expect(Disposition.allCases.filter { $0.fallback != nil } == [.review])
    #expect(Disposition.review.fallback == .initiate)
    #expect(Disposition.allCases.filter(\.isSettled) == [.excluded, .closeNoDamage])
  }

  @Test("of medium each have a department, but for others")
  func departments() {
    #expect(Medium.allCases.filter { $0.proposedDepartment == nil } == [.other])
    #expect(Set(Medium.allCases.map(\.term)).count == Medium.allCases.count)
  }
}
