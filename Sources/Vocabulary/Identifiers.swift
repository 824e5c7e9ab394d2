/// The id of a lead (线索编号), stable for ever: `XS140900-2026Q3-00042`.
package struct LeadID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Six digits of GB/T 2260.
  package let jurisdiction: DivisionCode
  /// The quarter in which the lead was first seen.
  package let quarter: Quarter
  /// Counted from 1 in each quarter.
  package let serial: Int

  /// The id of the lead with that serial; `serial` must not be negative.
  package init(jurisdiction: DivisionCode, quarter: Quarter, serial: Int) {
    self.jurisdiction = jurisdiction
    self.quarter = quarter
    self.serial = serial
  }

  /// The id written as `description` writes it; `nil` for every other text.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].hasPrefix("XS"), parts[2].utf8.count >= 5,
      parts[2].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let jurisdiction = DivisionCode(parts[0].dropFirst(2)), let quarter = Quarter(parts[1]),
      let serial = Int(parts[2])
    else { return nil }
    self.init(jurisdiction: jurisdiction, quarter: quarter, serial: serial)
    // More zeros than the id has would be a second spelling of it.
    guard description.utf8.elementsEqual(text.utf8) else { return nil }
  }

  /// `XS140900-2026Q3-00042`; more than five digits where the serial needs them.
  package var description: String { "XS\(jurisdiction)-\(quarter)-\(padded(serial, to: 5))" }

  /// By quarter first seen, then by serial.
  package static func < (left: LeadID, right: LeadID) -> Bool {
    (left.quarter, left.serial, left.jurisdiction) < (
      right.quarter, right.serial, right.jurisdiction
    )
  }
}

/// The id of an obligor (赔偿义务人), stable for ever: `YW140900-000042`.
package struct ObligorID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let jurisdiction: DivisionCode
  /// Counted from 1 in the order of first appearance.
  package let serial: Int

  /// The id of the obligor with that serial; `serial` must not be negative.
  package init(jurisdiction: DivisionCode, serial: Int) {
    self.jurisdiction = jurisdiction
    self.serial = serial
  }

  /// The id written as `description` writes it; `nil` for every other text.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasPrefix("YW"), parts[1].utf8.count >= 6,
      parts[1].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let jurisdiction = DivisionCode(parts[0].dropFirst(2)), let serial = Int(parts[1])
    else { return nil }
    self.init(jurisdiction: jurisdiction, serial: serial)
    guard description.utf8.elementsEqual(text.utf8) else { return nil }
  }

  /// `YW140900-000042`; more than six digits where the serial needs them.
  package var description: String { "YW\(jurisdiction)-\(padded(serial, to: 6))" }

  /// By serial.
  package static func < (left: ObligorID, right: ObligorID) -> Bool {
    (left.serial, left.jurisdiction) < (right.serial, right.jurisdiction)
  }
}

/// A code of GB/T 2260 for a province, a prefecture-level city or a county: `140900`.
package struct DivisionCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 110000 to 829999.
  package let number: Int32

  /// The division with that code; `nil` outside 110000 to 829999.
  package init?(number: Int) {
    guard (110_000...829_999).contains(number) else { return nil }
    self.number = Int32(number)
  }

  /// The code written in exactly six digits; `nil` for every other text.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 6, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let number = Int(text)
    else { return nil }
    self.init(number: number)
  }

  /// The province's code: 140922 gives 140000.
  package var province: DivisionCode { DivisionCode(unchecked: number / 10_000 * 10_000) }

  /// The prefecture-level city's code: 140922 gives 140900; a province gives itself.
  package var city: DivisionCode { DivisionCode(unchecked: number / 100 * 100) }

  /// Whether the code is neither a province's nor a city's.
  package var isCounty: Bool { number % 100 != 0 }

  /// Whether `other` is this division or lies in it.
  package func contains(_ other: DivisionCode) -> Bool {
    if number % 10_000 == 0 { return other.province == self }
    if number % 100 == 0 { return other.city == self }
    return other == self
  }

  /// Six digits.
  package var description: String { padded(Int(number), to: 6) }

  /// The smaller code comes first.
  package static func < (left: DivisionCode, right: DivisionCode) -> Bool {
    left.number < right.number
  }

  private init(unchecked number: Int32) { self.number = number }
}

/// The identity of what a record says: 128 bits of a SHA-256 over its cells.
///
/// Independent of file name, row order, column order, quoting and encoding, so that the same record
/// exported again is recognised.
package struct ContentHash: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let high: UInt64
  package let low: UInt64

  /// The identity with those halves, the first eight bytes of the digest in `high`.
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// 32 hexadecimal digits.
  package var description: String {
    func hex(_ value: UInt64) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return hex(high) + hex(low)
  }

  /// In the order of the hexadecimal digits.
  package static func < (left: ContentHash, right: ContentHash) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
