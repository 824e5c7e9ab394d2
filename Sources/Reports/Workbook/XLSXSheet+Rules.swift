internal import CXLSXWriter
internal import Vocabulary

/// Whole ranges of a sheet: filters, colours by rule, what may be filled in.
extension XLSXSheet {
  /// Rows and columns of a sheet, counted from 0.
  struct Area {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  func setFilter(_ area: Area) {
    note(
      unsafe worksheet_autofilter(
        pointer, UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound),
        UInt32(area.rows.upperBound), UInt16(area.columns.upperBound)))
  }

  /// Gives the cells a format where a formula holds, written for the area's first cell.
  func mark(_ area: Area, where formula: String, _ format: CellFormat) {
    unsafe formula.withCString { formula in
      var rule = unsafe lxw_conditional_format()
      unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      unsafe rule.value_string = UnsafeMutablePointer(mutating: formula)
      unsafe rule.format = unsafe format.pointer
      note(
        unsafe worksheet_conditional_format_range(
          pointer, UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound),
          UInt32(area.rows.upperBound), UInt16(area.columns.upperBound), &rule))
    }
  }

  /// What people may fill into cells.
  enum Entry {
    /// One of the cells of a range: `=字典!$C$5:$C$8`.
    case choice(range: String)
    case day
    case amount
  }

  /// Lets people fill in only what is meant, and tells them what that is.
  func restrict(_ area: Area, to entry: Entry, message: String) {
    var rule = unsafe lxw_data_validation()
    unsafe rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    switch entry {
    case .choice: unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    case .day:
      unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
      unsafe rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
      unsafe rule.value_datetime = lxw_datetime(
        year: 2000, month: 1, day: 1, hour: 0, min: 0, sec: 0)
    case .amount:
      unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      unsafe rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
      unsafe rule.value_number = 0
    }
    var range = ""
    if case .choice(let cells) = entry { range = cells }
    unsafe range.withCString { range in
      unsafe message.withCString { message in
        unsafe rule.value_formula = UnsafeMutablePointer(mutating: range)
        unsafe rule.error_title = nil
        unsafe rule.error_message = UnsafeMutablePointer(mutating: message)
        note(
          unsafe worksheet_data_validation_range(
            pointer, UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound),
            UInt32(area.rows.upperBound), UInt16(area.columns.upperBound), &rule))
      }
    }
  }

  func freeze(rows: Int, columns: Int) {
    unsafe worksheet_freeze_panes(pointer, UInt32(rows), UInt16(columns))
  }

  /// A3 landscape, so many pages wide, header rows on every page, a footer in three parts.
  ///
  /// Pages side by side follow one another and all have the first column. `footer` is in the library's
  /// notation, at most 255 characters.
  func setPage(repeating rows: ClosedRange<Int>?, footer: String, wide: Int = 1) {
    unsafe worksheet_set_landscape(pointer)
    unsafe worksheet_set_paper(pointer, 8)
    unsafe worksheet_fit_to_pages(pointer, UInt16(wide), 0)
    if wide > 1 {
      unsafe worksheet_print_across(pointer)
      note(unsafe worksheet_repeat_columns(pointer, 0, 0))
    }
    unsafe worksheet_set_margins(pointer, 0.4, 0.4, 0.5, 0.6)
    unsafe worksheet_gridlines(pointer, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    note(unsafe worksheet_set_footer(pointer, footer))
    if let rows {
      note(
        unsafe worksheet_repeat_rows(pointer, UInt32(rows.lowerBound), UInt32(rows.upperBound)))
    }
  }

  func setPrintArea(_ area: Area) {
    note(
      unsafe worksheet_print_area(
        pointer, UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound),
        UInt32(area.rows.upperBound), UInt16(area.columns.upperBound)))
  }

  /// Begins a new page above a row.
  func breakPage(above row: Int) {
    var breaks = [UInt32(row), 0]
    note(unsafe worksheet_set_h_pagebreaks(pointer, &breaks))
  }

  func setTabColour(_ colour: Palette.Colour) {
    unsafe worksheet_set_tab_color(pointer, colour)
  }
}
