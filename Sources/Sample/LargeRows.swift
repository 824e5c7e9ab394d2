import Vocabulary

/// Writes the rows of a large drop as bytes.
struct LargeRows {
  let draws: LargeDraws
  var bytes: [UInt8] = []
  /// The days from the quarter's first to two months after its last, written out.
  let days: [[UInt8]]
  private let lastDay: Int

  init(draws: LargeDraws) {
    self.draws = draws
    let first = draws.quarter.firstDay
    lastDay = draws.quarter.lastDay.days(since: first)
    days = (0..<lastDay + 62).map { Array(first.adding(days: $0).description.utf8) }
  }

  mutating func appendHeader() {
    let columns =
      switch draws.source {
      case .inspection: Layouts.inspectionColumns
      case .penalty: Layouts.penalty(draws.quarter).columns
      case .complaint: Layouts.complaint(draws.quarter).columns
      }
    bytes.append(contentsOf: columns.map(\.title).joined(separator: ",").utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends the record, counted from 0.
  ///
  /// Half of the repeats are the earlier row once more, byte for byte; the others are written anew.
  mutating func append(_ record: Int) {
    let original = draws.original(of: record)
    let isCopy = original != record && draws.draw(record: record, .texts) & 1 == 0
    let row = LargeRecord(isCopy ? original : record, draws)
    switch draws.source {
    case .inspection: appendInspection(row)
    case .penalty: appendPenalty(row)
    case .complaint: appendComplaint(row)
    }
    bytes[bytes.count - 1] = UInt8(ascii: "\n")
  }

  private mutating func appendInspection(_ row: LargeRecord) {
    let county = row.obligor.county
    number("JC", row)
    recordedDay(row.discovered, row)
    field(LargeWords.authorities[county][row.harm])
    field(LargeWords.counties[county])
    name(row)
    code(row)
    representative(row)
    place(row)
    point(row)
    field(row.fault == .otherDatum ? "GCJ-02" : "CGCS2000")
    field(LargeWords.violations[row.harm])
    facts(row, opening: LargeWords.procedures[row.record % 3])
    field(LargeWords.media[row.harm])
    day(row.occurred)
    field(row.texts & 1 == 0 ? "是" : "否")
    if row.texts & 1 == 0 { day(row.discovered + 20) } else { field("") }
    field(row.texts & 6 == 0 ? "是" : "")
    field(row.texts & 7 == 0 ? "义务人自行修复" : "")
    document(row)
    field("")
    damage(row)
    field(row.damage == nil ? "" : row.texts & 8 == 0 ? "专家评估" : "综合认定")
    field("")
    field(row.texts & 48 == 0 ? "否" : "")
    if row.fault == .fieldTooMany { field("") }
    field("")
  }

  private mutating func appendPenalty(_ row: LargeRecord) {
    let county = row.obligor.county
    name(row)
    field(row.obligor.isPerson ? "自然人" : "法人及非法人组织")
    code(row)
    for _ in 0..<5 { field("") }
    representative(row)
    for _ in 0..<3 { field("") }
    identity(row)
    document(row)
    field(LargeWords.violations[row.harm])
    facts(row, opening: days[row.occurred])
    field(LargeWords.laws[row.harm])
    field("罚款")
    field("责令改正违法行为，并处罚款")
    digits(Int(row.texts >> 8 % 19) + 1)
    endField()
    field("0")
    field("")
    recordedDay(min(row.discovered + 21, lastDay), row)
    field("2099-12-31")
    field("")
    field(LargeWords.authorities[county][row.harm])
    field("")
    field(LargeWords.authorities[county][row.harm])
    field("")
    field(row.texts % 500 == 0 ? "撤销" : "正常")
    if row.fault == .fieldTooMany { field("") }
    field("")
  }

  private mutating func appendComplaint(_ row: LargeRecord) {
    number("XF", row)
    recordedDay(min(row.discovered + 1, lastDay), row)
    facts(row, opening: LargeWords.reports[row.record % 3])
    if row.texts & 7 == 0 { field("") } else { name(row) }
    field(LargeWords.counties[row.obligor.county])
    place(row)
    point(row)
    field(LargeWords.media[row.harm])
    field("否")
    field(row.texts & 1 == 0 ? "属实" : row.texts & 2 == 0 ? "不属实" : "")
    field("匿名")
    field("")
    if row.fault == .fieldTooMany { field("") }
    field(row.texts & 96 == 0 ? "是" : row.texts & 32 == 0 ? "" : "否")
    field(row.texts & 16 == 0 ? "已办结" : "办理中")
  }
}
