import Testing
import Vocabulary

@testable import Reports

@Suite("The chart of quarters") struct QuarterChartTests {
  private func drawn(_ report: QuarterReport) -> String {
    var traits = ReportFigures.traits(of: report)
    for index in traits.indices { traits[index].isListed = true }
    var html = HTMLWriter()
    QuarterChart(figures: ReportFigures(report, traits: traits)).drawing.write(
      into: &html, number: 1)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test("labels stay within it, however many leads and quarters there are", arguments: [1, 12_345])
  func labels(leads: Int) throws {
    var report = try PageFixture(leads: leads).report()
    for index in report.leads.indices { report.leads[index].disposition = .review }
    report.earlier = quarters(5, before: report.quarter)
    let labels = drawn(report).matches(
      of:
        /<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"[^>]*text-anchor="(start|middle)"[^>]*>([^<]*)</
    )
    #expect(labels.count > 2 * Disposition.allCases.count)
    for label in labels {
      let (x, y) = (Double(label.output.1) ?? .nan, Double(label.output.2) ?? .nan)
      let size = Double(label.output.3) ?? .nan
      // A full-width character is as wide as it is high, a digit less than two thirds of that.
      let width = label.output.5.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.62 : 1) * size }
      let end = label.output.4 == "start" ? x + width : x + width / 2
      #expect(end <= 520 && y >= size && y <= 296, "\(label.output.5) at \(x), \(y)")
    }
  }

  @Test("each quarter has a column, the last five at most, and only the own numbers are links")
  func columns() throws {
    var report = try PageFixture(leads: 300).report()
    report.earlier = quarters(7, before: report.quarter)
    let text = drawn(report)
    for quarter in report.earlier.suffix(5) { #expect(text.contains(">\(quarter.quarter)</text>")) }
    #expect(!text.contains(">\(report.earlier[0].quarter)</text>"))
    #expect(text.contains("2025Q4 共 300 件"))
    let links = text.matches(of: /data-q="([^"]*)"/).map { String($0.output.1) }
    #expect(links.contains("") && links.contains("d=verify"))
    #expect(links.allSatisfy { $0.isEmpty || $0.hasPrefix("d=") })
  }

  /// So many quarters, the oldest first.
  private func quarters(_ count: Int, before quarter: Quarter) -> [QuarterFigures] {
    var found: [QuarterFigures] = []
    var one = quarter
    for _ in 0..<count {
      one = one.previous
      found.append(
        QuarterFigures(
          quarter: one, records: 400, leadsOpened: 260, leads: 300,
          byDisposition: [.initiate: 20, .verify: 180, .review: 100]))
    }
    return found.reversed()
  }
}
