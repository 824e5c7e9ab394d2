internal import Vocabulary

/// 线索台账: one row a lead, with columns for what people find.
enum LeadSheet {
  /// The columns in their order; raw values are the titles.
  enum Column: String, CaseIterable {
    case id = "线索编号"
    case status = "线索状态"
    case county = "县（市、区）"
    case firstChannel = "首次渠道"
    case obligor = "赔偿义务人"
    case place = "地点"
    case media = "环境要素"
    case discovery = "发现日期"
    case redLine = "生态保护红线内"
    case reserve = "自然保护地内"
    case repeated = "两年内再次发生"
    case estimate = "预估损害金额（元）"
    case determined = "认定损害金额（元）"
    case damaged = "造成损害"
    case minor = "显著轻微"
    case mayNotInitiate = "可以不启动"
    case major = "重大案件"
    case disposition = "处置建议"
    case grounds = "成立的结论及依据"
    case missing = "待补事实"
    case due = "核查期限"
    case overdue = "超期天数"
    case feedbackDue = "检察反馈期限"
    case department = "建议办案部门"
    case verdict = "核查结论"
    case verified = "核查日期"
    case damage = "损害金额（元）"
    case determination = "数额认定方式"
    case restoration = "修复情况"
    case initiates = "是否启动索赔"
    case reason = "不启动理由"
    case remark = "理由说明"
    case fedBackOn = "反馈检察机关日期"
    case officer = "核查人"
    case code = "统一社会信用代码"
    case obligorID = "义务人编号"
    case channels = "全部渠道"
    case occurrence = "发生日期"
    case longitude = "经度"
    case latitude = "纬度"
    case basis = "数额依据"
    case excluded = "不属筛查范围"
    case simple = "可简易评估"
    case fedBack = "是否已反馈"
    case records = "记录数"
    case sources = "来源记录"

    var place: Int { Column.allCases.firstIndex(of: self) ?? 0 }

    /// The column's letters in formulas.
    var letters: String { TableColumn.letters(place) }

    var layout: TableColumn {
      let (width, kind) = shape
      return TableColumn(rawValue, width, kind, group: group, isReview: isReview)
    }

    var isReview: Bool { place >= Column.verdict.place && place <= Column.officer.place }

    private var group: String {
      switch place {
      case ..<Column.redLine.place: "基本情况"
      case ..<Column.estimate.place: "例外情形"
      case ..<Column.damaged.place: "损害数额"
      case ..<Column.missing.place: "筛查结论（建议）"
      case ..<Column.verdict.place: "待补事实、时限与办理"
      case ..<Column.code.place: "人工复核（请填写浅黄色各列）"
      default: "补充信息（不打印）"
      }
    }

    private var shape: (Double, TableColumn.Kind) {
      switch self {
      case .id: (22, .text)
      case .status: (9, .centred)
      case .county: (9, .centred)
      case .firstChannel: (16, .wrapped)
      case .obligor, .place: (22, .wrapped)
      case .media: (9, .wrapped)
      case .discovery, .due, .feedbackDue, .verified, .fedBackOn, .occurrence: (11, .day)
      case .redLine, .reserve, .repeated: (7, .centred)
      case .estimate, .determined, .damage: (13, .amount)
      case .damaged, .minor, .mayNotInitiate, .major, .excluded, .simple, .fedBack, .initiates:
        (7, .centred)
      case .disposition: (11, .centred)
      case .grounds: (34, .wrapped)
      // On paper the second page begins here, and has room for it.
      case .missing: (44, .wrapped)
      case .overdue, .records: (6, .count)
      case .department: (11, .wrapped)
      case .verdict: (18, .centred)
      case .determination, .basis: (12, .centred)
      case .restoration: (14, .wrapped)
      case .reason, .remark: (18, .wrapped)
      case .officer: (8, .centred)
      case .code: (20, .text)
      case .obligorID: (17, .text)
      case .channels: (13, .text)
      case .longitude, .latitude: (11, .degrees)
      case .sources: (48, .wrapped)
      }
    }
  }

  static let columns = Column.allCases.map(\.layout)

  /// Rows above the first lead.
  static let headerRows = TableSheet.headerRows(of: columns)

  static func write(_ content: LedgerContent, in frame: TableSheet.Frame) throws(Failure) {
    let table = try TableSheet(
      LedgerWorkbook.SheetName.leads.rawValue, in: frame, columns: columns,
      isWrapped: content.isWrapped(rows: content.listed.count),
      printedColumns: Column.code.place, pagesWide: 2
    ) { sheet, rows in
      LeadSheet.mark(sheet, rows, frame.styles)
      LeadSheet.restrict(sheet, rows)
    }
    for index in content.listed {
      try table.beginRow()
      write(content.report.leads[index], of: content, to: table)
    }
    try table.finish()
  }

  private static func write(
    _ lead: LeadEntry, of content: LedgerContent, to table: TableSheet
  ) {
    table.id(lead.id) { $0.append($1) }
    table.text(lead.status.term)
    table.text(content.county(of: lead))
    table.text(lead.firstChannel?.wording.zh ?? "")
    table.text(lead.obligorName)
    table.text(lead.place)
    table.text(lead.mediaTerm)
    table.day(lead.discovery)
    table.text(lead.inRedLine.wording.zh)
    table.text(lead.inNatureReserve.wording.zh)
    table.text(lead.repeatOffender.wording.zh)
    table.amount(lead.amountEstimate)
    table.amount(lead.amountDetermined)
    table.text(lead.damageConfirmed.wording.zh)
    table.text(lead.minor.wording.zh)
    table.text(lead.mayNotInitiate.wording.zh)
    table.text(lead.major.wording.zh)
    table.text(lead.disposition.term)
    table.text(lead.groundsTerm)
    table.text(lead.missingFactTerms.joined(separator: "；"))
    table.day(lead.verificationDue)
    table.count(lead.overdueDays)
    table.day(lead.feedbackDue)
    table.text(lead.departmentTerm)
    write(lead.verification, to: table)
    table.text(lead.obligorCode)
    table.id(lead.obligor) { $0.append($1) }
    table.text(lead.channels.cases.map(\.code).joined(separator: "、"))
    table.day(lead.occurrence)
    table.degrees(lead.point?.longitude)
    table.degrees(lead.point?.latitude)
    table.text(lead.amountBasis?.term ?? "")
    table.text(lead.scopeExcluded.wording.zh)
    table.text(lead.simpleAssessment.wording.zh)
    table.text(lead.feedbackTruth)
    table.count(lead.sources.count)
    table.text(lead.sourceTerm)
  }

  /// What people filled in before, to be added to or changed; blank where nobody has.
  private static func write(_ verification: Verification?, to table: TableSheet) {
    table.text(verification?.finding.wording.zh ?? "")
    table.day(verification?.day)
    table.amount(verification?.assessment?.amount)
    table.text(verification?.assessment?.basis.term ?? "")
    table.text(verification?.restoration?.condition.zh ?? "")
    table.text(verification?.decision == nil ? "" : verification?.initiated.wording.zh ?? "")
    table.text(verification?.decision?.reason?.title ?? "")
    table.text(verification?.remark ?? "")
    table.day(verification?.fedBackOn)
    table.text(verification?.person ?? "")
  }

  private static func mark(
    _ sheet: XLSXSheet, _ rows: ClosedRange<Int>, _ styles: WorkbookStyles
  ) {
    func area(_ first: Column, _ last: Column) -> XLSXSheet.Area {
      XLSXSheet.Area(rows: rows, columns: first.place...last.place)
    }
    let row = rows.lowerBound + 1
    sheet.mark(
      area(.redLine, .repeated), where: "=\(Column.redLine.letters)\(row)=\"是\"", styles.alarm)
    sheet.mark(
      area(.overdue, .overdue), where: "=N(\(Column.overdue.letters)\(row))>0", styles.alarm)
    sheet.mark(
      area(.disposition, .disposition),
      where: "=\(Column.disposition.letters)\(row)=\"\(Disposition.review.term)\"",
      styles.attention)
    sheet.mark(
      area(.reason, .reason),
      where: "=AND($\(Column.initiates.letters)\(row)=\"否\",$\(Column.reason.letters)\(row)=\"\")",
      styles.missing)
    sheet.mark(
      area(.remark, .remark),
      where:
        "=AND(LEFT($\(Column.reason.letters)\(row),3)=\"\(NotInitiatedReason.other.rawValue)\","
        + "$\(Column.remark.letters)\(row)=\"\")",
      styles.missing)
  }

  private static func restrict(_ sheet: XLSXSheet, _ rows: ClosedRange<Int>) {
    func restrict(_ column: Column, to entry: XLSXSheet.Entry, _ message: String) {
      sheet.restrict(
        XLSXSheet.Area(rows: rows, columns: column.place...column.place), to: entry,
        message: message)
    }
    let list = "请从下拉列表中选择，取值见“字典”。"
    restrict(.verdict, to: .choice(range: LedgerDictionary.choices(.verification)), list)
    restrict(.determination, to: .choice(range: LedgerDictionary.choices(.determination)), list)
    restrict(.restoration, to: .choice(range: LedgerDictionary.choices(.restoration)), list)
    restrict(.initiates, to: .choice(range: LedgerDictionary.choices(.initiation)), list)
    restrict(.reason, to: .choice(range: LedgerDictionary.choices(.reason)), list)
    restrict(.verified, to: .day, "请填写日期，例如 2026-07-03。")
    restrict(.fedBackOn, to: .day, "请填写日期，例如 2026-07-03。")
    restrict(.damage, to: .amount, "请填写金额（元），不小于 0 的数字。")
  }
}
