internal import Vocabulary

/// The cross tables of 汇总, counted by the filters that the page's links apply.
struct CrossTables {
  let content: LedgerContent
  private var figures: ReportFigures { content.figures }

  /// By first channel.
  var channels: CrossTable {
    CrossTable(
      caption: "表 3　首次渠道 × 处置建议（件）", rowTitle: "首次渠道", keyColumn: .firstChannel,
      rows: Channel.allCases.map {
        CrossTable.Row(
          code: $0.code, name: $0.wording.zh, counts: counts(LeadFilter(channel: .only($0))))
      } + unknown("渠道不明", LeadFilter(channel: .unknown)))
  }

  /// By county as 线索台账 names it; two of one name are counted together, those of other
  /// jurisdictions in one row, unknown ones in another.
  var counties: CrossTable {
    let home = content.report.counties
    var rows: [CrossTable.Row] = []
    for county in home {
      let counts = counts(LeadFilter(county: .only(county.code)))
      let name = county.name.isEmpty ? county.code.description : county.name
      guard let place = rows.firstIndex(where: { $0.name == name }) else {
        rows.append(
          CrossTable.Row(code: county.code.description, name: name, counts: counts))
        continue
      }
      rows[place].counts = CrossTables.sum(rows[place].counts, counts)
    }
    let known = Set(home.map(\.code))
    let outside = figures.counties.compactMap(\.code).filter { !known.contains($0) }
      .map { counts(LeadFilter(county: .only($0))) }
    if !outside.isEmpty {
      rows.append(
        CrossTable.Row(
          name: "辖区外", key: .ending(LedgerContent.outside),
          counts: outside.reduce(Disposition.allCases.map { _ in 0 }, CrossTables.sum)))
    }
    return CrossTable(
      caption: "表 4　县（市、区） × 处置建议（件）", rowTitle: "县（市、区）", keyColumn: .county,
      rows: rows + unknown("县区不明", LeadFilter(county: .unknown)))
  }

  /// By medium; a lead can have several.
  var media: CrossTable {
    let rows = Medium.allCases.map { medium in
      CrossTable.Row(
        name: medium.term, key: .amongNames, counts: counts(LeadFilter(medium: .only(medium))))
    }
    return CrossTable(
      caption: "表 5　环境要素 × 处置建议（件）", codeTitle: "序号", rowTitle: "环境要素", keyColumn: .media,
      rows: CrossTables.numbered(rows.filter { $0.counts.contains { $0 > 0 } })
        + unknown("要素不明", LeadFilter(medium: .unknown)),
      every: counts(LeadFilter()), remark: "一件线索可以涉及多个要素，各行之和可以大于全部线索；没有线索的要素不列。")
  }

  /// By the department proposed for the media; a lead can have several.
  var departments: CrossTable {
    let rows = Department.allCases.map { department in
      CrossTable.Row(
        name: department.term, key: .amongNames,
        counts: counts(LeadFilter(department: .only(department))))
    }
    let several = figures.count(.severalDepartments).all
    return CrossTable(
      caption: "表 6　建议办案部门 × 处置建议（件）", codeTitle: "序号", rowTitle: "建议办案部门", keyColumn: .department,
      rows: CrossTables.numbered(rows) + unknown("没有建议部门", LeadFilter(department: .unknown)),
      every: counts(LeadFilter()),
      remark: "法规没有按要素划定部门，本表按要素提出建议，以指定为准；涉及两个以上部门的 \(several) 件须指定主办部门，各行之和可以大于全部线索。")
  }

  /// How many leads the filter finds, one number a disposition; one pass over all leads.
  private func counts(_ filter: LeadFilter) -> [Int] {
    var counts: [Disposition: Int] = [:]
    for lead in figures.traits where filter.matches(lead) {
      counts[lead.disposition, default: 0] += 1
    }
    return Disposition.allCases.map { counts[$0] ?? 0 }
  }

  /// The row of leads of which it is not known; none if there are no such leads.
  private func unknown(_ name: String, _ filter: LeadFilter) -> [CrossTable.Row] {
    let counts = counts(filter)
    return counts.contains { $0 > 0 }
      ? [CrossTable.Row(name: name, key: .blank, counts: counts)] : []
  }

  /// The rows with their numbers from 1, where there are no codes.
  private static func numbered(_ rows: [CrossTable.Row]) -> [CrossTable.Row] {
    rows.enumerated().map { place, row in
      var row = row
      row.code = String(place + 1)
      return row
    }
  }

  private static func sum(_ left: [Int], _ right: [Int]) -> [Int] { zip(left, right).map(+) }
}
