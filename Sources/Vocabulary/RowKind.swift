/// What a row of a file is: a data record, or something that stands around the records.
///
/// Raw values are names in the manifest and never change.
package enum RowKind: String, Sendable, Hashable, CaseIterable {
  /// The byte order mark and a `sep=` line: about the file, not of the table.
  case mark
  /// A title or a note above the header.
  case caption
  case header
  /// A second row of titles or codes, next to the header.
  case codes
  case record
  /// The header once more among the records.
  case repeatedHeader = "repeated_header"
  /// Sums: 合计, 总计, 小计.
  case total
  /// A note below the table.
  case footer
  /// Nothing but delimiters and white space.
  case blank

  package var wording: Wording {
    switch self {
    case .mark: Wording(zh: "标记", en: "marks")
    case .caption: Wording(zh: "标题和说明", en: "captions")
    case .header: Wording(zh: "表头", en: "header")
    case .codes: Wording(zh: "第二行列名", en: "second header rows")
    case .record: Wording(zh: "记录", en: "records")
    case .repeatedHeader: Wording(zh: "重复的表头", en: "repeated headers")
    case .total: Wording(zh: "合计行", en: "totals")
    case .footer: Wording(zh: "表尾说明", en: "footers")
    case .blank: Wording(zh: "空行", en: "blank rows")
    }
  }

  /// The code that says why such a row is no record; `nil` for kinds that need no reason.
  package var asideCode: ProblemCode? {
    switch self {
    case .caption: .captionLine
    case .codes: .codeRow
    case .repeatedHeader: .repeatedHeader
    case .total: .totalRow
    case .footer: .footerLine
    case .mark, .header, .record, .blank: nil
    }
  }
}

/// How much of a file rows of one kind take up.
package struct RowExtent: Sendable, Hashable {
  package var rows = 0
  /// Physical lines; a quoted line break makes one row several lines.
  package var lines = 0
  /// With line ends.
  package var bytes = 0

  /// An extent of that many rows, lines and bytes.
  package init(rows: Int = 0, lines: Int = 0, bytes: Int = 0) {
    self.rows = rows
    self.lines = lines
    self.bytes = bytes
  }
}

/// The whole of a file by kinds of rows: extents add up to its lines and bytes.
package struct RowBalance: Sendable, Hashable {
  private var extents = [RowExtent](repeating: RowExtent(), count: RowKind.allCases.count)

  /// A balance of nothing.
  package init() {}

  /// What rows of that kind take up.
  package subscript(kind: RowKind) -> RowExtent {
    get { extents[RowBalance.place(kind)] }
    set { extents[RowBalance.place(kind)] = newValue }
  }

  /// Adds one row.
  package mutating func add(_ kind: RowKind, lines: Int, bytes: Int) {
    let place = RowBalance.place(kind)
    extents[place].rows += 1
    extents[place].lines += lines
    extents[place].bytes += bytes
  }

  /// Physical lines of all kinds.
  package var lines: Int { extents.reduce(0) { $0 + $1.lines } }
  /// Bytes of all kinds.
  package var bytes: Int { extents.reduce(0) { $0 + $1.bytes } }

  private static func place(_ kind: RowKind) -> Int {
    switch kind {
    case .mark: 0
    case .caption: 1
    case .header: 2
    case .codes: 3
    case .record: 4
    case .repeatedHeader: 5
    case .total: 6
    case .footer: 7
    case .blank: 8
    }
  }
}

/// A row that is no record, with the reason: one row of set_aside.csv.
package struct AsideRow: Sendable, Hashable {
  /// The file's place among the run's intake accounts, from 0.
  package var file: Int32
  package var kind: RowKind
  /// The physical line where it starts, counted from 1.
  package var line: Int32
  /// The row as text, for display.
  package var text: String

  /// A row set aside.
  package init(file: Int32, kind: RowKind, line: Int32, text: String) {
    self.file = file
    self.kind = kind
    self.line = line
    self.text = text
  }
}
