/// Where a document says something, and what it says in our own words.
package struct Citation: Sendable, Hashable {
  /// `第十一条第二项`, `四末款（二）`.
  package let locator: String
  package let summary: String
}

/// How the provisions of a document are numbered.
package enum ProvisionStyle: String, Sendable, Hashable, CaseIterable {
  /// 第一条, 第二条, …
  case article
  /// 一、二、…
  case section
}

/// How many provisions a document has, so that a citation of one it lacks is found.
package struct ProvisionCount: Sendable, Hashable {
  package let style: ProvisionStyle
  package let count: Int

  /// Whether `locator` names a provision the document has, in the form its style demands.
  package func contains(_ locator: String) -> Bool { number(in: locator) != nil }

  /// The number of the article or section that `locator` lies in; `nil` if the document has none such.
  ///
  /// The article or section, then any of 第…款, 末款, （…）, 第…项, 第…句.
  package func number(in locator: String) -> Int? {
    var rest = Array(locator.unicodeScalars)
    if style == .article {
      guard rest.first == "第" else { return nil }
      rest.removeFirst()
    }
    guard let number = ProvisionCount.takeNumeral(&rest), (1...count).contains(number) else {
      return nil
    }
    if style == .article {
      guard rest.first == "条" else { return nil }
      rest.removeFirst()
    }
    while !rest.isEmpty {
      guard ProvisionCount.takePart(&rest) else { return nil }
    }
    return number
  }

  /// The locator of a whole article or section: `第二十一条`, `十一`.
  package func locator(of number: Int) -> String {
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10)
    var text = String.UnicodeScalarView()
    if hundreds > 0 { text += [ProvisionCount.chineseDigits[hundreds], "百"] }
    if tens > 1 || (tens == 1 && hundreds > 0) { text.append(ProvisionCount.chineseDigits[tens]) }
    if tens > 0 { text.append("十") }
    if hundreds > 0, tens == 0, ones > 0 { text.append("零") }
    if ones > 0 { text.append(ProvisionCount.chineseDigits[ones]) }
    return style == .article ? "第\(String(text))条" : String(text)
  }

  private static func takePart(_ rest: inout [Unicode.Scalar]) -> Bool {
    if rest.starts(with: ["末", "款"]) {
      rest.removeFirst(2)
      return true
    }
    if rest.first == "（" {
      rest.removeFirst()
      guard takeNumeral(&rest) != nil, rest.first == "）" else { return false }
      rest.removeFirst()
      return true
    }
    guard rest.first == "第" else { return false }
    rest.removeFirst()
    guard takeNumeral(&rest) != nil, let unit = rest.first, "款项句".unicodeScalars.contains(unit)
    else { return false }
    rest.removeFirst()
    return true
  }

  /// A Chinese numeral below 200 or plain digits, taken off the front; `nil` if there is none.
  private static func takeNumeral(_ rest: inout [Unicode.Scalar]) -> Int? {
    var total = 0
    var digit: Int?
    var taken = 0
    for scalar in rest {
      if let value = chineseDigits.firstIndex(of: scalar) {
        digit = value
      } else if scalar.value >= 0x30, scalar.value <= 0x39 {
        digit = min((digit ?? 0) * 10 + Int(scalar.value - 0x30), 9999)
      } else if scalar == "十" {
        total += (digit ?? 1) * 10
        digit = nil
      } else if scalar == "百" {
        total += (digit ?? 1) * 100
        digit = nil
      } else {
        break
      }
      taken += 1
    }
    guard taken > 0 else { return nil }
    rest.removeFirst(taken)
    return total + (digit ?? 0)
  }

  private static let chineseDigits = Array("零一二三四五六七八九".unicodeScalars)
}
