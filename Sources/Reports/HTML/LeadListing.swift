internal import Vocabulary

/// Which leads the page lists, and how deep, within a size that opens from any disk.
///
/// Up to `fullListLimit` leads all are listed, above it only those that need a person. Space is given
/// in rounds, the most urgent leads first in each: a line for every lead; everything about the leads
/// that need a person; facts and grounds of the others; their rule traces. A round ends where the
/// budget does. Rows come out in the report's order.
struct LeadListing {
  static let fullListLimit = 5_000
  /// Bytes of the list; with the remarks on what is left out and the rest of the page below 6 MB.
  static let byteBudget = 4_600_000
  /// What the lines may take of it above `fullListLimit`, so that the most urgent can be read in full.
  static let lineBudget = 2_500_000

  /// The rows, ready to be put into the page.
  let rows: HTMLWriter
  /// For every lead of the report whether the list holds it.
  let isListed: [Bool]
  /// Leads of the list.
  let listed: Int
  /// Leads of the list with their facts and grounds.
  let withGrounds: Int
  /// Leads of the list with their rule trace too.
  let withTrace: Int

  init(_ report: QuarterReport, traits: [LeadTraits]) {
    let rows = zip(report.leads, traits).map { LeadRow(lead: $0, traits: $1) }
    let isFull = rows.count <= LeadListing.fullListLimit
    let candidates = LeadListing.byUrgency(traits, onlyUrgent: !isFull)
    let lines = Round(
      candidates, of: rows.count, within: isFull ? LeadListing.byteBudget : LeadListing.lineBudget
    ) { rows[$0].writeLine(into: &$1) }
    var left = LeadListing.byteBudget - lines.size

    let urgent = Round(
      lines.done.filter { traits[$0].needsAttention }, of: rows.count, within: left
    ) { lead, html in
      rows[lead].writeGrounds(into: &html)
      rows[lead].writeTrace(report.trace(lead), into: &html)
    }
    left -= urgent.size
    let grounds = Round(
      lines.done.filter { !traits[$0].needsAttention }, of: rows.count, within: left
    ) { rows[$0].writeGrounds(into: &$1) }
    left -= grounds.size
    let traces = Round(grounds.done, of: rows.count, within: left) { lead, html in
      rows[lead].writeTrace(report.trace(lead), into: &html)
    }

    var html = HTMLWriter()
    for lead in rows.indices {
      guard let line = lines.part(lead) else { continue }
      html.append(line)
      for part in [urgent, grounds, traces].compactMap({ $0.part(lead) }) { html.append(part) }
      if urgent.part(lead) == nil, grounds.part(lead) == nil {
        rows[lead].writeOmission("事实、结论和判定过程", into: &html)
      } else if urgent.part(lead) == nil, traces.part(lead) == nil {
        rows[lead].writeOmission("判定过程", into: &html)
      }
      rows[lead].writeClosing(into: &html)
    }
    self.rows = html
    isListed = rows.indices.map { lines.part($0) != nil }
    listed = lines.done.count
    withGrounds = urgent.done.count + grounds.done.count
    withTrace = urgent.done.count + traces.done.count
  }

  /// Indexes of the leads, the most urgent first, in the report's order within one urgency.
  private static func byUrgency(_ traits: [LeadTraits], onlyUrgent: Bool) -> [Int] {
    var groups = [[Int]](repeating: [], count: LeadTraits.calm + 1)
    for (index, lead) in traits.enumerated() where !onlyUrgent || lead.needsAttention {
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
