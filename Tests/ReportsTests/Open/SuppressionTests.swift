import Testing
import Vocabulary

@testable import Reports

/// What can be worked out of published tables, by trying every table that fits them.
private struct Guesser {
  let counts: [Int]
  let sums: [CountNetwork.Sum]
  let shown: [OpenCount]
  /// Whether `<3` is read as one or two.
  let readsMarks: Bool
  private(set) var least: [Int]
  private(set) var most: [Int]
  private var values: [Int]

  init(_ counts: [Int], _ sums: [CountNetwork.Sum], _ shown: [OpenCount], readsMarks: Bool) {
    self.counts = counts
    self.sums = sums
    self.shown = shown
    self.readsMarks = readsMarks
    values = shown.map { $0.number ?? -1 }
    least = counts
    most = counts
    guess(shown.indices.filter { shown[$0].number == nil }[...])
  }

  private mutating func guess(_ open: ArraySlice<Int>) {
    guard let place = open.first else {
      for index in values.indices {
        least[index] = min(least[index], values[index])
        most[index] = max(most[index], values[index])
      }
      return
    }
    let top = counts.max() ?? 0
    let range = readsMarks && shown[place] == .fewerThanThree ? 1...2 : 0...top
    for value in range {
      values[place] = value
      if fits(place) { guess(open.dropFirst()) }
    }
    values[place] = -1
  }

  /// Whether the sums the place is in can still hold.
  private func fits(_ place: Int) -> Bool {
    sums.allSatisfy { sum in
      guard sum.whole == place || sum.parts.contains(place) else { return true }
      let known = sum.parts.filter { values[$0] >= 0 }
      let total = known.reduce(0) { $0 + values[$1] }
      guard values[sum.whole] >= 0 else { return true }
      return known.count == sum.parts.count
        ? total == values[sum.whole] : total <= values[sum.whole]
    }
  }
}

@Suite("Small counts") struct SuppressionTests {
  /// A whole that is told and its parts.
  private func divided(_ parts: [Int]) -> (counts: [Int], sums: [CountNetwork.Sum]) {
    (
      parts + [parts.reduce(0, +)],
      [CountNetwork.Sum(whole: parts.count, parts: Array(parts.indices))]
    )
  }

  private func check(
    _ counts: [Int], _ sums: [CountNetwork.Sum], _ shown: [OpenCount], _ comment: String
  ) {
    let plain = Guesser(counts, sums, shown, readsMarks: false)
    let marked = Guesser(counts, sums, shown, readsMarks: true)
    for place in counts.indices {
      switch shown[place] {
      case .exact(let number):
        #expect(number == counts[place] && !(1...2).contains(number), "\(comment): \(place)")
      case .withheld:
        #expect(plain.most[place] - plain.least[place] >= 3, "\(comment): \(place) \(shown)")
        #expect(marked.most[place] > marked.least[place], "\(comment): \(place) \(shown)")
      case .fewerThanThree:
        #expect((1...2).contains(counts[place]))
        #expect(plain.most[place] - plain.least[place] >= 3, "\(comment): \(place) \(shown)")
        #expect(
          marked.least[place] == 1 && marked.most[place] == 2, "\(comment): \(place) \(shown)")
      }
    }
  }

  @Test("no part that is not told can be worked out, whatever the parts")
  func parts() {
    var random = SplitMix(state: 7)
    for number in 0..<300 {
      let count = 2 + Int(random.next() % 5)
      let parts = (0..<count).map { _ in Int(random.next() % UInt64(number % 3 == 0 ? 3 : 6)) }
      let (counts, sums) = divided(parts)
      let whole = parts.reduce(0, +)
      guard whole > 2 || whole == 0 else { continue }
      let shown = Suppression.parts(parts, of: whole) + [.exact(whole)]
      check(counts, sums, shown, "\(parts)")
    }
  }

  @Test("no cell or margin of counties and dispositions can be worked out")
  func counties() {
    var random = SplitMix(state: 11)
    // Trying every table takes long; three counties are tried a few times, with few leads.
    for number in 0..<70 {
      let (count, limit): (Int, UInt64) = number % 10 == 0 ? (3, 3) : (2, 4)
      let rows = (0..<count).map { _ in
        (Int(random.next() % limit), Int(random.next() % limit))
      }
      let initiate = rows.reduce(0) { $0 + $1.0 }
      let rest = rows.reduce(0) { $0 + $1.1 }
      let other = rest / 2
      let all = initiate + rest
      guard all > 2 else { continue }
      let dispositions = Suppression.parts([initiate, other, rest - other], of: all)
      var counts = [all, initiate, other, rest - other]
      var sums = [CountNetwork.Sum(whole: 0, parts: [1, 2, 3])]
      for row in rows {
        sums.append(
          CountNetwork.Sum(whole: counts.count, parts: [counts.count + 1, counts.count + 2]))
        counts += [row.0 + row.1, row.0, row.1]
      }
      let places = rows.indices.map { 4 + 3 * $0 }
      sums.append(CountNetwork.Sum(whole: 0, parts: places))
      sums.append(CountNetwork.Sum(whole: 1, parts: places.map { $0 + 1 }))
      let decided = Dictionary(uniqueKeysWithValues: dispositions.enumerated().map { ($0 + 1, $1) })
      let told = Set([0] + decided.filter { $0.value.number != nil }.map(\.key))
      let shown = Suppression(counts, sums, told: told, decided: decided).shown
      check(counts, sums, shown, "\(rows)")
      #expect(Array(shown[1...3]) == dispositions)
    }
  }

  @Test("nothing is withheld where nothing is small, and nought is told")
  func plenty() {
    #expect(Suppression.parts([4, 0, 9], of: 13) == [.exact(4), .exact(0), .exact(9)])
    #expect(Suppression.parts([0, 0], of: 0) == [.exact(0), .exact(0)])
  }

  @Test("what is withheld with a small count is the smallest there is")
  func smallest() {
    #expect(
      Suppression.parts([1, 40, 7, 0], of: 48)
        == [.fewerThanThree, .exact(40), .withheld, .exact(0)])
    // Three that make up three are one each: none says that it is small but two at most.
    #expect(Suppression.parts([1, 1, 1], of: 3).contains(.withheld))
    // Of two leads nothing is told.
    #expect(Suppression.parts([2, 0], of: 2) == [.withheld, .withheld])
  }

  @Test("a province's table is decided in no time and stays useful")
  func province() throws {
    var random = SplitMix(state: 3)
    var fixture = PageFixture()
    fixture.leads = 3_000
    var report = try fixture.report()
    let codes = (1...117).compactMap { DivisionCode(number: 140_100 + $0) }
    report.counties = codes.map { CountyEntry(code: $0, name: "县\($0.number)") }
    for index in report.leads.indices {
      report.leads[index].county = codes[Int(random.next() % UInt64(codes.count))]
    }
    let counts = OpenCounts(ReportFigures(report))
    let cells = counts.counties.flatMap { [$0.all, $0.initiate, $0.others] }
    #expect(cells.count == 351)
    #expect(cells.count { $0.number != nil } > 200)
    #expect(counts.counties.allSatisfy { $0.all.number != nil })
  }
}
