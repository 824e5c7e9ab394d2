extension TextEncoding {
  /// Bytes of a row as text, for display only.
  ///
  /// What is no character comes out as U+FFFD; what goes back to the sender is the bytes themselves.
  package func text(_ bytes: ArraySlice<UInt8>) -> String {
    switch self {
    case .utf8, .utf8BOM: return String(decoding: bytes, as: UTF8.self)
    case .gb18030: return GB18030.repaired(Array(bytes))
    case .utf16LE, .utf16BE:
      let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { place in
        let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
        return self == .utf16LE ? second << 8 | first : first << 8 | second
      }
      return String(decoding: units, as: UTF16.self)
    }
  }
}
