internal import Vocabulary

/// The formats of the workbook, made once.
struct WorkbookStyles {
  let title: CellFormat
  let subtitle: CellFormat
  let caption: CellFormat
  let label: CellFormat
  let paragraph: CellFormat
  let remark: CellFormat
  let header: CellFormat
  let group: CellFormat
  let reviewHeader: CellFormat
  let reviewGroup: CellFormat
  let note: CellFormat
  let share: CellFormat
  let change: CellFormat
  let totalLabel: CellFormat
  let total: CellFormat
  let totalShare: CellFormat
  /// Formats put on by rules.
  let alarm: CellFormat
  let attention: CellFormat
  let missing: CellFormat
  private let cells: [TableColumn.Kind: CellFormat]
  private let reviewCells: [TableColumn.Kind: CellFormat]

  init(in file: XLSXFile) throws(Failure) {
    title = try file.addFormat(CellLook(size: 16, isBold: true, ink: Palette.brand))
    subtitle = try file.addFormat(CellLook(ink: Palette.muted))
    caption = try file.addFormat(CellLook(size: 11, isBold: true, ink: Palette.brand))
    label = try file.addFormat(
      CellLook(isBold: true, ink: Palette.brand, fill: Palette.tint, border: Palette.rule))
    paragraph = try file.addFormat(CellLook(wraps: true, border: Palette.rule))
    remark = try file.addFormat(CellLook(isItalic: true, ink: Palette.muted))
    header = try file.addFormat(
      WorkbookStyles.header(ink: Palette.white, fill: Palette.brand))
    group = try file.addFormat(WorkbookStyles.header(ink: Palette.brand, fill: Palette.tint))
    reviewHeader = try file.addFormat(
      WorkbookStyles.header(ink: Palette.ink, fill: Palette.yellow))
    reviewGroup = try file.addFormat(
      WorkbookStyles.header(ink: Palette.ink, fill: Palette.paleYellow))
    note = try file.addFormat(CellLook(ink: Palette.muted, indent: 1, hairline: Palette.rule))
    share = try file.addFormat(
      CellLook(alignment: .right, numbers: "0.0%", hairline: Palette.rule))
    change = try file.addFormat(
      CellLook(
        alignment: .right, numbers: "+#,##0;\"\u{2212}\"#,##0;0", hairline: Palette.rule))
    totalLabel = try file.addFormat(CellLook(isBold: true, fill: Palette.tint))
    total = try file.addFormat(
      CellLook(isBold: true, fill: Palette.tint, alignment: .right, numbers: "#,##0"))
    totalShare = try file.addFormat(
      CellLook(isBold: true, fill: Palette.tint, alignment: .right, numbers: "0.0%"))
    alarm = try file.addFormat(CellLook(isBold: true, ink: Palette.red))
    attention = try file.addFormat(CellLook(isBold: true, ink: Palette.amber))
    missing = try file.addFormat(CellLook(fill: Palette.paleRed, border: Palette.red))
    var cells: [TableColumn.Kind: CellFormat] = [:]
    var reviewCells: [TableColumn.Kind: CellFormat] = [:]
    for kind in TableColumn.Kind.allCases {
      var look = kind.look
      look.hairline = Palette.rule
      cells[kind] = try file.addFormat(look)
      look.fill = Palette.paleYellow
      look.border = Palette.rule
      reviewCells[kind] = try file.addFormat(look)
    }
    self.cells = cells
    self.reviewCells = reviewCells
  }

  /// The format of a table's cells, a hairline below; of a pale yellow where people fill in.
  func cell(_ kind: TableColumn.Kind, isReview: Bool = false) -> CellFormat {
    (isReview ? reviewCells : cells)[kind] ?? paragraph
  }

  private static func header(ink: Palette.Colour, fill: Palette.Colour) -> CellLook {
    CellLook(
      isBold: true, ink: ink, fill: fill, alignment: .centre, wraps: true, border: Palette.rule)
  }
}

extension TableColumn.Kind {
  fileprivate var look: CellLook {
    switch self {
    case .text: CellLook()
    case .wrapped: CellLook(wraps: true)
    case .centred: CellLook(alignment: .centre)
    case .day: CellLook(alignment: .centre, numbers: "yyyy-mm-dd")
    case .amount: CellLook(alignment: .right, numbers: "#,##0.00")
    case .count: CellLook(alignment: .right, numbers: "#,##0")
    case .degrees: CellLook(alignment: .right, numbers: "0.000000")
    }
  }
}
