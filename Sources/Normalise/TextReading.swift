import Vocabulary

/// How the texts of a field are taken.
enum TextKind {
  /// Names and numbers: a placeholder is a missing value.
  case name
  /// Running text: kept as it stands, 无 included.
  case free
  /// A company's code or a person's number.
  case identity
  /// The vertices of an area or a line.
  case shape

  /// The most scalars that are taken; 100,000 are some 4,000 vertices.
  var limit: Int {
    switch self {
    case .name, .identity: 500
    case .free: 4_000
    case .shape: 100_000
    }
  }
}

extension TextField {
  var kind: TextKind {
    switch self {
    case .creditCode, .personID, .weakCode, .registrationNumber, .organisationCode: .identity
    case .violation, .facts, .legalBasis, .penaltyContent, .remarks: .free
    case .recordNumber, .partyName, .permitNumber, .legalRepresentative, .place, .documentNumber,
      .authority, .inspectionRound, .eventName, .reporter, .reporterPhone:
      .name
    case .placeShape: .shape
    }
  }
}

/// Reads a text: where in the cell it lies once what has no ink is trimmed from its ends.
///
/// Spaces of every kind, tabs, line breaks, characters without width and `(nbsp)` are trimmed; inside
/// nothing changes. Names and numbers have at most 500 scalars, running text 4,000 and
/// shapes 100,000, else `valueTooLong`. Control characters (but tab and line breaks) and bidirectional overrides are
/// `controlCharacter`. One pass over the bytes, no allocation.
func readText(_ bytes: Span<UInt8>, kind: TextKind) -> Reading<Range<Int>> {
  let range = inkRange(bytes)
  if range.isEmpty { return .missing }
  let limit = kind.limit
  var scalars = 0
  for index in range {
    let byte = bytes[index]
    if byte & 0xC0 != 0x80 { scalars += 1 }
    if scalars > limit { return .unreadable(.valueTooLong, TextFlaw.tooLong) }
    if byte < 0x20 ? !isBreakOrTab(byte) : isForbidden(bytes, index, byte) {
      return .unreadable(.controlCharacter, TextFlaw.control)
    }
  }
  if kind != .free, mayBePlaceholder(bytes, range), isPlaceholder(bytes.extracting(range)) {
    return .missing
  }
  return .value(range)
}

/// Reads a number kept as text; one that a spreadsheet turned into an exponent is `ruinedNumber`.
func readNumberText(_ bytes: Span<UInt8>) -> Reading<Range<Int>> {
  let reading = readText(bytes, kind: .name)
  guard case .value(let range) = reading, range.count <= 32,
    FoldedCell(bytes.extracting(range)).isScientific
  else { return reading }
  return .unreadable(.ruinedNumber, RuinedNumber.exponent)
}

/// Why a text is not taken.
private enum TextFlaw {
  static let tooLong = Wording(
    zh: "名称和编号不超过500字，正文不超过4000字，范围坐标不超过100000字",
    en: "names and numbers have at most 500 characters, running text 4,000, shapes 100,000")
  static let control = Wording(
    zh: "含有控制字符或改变书写方向的字符", en: "a control character or one that turns the direction")
}

/// Whether it pays to look: the words for "not known" are short, and the rest of what is no value
/// begins with a zero or a mark.
private func mayBePlaceholder(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  guard range.count > 15 else { return true }
  let first = bytes[range.lowerBound]
  return first <= 0x30 || first == UInt8(ascii: "_") || first == UInt8(ascii: "~")
    || first == UInt8(ascii: "\\") || first == UInt8(ascii: "?") || first == 0xE2 || first == 0xEF
}

private func isBreakOrTab(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x09 }

/// DEL, U+0080 to U+009F, U+061C, U+202A to U+202E and U+2066 to U+2069, by their UTF-8 bytes.
private func isForbidden(_ bytes: Span<UInt8>, _ index: Int, _ byte: UInt8) -> Bool {
  switch byte {
  case 0x7F: return true
  case 0xC2:
    return index + 1 < bytes.count && bytes[index + 1] >= 0x80 && bytes[index + 1] < 0xA0
  case 0xD8: return index + 1 < bytes.count && bytes[index + 1] == 0x9C
  case 0xE2:
    guard index + 2 < bytes.count else { return false }
    let last = bytes[index + 2]
    return bytes[index + 1] == 0x80 && last >= 0xAA && last <= 0xAE
      || bytes[index + 1] == 0x81 && last >= 0xA6 && last <= 0xA9
  default: return false
  }
}

/// The bytes between the first and the last that leave a mark on paper.
private func inkRange(_ bytes: Span<UInt8>) -> Range<Int> {
  var start = 0
  while start < bytes.count {
    var next = start
    let byte = bytes[start]
    if byte > 0x20 && byte < 0x80 { break }
    guard isInkless(UTF8Scalar.next(in: bytes, at: &next)) else { break }
    start = next
  }
  var end = bytes.count
  while end > start {
    if bytes[end - 1] > 0x20 && bytes[end - 1] < 0x80 && bytes[end - 1] != 0x29 { break }
    if end - start >= 6, endsWithExportMark(bytes, end) {
      end -= 6
      continue
    }
    var first = end - 1
    while first > start, end - first < 4, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    var next = first
    guard isInkless(UTF8Scalar.next(in: bytes, at: &next)), next == end else { break }
    end = first
  }
  return start..<end
}

private func isInkless(_ scalar: UInt32) -> Bool {
  switch FoldedCell.folded(scalar) {
  case nil, 0x20: true
  default: false
  }
}

private func endsWithExportMark(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
  let mark: InlineArray<6, UInt8> = [0x28, 0x6E, 0x62, 0x73, 0x70, 0x29]
  for offset in 0..<6 where bytes[end - 6 + offset] != mark[offset] { return false }
  return true
}
