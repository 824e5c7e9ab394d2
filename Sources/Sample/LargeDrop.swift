import Vocabulary

/// A drop of any size for benchmarks, written as it is made.
///
/// Every value follows from the seed and a number by scrambling, so nothing is kept: memory does
/// not grow with the number of records, a shorter drop is the beginning of a longer one, and the
/// truth of a record can be asked for without its file. Three sources speak of one stream of
/// events.
///
/// How often names, codes and addresses are damaged is assumed, not measured on real drops: 45 %
/// without a code, 1 % mistyped, 0.3 % somebody else's, 4 % with another legal form, 6 % without
/// the region, 3 % shortened, 3 % with one wrong character, mostly of the same sound.
package struct LargeDrop: Sendable {
  /// The sources a large drop has; together they are most of a real one.
  package enum Source: String, Sendable, CaseIterable {
    case inspection, penalty, complaint

    /// The file's place below a workspace, for that quarter.
    package func path(in quarter: Quarter) -> String {
      switch self {
      case .inspection: "Inputs/\(quarter)/执法检查_\(quarter).csv"
      case .penalty: "Inputs/\(quarter)/双公示行政处罚_\(quarter).csv"
      case .complaint: "Inputs/\(quarter)/信访举报_\(quarter).csv"
      }
    }
  }

  package let source: Source
  package let quarter: Quarter
  package let seed: UInt64

  /// A file of that source and quarter; an equal seed gives equal bytes.
  package init(
    _ source: Source, quarter: Quarter, seed: UInt64 = SampleWorkspace.defaultSeed
  ) {
    self.source = source
    self.quarter = quarter
    self.seed = seed
  }

  /// How many bytes are gathered before they are handed on.
  private static let chunk = 1 << 18

  /// Writes the header and that many records: UTF-8, commas, LF.
  ///
  /// `sink` gets the file's bytes in order, in pieces of about 256 KiB.
  package func write(records: Int, to sink: (borrowing Span<UInt8>) throws -> Void) rethrows {
    var rows = LargeRows(draws: draws)
    rows.appendHeader()
    for record in 0..<max(records, 0) {
      rows.append(record)
      if rows.bytes.count >= LargeDrop.chunk {
        try sink(rows.bytes.span)
        rows.bytes.removeAll(keepingCapacity: true)
      }
    }
    try sink(rows.bytes.span)
  }

  /// Writes what each of those records is really about: `record,event,obligor`, one row a record.
  ///
  /// Records count from 1, as in records.csv. With one seed, events have the same numbers in all
  /// sources of a quarter, and obligors in all quarters.
  package func writeTruth(records: Int, to sink: (borrowing Span<UInt8>) throws -> Void) rethrows {
    var bytes = Array("record,event,obligor\n".utf8)
    for record in 0..<max(records, 0) {
      let truth = draws.truth(record)
      bytes.append(contentsOf: "\(truth.record),\(truth.event),\(truth.obligor)\n".utf8)
      if bytes.count >= LargeDrop.chunk {
        try sink(bytes.span)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try sink(bytes.span)
  }

  /// What the record, counted from 1, is really about.
  package func truth(ofRecord record: Int) -> SampleTruth { draws.truth(record - 1) }

  private var draws: LargeDraws { LargeDraws(source: source, quarter: quarter, seed: seed) }
}

/// What a record of a large drop is really about.
package struct SampleTruth: Sendable, Hashable {
  /// Counted from 1 in its file.
  package let record: Int
  package let event: Int
  package let obligor: Int
}
