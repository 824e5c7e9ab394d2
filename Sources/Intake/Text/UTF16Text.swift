/// UTF-16 text turned into UTF-8, and lengths turned back.
enum UTF16Text {
  /// The UTF-8 form of `bytes` from `start`; `nil` for an odd byte or a lone surrogate.
  static func transcoded(_ bytes: [UInt8], from start: Int, isBigEndian: Bool) -> [UInt8]? {
    guard (bytes.count - start).isMultiple(of: 2) else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count - start)
    var index = start
    func unit(at place: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[place]), UInt32(bytes[place + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    while index < bytes.count {
      var value = unit(at: index)
      index += 2
      if value & 0xFC00 == 0xD800 {
        guard index < bytes.count else { return nil }
        let low = unit(at: index)
        guard low & 0xFC00 == 0xDC00 else { return nil }
        index += 2
        value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(value) else { return nil }
      if value < 0x80 {
        output.append(UInt8(value))
      } else {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { output.append(byte) }
      }
    }
    return output
  }

  /// How many bytes well-formed UTF-8 takes as UTF-16.
  static func length(ofUTF8 bytes: ArraySlice<UInt8>) -> Int {
    var length = 0
    for byte in bytes where byte & 0xC0 != 0x80 { length += byte >= 0xF0 ? 4 : 2 }
    return length
  }
}
