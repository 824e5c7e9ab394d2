import Vocabulary

/// Check characters of the identifiers the sample invents.
///
/// No code or number made here belongs to anybody: each carries the division 1489xx, which GB/T
/// 2260 has never assigned, where a real one has the division of its registration or birth.
package enum CheckDigits {
  /// The division part of every invented identifier, before the county's last two digits.
  static let unassignedDivision = "1489"

  private static let creditAlphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  /// The value of each ASCII character in the alphabet; 0 for those outside it.
  private static let creditValues: [Int] = {
    var values = [Int](repeating: 0, count: 128)
    for (value, byte) in creditAlphabet.enumerated() { values[Int(byte)] = value }
    return values
  }()
  private static let creditWeights = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
  ]
  private static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
  private static let personWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

  /// The eighteenth character of a unified social credit code (GB 32100-2015) from the seventeen
  /// before it.
  static func credit(_ body: some Sequence<UInt8>) -> UInt8 {
    var sum = 0
    for (weight, byte) in zip(creditWeights, body) {
      sum += weight * creditValues[Int(byte & 0x7F)]
    }
    return creditAlphabet[(31 - sum % 31) % 31]
  }

  /// The ninth character of an organisation code (GB 11714-1997) from the eight before it.
  static func organisation(_ body: some Sequence<UInt8>) -> UInt8 {
    var sum = 0
    for (weight, byte) in zip(organisationWeights, body) {
      sum += weight * Int(byte < 0x41 ? byte - 0x30 : byte - 0x41 + 10)
    }
    switch 11 - sum % 11 {
    case 10: return UInt8(ascii: "X")
    case 11: return UInt8(ascii: "0")
    case let digit: return 0x30 + UInt8(digit)
    }
  }

  /// The eighteenth character of a person's number (GB 11643-1999) from the seventeen before it.
  static func person(_ body: some Sequence<UInt8>) -> UInt8 {
    let sum = zip(personWeights, body).reduce(0) { $0 + $1.0 * Int($1.1 - 0x30) }
    return Array("10X98765432".utf8)[sum % 11]
  }

  /// An invented unified social credit code with both its check characters right.
  ///
  /// `kind` is 91 for enterprises, 92 for sole traders, 93 for cooperatives; `serial` makes the
  /// organisation code `YW` and six digits.
  static func inventedCredit(kind: String, county: Int, serial: Int) -> String {
    String(decoding: inventedCreditBytes(kind: kind, county: county, serial: serial), as: UTF8.self)
  }

  /// The same as bytes; from a million on the organisation code's second letter counts up.
  package static func inventedCreditBytes(kind: String, county: Int, serial: Int) -> [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(18)
    body.append(contentsOf: kind.utf8)
    body.append(contentsOf: unassignedDivision.utf8)
    append(county % 100, width: 2, to: &body)
    body.append(UInt8(ascii: "Y"))
    let letters = [UInt8]("WXUTRQPNMLKJHGFEDCBA".utf8)
    body.append(letters[serial / 1_000_000 % letters.count])
    append(serial % 1_000_000, width: 6, to: &body)
    body.append(organisation(body[8...]))
    body.append(credit(body))
    return body
  }

  private static func append(_ number: Int, width: Int, to body: inout [UInt8]) {
    var power = 1
    for _ in 1..<width { power *= 10 }
    while power > 0 {
      body.append(0x30 + UInt8(number / power % 10))
      power /= 10
    }
  }

  /// An invented person's number with its check character right.
  package static func inventedPerson(county: Int, birthday: Day, serial: Int) -> String {
    let (year, month, day) = birthday.civil
    var body = Array(
      (unassignedDivision + padded(county % 100, to: 2) + padded(year, to: 4)
        + padded(month, to: 2) + padded(day, to: 2) + padded(serial % 1000, to: 3)).utf8)
    body.append(person(body))
    return String(decoding: body, as: UTF8.self)
  }
}
