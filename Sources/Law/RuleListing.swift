package import Vocabulary

/// The packs of a chain and whether each is in force on a day: `leadscreen rules list`.
package struct RuleListing: Sendable {
  /// One pack.
  package struct Row: Sendable, Hashable {
    package let id: String
    package let version: String
    package let title: String
    package let documentNumber: String?
    package let status: PackStatus
    /// `true`, `false` or `unknown`, on the day asked for; signed answers to what the text leaves open
    /// count.
    package let isInForce: Truth
    package let validity: PackValidity
    package let ruleCount: Int
    package let deadlineCount: Int
  }

  package let rows: [Row]

  /// The packs in the order given, with the answers of the register.
  package init(_ packs: [RulePack], on day: Day, _ register: QuestionRegister) {
    rows = packs.map { pack in
      Row(
        id: pack.id, version: pack.version, title: pack.title,
        documentNumber: pack.documentNumber, status: pack.status,
        isInForce: Reading().isInForce(pack, on: day, register), validity: pack.validity,
        ruleCount: pack.rules.count, deadlineCount: pack.deadlines.count)
    }
  }

  /// One Chinese line a pack.
  package var lines: [String] {
    rows.map { row in
      "\(row.isInForce.letter) \(row.id) \(row.version)（\(row.status.wording.zh)）"
        + " \(row.documentNumber ?? "无文号") \(row.title)：\(row.validity.fromText)，"
        + "\(row.validity.untilText)；规则\(row.ruleCount)条，期限\(row.deadlineCount)项"
    }
  }
}

extension PackValidity {
  /// From when the document is in force, with what is not known of it.
  var fromText: String {
    switch (notBefore, certainFrom) {
    case (nil, nil): "施行日不详"
    case (nil, let certain?): "最迟\(certain)起施行，起日不详"
    case (let first?, nil): "施行日不详，不早于\(first)，其后是否施行未知"
    case (let first?, let certain?) where first == certain: "\(first)起施行"
    case (let first?, let certain?): "施行日在\(first)至\(certain)之间，具体不详"
    }
  }

  /// Until when, the day named included.
  var untilText: String {
    switch (lastCertainDay, possiblyUntil) {
    case (nil, nil): "未载明期限"
    case (let certain?, nil): "确定有效至\(certain)，其后不详"
    case (nil, let last?): "至迟\(last)止"
    case (let certain?, let last?) where certain == last: "有效至\(last)（含当日）"
    case (let certain?, let last?) where certain.adding(days: 1) == last:
      "有效至\(certain)，\(last)当日是否有效不详"
    case (let certain?, let last?): "确定有效至\(certain)，其后至\(last)是否有效不详"
    }
  }
}
