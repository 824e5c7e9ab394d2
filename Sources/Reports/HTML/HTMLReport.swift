internal import Vocabulary

/// The quarter's report for people: one HTML file that needs nothing but itself.
///
/// No network, no script needed to read it, prints on A4. All texts are computed from the report.
package struct HTMLReport {
  /// The page as UTF-8 bytes; the same report gives the same bytes.
  ///
  /// Below 6 MB whatever it is about: `LeadListing` says which leads are listed, and how deep. Linear in
  /// leads and records.
  package static func render(_ report: QuarterReport) -> [UInt8] {
    var traits = ReportFigures.traits(of: report)
    let listing = LeadListing(report, traits: traits)
    for index in traits.indices { traits[index].isListed = listing.isListed[index] }
    let figures = ReportFigures(report, traits: traits)
    let deadlines = DeadlineDirectory(report.leads)

    var page = PageWriter()
    writeHead(of: report, into: &page.html)
    page.html.raw("<body>\n<a class=\"skip\" href=\"#main\">跳到正文</a>\n")
    if Masthead.isTrial(report) {
      page.html.raw("<div class=\"mark\" aria-hidden=\"true\">规则包未发布　试用</div>\n")
    }
    page.html.element("p", .class("audience"), text: report.audience.banner)
    page.html.raw("\n")
    writeNavigation(into: &page.html)
    page.html.raw("<main id=\"main\">\n")
    Masthead(report: report).write(into: &page)
    KeyPointList(points: KeyPoints(figures: figures)).write(into: &page)
    HeadlineFigures(figures: figures).write(into: &page)
    OverallSection(figures: figures).write(into: &page)
    ChannelSection(figures: figures).write(into: &page)
    DistributionSection(figures: figures).write(into: &page)
    AttentionSection(figures: figures).write(into: &page)
    DeadlineSection(figures: figures).write(into: &page)
    QualitySection(figures: figures).write(into: &page)
    MethodSection(report: report).write(into: &page)
    RuleSection(rules: report.rules, deadlines: deadlines.entries).write(into: &page)
    LeadListSection(figures: figures, listing: listing, deadlines: deadlines).write(into: &page)
    page.html.raw("<footer>")
    page.html.text(
      "\(report.organisation)　\(Masthead.title(of: report))　数据截止 \(report.asOf)　筛查建议，不代替认定")
    page.html.raw("</footer>\n</main>\n<script>")
    page.html.resource(PackageResources.report_js)
    page.html.raw("</script>\n</body>\n</html>\n")
    return page.html.bytes
  }

  private static func writeHead(of report: QuarterReport, into html: inout HTMLWriter) {
    let title = Masthead.title(of: report)
    let margins = PrintMargins(
      title: title, mark: report.audience.mark + (Masthead.isTrial(report) ? "　规则包未发布" : ""),
      origin: "\(report.organisation)　数据截止 \(report.asOf)　第 \(report.run) 次运行")
    let style = PackageResources.report_css
    let policy = PagePolicy(styles: [style, margins.style], script: PackageResources.report_js)

    html.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n")
    html.void(
      "meta", .named("http-equiv", "Content-Security-Policy"),
      .named("content", policy.directives))
    html.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
    html.raw("<meta name=\"referrer\" content=\"no-referrer\"/>\n")
    html.void(
      "meta", .named("name", "generator"), .named("content", "leadscreen \(report.programVersion)"))
    html.raw("\n")
    html.element("title", text: title)
    html.raw("\n<style>")
    html.resource(style)
    html.raw("</style>\n<style>")
    html.resource(margins.style)
    html.raw("</style>\n</head>\n")
  }

  private static func writeNavigation(into html: inout HTMLWriter) {
    html.element("nav", .named("aria-label", "目录")) { html in
      html.element("ul") { html in
        for section in PageSection.allCases {
          html.element("li") { html in
            html.raw("<a href=\"#")
            html.raw(section.id)
            html.raw("\">")
            html.text("\(section.ordinal)、\(section.title)")
            html.raw("</a>")
          }
        }
      }
    }
  }
}
