extension GB18030 {
  /// Decodes bytes to UTF-8 at the end of `output`; whether all of them were GB 18030.
  ///
  /// Stops at the first broken character. ASCII passes through as it is.
  static func decode(_ bytes: Span<UInt8>, into output: inout [UInt8]) -> Bool {
    // Two bytes become three at most; the rest is room for whole words at the end.
    let room = bytes.count + bytes.count / 2 + 8
    let pairs = GB18030.pairs
    var isWhole = false
    output.append(addingCapacity: room) { (free: inout OutputSpan<UInt8>) in
      unsafe free.withUnsafeMutableBufferPointer { buffer, written in
        isWhole = unsafe decode(
          bytes, pairs.span, into: UnsafeMutableRawBufferPointer(buffer), &written)
      }
    }
    return isWhole
  }

  /// `target` must have room for three bytes for every two and eight more.
  @inline(__always)
  private static func decode(
    _ bytes: Span<UInt8>, _ pairs: Span<UInt32>, into target: UnsafeMutableRawBufferPointer,
    _ written: inout Int
  ) -> Bool {
    precondition(pairs.count == 0x8000)
    let count = bytes.count
    var index = 0
    var end = 0
    defer { written = end }
    while index < count {
      if index + 8 <= count {
        let word = ByteWord(bytes, at: index)
        let wide = word.nonASCII
        let length = wide == 0 ? 8 : ByteWord.firstPlace(in: wide)
        if length > 0 {
          // What lies beyond `length` is written over by what follows.
          unsafe target.storeBytes(of: word.bits.littleEndian, toByteOffset: end, as: UInt64.self)
          index += length
          end += length
          if wide == 0 { continue }
        }
      } else if bytes[index] < 0x80 {
        unsafe target[end] = bytes[index]
        index += 1
        end += 1
        continue
      }
      // Four characters of two bytes at once, as long as they follow each other.
      while index + 8 <= count {
        let word = ByteWord(bytes, at: index).bits.bigEndian
        guard word & ByteWord.leads == ByteWord.leads else { break }
        let first = pairs[Int(word >> 48) & 0x7FFF]
        let second = pairs[Int(word >> 32) & 0x7FFF]
        let third = pairs[Int(word >> 16) & 0x7FFF]
        let fourth = pairs[Int(truncatingIfNeeded: word) & 0x7FFF]
        // Nearly all have three bytes, which their number says.
        guard (first & second & third & fourth) >> 24 == 3 else { break }
        unsafe target.storeBytes(of: first.littleEndian, toByteOffset: end, as: UInt32.self)
        unsafe target.storeBytes(of: second.littleEndian, toByteOffset: end + 3, as: UInt32.self)
        unsafe target.storeBytes(of: third.littleEndian, toByteOffset: end + 6, as: UInt32.self)
        unsafe target.storeBytes(of: fourth.littleEndian, toByteOffset: end + 9, as: UInt32.self)
        index += 8
        end += 12
      }
      // A character of two bytes or more, and then those that follow it at once.
      guard index < count, bytes[index] >= 0x80 else { continue }
      repeat {
        guard index + 1 < count else { return false }
        let code = Int(bytes[index] & 0x7F) << 8 | Int(bytes[index + 1])
        var packed = pairs[code]
        if packed == 0 {
          guard let wide = quad(bytes, at: index) else { return false }
          packed = wide.bytes
          unsafe target.storeBytes(of: packed.littleEndian, toByteOffset: end, as: UInt32.self)
          index += 4
          end += wide.count
        } else {
          unsafe target.storeBytes(of: packed.littleEndian, toByteOffset: end, as: UInt32.self)
          index += 2
          end += Int(packed >> 24)
        }
      } while index < count && bytes[index] >= 0x80
    }
    return true
  }

  /// The first byte of the first broken character; `nil` if there is none.
  static func firstFault(in bytes: Span<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else if index + 1 < bytes.count, pairNumber(bytes[index], bytes[index + 1]) != nil {
        index += 2
      } else if quad(bytes, at: index) != nil {
        index += 4
      } else {
        return index
      }
    }
    return nil
  }

  /// The UTF-8 bytes of the four-byte code there, low byte first; `nil` if there is none.
  private static func quad(_ bytes: Span<UInt8>, at index: Int) -> (bytes: UInt32, count: Int)? {
    guard index + 3 < bytes.count,
      let number = quadNumber(
        bytes[index], bytes[index + 1], bytes[index + 2], bytes[index + 3])
    else { return nil }
    if number < quadCount { return (quads[number] & 0xFF_FFFF, Int(quads[number] >> 24)) }
    guard let scalar = supplementary(number) else { return nil }
    let packed =
      0xF0 | scalar >> 18 | (0x80 | scalar >> 12 & 0x3F) << 8
      | (0x80 | scalar >> 6 & 0x3F) << 16 | (0x80 | scalar & 0x3F) << 24
    return (packed, 4)
  }
}

extension GB18030 {
  /// Bytes as text, each byte that belongs to no character as U+FFFD.
  static func repaired(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let rest = bytes.span.extracting(start..<bytes.count)
      let length = firstFault(in: rest) ?? rest.count
      _ = decode(rest.extracting(0..<length), into: &output)
      start += length
      guard start < bytes.count else { break }
      output.append(contentsOf: UTF8.encodedReplacementCharacter)
      start += 1
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension ByteWord {
  /// The top bits of the first bytes of four characters of two bytes.
  fileprivate static let leads: UInt64 = 0x8000_8000_8000_8000
}
