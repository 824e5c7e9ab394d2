import Intake
import Normalise
import Vocabulary

extension TrialDrop {
  /// How many bytes are gathered before they are handed on.
  private static let chunk = 1 << 18

  /// The drop as the typed rows that intake would make of its files, with each row's truth.
  ///
  /// Cells go through the program's own hashing and normalising; what reads CSV is left out.
  package func table() -> (table: RecordTable, truth: [TrialTruth]) {
    var table = RecordTable()
    var truth: [TrialTruth] = []
    truth.reserveCapacity(count)
    append(to: &table) { truth.append($0) }
    return (table, truth)
  }

  /// Puts the drop's rows behind those there are, and gives each one's truth.
  package func append(to table: inout RecordTable, _ body: (TrialTruth) -> Void) {
    let gazetteer = Gazetteer(home: plan.jurisdiction)
    let asOf = plan.quarter.lastDay.adding(days: 100)
    var readers: [(normaliser: RecordNormaliser, hasher: ContentHasher, file: Int)] = []
    for source in TrialSource.allCases {
      readers.append(
        (
          RecordNormaliser(
            columns: source.columns.enumerated().map {
              ColumnReading(index: $0.offset, title: $0.element.title, field: $0.element.field)
            }, gazetteer: gazetteer, datum: nil, asOf: asOf),
          ContentHasher(kind: source.kind, titles: source.columns.map(\.title)),
          table.fileNumber(of: source.path(plan.quarter))
        ))
    }
    var fields = RowFields()
    forEach { source, cells, record in
      fields.removeAll()
      for cell in cells {
        fields.append(Array(cell.utf8).span)
        fields.endField()
      }
      let place = source.rawValue
      let row = table.append(
        file: readers[place].file, record: record.record, line: record.record + 1,
        source: source.kind, content: readers[place].hasher.hash(of: fields))
      _ = readers[place].normaliser.normalise(fields, row: row, into: &table)
      body(record)
    }
  }

  /// Writes the files, UTF-8 with commas and LF, and truth.csv.
  ///
  /// `sink` gets a path below the workspace and the next bytes of that file, in pieces of about
  /// 256 KiB; truth.csv is `file,record,line,obligor,lead,kind`, its obligor empty where a record names
  /// nobody.
  package func write(to sink: (_ path: String, _ bytes: [UInt8]) throws -> Void) rethrows {
    let paths = paths
    var buffers = TrialSource.allCases.map { source in
      Array((source.columns.map(\.title).joined(separator: ",") + "\n").utf8)
    }
    var truths = Array("file,record,line,obligor,lead,kind\n".utf8)
    try forEach { source, cells, truth in
      let place = source.rawValue
      buffers[place].append(contentsOf: cells.map(TrialDrop.quoted).joined(separator: ",").utf8)
      buffers[place].append(UInt8(ascii: "\n"))
      let obligor = truth.obligor < 0 ? "" : "\(truth.obligor)"
      truths.append(
        contentsOf:
          "\(paths[truth.file]),\(truth.record),\(truth.record + 1),\(obligor),\(truth.lead),\(truth.kindName)\n"
          .utf8)
      if buffers[place].count >= TrialDrop.chunk {
        try sink(paths[place], buffers[place])
        buffers[place].removeAll(keepingCapacity: true)
      }
      if truths.count >= TrialDrop.chunk {
        try sink("truth.csv", truths)
        truths.removeAll(keepingCapacity: true)
      }
    }
    for (path, buffer) in zip(paths, buffers) { try sink(path, buffer) }
    try sink("truth.csv", truths)
  }

  private static func quoted(_ cell: String) -> String {
    cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A }
      ? "\"\(cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
      : cell
  }
}
