package import Files
package import Vocabulary

/// Where the bytes of a table come from: a file, read in pieces, or memory.
package enum ByteSource: Sendable {
  case file(FileOnDisk)
  case memory([UInt8], shown: String)

  /// The name used in messages and outputs.
  package var shown: String {
    switch self {
    case .file(let file): file.shown
    case .memory(_, let shown): shown
    }
  }

  /// In bytes.
  package var size: Int {
    switch self {
    case .file(let file): file.size
    case .memory(let bytes, _): bytes.count
    }
  }

  /// Opens it for one reading; throws if a file has changed since it was first looked at.
  package func open() throws(Failure) -> ByteReading {
    switch self {
    case .file(let file): ByteReading(opened: .file(try file.open()), size: size)
    case .memory(let bytes, _): ByteReading(opened: .memory(bytes), size: size)
    }
  }
}

/// One reading of a source, in pieces.
package struct ByteReading: Sendable {
  fileprivate enum Opened: Sendable {
    case file(FileReading)
    case memory([UInt8])
  }

  private let opened: Opened
  /// In bytes.
  let size: Int

  fileprivate init(opened: Opened, size: Int) {
    self.opened = opened
    self.size = size
  }

  /// Reads bytes from `offset` on into `bytes` from `place` on; returns how many.
  ///
  /// Fewer than `count` only at the end, which for a file that has shrunk since comes early.
  func read(
    at offset: Int, count: Int, into bytes: inout [UInt8], from place: Int
  ) throws(Failure) -> Int {
    switch opened {
    case .file(let reading):
      return try reading.read(at: offset, count: count, into: &bytes, from: place)
    case .memory(let all):
      let end = min(all.count, offset + count)
      guard offset < end else { return 0 }
      bytes.replaceSubrange(place..<(place + end - offset), with: all[offset..<end])
      return end - offset
    }
  }

  /// The bytes there; throws if the source no longer has them all.
  package func bytes(in range: Range<Int>) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    let got = try read(at: range.lowerBound, count: range.count, into: &bytes, from: 0)
    if got < range.count { try check() }
    bytes.removeLast(range.count - got)
    return bytes
  }

  /// Throws if a file has changed since it was first looked at.
  func check() throws(Failure) {
    switch opened {
    case .file(let reading): try reading.check()
    case .memory: return
    }
  }

  /// Hands all bytes from `start` on to `body` in pieces of at most `size` bytes.
  func pieces(
    from start: Int, of size: Int, _ body: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var buffer = [UInt8](repeating: 0, count: max(1, min(size, self.size)))
    var offset = start
    while offset < self.size {
      let got = try read(
        at: offset, count: min(buffer.count, self.size - offset), into: &buffer, from: 0)
      guard got > 0 else { break }
      try body(buffer.span.extracting(0..<got))
      offset += got
    }
    try check()
  }
}
