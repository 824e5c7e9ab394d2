internal import Matching
internal import Vocabulary

/// Which obligors of a state are branches of which, in words; one word for a branch and its parent
/// everywhere.
struct BranchTerms {
  private let links: BranchLinks
  private let state: QuarterState
  /// By obligor's place, the first row that names it; -1 for none.
  private var namedRow: [Int]

  /// O(rows · log rows).
  init(_ state: QuarterState) {
    self.state = state
    links = BranchLinks(state.table, obligor: state.obligorOf)
    namedRow = Array(repeating: -1, count: state.obligors.count)
    for row in 0..<state.table.count where state.obligorOf[row] >= 0 {
      let obligor = Int(state.obligorOf[row])
      if namedRow[obligor] < 0, !state.table.text(.partyName, row).isMissing {
        namedRow[obligor] = row
      }
    }
  }

  /// The obligor whose branch this one is, by id and name; `nil` if it is none, or nobody knows whose.
  func parent(of obligor: Int32) -> String? { links.parents[obligor].map(term) }

  /// The obligor's branches, by id and name, in the order of ids.
  func branches(of obligor: Int32) -> [String] {
    links.parents.filter { $0.value == obligor }.map(\.key).sorted().map(term)
  }

  private func term(_ obligor: Int32) -> String {
    let row = namedRow[Int(obligor)]
    let name = row < 0 ? "" : state.table.string(.partyName, row)
    return "\(state.obligors[Int(obligor)]) \(PersonalNumbers.masked(name))"
  }
}
