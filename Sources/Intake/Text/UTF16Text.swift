/// UTF-16 text turned into UTF-8.
enum UTF16Text {
  /// Decodes whole units to UTF-8 at the end of `output`; whether all of them were UTF-16.
  ///
  /// Stops at the first lone surrogate; an odd byte at the end is broken too.
  static func decode(
    _ bytes: Span<UInt8>, isBigEndian: Bool, into output: inout [UInt8]
  ) -> Bool {
    let whole = bytes.count & ~1
    var read = 0
    // A unit becomes three bytes at most, a pair of surrogates four.
    output.append(addingCapacity: whole / 2 * 3 + 4) { (free: inout OutputSpan<UInt8>) in
      unsafe free.withUnsafeMutableBufferPointer { buffer, written in
        read = unsafe decode(
          bytes, to: whole, isBigEndian: isBigEndian, into: UnsafeMutableRawBufferPointer(buffer),
          &written)
      }
    }
    return read == bytes.count
  }

  /// Decodes up to `whole`, an even number; where the first broken unit is.
  @inline(__always)
  private static func decode(
    _ bytes: Span<UInt8>, to whole: Int, isBigEndian: Bool,
    into target: UnsafeMutableRawBufferPointer, _ written: inout Int
  ) -> Int {
    func unit(at place: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[place]), UInt32(bytes[place + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var index = 0
    var end = 0
    defer { written = end }
    while index < whole {
      let value = unit(at: index)
      var packed: UInt32
      var length: Int
      var taken = 2
      if value < 0x80 {
        (packed, length) = (value, 1)
      } else if value < 0x800 {
        (packed, length) = (0xC0 | value >> 6 | (0x80 | value & 0x3F) << 8, 2)
      } else if value & 0xF800 != 0xD800 {
        packed = 0xE0 | value >> 12 | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F) << 16
        length = 3
      } else {
        guard value < 0xDC00, index + 2 < whole else { return index }
        let low = unit(at: index + 2)
        guard low & 0xFC00 == 0xDC00 else { return index }
        let scalar = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
        packed =
          0xF0 | scalar >> 18 | (0x80 | scalar >> 12 & 0x3F) << 8
          | (0x80 | scalar >> 6 & 0x3F) << 16 | (0x80 | scalar & 0x3F) << 24
        (length, taken) = (4, 4)
      }
      unsafe target.storeBytes(of: packed.littleEndian, toByteOffset: end, as: UInt32.self)
      index += taken
      end += length
    }
    return index
  }
}

/// Reads UTF-16 in pieces cut anywhere, within a unit or between the halves of a pair.
struct UTF16Reader {
  private let isBigEndian: Bool
  /// The bytes of a unit or pair that is not complete, three at most.
  private var rest: [UInt8] = []
  private var isBroken = false

  init(isBigEndian: Bool) {
    self.isBigEndian = isBigEndian
  }

  /// Whether all that was read is UTF-16 and no character is left open.
  var isWhole: Bool { !isBroken && rest.isEmpty }

  /// Appends a piece as UTF-8; `false` from the first broken unit on, which ends the reading.
  mutating func take(_ piece: Span<UInt8>, into output: inout [UInt8]) -> Bool {
    var start = 0
    // A character cut before is completed byte by byte.
    while !isBroken, !rest.isEmpty, start < piece.count {
      rest.append(piece[start])
      start += 1
      if rest.count & 1 == 0, rest.count == 4 || !endsInHighSurrogate(rest.span) {
        isBroken = !UTF16Text.decode(rest.span, isBigEndian: isBigEndian, into: &output)
        rest.removeAll(keepingCapacity: true)
      }
    }
    guard !isBroken else { return false }
    var end = start + (piece.count - start) & ~1
    if endsInHighSurrogate(piece.extracting(start..<end)) { end -= 2 }
    let whole = piece.extracting(start..<end)
    isBroken = !UTF16Text.decode(whole, isBigEndian: isBigEndian, into: &output)
    for index in end..<piece.count { rest.append(piece[index]) }
    return !isBroken
  }

  private func endsInHighSurrogate(_ units: Span<UInt8>) -> Bool {
    units.count >= 2 && units[units.count - (isBigEndian ? 2 : 1)] & 0xFC == 0xD8
  }
}
