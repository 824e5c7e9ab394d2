package import Vocabulary

/// What was equal between two records, in Chinese, for matches.csv and `explain`.
///
/// Names a company's code in full; a person's number never appears.
package enum JoinEvidence {
  /// What the join rests on: its own words, or what its rule found equal between its rows of `table`;
  /// of a weighed join the names alone.
  package static func text(_ join: Join, _ table: RecordTable) -> String {
    join.evidence ?? text(join.rule, table, join.earlier, join.later)
  }

  static func text(_ rule: JoinRule, _ table: RecordTable, _ left: Int, _ right: Int) -> String {
    switch rule {
    case .creditCode:
      "统一社会信用代码 \(table.string(.creditCode, right))；\(names(table, left, right))"
    case .personID: "证件号码一致；\(names(table, left, right))"
    case .permitNumber:
      "许可或管制编号 \(table.string(.permitNumber, right))；\(names(table, left, right))"
    case .registrationNumber:
      "工商注册号 \(table.string(.registrationNumber, right))；\(names(table, left, right))"
    case .organisationCode:
      "组织机构代码 \(organisationCode(table, left, right))；\(names(table, left, right))"
    case .nameAndAddress:
      "\(names(table, left, right))；地址 \(table.string(.place, left)) / \(table.string(.place, right))"
    case .wholeName, .mistypedCode, .weighedEvidence: names(table, left, right)
    case .documentNumber:
      "文号 \(table.string(.documentNumber, right))；\(names(table, left, right))"
    case .recordNumber:
      "\(table.source[right].wording.zh)编号 \(table.string(.recordNumber, right))"
    case .sameEvent:
      "发生日 \(table.day(.occurrence, right)?.description ?? table.day(.discovery, right)?.description ?? "未知")；\(names(table, left, right))"
    case .person: names(table, left, right)
    case .citedNumber: "\(citation(table, left, right))；\(names(table, left, right))"
    case .sameSite, .repeatedComplaint:
      "\(site(table, left)) / \(site(table, right))；\(names(table, left, right))"
    case .newVersion: "\(key(table, right))；\(names(table, left, right))"
    }
  }

  /// What a record is known by: its number, or where it has none its document's.
  private static func key(_ table: RecordTable, _ row: Int) -> String {
    let number = table.string(.recordNumber, row)
    return number.isEmpty || table.source[row] == .penalty
      ? "文号 \(table.string(.documentNumber, row))"
      : "\(table.source[row].wording.zh)编号 \(number)"
  }

  /// What the one bears and the other cites.
  private static func citation(_ table: RecordTable, _ left: Int, _ right: Int) -> String {
    let number = table.string(.documentNumber, left) + table.string(.documentNumber, right)
    if !number.isEmpty { return "引用文号 \(number)" }
    return "引用编号 \(table.string(.recordNumber, left)) / \(table.string(.recordNumber, right))"
  }

  /// Day, place and source of what a record tells.
  private static func site(_ table: RecordTable, _ row: Int) -> String {
    let day =
      table.day(.occurrence, row) ?? table.day(.discovery, row) ?? table.day(.reportReceived, row)
    let place = table.string(.place, row)
    return "\(table.source[row].wording.zh) \(day?.description ?? "日期未写") "
      + (place.isEmpty ? "地点未写" : place)
  }

  private static func organisationCode(_ table: RecordTable, _ left: Int, _ right: Int) -> String {
    let stated = table.string(.organisationCode, left)
    return stated.isEmpty ? table.string(.organisationCode, right) : stated
  }

  private static func names(_ table: RecordTable, _ left: Int, _ right: Int) -> String {
    let one = table.string(.partyName, left)
    // Equal ids are equal texts: most joins are of these.
    if table.text(.partyName, left) == table.text(.partyName, right) {
      return one.isEmpty ? "未写名称" : "名称 \(one)"
    }
    let other = table.string(.partyName, right)
    return "名称 \(one.isEmpty ? "未写" : one) / \(other.isEmpty ? "未写" : other)"
  }
}
