/// The source records of one lead as the page numbers them: its own from 1 on, then others that its
/// trace cites.
struct LeadRecords {
  /// The lead's number in the page, which begins the anchors of its records.
  private let lead: Int
  private var numbers: [String: Int] = [:]
  /// The records that the list of sources does not show and that were cited, by number.
  private(set) var unlisted: [(number: Int, place: TraceEntry.RecordPlace)] = []
  private let listed: Int
  private var count: Int

  /// For a lead that shows the first so many of its sources.
  init(_ sources: [SourceEntry], ofLead lead: Int, listed: Int) {
    self.lead = lead
    self.listed = listed
    count = sources.count
    for (place, source) in sources.enumerated() where numbers[source.name] == nil {
      numbers[source.name] = place + 1
    }
  }

  /// The number of a record, which is then among `unlisted` if the list of sources lacks it.
  mutating func number(_ place: TraceEntry.RecordPlace) -> Int {
    let known = numbers[place.name]
    if let known, known <= listed { return known }
    if known == nil { count += 1 }
    let number = known ?? count
    numbers[place.name] = number
    if !unlisted.contains(where: { $0.number == number }) { unlisted.append((number, place)) }
    return number
  }

  /// The number of a record that the list of sources shows; `nil` for any other.
  func listedNumber(_ name: String) -> Int? {
    numbers[name].flatMap { $0 <= listed ? $0 : nil }
  }

  /// The anchor of the record with that number: `s12.3`.
  func anchor(_ number: Int) -> String { "s\(lead).\(number)" }
}
