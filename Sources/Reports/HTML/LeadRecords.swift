/// The source records of one lead as the page numbers them: its own from 1 on, then others that its
/// trace cites.
struct LeadRecords {
  private let sources: [SourceEntry]
  private let listed: Int

  /// For a lead that shows the first so many of its sources.
  init(_ sources: [SourceEntry], listed: Int) {
    self.sources = sources
    self.listed = listed
  }

  /// The number of a record that the list of sources shows; `nil` for any other.
  func listedNumber(_ name: String) -> Int? {
    sources.prefix(listed).firstIndex { $0.name == name }.map { $0 + 1 }
  }

  /// The records that the trace cites and the list of sources does not show, by number.
  func unlisted(in trace: TraceEntry) -> [(number: Int, place: TraceEntry.RecordPlace)] {
    let others = trace.others.enumerated().map { (sources.count + $0.offset + 1, $0.element) }
    guard sources.count > listed else { return others }
    var cited: Set<Int> = []
    for piece in trace.findings.lazy.flatMap(\.grounds).flatMap(\.condition) {
      if case .records(let numbers) = piece { cited.formUnion(numbers) }
    }
    let own = cited.sorted().filter { $0 > listed && $0 <= sources.count }.map { number in
      let source = sources[number - 1]
      return (number, TraceEntry.RecordPlace(name: source.name, line: source.line))
    }
    return own + others
  }
}
