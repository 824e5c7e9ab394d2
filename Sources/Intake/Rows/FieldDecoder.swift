internal import Vocabulary

/// Turns the bytes of one field, or of a whole line without quotes, into UTF-8.
struct FieldDecoder {
  /// What makes a field unusable.
  enum Fault {
    case brokenCharacter, controlCharacter

    var code: ProblemCode {
      switch self {
      case .brokenCharacter: .brokenCharacter
      case .controlCharacter: .controlCharacter
      }
    }
  }

  private let isGB18030: Bool
  /// Whether every character of the file was found whole, so that none need be checked again.
  private let isWhole: Bool
  private var scratch: [UInt8] = []

  init(isGB18030: Bool, isWhole: Bool) {
    self.isGB18030 = isGB18030
    self.isWhole = isWhole
  }

  /// Splits a line without quotes and control characters into fields; `nil` if its characters must be
  /// looked at field by field, and otherwise whether it has at most `IntakeLimits.columns` of them.
  mutating func split(
    _ line: Span<UInt8>, at delimiter: UInt8, isASCII: Bool, into fields: inout RowFields
  ) -> Bool? {
    if isASCII || !isGB18030 {
      guard isASCII || isWhole || UTF8Text.isValid(line) else { return nil }
      return fields.split(line, at: delimiter, limit: IntakeLimits.columns)
    }
    scratch.removeAll(keepingCapacity: true)
    guard isWhole, GB18030.decode(line, into: &scratch) else { return nil }
    return fields.split(exchanging: &scratch, at: delimiter, limit: IntakeLimits.columns)
  }

  /// Appends a field to the row.
  ///
  /// Refuses NUL and the other control characters but tab and line ends. The field ends in every
  /// case, empty if it was refused, so that the count of fields stays right.
  mutating func append(_ raw: Span<UInt8>, to fields: inout RowFields) -> Fault? {
    defer { fields.endField() }
    var all: UInt8 = 0
    for index in raw.indices {
      let byte = raw[index]
      all |= byte
      if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F {
        return .controlCharacter
      }
    }
    if all < 0x80 || !isGB18030 {
      guard all < 0x80 || isWhole || UTF8Text.isValid(raw) else { return .brokenCharacter }
      fields.append(raw)
      return nil
    }
    if !isWhole, UTF8Text.isSure(raw) { return .brokenCharacter }
    scratch.removeAll(keepingCapacity: true)
    guard GB18030.decode(raw, into: &scratch) else { return .brokenCharacter }
    fields.append(scratch.span)
    return nil
  }
}
