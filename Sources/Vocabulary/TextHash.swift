/// Hashing and comparing texts by their bytes, sixteen and eight at a time.
enum TextHash {
  /// 32 bits from all bytes; fixed, so that nothing differs between runs.
  ///
  /// Pairs of words multiplied in 128 bits and folded, after wyhash (Wang Yi, public domain). The
  /// constants have bytes that no UTF-8 has, so that no text makes a factor zero.
  static func of(_ bytes: Span<UInt8>) -> UInt64 {
    let raw = unsafe bytes.bytes
    let count = raw.byteCount
    var state: UInt64 = 0xFFA5_31C9_F6D2_87FB
    var offset = 0
    while count - offset > 16 {
      state = folded(
        word(raw, at: offset) ^ 0xFEC3_9A5D_F871_E4B3, word(raw, at: offset + 8) ^ state)
      offset += 16
    }
    var first: UInt64 = 0
    var last: UInt64 = 0
    if count >= 16 {
      first = word(raw, at: count - 16)
      last = word(raw, at: count - 8)
    } else if count >= 8 {
      first = word(raw, at: 0)
      last = word(raw, at: count - 8)
    } else {
      for index in 0..<count { first = first << 8 | UInt64(bytes[index]) }
    }
    state = folded(
      first ^ 0xF7E1_5C83_FFB9_2D6B ^ UInt64(truncatingIfNeeded: count), last ^ state)
    return (state &* 0x9E37_79B9_7F4A_7C15) >> 32
  }

  /// Whether two texts of one length have the same bytes.
  static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    let (one, other) = unsafe (left.bytes, right.bytes)
    let count = one.byteCount
    guard count >= 8 else {
      for index in 0..<count where left[index] != right[index] { return false }
      return true
    }
    var offset = 0
    while offset + 8 <= count {
      guard word(one, at: offset) == word(other, at: offset) else { return false }
      offset += 8
    }
    return word(one, at: count - 8) == word(other, at: count - 8)
  }

  /// Copies a text into room of its own length.
  static func copy(_ text: Span<UInt8>, to room: UnsafeMutableRawBufferPointer) {
    let raw = unsafe text.bytes
    let count = raw.byteCount
    guard count >= 8 else {
      for index in 0..<count { unsafe room[index] = text[index] }
      return
    }
    var offset = 0
    while offset + 8 <= count {
      unsafe room.storeBytes(of: word(raw, at: offset), toByteOffset: offset, as: UInt64.self)
      offset += 8
    }
    unsafe room.storeBytes(of: word(raw, at: count - 8), toByteOffset: count - 8, as: UInt64.self)
  }

  private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return high ^ low
  }

  /// Eight bytes as one number; `offset + 8` must not exceed the span.
  private static func word(_ bytes: RawSpan, at offset: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
  }
}
