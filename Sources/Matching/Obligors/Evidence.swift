internal import Vocabulary

/// What speaks for and against two parties being one, piece by piece; weights in thousandths of a bit.
struct Evidence {
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
  var code = CodeAccord.missing
  /// What must agree beside the names.
  var need = NameNeed.nothing
  /// Why they cannot be one, whatever agrees.
  var vetoes: NameVetoes = []

  /// The sum, county and address capped together.
  func weight(_ model: MatchingModel) -> Int32 {
    var sum = name.weight(model) + repeated + place(model)
    sum += person.weight(model.people) + permit.weight(model.permits)
    sum += event.weight(model)
    return sum + code.weight(model)
  }

  /// What county and address weigh together.
  func place(_ model: MatchingModel) -> Int32 {
    min(model.placeCap, county.weight(model.counties) + address.weight(model))
  }

  /// Every piece that says something, and what the cap took away.
  func waterfall(_ model: MatchingModel) -> Waterfall {
    var pieces = [Waterfall.Piece("name", name.word, name.weight(model))]
    func add(_ evidence: String, _ level: String, _ weight: Int32, if isSaid: Bool) {
      if isSaid { pieces.append(Waterfall.Piece(evidence, level, weight)) }
    }
    add("repeats", "name", repeated, if: repeated != 0)
    add("county", county.rawValue, county.weight(model.counties), if: county != .missing)
    add("address", address.word, address.weight(model), if: address != .missing)
    let surplus = county.weight(model.counties) + address.weight(model) - place(model)
    add("cap", "place", -surplus, if: surplus > 0)
    add("representative", person.rawValue, person.weight(model.people), if: person != .missing)
    add("permit", permit.rawValue, permit.weight(model.permits), if: permit != .missing)
    add("event", event.rawValue, event.weight(model), if: event != .missing)
    add("code", code.rawValue, code.weight(model), if: code != .missing)
    return Waterfall(model: model.version, bar: model.join, pieces: pieces)
  }
}

extension NameFinding {
  func weight(_ model: MatchingModel) -> Int32 { model.names[Int(rawValue)] }
}

extension CodeAccord {
  func weight(_ model: MatchingModel) -> Int32 {
    switch self {
    case .oneSlip: model.codeSlip
    case .unproven: model.unprovenCode
    case .missing: 0
    }
  }
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
