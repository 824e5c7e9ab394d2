internal import Vocabulary

/// Which leads the page lists, each with its line and where its sources stand.
///
/// As many as the budget allows, the most urgent first: all of some thousands, of more those that need
/// a person. Rows come out in the report's order.
struct LeadListing {
  /// Bytes of the page that it never exceeds, whatever it is about.
  static let pageBudget = 5_900_000
  /// What the lines may take of it: about 8,000 leads; the rest is for grounds.
  static let lineBudget = 3_400_000

  let rows: [LeadRow]
  /// Indexes of the leads listed, the most urgent first.
  let order: [Int]
  /// For every lead of the report whether the list holds it.
  let isListed: [Bool]
  /// Bytes of the lines.
  let size: Int
  private let lines: HTMLWriter
  /// Where the line of each lead, and behind it the places of its sources, stand in `lines`.
  private let ranges: [(line: Range<Int>, places: Range<Int>)?]

  init(_ report: QuarterReport, traits: [LeadTraits]) {
    rows = zip(report.leads, traits).map { LeadRow(lead: $0, traits: $1) }
    var lines = HTMLWriter()
    var ranges = [(line: Range<Int>, places: Range<Int>)?](repeating: nil, count: rows.count)
    var order: [Int] = []
    var size = 0
    for lead in LeadListing.byUrgency(traits) {
      rows[lead].writeLine(into: &lines)
      let middle = lines.bytes.count
      rows[lead].writePlaces(into: &lines)
      guard lines.bytes.count <= LeadListing.lineBudget else { break }
      ranges[lead] = (size..<middle, middle..<lines.bytes.count)
      size = lines.bytes.count
      order.append(lead)
    }
    self.size = size
    self.order = order
    self.lines = lines
    self.ranges = ranges
    isListed = ranges.map { $0 != nil }
  }

  /// Writes the rows, each with its grounds where there are any, else with the places of its sources.
  func write(_ grounds: LeadGrounds, into html: inout HTMLWriter) {
    for (lead, range) in ranges.enumerated() {
      guard let range else { continue }
      html.append(lines.part(range.line))
      html.append(grounds.part(lead) ?? lines.part(range.places))
      rows[lead].writeClosing(into: &html)
    }
  }

  /// Bytes that the places of a lead's sources take, which its grounds replace.
  func placesSize(of lead: Int) -> Int { ranges[lead]?.places.count ?? 0 }

  /// Indexes of all leads, the most urgent first, in the report's order within one urgency.
  private static func byUrgency(_ traits: [LeadTraits]) -> [Int] {
    var groups = [[Int]](repeating: [], count: LeadTraits.calm + 1)
    for (index, lead) in traits.enumerated() { groups[lead.urgency].append(index) }
    return groups.flatMap(\.self)
  }
}

/// The grounds of the leads listed, for as many as the budget allows, the most urgent first, with the
/// blocks that say why conclusions are what they are.
struct LeadGrounds {
  private var text = HTMLWriter()
  /// Where the grounds of each lead stand in `text`; `nil` for a lead the budget did not reach.
  private var ranges: [Range<Int>?]
  private(set) var blocks: ConclusionBlocks
  /// Leads with their grounds.
  private(set) var count = 0

  /// Within a budget of bytes for grounds and blocks together.
  init(
    _ report: QuarterReport, of listing: LeadListing, deadlines: DeadlineDirectory,
    within budget: Int
  ) {
    blocks = ConclusionBlocks(citing: report.rules)
    ranges = Array(repeating: nil, count: report.leads.count)
    let matches = Dictionary(
      grouping: DataFile.orderedMatches(report).filter { $0.lead != nil }, by: \.lead)
    let refused = LeadGrounds.refusalsByLead(report)
    let single = LeadZones.single(report.layers)
    var spared = 0
    for lead in listing.order {
      let id = report.leads[lead].id
      let (start, end) = (text.bytes.count, (size: blocks.html.bytes.count, count: blocks.count))
      listing.rows[lead].writeGrounds(
        report.trace(lead), report.sideBySide(lead), matches: matches[id] ?? [],
        refused: refused[id] ?? [], deadlines: deadlines, single: single, blocks: &blocks,
        into: &text)
      spared += listing.placesSize(of: lead)
      guard text.bytes.count + blocks.html.bytes.count - spared <= budget else {
        blocks.cut(to: end.size, count: end.count)
        break
      }
      ranges[lead] = start..<text.bytes.count
      count += 1
    }
  }

  /// What was written for that lead; `nil` where the budget had ended.
  func part(_ lead: Int) -> HTMLPart? { ranges[lead].map { text.part($0) } }

  private static func refusalsByLead(_ report: QuarterReport) -> [LeadID: [RefusalEntry]] {
    var refused: [LeadID: [RefusalEntry]] = [:]
    for refusal in DataFile.orderedRefusals(report) {
      for lead in refusal.leads { refused[lead, default: []].append(refusal) }
    }
    return refused
  }
}
