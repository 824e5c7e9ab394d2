package import Vocabulary

/// A field that a newer version of a record states otherwise, both values as officials read them.
package struct VersionChange: Sendable, Hashable {
  package let field: Field
  /// Empty where that version says nothing.
  package let earlier: String
  package let later: String

  /// Everything in which two rows differ, in the order of fields; media as a whole.
  ///
  /// Numbers of persons and names of reporters are not shown, only that they changed. Two versions
  /// that differ in nothing the program reads give none.
  package static func between(_ earlier: Int, _ later: Int, in table: RecordTable)
    -> [VersionChange]
  {
    Field.all.compactMap { field in
      let (before, after) = (said(field, earlier, table), said(field, later, table))
      guard before != after else { return nil }
      if case .text(let text) = field, text.isRestricted {
        return VersionChange(field: field, earlier: hidden(before), later: hidden(after))
      }
      return VersionChange(
        field: field, earlier: PersonalNumbers.masked(before),
        later: PersonalNumbers.masked(after))
    }
  }

  private static func hidden(_ text: String) -> String { text.isEmpty ? "" : "（不显示）" }

  /// What the row says of a field, in Chinese; empty where it says nothing.
  private static func said(_ field: Field, _ row: Int, _ table: RecordTable) -> String {
    switch field {
    case .text(let field): table.string(field, row)
    case .day(let field): table.day(field, row)?.description ?? ""
    case .amount(let field): table.amount(field, row).map { "\($0) 元" } ?? ""
    case .truth(let field):
      table.truth(field, row) == .unknown ? "" : table.truth(field, row).wording.zh
    case .choice(let field): choice(field, row, table)
    case .county: table.division(row)?.description ?? ""
    case .coordinates:
      table.point(row).map { "\(decimal($0.longitude))，\(decimal($0.latitude))" } ?? ""
    case .media: table.media[row].cases.map(\.term).joined(separator: "、")
    case .channel: table.channels[row].cases.map(\.wording.zh).joined(separator: "、")
    case .longitude, .latitude, .identityNumber: ""
    }
  }

  private static func choice(_ field: ChoiceField, _ row: Int, _ table: RecordTable) -> String {
    switch field {
    case .emergencyLevel: table.emergencyLevel(row)?.term ?? ""
    case .destructionLevel: table.destructionLevel(row)?.term ?? ""
    case .damageBasis: table.damageBasis(row)?.term ?? ""
    case .restorationRoute: table.restorationRoute(row)?.term ?? ""
    case .inspectorateLevel:
      switch table.inspectorateLevel(row) {
      case .central: "中央"
      case .provincial: "省级"
      case nil: ""
      }
    // Coordinates are kept on CGCS2000 whatever they were declared in.
    case .datum: ""
    }
  }

  /// Six decimals of a degree, about a tenth of a metre.
  private static func decimal(_ degrees: Double) -> String {
    guard degrees.isFinite, degrees.magnitude <= 360 else { return "" }
    let millionths = Int((degrees.magnitude * 1_000_000).rounded())
    return (degrees < 0 ? "-" : "") + "\(millionths / 1_000_000)."
      + padded(millionths % 1_000_000, to: 6)
  }
}

extension RestorationRoute {
  /// The route as officials read it.
  fileprivate var term: String {
    switch self {
    case .adminEnforcement: "行政执法"
    case .litigation: "诉讼"
    case .otherRoute: "其他途径"
    case .obligorRestoration: "义务人自行修复"
    case .carbonCredit: "碳汇认购"
    case .none: "无"
    }
  }
}
