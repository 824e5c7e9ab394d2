internal import Vocabulary

/// Counts totals again from the tables.
enum TotalCheck {
  static func findings(
    _ totals: [SubmittedTotal], in tables: [SubmittedTable]
  ) -> [PackageFinding] {
    var findings: [PackageFinding] = []
    for total in totals {
      guard let basis = total.basis else {
        findings.append(
          PackageFinding(
            .uncountedTotal, path: PackageLayout.descriptor, field: total.name, value: total.value))
        continue
      }
      let counted = count(basis, in: tables)
      guard let counted, ExactText.isSame(counted, total.value) else {
        let said = counted ?? "—"
        findings.append(
          PackageFinding(
            .wrongTotal, path: PackageLayout.descriptor, field: total.name, value: total.value,
            detail: Wording(
              zh: "\(basis.table) 表数出 \(said)", en: "the table \(basis.table) has \(said)")))
        continue
      }
    }
    if Set(totals.map(\.name)).count < totals.count {
      findings.append(
        PackageFinding(
          .wrongTotal, path: PackageLayout.descriptor, field: "totals",
          detail: Wording(zh: "名称重复", en: "a name stands twice")))
    }
    return findings
  }

  /// What the tables give; `nil` if they lack the table or a column, or hold what is no amount.
  private static func count(_ basis: SubmittedTotal.Basis, in tables: [SubmittedTable]) -> String? {
    guard let table = tables.first(where: { $0.name == basis.table }) else { return nil }
    var tests: [(place: Int, words: Set<[UInt8]>)] = []
    for condition in basis.conditions {
      guard let place = table.column(condition.field) else { return nil }
      tests.append((place, Set(condition.words.map { Array($0.utf8) })))
    }
    let rows = table.rows.lazy.filter { row in
      tests.allSatisfy { $0.words.contains(Array((row[$0.place] ?? "").utf8)) }
    }
    switch basis.measure {
    case .rows: return String(rows.count)
    case .distinct(let field):
      guard let place = table.column(field) else { return nil }
      return String(Set(rows.compactMap { $0[place].map { Array($0.utf8) } }).count)
    case .sum(let field):
      guard let place = table.column(field) else { return nil }
      let cells = rows.compactMap { $0[place] }
      return table.fields[place].kind == .integer ? wholeSum(cells) : sum(cells)
    }
  }

  private static func wholeSum(_ cells: some Sequence<String>) -> String? {
    var whole = 0
    for cell in cells {
      guard let number = Int(cell) else { return nil }
      let (next, overflow) = whole.addingReportingOverflow(number)
      guard !overflow else { return nil }
      whole = next
    }
    return String(whole)
  }

  private static func sum(_ cells: some Sequence<String>) -> String? {
    var fen: Int64 = 0
    for cell in cells {
      let isNegative = cell.utf8.first == UInt8(ascii: "-")
      guard let amount = Money(yuan: isNegative ? cell.dropFirst() : cell[...]) else { return nil }
      let (next, overflow) = fen.addingReportingOverflow(isNegative ? -amount.fen : amount.fen)
      guard !overflow else { return nil }
      fen = next
    }
    return Money(fen: fen).description
  }
}
