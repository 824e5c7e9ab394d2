import Vocabulary

/// A short cell, trimmed and folded, as Unicode scalars that a grammar can walk over.
///
/// Folding makes spellings one that differ only in how they were typed: full-width letters, digits
/// and punctuation become ASCII, letters upper case, every dash `-`, every kind of space and line
/// break one space; characters without width vanish, and so does the text `(nbsp)` at the end that
/// web exports leave. Control and bidirectional characters, broken UTF-8 and what lies beyond the
/// Basic Multilingual Plane become U+FFFD, which no grammar accepts. Holds `capacity` scalars and
/// allocates nothing; a longer cell `overflows`.
struct FoldedCell: Sendable {
  static let capacity = 64

  private(set) var count = 0
  private(set) var overflows = false
  private var scalars = InlineArray<64, UInt16>(repeating: 0)

  /// The empty cell, to be appended to.
  init() {}

  init(_ bytes: Span<UInt8>) {
    var position = 0
    var spaceIsDue = false
    while position < bytes.count {
      let byte = bytes[position]
      var scalar: UInt32
      if byte < 0x80 {
        position += 1
        scalar = FoldedCell.foldedASCII(byte)
      } else {
        scalar = UTF8Scalar.next(in: bytes, at: &position)
        guard let folded = FoldedCell.folded(scalar) else { continue }
        scalar = folded
      }
      if scalar == 0x20 {
        spaceIsDue = count > 0
        continue
      }
      if spaceIsDue {
        append(0x20)
        spaceIsDue = false
      }
      append(scalar)
      if overflows { return }
    }
    dropExportMarks()
  }

  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  var isEmpty: Bool { count == 0 && !overflows }

  /// The scalar at that place; 0 beyond the end.
  subscript(index: Int) -> UInt32 { index < count ? UInt32(scalars[index]) : 0 }

  /// Whether the scalar at that place is that character.
  func has(_ scalar: Unicode.Scalar, at index: Int) -> Bool { self[index] == scalar.value }

  /// The decimal digit at that place.
  func digit(at index: Int) -> Int? {
    let scalar = self[index]
    return scalar >= 0x30 && scalar <= 0x39 ? Int(scalar - 0x30) : nil
  }

  /// Whether the cell has a character that no grammar accepts.
  var hasUnusableCharacter: Bool {
    for index in 0..<count where self[index] == 0xFFFD { return true }
    return false
  }

  /// Whether the cell consists of ASCII digits, at least one.
  var isDigits: Bool {
    for index in 0..<count where digit(at: index) == nil { return false }
    return count > 0 && !overflows
  }

  /// Whether the cell is `0`, `00`, `0.000` and the like.
  var isZero: Bool {
    var zeros = 0
    for index in 0..<count {
      if has("0", at: index) {
        zeros += 1
      } else if !has(".", at: index) {
        return false
      }
    }
    return zeros > 0 && count - zeros <= 1 && !overflows
  }

  mutating func append(_ scalar: UInt32) {
    guard count < FoldedCell.capacity else {
      overflows = true
      return
    }
    scalars[count] = UInt16(exactly: scalar) ?? 0xFFFD
    count += 1
  }

  mutating func replace(at index: Int, with scalar: Unicode.Scalar) {
    scalars[index] = UInt16(exactly: scalar.value) ?? 0xFFFD
  }

  /// The cell without spaces and hyphens, as codes are compared, and without the marks `'`, `=` and
  /// `"` by which spreadsheets are made to keep a number as text.
  var compacted: FoldedCell {
    var result = FoldedCell()
    for index in 0..<count {
      switch self[index] {
      case 0x20, 0x2D, 0x27, 0x22, 0x3D, 0x2018, 0x2019, 0x60: continue
      case let scalar: result.append(scalar)
      }
    }
    result.overflows = overflows
    return result
  }

  /// The id of the folded text.
  func interned(in pool: inout TextPool) -> TextID {
    // At most three bytes for a scalar of the Basic Multilingual Plane.
    var bytes = InlineArray<192, UInt8>(repeating: 0)
    var length = 0
    for index in 0..<count {
      for byte in UTF8.encode(scalar(at: index)) ?? UTF8.encodedReplacementCharacter {
        bytes[length] = byte
        length += 1
      }
    }
    return pool.intern(bytes.span.extracting(0..<length))
  }

  /// The folded text, for messages.
  var text: String {
    var result = String.UnicodeScalarView()
    for index in 0..<count { result.append(scalar(at: index)) }
    return String(result)
  }

  private func scalar(at index: Int) -> Unicode.Scalar {
    Unicode.Scalar(self[index]) ?? "\u{FFFD}"
  }

  /// Removes `(NBSP)` from the end, as often as it stands there.
  mutating func dropExportMarks() {
    while count >= 6, has("(", at: count - 6), has("N", at: count - 5), has("B", at: count - 4),
      has("S", at: count - 3), has("P", at: count - 2), has(")", at: count - 1)
    {
      count -= 6
      while count > 0, has(" ", at: count - 1) { count -= 1 }
    }
  }

  private static func foldedASCII(_ byte: UInt8) -> UInt32 {
    switch byte {
    case 0x61...0x7A: UInt32(byte) - 0x20
    case 0x09, 0x0A, 0x0D: 0x20
    case 0..<0x20, 0x7F: 0xFFFD
    default: UInt32(byte)
    }
  }

  /// The scalar folded; `nil` for one that has no width.
  static func folded(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0..<0x80: foldedASCII(UInt8(scalar))
    case 0x4E00...0x9FFF: scalar
    case 0xFF01...0xFF5E: foldedASCII(UInt8(scalar - 0xFEE0))
    case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x1680: 0x20
    case 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0xAD, 0x180E, 0xFE00...0xFE0F: nil
    case 0x2010...0x2015, 0x2212, 0x2E3A, 0x2E3B, 0xFE58, 0xFE63: 0x2D
    case 0x2044, 0x2215: 0x2F
    case 0x2170...0x217B: scalar - 0x10
    case 0xFFE5: 0xA5
    case 0xFF61: 0x3002
    case 0xFF64: 0x3001
    case 0x80..<0xA0, 0x61C, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x206F: 0xFFFD
    default: scalar
    }
  }
}

/// Decoding of UTF-8 one scalar at a time, without allocation.
enum UTF8Scalar {
  /// The scalar that begins at `position`, which moves past it.
  ///
  /// A broken sequence gives U+FFFD and moves by one byte, so that nothing is skipped unseen.
  @inline(__always)
  static func next(in bytes: Span<UInt8>, at position: inout Int) -> UInt32 {
    let lead = bytes[position]
    if (0xE3...0xE9).contains(lead), let hanzi = wide(in: bytes, at: position) {
      position += 3
      return hanzi
    }
    position += 1
    return lead < 0x80 ? UInt32(lead) : other(lead, in: bytes, at: &position)
  }

  /// A scalar of three bytes, if the lead is one behind which any two continue; `nil` if they do not.
  @inline(__always)
  private static func wide(in bytes: Span<UInt8>, at position: Int) -> UInt32? {
    guard position + 3 <= bytes.count else { return nil }
    let (second, third) = (bytes[position + 1], bytes[position + 2])
    guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return nil }
    return UInt32(bytes[position] & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
  }

  private static func other(
    _ lead: UInt8, in bytes: Span<UInt8>, at position: inout Int
  ) -> UInt32 {
    let length: Int
    var scalar: UInt32
    switch lead {
    case 0xC2...0xDF: (length, scalar) = (1, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, scalar) = (2, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, scalar) = (3, UInt32(lead & 0x07))
    default: return 0xFFFD
    }
    guard position + length <= bytes.count else { return 0xFFFD }
    for offset in 0..<length {
      let byte = bytes[position + offset]
      guard byte & 0xC0 == 0x80 else { return 0xFFFD }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    let isShortest = scalar >= (length == 1 ? 0x80 : length == 2 ? 0x800 : 0x1_0000)
    guard isShortest, Unicode.Scalar(scalar) != nil else { return 0xFFFD }
    position += length
    return scalar
  }
}
