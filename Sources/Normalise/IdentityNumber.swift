import Vocabulary

/// The number by which a company or a person is known, as read from a cell: upper case, half-width,
/// without spaces and hyphens.
///
/// Only what passes its check is more than weak evidence; nothing is repaired.
package struct IdentityNumber: Sendable {
  /// What a number is, by the standard whose check it passes.
  package enum Kind: Sendable, Hashable {
    /// 统一社会信用代码, GB 32100-2015, check right. The check of the organisation code inside
    /// (GB 11714) is asked for too, but some codes in use fail it: those are flagged.
    case creditCode
    /// A natural person's number by GB 11643, check right, or the old form of 15 digits.
    case personID
    /// 组织机构代码, GB 11714, check right.
    case organisationCode
    /// 工商注册号 of 15 digits, check right, or the register's older forms.
    case registrationNumber
    /// Anything else; a person's number in it has its middle masked.
    case weak
  }

  /// Why a number is only weak evidence, or should be looked at.
  package enum Flaw: Sendable, Hashable {
    case checkFails, innerCheckFails, wrongLength, masked, maskedPerson, roundedTail
    /// Right in only one way if characters that look alike are exchanged.
    case confusedCharacters
  }

  package let kind: Kind
  package let flaw: Flaw?
  let folded: FoldedCell
  /// The code that confused characters may stand for.
  private let suggestion: FoldedCell?

  init(_ kind: Kind, _ folded: FoldedCell, flaw: Flaw? = nil, suggestion: FoldedCell? = nil) {
    self.kind = kind
    self.flaw = flaw
    self.folded = folded
    self.suggestion = suggestion
  }

  /// The number as it is kept; restricted when `kind` is `personID`.
  package var text: String { folded.text }

  /// The field the number belongs in.
  package var field: TextField {
    switch kind {
    case .creditCode: .creditCode
    case .personID: .personID
    case .organisationCode: .organisationCode
    case .registrationNumber: .registrationNumber
    case .weak: .weakCode
    }
  }

  /// What is wrong with it, and for confused characters what would be right.
  package var detail: Wording? {
    switch flaw {
    case nil: nil
    case .checkFails:
      Wording(zh: "校验码不符", en: "the check character does not fit")
    case .innerCheckFails:
      Wording(
        zh: "主体标识码（第9至17位）的校验码不符",
        en: "the check of the organisation code inside, characters 9 to 17, does not fit")
    case .wrongLength:
      Wording(
        zh: "长度为\(folded.count)位，不是18位、15位或9位",
        en: "\(folded.count) characters, not 18, 15 or 9")
    case .masked:
      Wording(zh: "号码有遮盖", en: "the number is masked")
    case .maskedPerson:
      Wording(zh: "公民身份号码有遮盖", en: "a person's number, masked")
    case .roundedTail:
      Wording(
        zh: "第15位以后都是0，可能被表格软件改写",
        en: "zeros from the 16th figure on: a spreadsheet may have rounded it")
    case .confusedCharacters:
      Wording(
        zh: "有易混字符，或应为\(suggestion?.text ?? "")，请核对证照",
        en: "has characters that look alike; perhaps \(suggestion?.text ?? "") is meant")
    }
  }
}

extension IdentityNumber: Equatable {
  /// Whether kind, flaw and text are the same.
  package static func == (left: Self, right: Self) -> Bool {
    left.kind == right.kind && left.flaw == right.flaw && left.text == right.text
  }
}

/// Reads a code of a company or the number of a person, whichever the column is meant for.
///
/// Flagged `codeCheckFails` when it is weak. `-`, `无`, zeros and eight or more times one character
/// are missing. What a spreadsheet made of a long number is `ruinedNumber`: `9.1E+17` is unreadable,
/// 18 digits whose last three are zeros and whose check fails are weak.
/// A text right by both standards is a person's when it begins with a province and a day of birth:
/// no enterprise's code does, and a person's number must not pass for a public one.
package func readIdentityNumber(_ bytes: Span<UInt8>) -> Reading<IdentityNumber> {
  let cell = FoldedCell(bytes)
  if cell.isBlank || cell.isZero { return .missing }
  guard !cell.overflows, !cell.hasUnusableCharacter else {
    return .unreadable(
      .codeCheckFails,
      Wording(
        zh: "过长或含有控制字符、生僻字符，不是代码",
        en: "too long, or with characters that no code has"))
  }
  let code = cell.compacted
  if code.isBlank || code.isZero || code.isOneCharacterRepeated { return .missing }
  if code.isScientific {
    return .unreadable(.ruinedNumber, RuinedNumber.exponent)
  }
  return judged(code)
}

private func judged(_ code: FoldedCell) -> Reading<IdentityNumber> {
  let endsRounded = code.endsRounded
  if CodeCheck.isPersonID(code) {
    let number = IdentityNumber(.personID, code, flaw: endsRounded ? .roundedTail : nil)
    return endsRounded ? .flagged(number, .ruinedNumber) : .value(number)
  }
  if CodeCheck.isCreditCode(code) {
    if CodeCheck.hasOrganisationCode(code) { return .value(IdentityNumber(.creditCode, code)) }
    if !endsRounded {
      return .flagged(IdentityNumber(.creditCode, code, flaw: .innerCheckFails), .codeCheckFails)
    }
  }
  if endsRounded {
    let kept = CodeCheck.hasPersonalShape(code) ? code.withMiddleMasked : code
    return .flagged(IdentityNumber(.weak, kept, flaw: .roundedTail), .ruinedNumber)
  }
  if CodeCheck.isOrganisationCode(code) { return .value(IdentityNumber(.organisationCode, code)) }
  if CodeCheck.isRegistrationNumber(code) {
    return .value(IdentityNumber(.registrationNumber, code))
  }
  if CodeCheck.hasOldPersonalShape(code) { return .value(IdentityNumber(.personID, code)) }
  return .flagged(weak(code), .codeCheckFails)
}

private func weak(_ code: FoldedCell) -> IdentityNumber {
  if code.isMasked {
    return CodeCheck.hasMaskedPersonalShape(code)
      ? IdentityNumber(.weak, code.withMiddleMasked, flaw: .maskedPerson)
      : IdentityNumber(.weak, code, flaw: .masked)
  }
  if CodeCheck.hasPersonalShape(code) {
    return IdentityNumber(.weak, code.withMiddleMasked, flaw: .checkFails)
  }
  if let suggestion = CodeCheck.onlyLikeness(of: code) {
    return IdentityNumber(.weak, code, flaw: .confusedCharacters, suggestion: suggestion)
  }
  let flaw: IdentityNumber.Flaw =
    [18, 15, 9].contains(code.count) ? .checkFails : .wrongLength
  return IdentityNumber(.weak, code, flaw: flaw)
}

extension FoldedCell {
  /// Whether characters are hidden: `140902********1234`.
  fileprivate var isMasked: Bool {
    var masks = 0
    for index in 0..<count where isMask(at: index) { masks += self[index] == 0x58 ? 1 : 2 }
    return masks >= 3
  }

  /// Whether an asterisk, a cross, a filled circle or one of several X stands there for a character.
  func isMask(at index: Int) -> Bool {
    switch self[index] {
    case 0x2A, 0xD7, 0x25CF, 0x2605: true
    case 0x58: has("X", at: index + 1) || index > 0 && has("X", at: index - 1)
    default: false
    }
  }

  /// Whether the text is one character eight times or more, as forms are filled in for nothing.
  fileprivate var isOneCharacterRepeated: Bool {
    guard count >= 8 else { return false }
    for index in 1..<count where self[index] != self[0] { return false }
    return true
  }

  /// The text with the day of birth and all between it and the last four masked, as sources mask it.
  fileprivate var withMiddleMasked: FoldedCell {
    var result = self
    for index in 6..<max(6, count - 4) { result.replace(at: index, with: "*") }
    return result
  }
}
