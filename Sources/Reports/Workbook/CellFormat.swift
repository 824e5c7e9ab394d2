internal import CXLSXWriter

/// A format of a workbook; valid as long as the workbook is open.
@safe struct CellFormat {
  let pointer: UnsafeMutablePointer<lxw_format>
}

/// What a format looks like, before the workbook has it.
struct CellLook {
  enum Alignment { case left, centre, right }

  var size = 10.0
  var isBold = false
  var isItalic = false
  var ink = Palette.ink
  var fill: Palette.Colour?
  var alignment = Alignment.left
  var wraps = false
  var indent: UInt8 = 0
  /// An Excel number format; text and general numbers have none.
  var numbers: String?
  var border: Palette.Colour?
  /// Only a hairline below, as rows of tables have.
  var hairline: Palette.Colour?
}

/// The colours of the printed report; red and amber are kept for what needs attention.
enum Palette {
  typealias Colour = UInt32

  static let ink: Colour = 0x1D2939
  static let muted: Colour = 0x5B6675
  static let brand: Colour = 0x0B4F5C
  static let tint: Colour = 0xEAF2F3
  static let rule: Colour = 0xC9D1D6
  static let white: Colour = 0xFFFFFF
  static let red: Colour = 0xB3261E
  static let amber: Colour = 0x9A5B00
  static let paleRed: Colour = 0xFBE9E7
  /// For people to fill in.
  static let paleYellow: Colour = 0xFFF8DC
  static let yellow: Colour = 0xF3E3A2
  /// One a disposition, in their order.
  static let series: [Colour] = [0xB9BEC5, 0xA7CDD2, 0xCDBE97, 0x2F7785, 0x0B4F5C, 0x8E83AC]
}
