/// The key under which spellings of one document number are one: `晋环罚〔2026〕12号`.
///
/// All brackets become `[` and `]`, full-width characters half-width, letters upper case, dashes one;
/// spaces and characters without width go. Everything else stays, 号 too. Empty for a blank.
package func documentKey(_ bytes: Span<UInt8>) -> [UInt8] {
  foldedKey(bytes) { scalar in
    switch Unicode.Scalar(scalar) {
    case "(", "〔", "【", "﹝", "〖", "「", "『", "<", "《", "〈", "{": 0x5B
    case ")", "〕", "】", "﹞", "〗", "」", "』", ">", "》", "〉", "}": 0x5D
    default: scalar
    }
  }
}

/// The key under which spellings of one name are one that differ only in how they were typed.
///
/// As `documentKey`, but brackets become `(` and `)`, as names have them. What else differs in names,
/// the region, the legal form, is for matching to weigh. Linear in the length, any length.
package func nameKey(_ bytes: Span<UInt8>) -> [UInt8] {
  foldedKey(bytes) { scalar in
    switch Unicode.Scalar(scalar) {
    case "[", "〔", "【", "﹝", "〖", "{", "<", "〈": 0x28
    case "]", "〕", "】", "﹞", "〗", "}", ">", "〉": 0x29
    default: scalar
    }
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
