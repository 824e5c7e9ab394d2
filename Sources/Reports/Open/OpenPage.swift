internal import Vocabulary

/// The public edition as one HTML file: no script, no link but to its own sections, no network.
package enum OpenPage {
  /// The page as UTF-8 bytes; the same report gives the same bytes.
  package static func render(_ report: OpenReport) -> [UInt8] {
    var page = PageWriter()
    writeHead(of: report, into: &page.html)
    page.html.raw("<body>\n<a class=\"skip\" href=\"#main\">跳到正文</a>\n")
    if report.isTrial {
      page.html.raw("<div class=\"mark\" aria-hidden=\"true\">规则包未发布　试用</div>\n")
    }
    page.html.element("p", .class("audience"), text: Audience.open.banner)
    page.html.raw("\n<main id=\"main\">\n")
    writeMasthead(of: report, into: &page.html)
    writeSentences(of: report, into: &page.html)
    page.html.element("h2", text: "统计表")
    let chart = OpenChart(rows: report.dispositions)
    page.chart("处置建议（件）", measure: "在册线索，按处置建议", note: chart.note, drawing: chart.drawing)
    for table in report.tables { write(table, into: &page) }
    writeMethod(of: report, into: &page)
    page.html.element(
      "footer",
      text: "\(report.organisation)　\(report.title)　数据截止 \(report.asOf)　\(Audience.open.banner)")
    page.html.raw("\n</main>\n</body>\n</html>\n")
    return page.html.bytes
  }

  private static func writeHead(of report: OpenReport, into html: inout HTMLWriter) {
    let margins = PrintMargins(
      title: report.title,
      mark: Audience.open.mark + (report.isTrial ? "　规则包未发布" : ""),
      origin: "\(report.organisation)　数据截止 \(report.asOf)")
    let style = PackageResources.report_css
    let hashes = [style, margins.style].map { " 'sha256-\(PagePolicy.digest(of: $0))'" }.joined()
    html.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n")
    html.void(
      "meta", .named("http-equiv", "Content-Security-Policy"),
      .named(
        "content",
        "default-src 'none'; style-src\(hashes); base-uri 'none'; form-action 'none'"))
    html.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
    html.raw("<meta name=\"referrer\" content=\"no-referrer\"/>\n")
    html.void(
      "meta", .named("name", "generator"), .named("content", "leadscreen \(report.programVersion)"))
    html.raw("\n")
    html.element("title", text: report.title)
    html.raw("\n<style>")
    html.resource(style)
    html.raw("</style>\n<style>")
    html.resource(margins.style)
    html.raw("</style>\n</head>\n")
  }

  private static func writeMasthead(of report: OpenReport, into html: inout HTMLWriter) {
    html.element("header", .class("mast")) { html in
      html.element("p", .class("org"), text: report.organisation)
      html.element("h1", text: report.title)
      html.element("dl", .class("meta")) { html in
        for (term, text) in [
          ("报告期", "\(report.quarter.firstDay) 至 \(report.quarter.lastDay)"),
          ("数据截止", report.asOf.description),
          ("状态", report.isTrial ? "试用稿：规则包未发布" : "筛查建议，不代替认定"),
        ] {
          html.element("div") { $0.fact(term, text) }
        }
      }
    }
  }

  private static func writeSentences(of report: OpenReport, into html: inout HTMLWriter) {
    html.element("section", .class("keys"), .named("aria-labelledby", "keys")) { html in
      html.element("h2", .id("keys"), text: "要点")
      html.element("ul") { html in
        for sentence in report.sentences {
          html.element("li") { html in
            for piece in sentence.pieces {
              switch piece {
              case .text(let text): html.text(text)
              case .figure(let name, let count, let unit):
                html.element(
                  "strong", .named("data-figure", name.rawValue), text: count.phrase(unit))
              }
            }
          }
        }
      }
    }
    html.raw("\n")
  }

  private static func write(_ table: OpenTable, into page: inout PageWriter) {
    func writeRow(_ row: OpenTable.Row, into html: inout HTMLWriter) {
      html.element("tr") { html in
        html.element("th", .rowHeader, text: row.name)
        for cell in row.cells { html.numberCell(cell.text) }
      }
    }
    page.table(
      Sentence(table.caption), class: "keep",
      columns: [.text(table.titles[0])] + table.titles.dropFirst().map { .number($0) },
      note: table.note.map { Sentence($0) },
      foot: { html in
        for row in table.rows where row.isTotal { writeRow(row, into: &html) }
      },
      rows: { html in
        for row in table.rows where !row.isTotal { writeRow(row, into: &html) }
      })
  }

  private static func writeMethod(of report: OpenReport, into page: inout PageWriter) {
    page.html.element("h2", text: "方法与依据")
    page.paragraph(OpenReport.method)
    page.html.raw("<dl class=\"facts\">")
    let packs = report.packs.map {
      "\($0.title)（\($0.id) \($0.version)\($0.isReleased ? "" : "，未发布")）"
    }
    page.html.fact("规则包", packs.isEmpty ? "无" : packs.joined(separator: "；"))
    page.html.fact("图层", report.layers.isEmpty ? "无" : report.layers.joined(separator: "；"))
    page.html.fact("程序", "leadscreen \(report.programVersion)，台账第 \(report.run) 次运行")
    page.html.raw("</dl>")
    for document in report.rules.documents where !document.rules.isEmpty {
      page.heading(document.title)
      page.html.raw("<dl class=\"facts law\">")
      for rule in document.rules {
        page.html.element("dt", text: rule.locator)
        page.html.element("dd") { html in
          html.element("b", text: rule.conclusion)
          html.text("　" + rule.summary)
        }
      }
      page.html.raw("</dl>")
    }
  }
}
