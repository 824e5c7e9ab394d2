/// Which counts of tables that are tied by sums everybody may know.
///
/// Counts of one or two are not told, and with them as many others as it takes that no count that is
/// not told can be worked out from those that are: by all sums and by no count being below nought, each
/// may lie in a stretch of at least three. Choosing is greedy: first where a sum lacks one count alone, the
/// smallest other of that sum; then where the stretch is too short.
struct Suppression {
  /// How long the stretch is that a count not told may lie in.
  static let stretch = 3

  private let counts: [Int]
  private let sums: [CountNetwork.Sum]
  /// Counts that are told in any case: the wholes that everything hangs on.
  private let told: Set<Int>
  /// Counts of which it was decided before, here and in other reports.
  private let decided: [Int: OpenCount]
  private var isWithheld: [Bool]

  /// By place, what of each count may be known.
  private(set) var shown: [OpenCount] = []

  /// Decides of all counts; none of `told` may be of one or two.
  ///
  /// Every count is in two sums at most, those of `told` apart. Cost: a few searches through the
  /// network for each count that is not told, and each count that is taken with it.
  init(
    _ counts: [Int], _ sums: [CountNetwork.Sum], told: Set<Int>,
    decided: [Int: OpenCount] = [:]
  ) {
    self.counts = counts
    self.sums = sums
    self.told = told
    self.decided = decided
    isWithheld = counts.indices.map { place in
      guard !told.contains(place) else { return false }
      return decided[place].map { $0.number == nil } ?? OpenCount.isSmall(counts[place])
    }
    withholdComplements()
    while let place = firstTooNarrow(), let other = nextComplement(near: place) {
      isWithheld[other] = true
      withholdComplements()
    }
    shown = counts.indices.map { place in
      guard isWithheld[place] else { return .exact(counts[place]) }
      return decided[place] ?? (OpenCount.isSmall(counts[place]) ? .fewerThanThree : .withheld)
    }
    unmark()
  }

  /// Where a sum lacks one count alone, another one of it is not told either.
  private mutating func withholdComplements() {
    var isDone = false
    while !isDone {
      isDone = true
      for sum in sums {
        let cells = [sum.whole] + sum.parts
        guard cells.count(where: { isWithheld[$0] }) == 1, let other = smallest(of: cells) else {
          continue
        }
        isWithheld[other] = true
        isDone = false
      }
    }
  }

  /// Of the counts that may yet be withheld the smallest that is not nought, or else a nought.
  private func smallest(of cells: [Int]) -> Int? {
    let free = cells.filter { !isWithheld[$0] && !told.contains($0) && decided[$0] == nil }
    func isSmaller(_ left: Int, _ right: Int) -> Bool {
      (counts[left], left) < (counts[right], right)
    }
    return free.filter { counts[$0] > 0 }.min(by: isSmaller) ?? free.min(by: isSmaller)
  }

  /// The first count that could be worked out too well.
  private func firstTooNarrow() -> Int? {
    let network = CountNetwork(
      counts, sums, isUnknown: { isWithheld[$0] }, range: { _ in 0...Int.max })
    return counts.indices.first { place in
      isWithheld[place]
        && network.reach(of: place, up: true, limit: Suppression.stretch)
          + network.reach(of: place, up: false, limit: Suppression.stretch) < Suppression.stretch
    }
  }

  /// Another count of the sums the place is in, or of those further away; the least of the sum whose
  /// withheld counts come to the least.
  private func nextComplement(near place: Int) -> Int? {
    var near: Set<Int> = [place]
    var seen: Set<Int> = []
    while true {
      let found = sums.indices.filter { sum in
        !seen.contains(sum) && ([sums[sum].whole] + sums[sum].parts).contains(where: near.contains)
      }
      guard !found.isEmpty else { return nil }
      let ordered = found.sorted { (withheldTotal($0), $0) < (withheldTotal($1), $1) }
      for sum in ordered {
        if let other = smallest(of: [sums[sum].whole] + sums[sum].parts) { return other }
      }
      seen.formUnion(found)
      for sum in found {
        near.formUnion(([sums[sum].whole] + sums[sum].parts).filter { isWithheld[$0] })
      }
    }
  }

  private func withheldTotal(_ sum: Int) -> Int {
    ([sums[sum].whole] + sums[sum].parts).reduce(0) { $0 + (isWithheld[$1] ? counts[$1] : 0) }
  }

  /// Takes the mark `<3` from counts that it would give away.
  ///
  /// Three of them that make up three are one each; such a count is withheld without saying that it is
  /// small.
  private mutating func unmark() {
    for place in counts.indices where shown[place] == .fewerThanThree && decided[place] == nil {
      let network = CountNetwork(counts, sums, isUnknown: { isWithheld[$0] }) { [shown] other in
        shown[other] == .fewerThanThree ? 1...2 : 0...Int.max
      }
      let isOpen = network.reach(of: place, up: counts[place] == 1, limit: 1) == 1
      if !isOpen { shown[place] = .withheld }
    }
  }
}

extension Suppression {
  /// What may be known of the parts of a whole that is told itself unless it is too small: then nothing.
  static func parts(_ parts: [Int], of whole: Int) -> [OpenCount] {
    guard !OpenCount.isSmall(whole) else { return parts.map { _ in .withheld } }
    let sum = CountNetwork.Sum(whole: parts.count, parts: Array(parts.indices))
    return Array(Suppression(parts + [whole], [sum], told: [parts.count]).shown.dropLast())
  }
}
