/// Whether the cell is a unified social credit code of an enterprise as it is written, both its checks
/// right, which no person's number can be: it begins with a 9.
///
/// Most codes, read without folding.
func isPlainCreditCode(_ bytes: Span<UInt8>) -> Bool {
  guard bytes.count == 18, bytes[0] == 0x39 else { return false }
  // The weights are the powers of three, so that the sum can be folded from its end.
  var sum = 0
  for index in stride(from: 16, through: 0, by: -1) {
    let value = creditValue(bytes[index])
    guard value < 31 else { return false }
    sum = sum &* 3 &+ Int(value)
  }
  return creditValue(bytes[17]) == UInt8(truncatingIfNeeded: (31 &- sum % 31) % 31)
    && isOrganisationCheckRight(bytes)
}

/// Whether characters 9 to 17, known to be digits and capitals, have the check of GB 11714.
private func isOrganisationCheckRight(_ bytes: Span<UInt8>) -> Bool {
  var sum = 0
  for index in 8..<16 {
    let byte = bytes[index]
    // Letters have other values than in the whole code.
    sum &+= Int(byte < 0x41 ? byte &- 0x30 : byte &- 0x37) &* organisationWeights[index &- 8]
  }
  let check = (11 &- sum % 11) % 11
  return bytes[16] == (check == 10 ? 0x58 : 0x30 &+ UInt8(truncatingIfNeeded: check))
}

/// The value in the alphabet of GB 32100-2015; 255 for a character that is not in it.
private func creditValue(_ byte: UInt8) -> UInt8 { byte < 96 ? creditValues[Int(byte)] : 255 }

private let organisationWeights: InlineArray<8, Int> = [3, 7, 9, 10, 5, 8, 4, 2]

/// By ASCII character, up to `Z` and those behind it.
private let creditValues: InlineArray<96, UInt8> = [
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 255, 255, 255, 255, 255,
  255, 10, 11, 12, 13, 14, 15, 16, 17, 255, 18, 19, 20, 21, 22, 255,
  23, 24, 25, 255, 26, 27, 255, 28, 29, 30, 255, 255, 255, 255, 255, 255,
]
