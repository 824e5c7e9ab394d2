/// Why two parties that weigh enough to be one are not joined; raw values are kept by the ledger.
package enum RefusalReason: String, Sendable, Hashable, CaseIterable {
  /// What identifies the two differs.
  case twoCodes = "two-codes"
  case twoPersons = "two-persons"
  /// Earlier quarters know them as two, and nobody has said that they are one.
  case settledApart = "settled-apart"
  /// A person has said that they are not one, or that nobody can say.
  case judged
  /// Another candidate weighs nearly as much.
  case secondBest = "second-best"
  /// Neither says enough of itself to draw the other to it.
  case unanchored
  /// The names are only alike, or anybody's, and what agrees beside them is not enough.
  case unsupported
  /// What their names say against each other.
  case numerals, marks
  case branchAgainstParent = "branch-against-parent"
  case branches, brackets
  case publicPlaces = "public-places"
  case regions
  case personAgainstOrganisation = "person-against-organisation"
  case persons

  /// What officials read.
  package var wording: Wording {
    switch self {
    case .twoCodes: Wording(zh: "双方各有不同的有效代码", en: "two different valid codes")
    case .twoPersons: Wording(zh: "双方各有不同的证件号码", en: "two different person ids")
    case .settledApart:
      Wording(zh: "往季登记为两个赔偿义务人", en: "two obligors in the register of earlier quarters")
    case .judged:
      Wording(zh: "人工判定为不同或不能确定", en: "a person decided: different, or cannot be told")
    case .secondBest:
      Wording(zh: "另一候选的证据几乎相当", en: "another candidate weighs nearly as much")
    case .unanchored:
      Wording(zh: "双方均无代码和详细地址", en: "neither has a code or an exact address")
    case .unsupported:
      Wording(
        zh: "名称只是相近或多处可用，其余证据不足以认定为一家",
        en: "the names are only alike or borne in many places, and nothing else settles it")
    case .numerals: Wording(zh: "名称中的编号不同", en: "numbers in the names differ")
    case .marks:
      Wording(zh: "名称中的方位、字母或大小不同", en: "direction, letter or size in the names differs")
    case .branchAgainstParent: Wording(zh: "一方为分支机构", en: "one is a branch")
    case .branches: Wording(zh: "同一单位的不同分支机构", en: "two branches of one body")
    case .brackets: Wording(zh: "括号内容不同", en: "what stands in brackets differs")
    case .publicPlaces:
      Wording(zh: "不同地方的机关或村居", en: "public bodies or villages of two places")
    case .regions: Wording(zh: "行政区划不同", en: "their divisions differ")
    case .personAgainstOrganisation:
      Wording(zh: "一方为个人，一方为单位", en: "a person and an organisation")
    case .persons: Wording(zh: "两个不同的姓名", en: "two different persons' names")
    }
  }
}

/// Two records of one matter that weigh enough, or nearly, to be of one obligor or lead, and are not
/// joined.
///
/// `Record` is how a record is known: by its row, or by its id in the ledger.
package struct Refusal<Record: Sendable & Hashable>: Sendable, Hashable {
  package let scope: JoinScope
  package let left: Record
  package let right: Record
  /// At least one.
  package let reasons: [RefusalReason]
  /// `nil` where a rule would join and nothing is weighed.
  package let waterfall: Waterfall?
  package let second: SecondBest<Record>?

  /// A refusal for those reasons.
  package init(
    scope: JoinScope, left: Record, right: Record, reasons: [RefusalReason],
    waterfall: Waterfall?, second: SecondBest<Record>?
  ) {
    self.scope = scope
    self.left = left
    self.right = right
    self.reasons = reasons
    self.waterfall = waterfall
    self.second = second
  }

  /// In thousandths of a bit.
  package var weight: Int32? { waterfall?.weight }

  /// The same refusal of records that are known otherwise; `nil` if one of the two is not known so.
  ///
  /// A second-best candidate that is not known so is left out.
  package func map<Other>(_ other: (Record) -> Other?) -> Refusal<Other>? {
    guard let one = other(left), let two = other(right) else { return nil }
    return Refusal<Other>(
      scope: scope, left: one, right: two, reasons: reasons, waterfall: waterfall,
      second: second.flatMap { $0.map(other) })
  }
}
