import Vocabulary

/// The check characters of the codes by which companies and persons are known.
///
/// All work on a folded cell and are `false` for a cell of another length.
enum CodeCheck {
  /// GB 32100-2015: 18 of `0-9A-Z` without I O S V Z, the last a check of modulus 31.
  static func isCreditCode(_ cell: FoldedCell) -> Bool {
    guard cell.count == 18, !cell.overflows else { return false }
    var sum = 0
    var weight = 1
    for index in 0..<17 {
      guard let value = creditValue(cell[index]) else { return false }
      sum += value * weight
      weight = weight * 3 % 31
    }
    return creditValue(cell[17]) == (31 - sum % 31) % 31
  }

  /// GB 11714: eight of `0-9A-Z` and a check of modulus 11, `X` for ten.
  static func isOrganisationCode(_ cell: FoldedCell) -> Bool {
    cell.count == 9 && !cell.overflows && organisationCheckFits(cell, from: 0)
  }

  /// Whether characters 9 to 17 of a credit code are an organisation's code whose check is right.
  static func hasOrganisationCode(_ cell: FoldedCell) -> Bool {
    cell.count == 18 && !cell.overflows && organisationCheckFits(cell, from: 8)
  }

  private static func organisationCheckFits(_ cell: FoldedCell, from start: Int) -> Bool {
    let weights: InlineArray<8, Int> = [3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for index in 0..<8 {
      guard let value = letterValue(cell[start + index]) else { return false }
      sum += value * weights[index]
    }
    switch 11 - sum % 11 {
    case 10: return cell.has("X", at: start + 8)
    case 11: return cell.has("0", at: start + 8)
    case let check: return cell.digit(at: start + 8) == check
    }
  }

  /// The credit code that is right by both its checks if characters that look alike are exchanged,
  /// when there is exactly one; `nil` otherwise.
  ///
  /// The letters no code has are read as the digits they resemble, each B or 8 as either where a
  /// letter may stand. With more than eight such places nothing can be concluded.
  static func onlyLikeness(of cell: FoldedCell) -> FoldedCell? {
    guard cell.count == 18, !cell.overflows else { return nil }
    var certain = cell
    var places: [Int] = []
    for index in 0..<18 {
      switch Unicode.Scalar(cell[index]) {
      case "O": certain.replace(at: index, with: "0")
      case "I": certain.replace(at: index, with: "1")
      case "Z": certain.replace(at: index, with: "2")
      case "S": certain.replace(at: index, with: "5")
      // The division is digits, and so is the check of the organisation's code but for an X.
      case "B" where (2...7).contains(index) || index == 16: certain.replace(at: index, with: "8")
      case "B": places.append(index)
      case "8" where (8...15).contains(index) || index == 17: places.append(index)
      default: continue
      }
    }
    guard places.count <= 8 else { return nil }
    var only: FoldedCell?
    for choice in 0..<1 << places.count {
      var tried = certain
      for (bit, place) in places.enumerated() where choice >> bit & 1 == 1 {
        tried.replace(at: place, with: cell.has("B", at: place) ? "8" : "B")
      }
      guard isCreditCode(tried), hasOrganisationCode(tried) else { continue }
      if only != nil { return nil }
      only = tried
    }
    return only
  }

  /// GB 11643: a person's number of 18, with a province, a day of birth from 1800 to 2099 (one of the
  /// standard's own examples is of 1880) and a check
  /// of modulus 11, `X` for ten.
  static func isPersonID(_ cell: FoldedCell) -> Bool {
    guard cell.count == 18, !cell.overflows, hasPersonalShape(cell) else { return false }
    let weights: InlineArray<17, Int> = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for index in 0..<17 { sum += (cell.digit(at: index) ?? 0) * weights[index] }
    let check = (12 - sum % 11) % 11
    return check == 10 ? cell.has("X", at: 17) : cell.digit(at: 17) == check
  }

  /// GS 15-2006: 15 digits of a company's registration, by ISO 7064 MOD 11,10.
  static func isRegistrationNumber(_ cell: FoldedCell) -> Bool {
    guard cell.count == 15, cell.isDigits else { return false }
    var product = 10
    for index in 0..<14 {
      let sum = (product + (cell.digit(at: index) ?? 0)) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (product + (cell.digit(at: 14) ?? 0)) % 10 == 1
  }

  /// Whether 18 characters look like a person's number, whatever their check.
  ///
  /// A province, digits, and a day of birth. Such a text is treated as personal.
  static func hasPersonalShape(_ cell: FoldedCell) -> Bool {
    guard cell.count == 18, beginsWithProvince(cell) else { return false }
    for index in 0..<17 where cell.digit(at: index) == nil { return false }
    guard cell.digit(at: 17) != nil || cell.has("X", at: 17) else { return false }
    var scanner = CellScanner(cell)
    scanner.skip(6)
    guard let year = scanner.number(digits: 4), let month = scanner.number(digits: 2),
      let day = scanner.number(digits: 2)
    else { return false }
    return (1800...2099).contains(year) && Day(year: year, month: month, day: day) != nil
  }

  /// Whether 18 or 15 characters begin with a province, with nothing but digits and masks in them and
  /// at most an X at the end: a person's number that somebody masked.
  static func hasMaskedPersonalShape(_ cell: FoldedCell) -> Bool {
    guard cell.count == 18 || cell.count == 15, beginsWithProvince(cell) else { return false }
    for index in 0..<cell.count where cell.digit(at: index) == nil && !cell.isMask(at: index) {
      return index == 17 && cell.has("X", at: 17)
    }
    return true
  }

  /// Whether 15 digits look like a person's number of before 1999.
  ///
  /// A province and a day of birth with two digits of the year, no check.
  static func hasOldPersonalShape(_ cell: FoldedCell) -> Bool {
    guard cell.count == 15, cell.isDigits, beginsWithProvince(cell) else { return false }
    var scanner = CellScanner(cell)
    scanner.skip(6)
    guard let year = scanner.number(digits: 2), let month = scanner.number(digits: 2),
      let day = scanner.number(digits: 2)
    else { return false }
    return Day(year: 1900 + year, month: month, day: day) != nil
  }

  private static func beginsWithProvince(_ cell: FoldedCell) -> Bool {
    guard let tens = cell.digit(at: 0), let ones = cell.digit(at: 1) else { return false }
    switch tens * 10 + ones {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83: return true
    default: return false
    }
  }

  private static func letterValue(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x30...0x39: Int(scalar) - 0x30
    case 0x41...0x5A: Int(scalar) - 0x41 + 10
    default: nil
    }
  }

  /// The value in the alphabet `0123456789ABCDEFGHJKLMNPQRTUWXY`.
  private static func creditValue(_ scalar: UInt32) -> Int? {
    guard let value = letterValue(scalar) else { return nil }
    // I, O, S, V and Z are left out, so the letters after each move down by one more.
    switch value {
    case ...17: return value
    case 19...23: return value - 1
    case 25...27: return value - 2
    case 29...30: return value - 3
    case 32...34: return value - 4
    default: return nil
    }
  }
}
