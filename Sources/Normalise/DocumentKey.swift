/// The key under which spellings of one document number are one: `晋环罚〔2026〕12号`.
///
/// All brackets become `[` and `]`, full-width characters half-width, letters upper case, dashes one;
/// spaces and characters without width go, and so does the 第 of `〔2026〕第12号` and `罚字第12号`.
/// Everything else stays, 号 too. Empty for a blank.
package func documentKey(_ bytes: Span<UInt8>) -> [UInt8] {
  let folded = foldedKey(bytes) { scalar in
    switch Unicode.Scalar(scalar) {
    case "(", "〔", "【", "﹝", "〖", "「", "『", "<", "《", "〈", "{": 0x5B
    case ")", "〕", "】", "﹞", "〗", "」", "』", ">", "》", "〉", "}": 0x5D
    default: scalar
    }
  }
  return withoutOrdinalWords(folded)
}

/// The key without a 第 between the year or 字 and the digits: 第1分局 and 1分局 stay two.
private func withoutOrdinalWords(_ key: [UInt8]) -> [UInt8] {
  let word: [UInt8] = [0xE7, 0xAC, 0xAC]
  let letter: [UInt8] = [0xE5, 0xAD, 0x97]
  var result: [UInt8] = []
  result.reserveCapacity(key.count)
  for byte in key {
    if isDigit(byte) {
      var kept = result.count
      while kept >= 3, result[kept - 3..<kept].elementsEqual(word) { kept -= 3 }
      if kept > 0, result[kept - 1] == 0x5D || result[..<kept].suffix(3).elementsEqual(letter) {
        result.removeLast(result.count - kept)
      }
    }
    result.append(byte)
  }
  return result
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// The key under which spellings of one name are one that differ only in how they were typed.
///
/// As `documentKey`, but brackets become `(` and `)`, as names have them. What else differs in names,
/// the region, the legal form, is for matching to weigh. Linear in the length, any length.
package func nameKey(_ bytes: Span<UInt8>) -> [UInt8] {
  foldedKey(bytes, foldedNameBracket)
}

/// Appends the UTF-16 units of `nameKey`, for who goes on to fold them.
package func appendNameUnits(_ bytes: Span<UInt8>, to units: inout [UInt16]) {
  units.reserveCapacity(units.count + bytes.count / 3 + 2)
  var position = 0
  while position < bytes.count {
    let scalar = UTF8Scalar.next(in: bytes, at: &position)
    guard let folded = FoldedCell.folded(scalar), folded != 0x20 else { continue }
    if folded < 0x1_0000 {
      units.append(UInt16(truncatingIfNeeded: foldedNameBracket(folded)))
    } else {
      let pair = folded - 0x1_0000
      units.append(UInt16(truncatingIfNeeded: 0xD800 + pair >> 10))
      units.append(UInt16(truncatingIfNeeded: 0xDC00 + pair & 0x3FF))
    }
  }
}

private func foldedNameBracket(_ scalar: UInt32) -> UInt32 {
  switch Unicode.Scalar(scalar) {
  case "[", "〔", "【", "﹝", "〖", "{", "<", "〈": 0x28
  case "]", "〕", "】", "﹞", "〗", "}", ">", "〉": 0x29
  default: scalar
  }
}

private func foldedKey(_ bytes: Span<UInt8>, _ fold: (UInt32) -> UInt32) -> [UInt8] {
  var key: [UInt8] = []
  key.reserveCapacity(bytes.count)
  var position = 0
  while position < bytes.count {
    let scalar = UTF8Scalar.next(in: bytes, at: &position)
    guard let folded = FoldedCell.folded(scalar), folded != 0x20 else { continue }
    let result = Unicode.Scalar(fold(folded)) ?? "\u{FFFD}"
    if let encoded = UTF8.encode(result) { key.append(contentsOf: encoded) }
  }
  return key
}
