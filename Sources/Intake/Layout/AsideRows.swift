internal import Vocabulary

/// Tells the rows among a table's records that are none: repeated headers, sums, notes below.
///
/// A false alarm would lose a record, so every rule asks that what identifies a record is absent.
/// Almost every row is let through after a look at the first three bytes of its first filled field.
struct AsideRows: Sendable {
  /// Folded titles of the header and the rows of codes, a row each.
  private let headings: [[String]]
  /// By column; `nil` where no profile reads it.
  private let fields: [Field?]
  /// The first three bytes that a row's first filled field may have, as one number, sorted.
  private var keys: [UInt32] = []
  /// A bit for twelve bits of each key, so that most rows need no search.
  private var bits = [UInt64](repeating: 0, count: 64)

  /// Knows the table's own headings again, and its identifying columns by what they hold.
  init(_ layout: TableLayout, columns: [ColumnReading]) {
    headings = layout.headings.map { row in row.map { FoldedTitle($0).text } }
    var fields = [Field?](repeating: nil, count: layout.titles.count)
    for column in columns where fields.indices.contains(column.index) {
      fields[column.index] = column.field
    }
    self.fields = fields
    for heading in layout.headings {
      if let first = heading.first(where: { !FoldedTitle($0).text.isEmpty }) { addKey(of: first) }
    }
    for word in AsideWords.beginnings { addKey(of: word) }
    keys.sort()
  }

  /// What the row is if it is no record; `nil` for a record.
  ///
  /// Costs some tens of nanoseconds for an ordinary row, microseconds for one that begins like a sum, a
  /// note or the header.
  func kind(of row: RowFields) -> RowKind? {
    guard fields.count > 1, let first = mayStandAside(row) else { return nil }
    if isHeading(row, first: first) { return .repeatedHeader }
    // Sums and notes begin with a word; nothing is read of long fields but their beginning.
    let start = AsideCell(row, column: first)
    guard start.isTotal || start.isNote || start.isLabel || start.isClosing else { return nil }
    let others = ((first + 1)..<max(row.count, first + 1)).map { AsideCell(row, column: $0) }
      .filter { !$0.text.isEmpty }
    if start.isTotal, isTotal(others) { return .total }
    return isFooter(start, others, width: row.count) ? .footer : nil
  }

  /// The first filled field if it begins like one of them, or ends like a sum (五台县小计).
  private func mayStandAside(_ row: RowFields) -> Int? {
    let bytes = row.bytes.span
    for field in 0..<row.count {
      let range = row.range(of: field)
      var start = range.lowerBound
      while start < range.upperBound, bytes[start] <= 0x20 { start += 1 }
      guard start < range.upperBound else { continue }
      let second = start + 1 < range.upperBound ? bytes[start + 1] : 0
      let third = start + 2 < range.upperBound ? bytes[start + 2] : 0
      if hasKey(AsideRows.key(bytes[start], second, third)) { return field }
      let end = range.upperBound
      // 计 in UTF-8.
      let endsInSum =
        range.count <= 60 && end - start >= 6 && bytes[end - 1] == 0xA1 && bytes[end - 2] == 0xAE
        && bytes[end - 3] == 0xE8
      return endsInSum ? field : nil
    }
    return nil
  }

  /// Three bytes as one number; letters lose their case, and all ASCII marks, which stand before
  /// titles and notes of any kind, are one key.
  private static func key(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    if first < 0x80 {
      let isLetter = first | 0x20 >= 0x61 && first | 0x20 <= 0x7A
      guard isLetter || first >= 0x30 && first <= 0x39 else { return 0 }
      return UInt32(first | 0x20) << 16 | UInt32(second | 0x20) << 8 | UInt32(third | 0x20)
    }
    return UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
  }

  /// The place of a key's bit: the low six bits of the second and of the third byte.
  private static func bit(_ key: UInt32) -> (word: Int, mask: UInt64) {
    (Int(key >> 8 & 0x3F), 1 << UInt64(key & 0x3F))
  }

  private func hasKey(_ key: UInt32) -> Bool {
    let bit = AsideRows.bit(key)
    guard bits[bit.word] & bit.mask != 0 else { return false }
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key
  }

  private mutating func addKey(of text: String) {
    let bytes = Array(text.utf8.drop { $0 <= 0x20 }.prefix(3)) + [0, 0, 0]
    let key = AsideRows.key(bytes[0], bytes[1], bytes[2])
    keys.append(key)
    let bit = AsideRows.bit(key)
    bits[bit.word] |= bit.mask
  }

  /// Whether the row says what one of the headings says, in every column.
  private func isHeading(_ row: RowFields, first: Int) -> Bool {
    let text = title(row, first)
    return headings.contains { heading in
      // One word alone proves nothing.
      guard heading.indices.contains(first), heading[first] == text,
        heading.count(where: { !$0.isEmpty }) > 1
      else { return false }
      return (0..<max(heading.count, row.count)).allSatisfy { column in
        title(row, column) == (heading.indices.contains(column) ? heading[column] : "")
      }
    }
  }

  /// A field folded as a title; `nil` if it is too long for one.
  private func title(_ row: RowFields, _ column: Int) -> String? {
    let range = row.range(of: column)
    if range.isEmpty { return "" }
    return range.count <= IntakeLimits.titleBytes ? FoldedTitle(row.string(column)).text : nil
  }

  /// Whether beside the word for a sum there is nothing but counts and amounts, and no value in an
  /// identifying column.
  private func isTotal(_ others: [AsideCell]) -> Bool {
    others.allSatisfy { cell in
      cell.isPlaceholder || cell.isTotal || cell.isCountOrAmount && !identifies(cell)
    }
  }

  /// Whether beside the beginning of a note there is nothing but further labels and what they
  /// announce.
  private func isFooter(_ first: AsideCell, _ others: [AsideCell], width: Int) -> Bool {
    // A note that its own commas cut has no columns.
    if first.isNote, width * 2 <= fields.count { return true }
    guard first.isLabel || first.isNote || first.isClosing else { return false }
    var label: AsideCell? = first
    for cell in others {
      if cell.isLabel || cell.isClosing {
        label = cell
      } else if let announcing = label, announcing.endsInColon || announcing.isBareLabel {
        guard announcing.endsInColon || !identifies(cell) else { return false }
        label = nil
      } else {
        guard first.isNote, !identifies(cell), others.count <= 3 else { return false }
      }
    }
    return true
  }

  private func identifies(_ cell: AsideCell) -> Bool { field(of: cell)?.identifies ?? false }

  private func field(of cell: AsideCell) -> Field? {
    fields.indices.contains(cell.column) ? fields[cell.column] : nil
  }
}

extension Field {
  /// Whether a value here shows that the row is a record.
  fileprivate var identifies: Bool {
    switch self {
    case .text(let text):
      switch text {
      case .recordNumber, .partyName, .creditCode, .personID, .weakCode, .registrationNumber,
        .organisationCode, .permitNumber, .documentNumber, .eventName:
        true
      default: false
      }
    case .identityNumber: true
    case .day, .amount, .truth, .choice, .county, .media, .channel, .coordinates, .longitude,
      .latitude:
      false
    }
  }
}
