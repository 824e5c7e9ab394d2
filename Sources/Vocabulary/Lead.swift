/// Why two records were joined: a sure key, evidence that weighs enough, or a person's word.
///
/// Raw values are column values of matches.csv and never change.
package enum JoinRule: String, Sendable, Hashable, CaseIterable {
  /// One obligor: the same valid code, compatible names.
  case creditCode = "credit-code"
  case personID = "person-id"
  /// One obligor: the same permit or site number, compatible names.
  case permitNumber = "permit-number"
  /// One obligor: the same whole normalised name in one city.
  case wholeName = "whole-name"
  /// One obligor: the same 15-digit registration number, compatible names.
  case registrationNumber = "registration-number"
  /// One obligor: the organisation's code within the credit code, compatible names.
  case organisationCode = "organisation-code"
  /// One obligor: a name that may repeat, at one exact address.
  case nameAndAddress = "name-and-address"
  /// One obligor: a code with one slip in it, and names that agree.
  case mistypedCode = "mistyped-code"
  /// One obligor: names, addresses and people agree by more than the bar of the model.
  case weighedEvidence = "weighed-evidence"
  /// One lead: the same document of the same authority.
  case documentNumber = "document-number"
  /// One lead: the same number in the same kind of source (first and later reports of one event).
  case recordNumber = "record-number"
  /// One lead: the same obligor, day, county, and medium or violation.
  case sameEvent = "same-event"
  /// One lead: a record cites the document or the number of another.
  case citedNumber = "cited-number"
  /// One lead: the same obligor, site, and medium or violation, within days.
  case sameSite = "same-site"
  /// One lead: a complaint within a week of what it complains of, or of another one.
  case repeatedComplaint = "repeated-complaint"
  /// One record: taken in before and exported again with a change.
  case newVersion = "new-version"
  /// A person has decided so.
  case person = "person"

  /// What kind of reason it is.
  package enum Basis: Sendable {
    case sureKey, rule, weight, person
  }

  /// Whether a key says so for sure, a rule of events, what evidence weighs, or a person.
  package var basis: Basis {
    switch self {
    case .creditCode, .personID, .permitNumber, .wholeName, .registrationNumber,
      .organisationCode, .nameAndAddress, .documentNumber, .recordNumber, .citedNumber,
      .newVersion:
      .sureKey
    case .sameEvent, .sameSite, .repeatedComplaint: .rule
    case .mistypedCode, .weighedEvidence: .weight
    case .person: .person
    }
  }

  /// The evidence in words.
  package var wording: Wording {
    switch self {
    case .creditCode: Wording(zh: "统一社会信用代码相同且名称相容", en: "same valid credit code, compatible names")
    case .personID: Wording(zh: "证件号码相同且姓名相容", en: "same valid person id, compatible names")
    case .permitNumber: Wording(zh: "许可或管制编号相同且名称相容", en: "same permit number, compatible names")
    case .wholeName: Wording(zh: "同一城市内规范化全称相同", en: "same whole normalised name in one city")
    case .registrationNumber:
      Wording(zh: "工商注册号相同且名称相容", en: "same registration number, compatible names")
    case .organisationCode:
      Wording(zh: "组织机构代码一致且名称相容", en: "same organisation code, compatible names")
    case .nameAndAddress:
      Wording(zh: "名称与详细地址均相同", en: "same name at the same exact address")
    case .mistypedCode:
      Wording(zh: "代码仅差一处笔误且名称相符", en: "codes one slip apart, names agree")
    case .weighedEvidence:
      Wording(zh: "名称、地址、人员等证据合计达到合并线", en: "weighed evidence above the bar")
    case .documentNumber: Wording(zh: "同一机关的同一文号", en: "same document of the same authority")
    case .recordNumber: Wording(zh: "同一来源的同一编号", en: "same number in the same kind of source")
    case .sameEvent:
      Wording(zh: "同一义务人、同日、同县且要素或违法类型相同", en: "same obligor, day, county and medium or violation")
    case .citedNumber:
      Wording(zh: "一方引用了另一方的文书号或编号", en: "one cites the other's document or number")
    case .sameSite:
      Wording(
        zh: "同一义务人、同一地点、要素或违法类型相同且相隔不过数日",
        en: "same obligor, site, and medium or violation, within days")
    case .repeatedComplaint:
      Wording(
        zh: "同一义务人、同一地点、要素相同，一周内的举报",
        en: "a complaint within a week at the same obligor, site and medium")
    case .newVersion:
      Wording(zh: "同一条记录再次报送，内容有更正", en: "the same record exported again with a change")
    case .person: Wording(zh: "人工判定为同一", en: "a person's decision")
    }
  }
}

/// What a person must decide before the program would go further.
package struct ReviewItem: Sendable, Hashable {
  /// Raw values are column values of review.csv and never change.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// One valid code with unrelated names.
    case codeNameConflict = "code-name-conflict"
    /// A name without a code, or a number without a name, fits several obligors.
    case ambiguousObligor = "ambiguous-obligor"
    /// One document number with several parties or authorities, and a record that does not say which.
    case documentConflict = "document-conflict"
    /// A record that sure evidence ties to two leads or more.
    case leadConflict = "lead-conflict"
    /// A source says inside or outside, the map says otherwise.
    case placeConflict = "place-conflict"
    /// Places of one lead contradict each other: inside by one, outside by another.
    case placesDisagree = "places-disagree"
    /// The version of a layer in force on the event's day and the current one differ.
    case layerVersion = "layer-version"
    /// A point lies outside the county that is stated.
    case countyConflict = "county-conflict"
    /// An area or line that a record states cannot be read.
    case unreadableShape = "unreadable-shape"
    /// Two conclusions that pull apart, by the declared tensions.
    case tension = "tension"
    /// The decision that a lead rests on was withdrawn later.
    case withdrawnDecision = "withdrawn-decision"
    /// Sources of one lead state different amounts or days.
    case valueConflict = "value-conflict"
  }

  package let kind: Kind
  package let left: String
  package let right: String
  package let question: String
  package let evidence: String
  /// The money at stake, when known.
  package let stake: Money?
  /// How much speaks for one of the two being the other, in thousandths of a bit; `nil` where nothing
  /// was weighed.
  package let weight: Int32?
  /// The records of which it is asked whether they are one; `nil` for a question of another kind.
  package let pair: RecordPair?

  /// A question about `left` and `right`, each the id of a lead or obligor or a record's name.
  package init(
    kind: Kind, left: String, right: String, question: String, evidence: String, stake: Money?,
    weight: Int32? = nil, pair: RecordPair? = nil
  ) {
    self.weight = weight
    self.pair = pair
    self.kind = kind
    self.left = left
    self.right = right
    self.question = question
    self.evidence = evidence
    self.stake = stake
  }
}

/// What became of a data record of the drop; raw values are public.
package enum RecordStatus: String, Sendable, Hashable, CaseIterable {
  /// First of its lead.
  case opened
  /// Joined a lead that another record opened.
  case merged
  /// Says what a record already taken in says.
  case repeated = "repeat"
  case rejected

  /// What officials read.
  package var wording: Wording {
    switch self {
    case .opened: Wording(zh: "新立线索", en: "opened")
    case .merged: Wording(zh: "并入线索", en: "merged")
    case .repeated: Wording(zh: "重复记录", en: "repeat")
    case .rejected: Wording(zh: "退回", en: "rejected")
    }
  }
}
