import Foundation
import Testing

/// The same quarter states the same figures wherever they stand.
@Suite("Totals") struct TotalsTests {
  /// By name of a figure, what each output says; an output that says two things has both.
  private typealias Figures = [String: [String: Set<String>]]

  private static let always = ["xlsx", "csv", "manifest", "package", "checks"]

  /// What the outputs of a screened quarter say, its package made first.
  private func figures(_ bench: Workbench, _ options: [String] = []) throws -> Figures {
    let made = try bench.run(["package", "2026Q3"] + options)
    try #require(made.status == 0, "\(made.messages)")
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "read_totals.py")
    let read = try NeededTool.python.run(
      [script.path, "Reports/2026Q3", "Reports/packages/XZ-140900-2026Q3-r1"], in: bench.url)
    try #require(read.status == 0, "\(read.messages)")
    var figures: Figures = [:]
    for line in read.output.split(separator: "\n") {
      let words = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(words.count == 3, "\(line)")
      figures[words[1], default: [:]][words[0], default: []].insert(words[2])
    }
    return figures
  }

  private func expectEqual(_ figures: Figures) {
    for (name, outputs) in figures.sorted(by: { $0.key < $1.key }) {
      let values = outputs.values.reduce(into: Set()) { $0.formUnion($1) }
      #expect(values.count == 1, "\(name): \(outputs)")
    }
    for name in ["records", "leads", "exceptions", "overdue"] {
      let said = Set((figures[name] ?? [:]).keys)
      #expect(said.isSuperset(of: Self.always), "\(name) is only in \(said)")
    }
    let (book, package) = (names(figures, "xlsx"), names(figures, "package"))
    #expect(book == package && book.count >= 29)
  }

  private func names(_ figures: Figures, _ source: String) -> [String] {
    figures.filter { $0.value[source] != nil }.keys.sorted()
  }

  @Test("of the sample are equal in page, workbook, documents, tables, manifest and package")
  func sample() throws {
    let bench = try SampleRun.copy()
    let figures = try figures(bench)
    expectEqual(figures)
    for name in ["records", "leads", "exceptions", "overdue"] {
      let said = Set((figures[name] ?? [:]).keys)
      #expect(
        said == Set(Self.always + ["html", "report.docx", "bulletin.docx"]), "\(name): \(said)")
    }
    #expect(names(figures, "html").count >= 20)
    #expect(names(figures, "report.docx").count >= 20)
    // The tables say so by themselves of nearly all.
    #expect(names(figures, "csv").count == 25)
    let leads = try bench.table("leads", of: "2026Q3").rows.count
    #expect(figures["leads"]?["html"] == ["\(leads)"])
  }

  @Test("of a quarter with no lead, one lead and more than the page lists are equal too")
  func sizes() throws {
    for count in [0, 1, 5001] {
      let bench = try Workbench()
      var drop = TransferDrop(count: count)
      if count == 0 {
        drop = TransferDrop(count: 2)
        for row in drop.rows.indices { drop.rows[row][5] = "" }
      }
      try bench.write(drop.text(), to: "Inputs/2026Q3/移送.csv")
      let outcome = try bench.run(Workbench.q3 + ["--max-rejects", "100%"])
      try #require(outcome.status == 0, "\(outcome.messages)")
      let figures = try figures(bench, count == 0 ? ["--zero", "本季没有线索"] : [])
      expectEqual(figures)
      #expect(figures["leads"]?["package"] == ["\(count)"])
      #expect(figures["leads"]?["csv"] == ["\(count)"])
    }
  }
}
