import Vocabulary

/// The number by which a company or a person is known, as read from a cell: upper case, half-width,
/// without spaces and hyphens.
///
/// Only what passes its check is more than weak evidence; nothing is repaired.
package struct IdentityNumber: Sendable {
  /// What a number is, by the standard whose check it passes.
  package enum Kind: Sendable, Hashable {
    /// 统一社会信用代码, GB 32100-2015, check right. The check of the organisation code inside is not
    /// asked for: a few real codes fail it.
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
    case checkFails, wrongLength, masked, roundedTail
    /// Right if O, I, Z and S, which no code has, are read as 0, 1, 2 and 5.
    case confusedLetters
  }

  package let kind: Kind
  package let flaw: Flaw?
  let folded: FoldedCell

  init(_ kind: Kind, _ folded: FoldedCell, flaw: Flaw? = nil) {
    self.kind = kind
    self.flaw = flaw
    self.folded = folded
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

  /// What is wrong with it, and for confused letters what would be right.
  package var detail: Wording? {
    switch flaw {
    case nil: nil
    case .checkFails:
      Wording(zh: "校验码不符", en: "the check character does not fit")
    case .wrongLength:
      Wording(
        zh: "长度为\(folded.count)位，不是18位、15位或9位",
        en: "\(folded.count) characters, not 18, 15 or 9")
    case .masked:
      Wording(zh: "号码有遮盖", en: "the number is masked")
    case .roundedTail:
      Wording(
        zh: "末三位为000，可能被表格软件改写",
        en: "ends in 000: a spreadsheet may have rounded it")
    case .confusedLetters:
      Wording(
        zh: "含有代码不用的字母，或应为\(folded.withLettersAsDigits.text)",
        en: "has letters no code has; perhaps \(folded.withLettersAsDigits.text) is meant")
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
/// Flagged `codeCheckFails` when it is weak. `-`, `0`, zeros and `无` are missing; a number that a
/// spreadsheet turned into `9.1E+17` is lost and unreadable.
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
  if code.isBlank || code.isZero { return .missing }
  if code.isScientific {
    return .unreadable(
      .codeCheckFails,
      Wording(zh: "号码已变成科学计数法，原号丢失", en: "a spreadsheet lost the number to an exponent"))
  }
  return judged(code)
}

private func judged(_ code: FoldedCell) -> Reading<IdentityNumber> {
  let endsRounded =
    code.count == 18 && code.isDigits && code.has("0", at: 15) && code.has("0", at: 16)
    && code.has("0", at: 17)
  if CodeCheck.isPersonID(code) { return .value(IdentityNumber(.personID, code)) }
  if CodeCheck.isCreditCode(code) {
    return endsRounded
      ? .flagged(IdentityNumber(.creditCode, code, flaw: .roundedTail), .codeCheckFails)
      : .value(IdentityNumber(.creditCode, code))
  }
  if CodeCheck.isOrganisationCode(code) { return .value(IdentityNumber(.organisationCode, code)) }
  if CodeCheck.isRegistrationNumber(code) {
    return .value(IdentityNumber(.registrationNumber, code))
  }
  if CodeCheck.hasOldPersonalShape(code) { return .value(IdentityNumber(.personID, code)) }
  let flaw: IdentityNumber.Flaw =
    if code.isMasked {
      .masked
    } else if CodeCheck.isCreditCode(code.withLettersAsDigits) {
      .confusedLetters
    } else if endsRounded {
      .roundedTail
    } else if [18, 15, 9].contains(code.count) {
      .checkFails
    } else {
      .wrongLength
    }
  let kept = CodeCheck.hasPersonalShape(code) ? code.withMiddleMasked : code
  return .flagged(IdentityNumber(.weak, kept, flaw: flaw), .codeCheckFails)
}

extension FoldedCell {
  /// Whether characters are hidden: `140902********1234`.
  fileprivate var isMasked: Bool {
    var stars = 0
    for index in 0..<count where self[index] == 0x2A || self[index] == 0xD7 { stars += 1 }
    return stars >= 2
  }

  /// Whether the text is a number with an exponent: `9.1E+17`.
  fileprivate var isScientific: Bool {
    var scanner = CellScanner(self)
    let whole = scanner.digitCount
    scanner.skip(whole)
    if scanner.accept(".") { scanner.skip(scanner.digitCount) }
    guard whole == 1, scanner.accept("E"), scanner.accept("+") else { return false }
    let exponent = scanner.digitCount
    scanner.skip(exponent)
    return exponent > 0 && scanner.isAtEnd
  }

  /// The text with O, I, Z and S as the digits they are taken for.
  fileprivate var withLettersAsDigits: FoldedCell {
    var result = self
    for index in 0..<count {
      switch Unicode.Scalar(self[index]) {
      case "O": result.replace(at: index, with: "0")
      case "I": result.replace(at: index, with: "1")
      case "Z": result.replace(at: index, with: "2")
      case "S": result.replace(at: index, with: "5")
      default: continue
      }
    }
    return result
  }

  /// The text with the day of birth and all between it and the last four masked, as sources mask it.
  fileprivate var withMiddleMasked: FoldedCell {
    var result = self
    for index in 6..<max(6, count - 4) { result.replace(at: index, with: "*") }
    return result
  }
}
