internal import Vocabulary

/// A measure of the matching on the drop in hand: known numbers of a part of its records are masked,
/// and what is found without them is compared with what they say.
///
/// Truth is one valid number under compatible names; a number under unrelated names is none. Of each
/// such obligor at most half the records are masked and at most `perObligor`, so that nobody who is
/// often fined decides the figure; which ones, their contents' hashes say. All other records, those
/// of the ledger among them, stay as they are: the masked ones have to be told apart from everybody
/// there is. What joins masked records to parties without a number cannot be judged and counts as
/// missed.
struct MaskedCodeCheck {
  /// How many records are masked at most, and of one obligor.
  static let limit = 20_000
  static let perObligor = 4

  /// By row, whose the record is by its number: 0 is unknown.
  private var identity: [UInt64]
  /// By kind, what was chosen.
  private(set) var figures = MaskedCodes.Kind.allCases.map { MaskedCodes($0) }
  /// By kind, the rows that are masked, ascending.
  private var masked: [[Int32]] = MaskedCodes.Kind.allCases.map { _ in [] }
  private let table: RankedRecords
  private let limit: Int

  /// Chooses what is masked; O(n · log n).
  init(
    _ table: RankedRecords, settledCount: Int, names: NameTable,
    limit: Int = MaskedCodeCheck.limit
  ) {
    self.table = table
    self.limit = limit
    identity = Array(repeating: 0, count: table.count)
    for (place, kind) in MaskedCodes.Kind.allCases.enumerated() {
      choose(place, kind.field, settledCount, names)
    }
  }

  /// Whether there is nothing to be masked.
  var isEmpty: Bool { masked.allSatisfy(\.isEmpty) }

  private mutating func choose(
    _ place: Int, _ field: TextField, _ settledCount: Int, _ names: NameTable
  ) {
    var order = KeyedOrder()
    for row in table.rows where identity[Int(row)] == 0 {
      let number = table.text(field, Int(row))
      guard !number.isMissing else { continue }
      identity[Int(row)] = UInt64(place + 1) << 32 | UInt64(number.number)
      order.add(UInt64(number.number), row)
    }
    order.sort()
    var chosen: [Int32] = []
    order.forEachRun { run in
      let named = run.filter { names.nameOfRow[Int($0)] >= 0 }
      guard let first = named.first, named.count > 1 else { return }
      guard named.allSatisfy({ areOne(first, $0, names) }) else {
        figures[place].contested += 1
        for row in run { identity[Int(row)] = 0 }
        return
      }
      figures[place].obligors += 1
      let own = named.filter { Int($0) >= settledCount && table.source[Int($0)] != .history }
      chosen += byContent(own).prefix(min(named.count / 2, MaskedCodeCheck.perObligor))
    }
    masked[place] = byContent(chosen).prefix(limit).sorted()
    figures[place].masked = masked[place].count
  }

  /// As good as by lot: rows themselves stand by city and name, and the first would be of one city.
  private func byContent(_ rows: [Int32]) -> [Int32] {
    rows.sorted { (table.content(Int($0)), $0) < (table.content(Int($1)), $1) }
  }

  private func areOne(_ left: Int32, _ right: Int32, _ names: NameTable) -> Bool {
    let (one, other) = (names.nameOfRow[Int(left)], names.nameOfRow[Int(right)])
    return one == other ? true : names.mayBeOne(one, other)
  }

  // MARK: - Masking

  /// The table with the numbers masked, and whatever would give them away.
  var maskedTable: RankedRecords {
    var copy = table
    for row in masked.joined().lazy.map(Int.init) {
      let code = table.texts.bytes(of: table.text(.creditCode, row))
      for field in MaskedCodeCheck.numbers where !table.text(field, row).isMissing {
        copy.mask(field, row)
      }
      // A pollutant permit's number begins with the code of its holder.
      let permit = table.texts.bytes(of: table.text(.permitNumber, row))
      if !code.isEmpty, permit.starts(with: code) { copy.mask(.permitNumber, row) }
    }
    return copy
  }

  private static let numbers: [TextField] = [
    .creditCode, .personID, .organisationCode, .registrationNumber, .weakCode,
  ]

  // MARK: - Comparing

  /// What became of the masked records; `obligor` is by row.
  func measured(obligor: [Int32], review: [ReviewItem]) -> [MaskedCodes] {
    let holder = holders(obligor)
    let asked = Set(review.compactMap(\.pair).flatMap { [$0.first, $0.second] })
    var figures = figures
    for place in masked.indices {
      for row in masked[place].lazy.map(Int.init) {
        let found = obligor[row] < 0 ? nil : holder[obligor[row]]
        if let found, found.identity == identity[row] {
          figures[place].found += 1
        } else if found != nil {
          figures[place].wrong += 1
        } else if asked.contains(table.content(row)) {
          figures[place].asked += 1
        }
      }
    }
    return figures
  }

  private struct Holder {
    /// 0 where two have as many records.
    var identity: UInt64
  }

  /// By obligor with two or more records of known identity, whose most of these are.
  private func holders(_ obligor: [Int32]) -> [Int32: Holder] {
    var order = KeyedOrder()
    for row in identity.indices where identity[row] != 0 && obligor[row] >= 0 {
      order.add(UInt64(obligor[row]), Int32(row))
    }
    order.sort()
    var holders: [Int32: Holder] = [:]
    order.forEachRun { run in
      var counts: [UInt64: Int] = [:]
      for row in run { counts[identity[Int(row)], default: 0] += 1 }
      let most = counts.values.max() ?? 0
      let first = counts.filter { $0.value == most }
      holders[obligor[Int(run[run.startIndex])]] = Holder(
        identity: first.count == 1 ? first.first?.key ?? 0 : 0)
    }
    return holders
  }
}

extension MaskedCodes.Kind {
  /// The column of the number.
  fileprivate var field: TextField {
    switch self {
    case .organisation: .creditCode
    case .person: .personID
    }
  }
}
