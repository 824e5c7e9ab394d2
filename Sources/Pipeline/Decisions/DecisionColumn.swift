/// What a column of a file of decisions holds, known by its title.
enum DecisionColumn: FilledColumn {
  case item, kind, scope, left, right, verdict, person, day, reason

  /// The titles of review.csv and of the sheet, and those people put in their place.
  var titles: [String] {
    switch self {
    case .item: ["item", "编号", "事项编号"]
    case .kind: ["kind", "类别"]
    case .scope: ["scope", "范围"]
    case .left: ["left", "对象一"]
    case .right: ["right", "对象二"]
    case .verdict: ["verdict", "结论"]
    case .person: ["person", "决定人"]
    case .day: ["day", "日期"]
    case .reason: ["reason", "理由"]
    }
  }

  var isAnswer: Bool {
    switch self {
    case .verdict, .person, .day, .reason: true
    case .item, .kind, .scope, .left, .right: false
    }
  }

  var kind: FilledKind { self == .day ? .day : .text }

  static func missing(among there: Set<DecisionColumn>) -> [DecisionColumn] {
    let hasSubject = there.contains(.item) || there.isSuperset(of: [.left, .right])
    return (hasSubject ? [] : [.item])
      + [.verdict, .person, .day, .reason].filter { !there.contains($0) }
  }
}
