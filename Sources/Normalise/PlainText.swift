/// Whether the whole cell is a text to be kept as it stands.
///
/// Nothing to trim, nothing forbidden, not too long, no placeholder: most texts, looked at eight
/// bytes at a time. `false` leaves it to be looked at scalar by scalar.
func isPlainText(_ bytes: Span<UInt8>, kind: TextKind) -> Bool {
  let count = bytes.count
  guard count > 0, count <= (kind == .free ? 4_000 : 500) else { return false }
  let first = bytes[0]
  let last = bytes[count - 1]
  // A hanzi of the main block has three bytes; a bracket may end the mark of an export.
  guard isPlainStart(first, bytes, kind),
    last > 0x20 && last < 0x7F ? last != 0x29 : count >= 3 && isHanziLead(bytes[count - 3])
  else { return false }
  return !hasByteToLookAt(bytes)
}

private func isPlainStart(_ first: UInt8, _ bytes: Span<UInt8>, _ kind: TextKind) -> Bool {
  if isHanziLead(first) {
    guard kind != .free else { return true }
    guard bytes.count >= 3 else { return false }
    let scalar =
      UInt32(first & 0x0F) << 12 | UInt32(bytes[1] & 0x3F) << 6 | UInt32(bytes[2] & 0x3F)
    return !beginsUnknownWord(scalar)
  }
  switch first {
  // The words for "not known" begin with an N, a T or a U; a number with an exponent has a point or
  // an E second.
  case 0x4E, 0x54, 0x55, 0x6E, 0x74, 0x75: return kind == .free
  case 0x41...0x5A, 0x61...0x7A: return true
  case 0x31...0x39:
    guard kind != .free, bytes.count > 1 else { return true }
    return bytes[1] != 0x2E && bytes[1] & 0xDF != 0x45
  default: return false
  }
}

/// U+4000 to U+9FFF: no space, nothing without width.
private func isHanziLead(_ byte: UInt8) -> Bool { byte >= 0xE4 && byte <= 0xE9 }

/// Whether a word for "not known" begins with that hanzi.
func beginsUnknownWord(_ scalar: UInt32) -> Bool {
  switch Unicode.Scalar(scalar) {
  case "无", "無", "没", "暂", "不", "未", "待", "评", "鉴", "核", "正", "空", "略", "缺", "尚": true
  default: false
  }
}

/// Whether there is a control character, or a byte that begins one of the Latin-1 block or a character
/// of direction.
private func hasByteToLookAt(_ bytes: Span<UInt8>) -> Bool {
  let raw = unsafe bytes.bytes
  let count = bytes.count
  if count < 8 {
    for byte in bytes.indices {
      let value = bytes[byte]
      if value < 0x20 || value == 0x7F || isLead(value) { return true }
    }
    return false
  }
  var offset = 0
  while offset + 8 <= count {
    if isToLookAt(word(raw, at: offset)) { return true }
    offset += 8
  }
  return isToLookAt(word(raw, at: count - 8))
}

private func isLead(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xD8 || byte == 0xE2 }

/// Whether one of eight bytes is below 0x20, or 0x7F, 0xC2, 0xD8 or 0xE2.
private func isToLookAt(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highs: UInt64 = 0x8080_8080_8080_8080
  // Without their high bits bytes can be added to without a carry into the next.
  let low = word & ~highs
  let control = ((low &+ ones) | ~(low &+ ones &* 0x60)) & ~word
  // 0xC2 and 0xE2 differ in one bit.
  let lead = (word | ones &* 0x20) ^ ones &* 0xE2
  let arabic = word ^ ones &* 0xD8
  return (control | (lead &- ones) & ~lead | (arabic &- ones) & ~arabic) & highs != 0
}
