import Testing
import Vocabulary

@testable import Reports

@Suite("The chart of dispositions") struct DispositionChartTests {
  @Test("labels stay within it, however many leads there are", arguments: [1, 12_345])
  func labels(leads: Int) throws {
    var report = try PageFixture(leads: leads).report()
    for index in report.leads.indices { report.leads[index].disposition = .review }
    let drawing = DispositionChart(figures: ReportFigures(report)).drawing
    var html = HTMLWriter()
    drawing.write(into: &html, number: 1)
    let text = String(decoding: html.bytes, as: UTF8.self)
    let labels = text.matches(
      of: /<text x="([\d.]+)"[^>]*font-size="([\d.]+)"[^>]*text-anchor="start"[^>]*>([^<]*)</)
    #expect(labels.count == 2 * Disposition.allCases.count)
    for label in labels {
      let (x, size) = (Double(label.output.1) ?? .nan, Double(label.output.2) ?? .nan)
      // A full-width character is as wide as it is high, a digit less than two thirds of that.
      let width = label.output.3.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.62 : 1) * size }
      #expect(x + width <= 520, "\(label.output.3) from \(x)")
    }
  }
}
