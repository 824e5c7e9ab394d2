internal import Vocabulary

/// Turns the bytes of one field into UTF-8.
struct FieldDecoder {
  /// What makes a field unusable.
  enum Fault {
    case brokenCharacter, controlCharacter
  }

  private let isGB18030: Bool
  private let isWhole: Bool
  private var scratch: [UInt8] = []

  init(_ text: FileText) {
    isGB18030 = text.encoding == .gb18030
    isWhole = text.isWhole
  }

  /// Appends a field, with CRLF inside it turned into LF, to the row.
  ///
  /// Refuses NUL and the other control characters but tab and line ends. The field ends in every
  /// case, so that the count of fields stays right.
  mutating func append(_ raw: Span<UInt8>, to fields: inout RowFields) -> Fault? {
    defer { fields.endField() }
    var all: UInt8 = 0
    var controls: UInt8 = 0
    for index in raw.indices {
      let byte = raw[index]
      all |= byte
      controls |= byte < 0x20 || byte == 0x7F ? 1 : 0
    }
    let isASCII = all < 0x80
    var hasReturn = false
    if controls != 0 {
      guard let found = FieldDecoder.returns(in: raw) else { return .controlCharacter }
      hasReturn = found
    }
    if isASCII || !isGB18030 {
      if !isASCII, !isWhole, !FileText.isUTF8(raw) { return .brokenCharacter }
      guard hasReturn else {
        fields.append(raw)
        return nil
      }
      scratch.removeAll(keepingCapacity: true)
      for index in raw.indices { scratch.append(raw[index]) }
    } else {
      if !isWhole, FileText.isSurelyUTF8(raw) { return .brokenCharacter }
      scratch.removeAll(keepingCapacity: true)
      guard GB18030.decode(raw, into: &scratch) else { return .brokenCharacter }
    }
    if hasReturn { dropReturnsBeforeLineFeeds() }
    fields.append(scratch.span)
    return nil
  }

  /// Whether there are carriage returns; `nil` if there is any character that no text has.
  private static func returns(in raw: Span<UInt8>) -> Bool? {
    var hasReturn = false
    for index in raw.indices {
      switch raw[index] {
      case 0x09, 0x0A: continue
      case 0x0D: hasReturn = true
      case 0..<0x20, 0x7F: return nil
      default: continue
      }
    }
    return hasReturn
  }

  private mutating func dropReturnsBeforeLineFeeds() {
    var kept = 0
    for index in scratch.indices {
      let isBeforeLineFeed = index + 1 < scratch.count && scratch[index + 1] == 0x0A
      if scratch[index] == 0x0D, isBeforeLineFeed { continue }
      scratch[kept] = scratch[index]
      kept += 1
    }
    scratch.removeLast(scratch.count - kept)
  }
}
