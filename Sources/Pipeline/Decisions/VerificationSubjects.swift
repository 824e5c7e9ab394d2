internal import Ledger
internal import Vocabulary

/// The leads that results of checks can be about, and the records they are known by.
struct VerificationSubjects {
  /// A lead that was found.
  struct Found {
    /// Its place in the state, and what it is taken for by now.
    let place: Int
    let lead: LeadID
    /// The record that the lead is known by: the first that was its own, as long as it still is.
    let record: ContentHash
    /// Said where the id leads to another lead by now.
    let forwarded: Wording?
    /// The first day an act of the lead took place; `nil` if no record says.
    let occurrence: Day?
  }

  let state: QuarterState
  private let rowOfRecord: [Int64: Int]
  private let rowsOfLead: [[Int]]
  private let placeOfLead: [LeadID: Int]

  init(_ state: QuarterState) {
    self.state = state
    rowOfRecord = state.rowsByRecord()
    rowsOfLead = state.rowsByLead()
    placeOfLead = Dictionary(
      state.leads.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { $1 })
  }

  /// The lead of that id; `nil` for one the ledger does not have.
  func find(_ text: String, _ contents: borrowing LedgerContents) throws(Failure) -> Found? {
    guard let id = LeadID(text),
      let standing = try state.standing(id, contents, row: { rowOfRecord[$0] }),
      let place = placeOfLead[standing], let first = rowsOfLead[place].first
    else { return nil }
    let own = try contents.firstRecord(of: id).flatMap { rowOfRecord[$0] }
    // A record that was taken to another lead since speaks for that one.
    let row = own.flatMap { Int(state.leadOf[$0]) == place ? $0 : nil } ?? first
    let forwarded =
      standing == id
      ? nil : Wording(zh: "\(id) 已并入 \(standing)", en: "\(id) was merged into \(standing)")
    return Found(
      place: place, lead: standing, record: state.table.content[row], forwarded: forwarded,
      occurrence: rowsOfLead[place].compactMap { state.table.day(.occurrence, $0) }.min())
  }
}
