internal import CXLSXWriter

/// A chart under way; valid as long as its workbook is open.
@safe struct XLSXChart {
  enum Shape {
    /// Bars that lie down, for categories with names.
    case stackedBars
    /// Columns that stand, for days and quarters.
    case stackedColumns

    var type: lxw_chart_type {
      switch self {
      case .stackedBars: LXW_CHART_BAR_STACKED
      case .stackedColumns: LXW_CHART_COLUMN_STACKED
      }
    }
  }

  let pointer: UnsafeMutablePointer<lxw_chart>
  let shape: Shape

  /// Adds a series by the ranges of its names and values: `=汇总!$B$5:$B$14`.
  func addSeries(name: String, categories: String, values: String, colour: Palette.Colour) {
    guard let series = unsafe chart_add_series(pointer, categories, values) else { return }
    unsafe chart_series_set_name(series, name)
    var fill = lxw_chart_fill()
    fill.color = colour
    unsafe chart_series_set_fill(series, &fill)
  }

  /// Title, legend below, bars from the top down, whole numbers on the axis.
  func finish(title: String) {
    unsafe "微软雅黑".withCString { name in
      var font = unsafe lxw_chart_font()
      unsafe font.name = UnsafeMutablePointer(mutating: name)
      unsafe font.size = 9
      unsafe font.bold = UInt8(LXW_EXPLICIT_FALSE.rawValue)
      unsafe font.color = Palette.ink
      unsafe chart_axis_set_num_font(pointer.pointee.x_axis, &font)
      unsafe chart_axis_set_num_font(pointer.pointee.y_axis, &font)
      unsafe chart_legend_set_font(pointer, &font)
      unsafe font.size = 11
      unsafe font.bold = 1
      unsafe chart_title_set_name(pointer, title)
      unsafe chart_title_set_name_font(pointer, &font)
    }
    switch shape {
    case .stackedBars:
      // Bars lie down: the library's y axis is the one with the categories.
      unsafe chart_axis_set_reverse(pointer.pointee.y_axis)
      unsafe quieten(pointer.pointee.x_axis)
    case .stackedColumns:
      unsafe quieten(pointer.pointee.y_axis)
    }
    unsafe chart_set_series_gap(pointer, 60)
    unsafe chart_legend_set_position(pointer, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    unsafe chart_set_style(pointer, 2)
  }

  /// Whole numbers on the axis and pale lines, so that the bars stand out.
  private func quieten(_ values: UnsafeMutablePointer<lxw_chart_axis>) {
    unsafe chart_axis_set_num_format(values, "#,##0")
    var line = lxw_chart_line()
    line.color = Palette.rule
    line.width = 0.5
    unsafe chart_axis_major_gridlines_set_line(values, &line)
  }
}
