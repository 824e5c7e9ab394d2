internal import Vocabulary

/// What was equal between two records, in English.
///
/// The ledger keeps it in Chinese alone, and keeps the records: so the words are made again from the
/// rule and from what the two records say. They name what the Chinese ones name, values as stated; a
/// person's number never appears.
struct JoinWords {
  private let table: RecordTable
  private let earlier: Int
  private let later: Int

  init(_ join: Join, _ table: RecordTable) {
    self.table = table
    earlier = join.earlier
    later = join.later
  }

  /// What `rule` found equal.
  func text(_ rule: JoinRule) -> String {
    matter(rule).map { "\($0); \(names)" } ?? names
  }

  /// `name A`, or `names A / B` where the two are written differently.
  var names: String {
    let (one, other) = (table.string(.partyName, earlier), table.string(.partyName, later))
    guard one != other else { return one.isEmpty ? "no name" : "name \(one)" }
    return "names \(one.isEmpty ? "none" : one) / \(other.isEmpty ? "none" : other)"
  }

  /// What the rule rests on beside the names; `nil` for nothing.
  private func matter(_ rule: JoinRule) -> String? {
    switch rule {
    case .creditCode: "credit code \(stated(.creditCode))"
    case .personID: "equal person ids"
    case .permitNumber: "permit number \(stated(.permitNumber))"
    case .registrationNumber: "registration number \(stated(.registrationNumber))"
    case .organisationCode: "organisation code \(stated(.organisationCode))"
    case .nameAndAddress: "addresses \(both(.place))"
    case .documentNumber: "document \(stated(.documentNumber))"
    case .recordNumber: recordNumber
    case .sameEvent: "day of occurrence \(day(of: later)?.description ?? "unknown")"
    case .citedNumber: citation
    case .sameSite, .repeatedComplaint: "\(site(of: earlier)) / \(site(of: later))"
    case .newVersion:
      isKnownByDocument ? "document \(stated(.documentNumber))" : recordNumber
    case .wholeName, .mistypedCode, .weighedEvidence, .person: nil
    }
  }

  /// What the later record states of a field, else the earlier one.
  private func stated(_ field: TextField) -> String {
    let text = table.string(field, later)
    return text.isEmpty ? table.string(field, earlier) : text
  }

  private func both(_ field: TextField) -> String {
    "\(table.string(field, earlier)) / \(table.string(field, later))"
  }

  private var recordNumber: String {
    "number \(table.string(.recordNumber, later)) of \(table.source[later].wording.en)"
  }

  /// Decisions are known by their document, as is what has no number.
  private var isKnownByDocument: Bool {
    table.text(.recordNumber, later).isMissing || table.source[later] == .penalty
  }

  /// What the one bears and the other cites.
  private var citation: String {
    let documents = [earlier, later].map { table.string(.documentNumber, $0) }
      .filter { !$0.isEmpty }
    return documents.isEmpty
      ? "cited number \(both(.recordNumber))"
      : "cited document \(documents.joined(separator: " / "))"
  }

  private func day(of row: Int) -> Day? {
    table.day(.occurrence, row) ?? table.day(.discovery, row)
  }

  /// Source, day and place of what a record tells.
  private func site(of row: Int) -> String {
    let day = day(of: row) ?? table.day(.reportReceived, row)
    let place = table.string(.place, row)
    return "\(table.source[row].wording.en) \(day?.description ?? "no day") "
      + (place.isEmpty ? "no place" : place)
  }
}
