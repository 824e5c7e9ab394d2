/// What speaks for and against two parties being one, piece by piece; weights in thousandths of a bit.
struct Evidence {
  /// One line of the waterfall.
  struct Piece {
    let words: String
    let weight: Int32
  }

  /// The names that agree best, one of each party; -1 where a party has none.
  var names: (left: Int32, right: Int32) = (-1, -1)
  var name = NameFinding.different
  /// What the name is less worth because persons, shops or many obligors bear it; at most 0.
  var repeated: Int32 = 0
  var county = Accord.missing
  var address = AddressLevel.missing
  var person = Accord.missing
  var permit = Accord.missing
  var event = EventFinding.missing
  var hasCodeSlip = false
  /// Why they cannot be one, whatever agrees.
  var vetoes: NameVetoes = []

  /// The sum, county and address capped together.
  func weight(_ model: MatchingModel) -> Int32 {
    var sum = name.weight(model) + repeated + place(model)
    sum += person.weight(model.people) + permit.weight(model.permits)
    sum += event.weight(model)
    if hasCodeSlip { sum += model.codeSlip }
    return sum
  }

  /// What county and address weigh together.
  func place(_ model: MatchingModel) -> Int32 {
    min(model.placeCap, county.weight(model.counties) + address.weight(model))
  }

  /// The waterfall: every piece that weighs something, and what the cap took away.
  func pieces(_ model: MatchingModel) -> [Piece] {
    var pieces = [Piece(words: name.words, weight: name.weight(model))]
    if repeated != 0 { pieces.append(Piece(words: "该名称多见", weight: repeated)) }
    if county != .missing {
      pieces.append(Piece(words: "县区\(county.words)", weight: county.weight(model.counties)))
    }
    if address != .missing {
      pieces.append(Piece(words: address.words, weight: address.weight(model)))
    }
    let surplus = county.weight(model.counties) + address.weight(model) - place(model)
    if surplus > 0 { pieces.append(Piece(words: "县区与地址合计封顶", weight: -surplus)) }
    if person != .missing {
      pieces.append(
        Piece(words: "法定代表人\(person.words)", weight: person.weight(model.people)))
    }
    if permit != .missing {
      pieces.append(Piece(words: "许可编号\(permit.words)", weight: permit.weight(model.permits)))
    }
    if event != .missing {
      pieces.append(Piece(words: event.words, weight: event.weight(model)))
    }
    if hasCodeSlip { pieces.append(Piece(words: "代码仅差一处笔误", weight: model.codeSlip)) }
    return pieces
  }
}

extension NameFinding {
  func weight(_ model: MatchingModel) -> Int32 { model.names[Int(rawValue)] }
}

extension AddressLevel {
  func weight(_ model: MatchingModel) -> Int32 { model.addresses[Int(rawValue)] }
}

extension Accord {
  func weight(_ weights: [Int32]) -> Int32 {
    switch self {
    case .equal: weights[0]
    case .similar: weights[1]
    case .different: weights[2]
    case .missing: weights[3]
    }
  }
}

extension NameVetoes {
  /// Why not, for the officials who read a refusal.
  var words: String {
    let reasons: [(NameVetoes, String)] = [
      (.numerals, "名称中的编号不同"), (.marks, "名称中的方位、字母或大小不同"),
      (.branchAgainstParent, "一方为分支机构"), (.branches, "同一单位的不同分支机构"),
      (.brackets, "括号内容不同"), (.publicPlaces, "不同地方的机关或村居"), (.regions, "行政区划不同"),
      (.personAgainstOrganisation, "一方为个人，一方为单位"), (.persons, "两个不同的姓名"),
    ]
    return reasons.filter { contains($0.0) }.map(\.1).joined(separator: "、")
  }
}
