import Vocabulary

extension EventRows {
  /// 双公示行政处罚, thirty columns of 发改办财金〔2018〕424号.
  mutating func penalty(_ event: SampleEvent) -> SheetRow {
    let county = SampleCounty.all[event.county]
    let authority = SampleHarm.authority(event.harm.bureau, in: county)
    let decided = day(sequence.between(12, 45), after: event)
    var row = SheetRow(on: decided, number: event.document)
    row[.document] = .text(event.document)
    row[.decided] = .day(decided)
    identify(&row, event, withoutCode: 4)
    if let party = event.party {
      row[.partyClass] = .text(party.kind.penaltyClass)
      if party.creditCode.isEmpty {
        row[.identityKind] = .text("身份证")
      } else {
        row[.personID] = .empty
      }
    }
    row[.violation] = .text(event.harm.violation)
    row[.facts] = .text(
      "\(event.occurred.chinese)，\(authority)执法人员对你（单位）检查，发现\(event.facts)。")
    row[.legalBasis] = .text(event.harm.law)
    row[.penaltyKind] = .text("罚款")
    row[.penaltyContent] = .text(
      "责令改正违法行为，罚款人民币\(Spelling.decimal(event.fineFen, perUnit: 1_000_000))万元")
    row[.fine] = .amount(fen: event.fineFen)
    row[.confiscated] = .text("0")
    row[.validUntil] = .text("2099/12/31")
    row[.publicUntil] = .day(decided.adding(years: 1))
    row[.authority] = .text(authority)
    row[.supplier] = .text(authority)
    let authorityCode = CheckDigits.inventedCredit(
      kind: "11", county: county.code, serial: 900_000 + county.code % 1000)
    row[.authorityCode] = .text(authorityCode)
    row[.supplierCode] = .text(authorityCode)
    row[.state] = .text("正常")
    return row
  }
}

extension SampleParty.Kind {
  /// The class of party (CF_XDR_LB) the penalties' columns ask for.
  fileprivate var penaltyClass: String {
    switch self {
    case .firm, .cooperative: "法人及非法人组织"
    case .soleTrader: "个体工商户"
    case .person: "自然人"
    }
  }
}
