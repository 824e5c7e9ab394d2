internal import Vocabulary

/// Which leads the page lists, and how deep.
///
/// Below `fullListLimit` leads all are there with everything, whatever size that takes. From there on
/// only those that need a person, within a size that opens from any disk: first a line for every one,
/// then facts and grounds, the most urgent first in both, until the budget ends. Rows come out in the
/// report's order.
struct LeadListing {
  static let fullListLimit = 5_000
  /// Bytes of the list from that number of leads on; with the rest of the page below 6 MB.
  static let byteBudget = 4_600_000
  /// What the lines may take of it, so that the most urgent can be read in full.
  static let lineBudget = 2_500_000

  /// The rows, ready to be put into the page.
  let rows: HTMLWriter
  /// For every lead of the report whether the list holds it.
  let isListed: [Bool]
  /// Leads of the list.
  let listed: Int
  /// Leads of the list with their facts and grounds.
  let withGrounds: Int

  init(_ report: QuarterReport, traits: [LeadTraits]) {
    let names = CitedNames(report.rules)
    let rows = zip(report.leads, traits).enumerated().map {
      LeadRow(number: $0.offset + 1, lead: $0.element.0, traits: $0.element.1)
    }
    let matches = Dictionary(
      grouping: DataFile.orderedMatches(report).filter { $0.lead != nil }, by: \.lead)
    let refused = LeadListing.refusalsByLead(report)
    func writeGrounds(_ lead: Int, into html: inout HTMLWriter) {
      let id = report.leads[lead].id
      rows[lead].writeGrounds(
        report.trace(lead), citing: names, report.sideBySide(lead), matches: matches[id] ?? [],
        refused: refused[id] ?? [], into: &html)
    }
    var html = HTMLWriter()
    guard rows.count >= LeadListing.fullListLimit else {
      for lead in rows.indices {
        rows[lead].writeLine(into: &html)
        writeGrounds(lead, into: &html)
        rows[lead].writeClosing(into: &html)
      }
      self.rows = html
      isListed = rows.map { _ in true }
      listed = rows.count
      withGrounds = rows.count
      return
    }
    let lines = Round(
      LeadListing.byUrgency(traits), of: rows.count, within: LeadListing.lineBudget
    ) { rows[$0].writeLine(into: &$1) }
    let grounds = Round(
      lines.done, of: rows.count, within: LeadListing.byteBudget - lines.size,
      write: writeGrounds)
    for lead in rows.indices {
      guard let line = lines.part(lead) else { continue }
      html.append(line)
      if let part = grounds.part(lead) {
        html.append(part)
      } else {
        rows[lead].writeOmission("事实、结论和判定过程", into: &html)
      }
      rows[lead].writeClosing(into: &html)
    }
    self.rows = html
    isListed = rows.indices.map { lines.part($0) != nil }
    listed = lines.done.count
    withGrounds = grounds.done.count
  }

  private static func refusalsByLead(_ report: QuarterReport) -> [LeadID: [RefusalEntry]] {
    var refused: [LeadID: [RefusalEntry]] = [:]
    for refusal in DataFile.orderedRefusals(report) {
      for lead in refusal.leads { refused[lead, default: []].append(refusal) }
    }
    return refused
  }

  /// Indexes of the leads that need a person, the most urgent first, in the report's order within one
  /// urgency.
  private static func byUrgency(_ traits: [LeadTraits]) -> [Int] {
    var groups = [[Int]](repeating: [], count: LeadTraits.calm + 1)
    for (index, lead) in traits.enumerated() where lead.needsAttention {
      groups[lead.urgency].append(index)
    }
    return groups.flatMap(\.self)
  }
}

/// One round over some leads: the same part of each, for as many as the budget allows.
private struct Round {
  private let text: HTMLWriter
  /// Where the part of each lead stands in `text`; `nil` for a lead the budget did not reach.
  private let ranges: [Range<Int>?]
  /// The leads written, in the order they were given.
  let done: [Int]
  /// Bytes of the parts.
  let size: Int

  init(
    _ leads: [Int], of count: Int, within budget: Int, write: (Int, inout HTMLWriter) -> Void
  ) {
    var text = HTMLWriter()
    var ranges = [Range<Int>?](repeating: nil, count: count)
    var done: [Int] = []
    var end = 0
    for lead in leads {
      write(lead, &text)
      guard text.bytes.count <= budget else { break }
      ranges[lead] = end..<text.bytes.count
      end = text.bytes.count
      done.append(lead)
    }
    self.text = text
    self.ranges = ranges
    self.done = done
    size = end
  }

  /// What was written for that lead; `nil` if the budget had ended or the round was not about it.
  func part(_ lead: Int) -> HTMLPart? { ranges[lead].map { text.part($0) } }
}
