/// Writes text in GB 18030, the encoding Chinese spreadsheets save CSV in.
///
/// Covers what the sample is written in: ASCII, the GB/T 2312 characters of `rows`, and the
/// supplementary planes (four bytes, GB 18030-2022 section 6). Decoding is Intake's matter.
enum GB18030 {
  /// Two bytes for each scalar of the basic plane, 0 where there are none; made once from `rows`.
  private static let codes: [UInt16] = {
    var codes = [UInt16](repeating: 0, count: 0x10000)
    for (index, row) in rows.enumerated() {
      let lead = index < 3 ? 0xA1 + index : 0xB0 + index - 3
      for (cell, scalar) in row.unicodeScalars.enumerated() {
        let code = UInt16(lead << 8 | (0xA1 + cell))
        if scalar != missingMark || code == missingCode { codes[Int(scalar.value)] = code }
      }
    }
    return codes
  }()

  /// 〓, which typesetting sets for a character it lacks.
  private static let missingMark: Unicode.Scalar = "〓"
  private static let missingCode: UInt16 = 0xA1FE

  /// Appends the text's GB 18030 bytes; a character that is not covered becomes `〓`.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        bytes.append(UInt8(value))
      } else if value >= 0x10000 {
        appendFourBytes(value - 0x10000, to: &bytes)
      } else {
        let code = codes[Int(value)]
        let written = code == 0 ? missingCode : code
        bytes.append(UInt8(written >> 8))
        bytes.append(UInt8(written & 0xFF))
      }
    }
  }

  /// The supplementary planes lie in one run from 90 30 81 30 on.
  private static func appendFourBytes(_ offset: UInt32, to bytes: inout [UInt8]) {
    bytes.append(UInt8(0x90 + offset / 12_600))
    bytes.append(UInt8(0x30 + offset / 1260 % 10))
    bytes.append(UInt8(0x81 + offset / 10 % 126))
    bytes.append(UInt8(0x30 + offset % 10))
  }
}
