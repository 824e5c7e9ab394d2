internal import Reports
internal import Vocabulary

/// The names of those who reported, by row: what is told of a record hides them.
struct HiddenReporters {
  /// Fields in which people write in their own words.
  static let fields: [TextField] = [
    .place, .violation, .facts, .legalBasis, .penaltyContent, .eventName, .remarks,
  ]

  /// By lead, the cells that name reporters of any of its records.
  private var ofLead: [Int32: Set<TextID>] = [:]
  private let reporter: [TextID]
  private let leadOf: [Int32]
  /// The table with a mask for the names of each row's reporters in what people wrote; ids of texts stay.
  private(set) var table: RecordTable
  /// Of all records, for what was put into words earlier.
  private let everybody: ReporterNames

  /// The reporters of a state; linear in its rows and in the texts of leads that somebody reported.
  ///
  /// A table without such names is not copied.
  init(_ table: RecordTable, leadOf: [Int32]) {
    self.table = table
    self.leadOf = leadOf
    reporter = table.column(.reporter)
    for (row, cell) in reporter.enumerated() where !cell.isMissing && leadOf[row] >= 0 {
      ofLead[leadOf[row], default: []].insert(cell)
    }
    let cells = Set(reporter).subtracting([.missing]).map { table.texts.string($0) }
    // Who is a party is told as one.
    let parties =
      cells.isEmpty
      ? []
      : Set(table.column(.partyName)).map { table.texts.string($0) }
        .filter { ReporterNames.mark(in: $0) == nil }
    everybody = ReporterNames(cells, allowed: parties)
    mask()
  }

  private mutating func mask() {
    guard !reporter.isEmpty else { return }
    for row in 0..<table.count where ofLead[leadOf[row]] != nil || !reporter[row].isMissing {
      let names = names(row)
      guard !names.isEmpty else { continue }
      for field in HiddenReporters.fields where !table.text(field, row).isMissing {
        let text = table.string(field, row)
        let masked = names.masked(text)
        if masked != text { table.set(field, row, table.texts.intern(masked)) }
      }
      let party = table.string(.partyName, row)
      guard let mark = ReporterNames.mark(in: party) else { continue }
      let masked = party[..<mark] + names.masked(String(party[mark...]))
      if masked != party { table.set(.partyName, row, table.texts.intern(String(masked))) }
    }
  }

  /// A text that was put together of several records, without the names of any of their reporters.
  func masked(_ text: String) -> String { everybody.masked(text) }

  /// The same in both languages.
  func masked(_ words: Wording) -> Wording { everybody.masked(words) }

  /// Those who reported what the row's lead is about; of a row without a lead its own.
  ///
  /// A party's longer name that holds a reporter's stays whole, unless it says itself who reported.
  func names(_ row: Int) -> ReporterNames {
    guard !reporter.isEmpty else { return ReporterNames([]) }
    let cells = ofLead[leadOf[row]] ?? Set([reporter[row]]).subtracting([.missing])
    guard !cells.isEmpty else { return ReporterNames([]) }
    let names = cells.map { table.texts.string($0) }
    let party = table.string(.partyName, row)
    let isOwn = names.contains(party) || ReporterNames.mark(in: party) != nil
    return ReporterNames(names, allowed: isOwn ? [] : [party])
  }
}

extension QuarterState {
  /// The state as outputs may tell it: nobody who reported is named in what records say.
  var withoutReporters: QuarterState {
    var state = self
    state.hideReporters()
    return state
  }
}
