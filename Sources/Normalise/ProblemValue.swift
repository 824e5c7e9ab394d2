import Vocabulary

/// A cell as a problem may show it: cut to 200 scalars, and nothing personal in full.
///
/// A reporter's name keeps its first character. In all other fields runs of 11 or 15 and more digits
/// that can be a telephone's or a person's number lose their middle, but for companies' codes, which
/// are public.
func shownValue(_ bytes: Span<UInt8>, of field: Field) -> String {
  var scalars: [Unicode.Scalar] = []
  var position = 0
  // Some more than are shown, so that a number is known for one where the cell is cut.
  while position < bytes.count, scalars.count < 250 {
    scalars.append(Unicode.Scalar(UTF8Scalar.next(in: bytes, at: &position)) ?? "\u{FFFD}")
  }
  if case .text(.reporter) = field {
    for index in scalars.indices.dropFirst() { scalars[index] = "*" }
  } else {
    maskNumbers(&scalars)
  }
  var text = String.UnicodeScalarView()
  text.append(contentsOf: scalars)
  // Telephones with the country's number before them are known there.
  let masked = PersonalNumbers.masked(String(text)).unicodeScalars
  guard masked.count > 200 else { return String(masked) }
  return String(masked.prefix(200)) + "…"
}

/// Masks the middle of every run of digits that may belong to a person.
private func maskNumbers(_ scalars: inout [Unicode.Scalar]) {
  var start = 0
  while start < scalars.count {
    guard isNumberPart(scalars[start]), start == 0 || !isLetter(scalars[start - 1]) else {
      start += 1
      continue
    }
    var end = start
    var digits: [Int] = []
    while end < scalars.count, isNumberPart(scalars[end]) || isJoint(scalars[end]) {
      if isNumberPart(scalars[end]) { digits.append(end) }
      end += 1
    }
    let isFollowedByLetter = end < scalars.count && isLetter(scalars[end])
    // The check of a person's number may be an X.
    let last = isFollowedByLetter && digits.count == 17 ? 3 : 4
    if digits.count >= 15 || digits.count == 11, !isFollowedByLetter || digits.count >= 17,
      !isCompanyCode(scalars, digits)
    {
      let kept = digits.count == 11 ? 3 : 6
      for place in digits.dropFirst(kept).dropLast(last) { scalars[place] = "*" }
    }
    start = end
  }
}

/// Companies' codes begin with 9; no person's number and no telephone's does.
private func isCompanyCode(_ scalars: [Unicode.Scalar], _ digits: [Int]) -> Bool {
  digits.first.map { digitValue(scalars[$0]) == 9 } ?? false
}

/// Whether it is a digit, half-width or full-width, or hides one.
private func isNumberPart(_ scalar: Unicode.Scalar) -> Bool {
  digitValue(scalar) != nil || scalar == "*" || scalar == "＊"
}

private func digitValue(_ scalar: Unicode.Scalar) -> Int? {
  switch scalar.value {
  case 0x30...0x39: Int(scalar.value) - 0x30
  case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
  default: nil
  }
}

/// Whether it may stand between the digits of one number: a space, a dash, or nothing to be seen.
private func isJoint(_ scalar: Unicode.Scalar) -> Bool {
  switch FoldedCell.folded(scalar.value) {
  case nil, 0x20, 0x2D: true
  default: false
  }
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  switch FoldedCell.folded(scalar.value) {
  case .some(0x41...0x5A): true
  default: false
  }
}
