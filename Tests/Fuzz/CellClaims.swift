import Normalise
import Vocabulary

/// What holds of every cell, whatever column it stands in.
enum CellClaims {
  private static let inTenThousands = ColumnReading(
    index: 0, title: "罚款金额（万元）", field: .amount(.fine), fenPerUnit: 1_000_000)

  /// A column for every field that is read in its own way.
  private static let columns: [ColumnReading] =
    ([
      .text(.partyName), .text(.facts), .text(.documentNumber), .text(.reporterPhone),
      .text(.creditCode), .text(.personID), .text(.registrationNumber), .text(.organisationCode),
      .identityNumber, .day(.occurrence), .day(.feedbackDue), .amount(.damage), .county, .media,
      .channel, .truth(.rectified),
    ] + ChoiceField.allCases.filter { $0 != .datum }.map(Field.choice)).map {
      ColumnReading(index: 0, title: $0.name, field: $0)
    } + [inTenThousands]

  private static let normaliser = RecordNormaliser(
    columns: columns, gazetteer: Known.gazetteer, datum: nil, asOf: Known.asOf)
  private static let places = RecordNormaliser(
    columns: [
      ColumnReading(index: 0, title: "经度", field: .longitude),
      ColumnReading(index: 1, title: "纬度", field: .latitude),
      ColumnReading(index: 2, title: "坐标系", field: .choice(.datum)),
    ], gazetteer: Known.gazetteer, datum: .cgcs2000, asOf: Known.asOf)
  private static let points = RecordNormaliser(
    columns: [ColumnReading(index: 0, title: "经纬度", field: .coordinates)],
    gazetteer: Known.gazetteer, datum: .cgcs2000, asOf: Known.asOf)

  static func check(_ input: [UInt8]) {
    // No field holds what is no UTF-8, but nothing may depend on that.
    readEverything(input)
    let cell = input.repaired
    readEverything(cell)
    checkKeys(cell)
    let rows = cell.split(separator: 0x7C, omittingEmptySubsequences: false).prefix(4).map(
      Array.init)
    RowClaims.check(rows.map { [$0] }, normaliser, kind: .inspection)
    RowClaims.check(rows.map { [$0] }, points, kind: .inspection)
    RowClaims.check([Array(rows.prefix(3))], places, kind: .inspection)
    checkAgreement(cell)
  }

  private static func readEverything(_ cell: [UInt8]) {
    let bytes = cell.span
    if let place = readCoordinates(bytes).usable { RowClaims.check(place.point(.undeclared)) }
    let axis = readAxis(bytes)
    if let place = readPlace(longitude: axis, latitude: axis).usable {
      RowClaims.check(place.point(.undeclared))
    }
    _ = isPlaceholder(bytes)
    for fenPerUnit: Int64 in [100, 1_000_000] {
      let amount = readAmount(bytes, fenPerUnit: fenPerUnit, isUnitStated: true).usable
      claim((amount?.fen ?? 0) >= 0, "a negative amount")
    }
    if let code = Known.gazetteer.code(for: bytes).usable {
      claim(Known.gazetteer.name(of: code) != nil, "a division without a name")
    }
  }

  /// Keys are UTF-8, and the key of a key is the key; masked numbers have nothing left to mask.
  private static func checkKeys(_ cell: [UInt8]) {
    for key in [documentKey, nameKey] {
      let folded = key(cell.span)
      claim(folded.isUTF8, "a key that is no UTF-8")
      claim(key(folded.span) == folded, "the key of a key is another")
    }
    let masked = PersonalNumbers.masked(String(decoding: cell, as: UTF8.self))
    claim(PersonalNumbers.masked(masked) == masked, "a number is left after masking")
  }

  /// What the normaliser stores is what the grammar of the field reads, be it by a shorter way.
  private static func checkAgreement(_ cell: [UInt8]) {
    let (stored, problems) = RowClaims.read([cell], normaliser, kind: .inspection)
    let bytes = cell.span
    func agree(_ field: String, _ isEqual: Bool) {
      claim(isEqual, "\(field) is stored as something else than is read")
    }
    agree("a day", stored.days[.occurrence] == readDay(bytes, asOf: Known.asOf).usable)
    agree(
      "a deadline",
      stored.days[.feedbackDue] == readDay(bytes, asOf: Known.asOf.adding(years: 10)).usable)
    agree("an amount", stored.amounts[.damage] == readAmount(bytes, fenPerUnit: 100).usable)
    agree(
      "an amount in 万元",
      stored.amounts[.fine]
        == readAmount(bytes, fenPerUnit: 1_000_000, isUnitStated: true).usable)
    agree("a truth", stored.truths[.rectified] == readTruth(bytes).usable.map { Truth($0) })
    agree("a division", stored.county == Known.gazetteer.code(for: bytes).usable)
    agree("media", stored.media == readMedia(bytes).usable?.bits ?? 0)
    for choice in ChoiceField.allCases where choice != .datum {
      agree(choice.name, stored.choices[choice] == readChoice(bytes, of: choice).usable)
    }
    claim(problems.rejecting == nil, "a cell of a column that is not required rejects its row")
    // Spaces around a cell mean nothing, and send it past the shorter ways.
    guard cell.count < 60 else { return }
    let (padded, others) = RowClaims.read([[0x20] + cell + [0x20]], normaliser, kind: .inspection)
    claim(padded == stored, "spaces around a cell change what is read")
    claim(
      others.flags.map(\.code) == problems.flags.map(\.code), "spaces around a cell are flagged")
  }
}
