internal import Vocabulary

/// The names on a map, as many as have room beside one another and beside the marks.
///
/// The widest areas come first, counties last; a county's name stands among its leads.
struct MapLabels {
  /// A name with the middle of its line, in pixels.
  struct Label {
    let text: String
    let x: Double
    let y: Double
    let isCounty: Bool
  }

  /// A rectangle in pixels.
  struct Box {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    func meets(_ other: Box) -> Bool {
      left < other.right && right > other.left && top < other.bottom && bottom > other.top
    }
  }

  private struct Candidate {
    let text: String
    let x: Double
    let y: Double
    /// How wide the area is; none for a county.
    let room: Double?
  }

  static let size = 11.5
  private static let limit = 40
  /// Areas narrower than this have no name, in pixels.
  private static let leastRoom = 10.0
  /// Characters of a name that are shown.
  private static let length = 18
  /// Leads of a county that give a place for its name.
  private static let leastLeads = 3

  let labels: [Label]

  /// The labels of a map; `taken` is what must stay free.
  init(_ map: QuarterMap, leads: [LeadEntry], taken: [Box]) {
    var boxes = taken
    var labels: [Label] = []
    for candidate in MapLabels.areas(map) + MapLabels.counties(map, leads) {
      guard labels.count < MapLabels.limit else { break }
      let half = MapLabels.width(of: candidate.text) / 2
      guard 2 * half < Double(map.width) - 12 else { continue }
      let middle = min(max(candidate.x, half + 6), Double(map.width) - half - 6)
      let fitting = MapLabels.shifts(of: candidate, half: half).lazy.compactMap {
        shift -> (Double, Box)? in
        let height = candidate.y + shift
        guard height > 12, height < Double(map.height) - 12 else { return nil }
        return (
          height,
          Box(
            left: middle - half - 2, top: height - 7, right: middle + half + 2, bottom: height + 7)
        )
      }.first { candidate in !boxes.contains { $0.meets(candidate.1) } }
      guard let (height, box) = fitting else { continue }
      boxes.append(box)
      labels.append(
        Label(text: candidate.text, x: middle, y: height, isCounty: candidate.room == nil))
    }
    self.labels = labels
  }

  /// How far the name may stand above or below its point, in pixels, in the order they are tried.
  ///
  /// Beside an area that is too narrow for it, so as not to hide it, and never so far that it would
  /// seem to be another's; a county's name may lie further from its leads.
  private static func shifts(of candidate: Candidate, half: Double) -> [Double] {
    guard let room = candidate.room else {
      return [0, -15, 15, -24, 24, -34, 34, -46, 46, -60, 60]
    }
    if room < half { return [-room / 2 - 10, room / 2 + 10, -room / 2 - 18, room / 2 + 18] }
    return [0, -15, 15, -24, 24, -34, 34]
  }

  /// Names with a point of their area; an unnamed area stands for its layer, once.
  private static func areas(_ map: QuarterMap) -> [Candidate] {
    let candidates = map.outlines.flatMap { outline in
      let unnamed = outline.areas.filter(\.name.isEmpty).max {
        ($0.label?.room ?? 0) < ($1.label?.room ?? 0)
      }
      let named = outline.areas.filter { !$0.name.isEmpty }
      return (named.map { ($0, $0.name) } + [unnamed].compactMap(\.self).map { ($0, outline.name) })
        .compactMap { area, name in
          area.label.map { label in
            Candidate(
              text: Problem.printable(name, limit: length), x: Double(label.x) / 10,
              y: Double(label.y) / 10, room: Double(label.room) / 10)
          }
        }
    }.filter { ($0.room ?? 0) >= leastRoom }
    return candidates.enumerated().sorted {
      ($1.element.room ?? 0, $0.offset) < ($0.element.room ?? 0, $1.offset)
    }.map(\.element)
  }

  /// Counties at the middle of their leads, in the order of their codes.
  private static func counties(_ map: QuarterMap, _ leads: [LeadEntry]) -> [Candidate] {
    let groups = Dictionary(grouping: map.marks) { leads[$0.lead].county?.number ?? 0 }
    return groups.sorted { $0.key < $1.key }.compactMap { _, marks in
      let name = leads[marks[0].lead].countyName
      guard !name.isEmpty, marks.count >= leastLeads else { return nil }
      return Candidate(
        text: Problem.printable(name, limit: length), x: marks.map(\.x).sorted()[marks.count / 2],
        y: marks.map(\.y).sorted()[marks.count / 2], room: nil)
    }
  }

  /// About as wide as the text is drawn: a character beyond Latin is as wide as high.
  private static func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 0.6 : 1) } * size
  }
}
