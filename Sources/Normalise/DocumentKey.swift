/// The key under which spellings of one document number are one: `晋环罚〔2026〕12号`.
///
/// All brackets become `[` and `]`, full-width characters half-width, letters upper case, dashes one;
/// spaces and characters without width go, and so do the 第 of `〔2026〕第12号` and `罚字第12号` and the
/// noughts of `〔2026〕012号`. Everything else stays, 号 too. Empty for a blank.
package func documentKey(_ bytes: Span<UInt8>) -> [UInt8] {
  var key: [UInt8] = []
  setDocumentKey(of: bytes, in: &key)
  return key
}

/// Puts the key of a document's number into a buffer, in place of what it held: for who asks for many.
package func setDocumentKey(of bytes: Span<UInt8>, in key: inout [UInt8]) {
  key.removeAll(keepingCapacity: true)
  appendFoldedKey(of: bytes, to: &key) { scalar in
    switch Unicode.Scalar(scalar) {
    case "(", "〔", "【", "﹝", "〖", "「", "『", "<", "《", "〈", "{": 0x5B
    case ")", "〕", "】", "﹞", "〗", "」", "』", ">", "》", "〉", "}": 0x5D
    default: scalar
    }
  }
  removeOrdinalWords(from: &key)
}

/// Removes each 第 between the year or 字 and the digits, and the noughts before digits behind the
/// year: 第1分局 and 1分局 stay two.
private func removeOrdinalWords(from key: inout [UInt8]) {
  var count = 0
  for place in key.indices {
    if isDigit(key[place]) {
      var kept = count
      while kept >= 3, ends(key, at: kept, in: (0xE7, 0xAC, 0xAC)) { kept -= 3 }
      if kept > 0, key[kept - 1] == 0x5D || kept >= 3 && ends(key, at: kept, in: (0xE5, 0xAD, 0x97))
      {
        count = kept
      }
      if key[place] == 0x30, count > 0, key[count - 1] == 0x5D, place + 1 < key.count,
        isDigit(key[place + 1])
      {
        continue
      }
    }
    key[count] = key[place]
    count += 1
  }
  key.removeLast(key.count - count)
}

/// Whether that character stands before the place.
@inline(__always)
private func ends(_ key: [UInt8], at place: Int, in character: (UInt8, UInt8, UInt8)) -> Bool {
  key[place - 1] == character.2 && key[place - 2] == character.1 && key[place - 3] == character.0
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// The key under which spellings of one name are one that differ only in how they were typed.
///
/// As `documentKey`, but brackets become `(` and `)`, as names have them. What else differs in names,
/// the region, the legal form, is for matching to weigh. Linear in the length, any length.
package func nameKey(_ bytes: Span<UInt8>) -> [UInt8] {
  var key: [UInt8] = []
  appendFoldedKey(of: bytes, to: &key, foldedNameBracket)
  return key
}

/// Appends the UTF-16 units of `nameKey`, for who goes on to fold them.
package func appendNameUnits(_ bytes: Span<UInt8>, to units: inout [UInt16]) {
  units.reserveCapacity(units.count + bytes.count / 3 + 2)
  var position = 0
  while position < bytes.count {
    let scalar = UTF8Scalar.next(in: bytes, at: &position)
    // Most are hanzi, which nothing folds.
    if (0x4E00...0x9FFF).contains(scalar) {
      units.append(UInt16(truncatingIfNeeded: scalar))
      continue
    }
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

@inline(__always)
private func appendFoldedKey(
  of bytes: Span<UInt8>, to key: inout [UInt8], _ fold: (UInt32) -> UInt32
) {
  key.reserveCapacity(key.count + bytes.count)
  var position = 0
  while position < bytes.count {
    let start = position
    let scalar = UTF8Scalar.next(in: bytes, at: &position)
    // Most are hanzi and digits, which nothing folds.
    if (0x4E00...0x9FFF).contains(scalar) {
      for place in start..<position { key.append(bytes[place]) }
      continue
    }
    if (0x30...0x39).contains(scalar) {
      key.append(bytes[start])
      continue
    }
    guard let folded = FoldedCell.folded(scalar), folded != 0x20 else { continue }
    let result = Unicode.Scalar(fold(folded)) ?? "\u{FFFD}"
    if let encoded = UTF8.encode(result) { key.append(contentsOf: encoded) }
  }
}
