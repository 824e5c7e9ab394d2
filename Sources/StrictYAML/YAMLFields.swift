package import Vocabulary

/// The fields of a mapping whose keys are known beforehand.
///
/// Every reader returns `nil` both for an absent field and for one of the wrong form; the wrong
/// form is added to the problems, so that all of a file's problems come out together.
package struct YAMLFields: Sendable {
  /// Where the mapping begins, counted from 1.
  package let line: Int
  private let entries: [YAMLNode.Entry]

  /// Takes `node` for a mapping with only `allowed` keys, and a value for each of `required`.
  package init(
    _ node: YAMLNode, allowed: [String], required: [String] = [], _ problems: inout YAMLProblems
  ) {
    line = node.line
    guard case .mapping(let found) = node.content else {
      entries = []
      problems.add(line: node.line, Wording(zh: "此处应为键值表", en: "a mapping is expected here"))
      return
    }
    entries = found
    for entry in found where !allowed.contains(entry.key) {
      let known = allowed.joined(separator: " ")
      problems.add(
        line: entry.line, value: entry.key,
        Wording(zh: "不认识的键；可用：\(known)", en: "unknown key; known: \(known)"))
    }
    for key in required where self[key] == nil {
      if let empty = found.first(where: { $0.key == key }) {
        problems.add(line: empty.line, value: key, Wording(zh: "键没有值", en: "key without a value"))
      } else {
        problems.add(line: node.line, value: key, Wording(zh: "缺少键", en: "missing key"))
      }
    }
  }

  /// The value of a key, whatever its form; `nil` if absent or null.
  package subscript(key: String) -> YAMLNode? {
    guard let node = entries.first(where: { $0.key == key })?.value, !node.isNull else {
      return nil
    }
    return node
  }

  /// A text; must not be empty.
  package func text(_ key: String, _ problems: inout YAMLProblems) -> String? {
    guard let node = self[key] else { return nil }
    return readText(node, key, &problems)
  }

  /// A text in quotes, for codes that would otherwise read as numbers.
  package func quotedText(_ key: String, _ problems: inout YAMLProblems) -> String? {
    guard let node = self[key] else { return nil }
    guard let text = readText(node, key, &problems) else { return nil }
    guard node.isQuoted else {
      problems.add(
        line: node.line, value: text,
        Wording(zh: "\(key) 要加引号：\"\(text)\"", en: "\(key) must be quoted: \"\(text)\""))
      return nil
    }
    return text
  }

  /// `true` or `false`, nothing else: `yes`, `no`, `on` and `off` are refused.
  package func truth(_ key: String, _ problems: inout YAMLProblems) -> Bool? {
    guard let node = self[key] else { return nil }
    if !node.isQuoted, node.scalar == "true" { return true }
    if !node.isQuoted, node.scalar == "false" { return false }
    problems.add(
      line: node.line, value: node.scalar,
      Wording(zh: "\(key) 只能写 true 或 false", en: "\(key) must be true or false"))
    return nil
  }

  /// A whole number in plain decimal digits, without separators or a leading zero.
  package func number(_ key: String, in range: ClosedRange<Int>, _ problems: inout YAMLProblems)
    -> Int?
  {
    guard let node = self[key] else { return nil }
    if let text = node.scalar, let value = Int(text), String(value) == text, range.contains(value) {
      return value
    }
    problems.add(
      line: node.line, value: node.scalar,
      Wording(
        zh: "\(key) 应为 \(range.lowerBound) 到 \(range.upperBound) 的整数，不带分隔符",
        en: "\(key) must be a whole number from \(range.lowerBound) to \(range.upperBound), "
          + "no separators"))
    return nil
  }

  /// A number in plain decimal digits with an optional sign and point: `-24.5`; no exponents.
  package func decimal(
    _ key: String, in range: ClosedRange<Double>, _ problems: inout YAMLProblems
  ) -> Double? {
    guard let node = self[key] else { return nil }
    if let value = node.scalar.flatMap(YAMLFields.plainDecimal), range.contains(value) {
      return value
    }
    problems.add(
      line: node.line, value: node.scalar,
      Wording(
        zh: "\(key) 应为 \(range.lowerBound) 到 \(range.upperBound) 的十进制数",
        en: "\(key) must be a decimal number from \(range.lowerBound) to \(range.upperBound)"))
    return nil
  }

  /// The number that plain decimal digits with an optional sign and point write; `nil` for any other
  /// text.
  package static func plainDecimal(_ text: String) -> Double? {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isPlain =
      digits.count + 1 >= text.utf8.count && parts.count <= 2
      && parts.allSatisfy { part in
        (1...12).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
      }
    return isPlain ? Double(text) : nil
  }

  /// A day written `2026-07-03`.
  package func day(_ key: String, _ problems: inout YAMLProblems) -> Day? {
    guard let node = self[key] else { return nil }
    if let day = Day(iso: node.scalar ?? "") { return day }
    problems.add(
      line: node.line, value: node.scalar,
      Wording(zh: "\(key) 应为 2026-07-03 形式的日期", en: "\(key) must be a day like 2026-07-03"))
    return nil
  }

  /// The nodes of a list; empty if the key is absent.
  package func list(_ key: String, _ problems: inout YAMLProblems) -> [YAMLNode] {
    guard let node = self[key] else { return [] }
    if case .sequence(let nodes) = node.content { return nodes }
    problems.add(line: node.line, Wording(zh: "\(key) 应为列表", en: "\(key) must be a list"))
    return []
  }

  /// A list of texts; empty if the key is absent.
  package func texts(_ key: String, _ problems: inout YAMLProblems) -> [String] {
    list(key, &problems).compactMap { readText($0, key, &problems) }
  }

  /// The entries of a mapping whose keys are free; empty if the key is absent.
  package func mapping(_ key: String, _ problems: inout YAMLProblems) -> [YAMLNode.Entry] {
    guard let node = self[key] else { return [] }
    if case .mapping(let entries) = node.content { return entries }
    problems.add(line: node.line, Wording(zh: "\(key) 应为键值表", en: "\(key) must be a mapping"))
    return []
  }

  private func readText(_ node: YAMLNode, _ key: String, _ problems: inout YAMLProblems) -> String?
  {
    if let text = node.scalar, !text.isEmpty, !node.isNull { return text }
    problems.add(line: node.line, Wording(zh: "\(key) 应为文字", en: "\(key) must be a text"))
    return nil
  }
}
