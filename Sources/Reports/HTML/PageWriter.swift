/// The page as it grows: markup, and the running numbers of tables (表) and charts (图).
struct PageWriter {
  var html = HTMLWriter()
  private var tables = 0
  private var charts = 0

  /// The most rows a table of single leads has; the rest is in the list and the ledger.
  static let rowLimit = 200
  /// The most rows of it that are printed; report.css hides what follows.
  static let printedRows = 30

  /// A numbered section with its heading, `一、总体情况`; `id` is the target of the navigation.
  mutating func section(_ section: PageSection, content: (inout PageWriter) -> Void) {
    html.raw("<section id=\"")
    html.raw(section.id)
    html.raw("\" aria-labelledby=\"")
    html.raw(section.id)
    html.raw("-h\"><h2 id=\"")
    html.raw(section.id)
    html.raw("-h\"><span class=\"no\">")
    html.text(section.ordinal)
    html.raw("、</span>")
    html.text(section.title)
    html.raw("</h2>")
    content(&self)
    html.raw("</section>\n")
  }

  /// A heading within a section.
  mutating func heading(_ title: String) { html.element("h3", text: title) }

  mutating func paragraph(_ text: String) { html.element("p", text: text) }

  /// An explanation in smaller type: what a table counts, or that there is nothing to show.
  mutating func note(_ text: Sentence, id: String? = nil) {
    if let id {
      html.element("p", .class("note"), .id(id)) { $0.sentence(text) }
    } else {
      html.element("p", .class("note")) { $0.sentence(text) }
    }
  }

  /// A table with a numbered caption, header cells with scope, and a note below.
  ///
  /// It stands in a region that scrolls by itself on narrow screens and can be reached by keyboard.
  mutating func table(
    _ caption: Sentence, id: String? = nil, class classes: String = "", columns: [ListColumn],
    note: Sentence? = nil, foot: ((inout HTMLWriter) -> Void)? = nil,
    rows: (inout HTMLWriter) -> Void
  ) {
    tables += 1
    let number = tables
    html.element(
      "div", .class("scroll"), .id(id ?? "b\(number)"), .named("role", "region"),
      .named("aria-label", "表 \(number)　\(caption.plain)"), .named("tabindex", "0")
    ) { html in
      html.element("table", .class(classes)) { html in
        html.element("caption") { html in
          html.text("表 \(number)　")
          html.sentence(caption)
        }
        html.element("thead") { html in
          html.element("tr") { html in
            for column in columns {
              html.element(
                "th", .columnHeader, .class(column.class), text: column.title)
            }
          }
        }
        html.element("tbody", content: rows)
        if let foot { html.element("tfoot", content: foot) }
      }
    }
    if let note { self.note(note) }
    html.raw("\n")
  }

  /// What is left out of a long list in print, and where it is; nothing for one that is printed whole.
  mutating func cut(_ rows: Int, of unit: String, rest: String) {
    let more = rows - PageWriter.printedRows
    guard more > 0 else { return }
    html.element(
      "p", .class("note print"),
      text: "打印只列前 \(PageWriter.printedRows) \(unit)，另有 \(Numeral.grouped(more)) \(unit)见 \(rest)。")
  }

  /// A chart with a numbered caption, what it measures, and a note below.
  mutating func chart(
    _ caption: Sentence, measure: String, note: String? = nil, drawing: SVGDrawing
  ) {
    figure(caption, measure: measure) { html, number in
      drawing.write(into: &html, number: number)
      if let note { html.element("p", .class("note"), text: note) }
    }
  }

  /// A drawing with a numbered caption and what it measures; the content is told its number.
  mutating func figure(
    _ caption: Sentence, measure: String, content: (inout HTMLWriter, Int) -> Void
  ) {
    charts += 1
    let number = charts
    html.element("figure") { html in
      html.element("figcaption") { html in
        html.text("图 \(number)　")
        html.sentence(caption)
        html.element("span", .class("m"), text: measure)
      }
      content(&html, number)
    }
    html.raw("\n")
  }
}

/// One column of a table: its title and whether it holds numbers.
struct ListColumn {
  let title: String
  let `class`: String

  static func text(_ title: String, class classes: String = "t") -> ListColumn {
    ListColumn(title: title, class: classes)
  }

  static func number(_ title: String) -> ListColumn { ListColumn(title: title, class: "n") }
}

/// The sections of the page, in order.
enum PageSection: Int, CaseIterable {
  case overall = 0
  case channels, distribution, attention, deadlines, quality, method, rules, leads

  var id: StaticString {
    switch self {
    case .overall: "overall"
    case .channels: "channels"
    case .distribution: "distribution"
    case .attention: "attention"
    case .deadlines: "deadlines"
    case .quality: "quality"
    case .method: "method"
    case .rules: "rules"
    case .leads: "leads"
    }
  }

  var title: String {
    switch self {
    case .overall: "总体情况"
    case .channels: "来源与处置"
    case .distribution: "区域、要素和部门"
    case .attention: "重点线索"
    case .deadlines: "期限与结转"
    case .quality: "数据质量与勾稽"
    case .method: "方法与口径"
    case .rules: "规则依据"
    case .leads: "线索清单"
    }
  }

  /// 一 to 九.
  var ordinal: String { ["一", "二", "三", "四", "五", "六", "七", "八", "九"][rawValue] }
}
