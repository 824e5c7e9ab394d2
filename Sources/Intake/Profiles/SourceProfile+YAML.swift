private import StrictYAML
internal import Vocabulary

extension SourceProfile {
  /// Reads one profile document; throws with every problem found in it, by line.
  init(yaml bytes: [UInt8], file: String) throws(Failure) {
    let root = try parseYAML(bytes, file: file, code: .badProfile)
    var problems = YAMLProblems(file: file, code: .badProfile)
    let fields = YAMLFields(
      root,
      allowed: [
        "id", "kind", "title", "datum", "zone", "central_meridian", "required", "fields", "kept",
      ],
      required: ["id", "kind", "title", "required", "fields"], &problems)
    let id = readID(fields, &problems)
    let kind = readCase(
      fields, "kind", SourceKind.allCases.map { ($0.name, $0) }, &problems)
    let title = fields.text("title", &problems)
    let datum = readCase(fields, "datum", Datum.allCases.map { ($0.name, $0) }, &problems)
    let zone = readZone(fields, &problems)
    let entries = readEntries(fields, &problems)
    let kept = readKept(fields, entries, &problems)
    let required = readRequired(fields, entries, &problems)
    try problems.throwIfAny()
    guard let id, let kind, let title else {
      // A null value counts as absent to the reader but as present to the check for missing keys.
      problems.add(
        line: root.line, Wording(zh: "id、kind、title 不能为空", en: "id, kind or title is empty"))
      throw Failure(.configuration, problems.inLineOrder)
    }
    self.init(
      id: id, kind: kind, title: title, datum: datum, zone: zone, required: required,
      entries: entries, kept: kept, file: file)
  }
}

private func readID(_ fields: YAMLFields, _ problems: inout YAMLProblems) -> String? {
  guard let id = fields.text("id", &problems) else { return nil }
  let isPlain = id.utf8.allSatisfy {
    $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D
  }
  if isPlain { return id }
  problems.add(
    line: fields.line, value: id,
    Wording(zh: "id 只能用小写字母、数字和连字符", en: "id takes lower-case letters, digits and hyphens"))
  return nil
}

private func readCase<Case>(
  _ fields: YAMLFields, _ key: String, _ cases: [(name: String, value: Case)],
  _ problems: inout YAMLProblems
) -> Case? {
  guard let text = fields.text(key, &problems) else { return nil }
  if let found = cases.first(where: { $0.name == text }) { return found.value }
  let known = cases.map(\.name).joined(separator: " ")
  problems.add(
    line: fields[key]?.line ?? fields.line, value: text,
    Wording(zh: "\(key) 可用：\(known)", en: "\(key) must be one of: \(known)"))
  return nil
}

/// A zone by its number or by its meridian, which may be that of a half degree.
private func readZone(_ fields: YAMLFields, _ problems: inout YAMLProblems) -> ProjectionZone? {
  let meridian = fields.decimal("central_meridian", in: 73...137, &problems)
  guard fields["zone"] != nil else {
    guard let meridian else { return nil }
    if let minutes = Int(exactly: meridian * 60) {
      return ProjectionZone(meridianMinutes: minutes, widthDegrees: nil)
    }
    problems.add(
      line: fields["central_meridian"]?.line ?? fields.line,
      Wording(
        zh: "central_meridian 应为整度或半度", en: "central_meridian must be whole or half degrees"))
    return nil
  }
  guard let number = fields.number("zone", in: 13...45, &problems) else { return nil }
  let zone = ProjectionZone(number: number)
  if zone == nil || meridian.map({ $0 * 60 != zone?.meridianMinutes.map(Double.init) }) == true {
    problems.add(
      line: fields["zone"]?.line ?? fields.line, value: "\(number)",
      Wording(
        zh: "带号应为13至23或25至45，且与 central_meridian 一致",
        en: "zone is 13 to 23 or 25 to 45, and that of central_meridian"))
    return nil
  }
  return zone
}

private func readRequired(
  _ fields: YAMLFields, _ entries: [SourceProfile.Entry], _ problems: inout YAMLProblems
) -> [Field] {
  var required: [Field] = []
  for node in fields.list("required", &problems) {
    if let name = node.scalar, let field = Field(name: name),
      entries.contains(where: { $0.field == field })
    {
      if !required.contains(field) { required.append(field) }
    } else {
      problems.add(
        line: node.line, value: node.scalar,
        Wording(zh: "required 只能列出 fields 中的字段", en: "required takes names that fields has"))
    }
  }
  if required.isEmpty {
    problems.add(
      line: fields["required"]?.line ?? fields.line,
      Wording(zh: "required 至少列出一个字段", en: "required must name a field at least"))
  }
  return required
}

private func readEntries(_ fields: YAMLFields, _ problems: inout YAMLProblems)
  -> [SourceProfile.Entry]
{
  guard let node = fields["fields"] else { return [] }
  let known = YAMLFields(node, allowed: Field.all.map(\.name), &problems)
  var entries: [SourceProfile.Entry] = []
  var owners: [String: String] = [:]
  for item in fields.mapping("fields", &problems) {
    guard let field = Field(name: item.key),
      let entry = readEntry(field, item, in: known, &problems)
    else { continue }
    for title in entry.titles + entry.otherwise {
      if let owner = owners.updateValue(item.key, forKey: FoldedTitle(title).text),
        owner != item.key
      {
        problems.add(
          line: item.line, value: title,
          Wording(zh: "列名已归 \(owner)", en: "the title already belongs to \(owner)"))
      }
    }
    entries.append(entry)
  }
  return entries
}

/// An entry is a list of titles, or a mapping with `titles`, `otherwise`, `unit` and `words`.
private func readEntry(
  _ field: Field, _ item: YAMLNode.Entry, in fields: YAMLFields, _ problems: inout YAMLProblems
) -> SourceProfile.Entry? {
  if case .sequence = item.value.content {
    let titles = readTitles(fields, item.key, item, &problems)
    return titles.isEmpty
      ? nil
      : SourceProfile.Entry(
        field: field, titles: titles, otherwise: [], fenPerUnit: 100, words: [:])
  }
  let parts = YAMLFields(
    item.value, allowed: ["titles", "otherwise", "unit", "words"], required: ["titles"], &problems)
  let titles = readTitles(parts, "titles", item, &problems)
  guard !titles.isEmpty else { return nil }
  return SourceProfile.Entry(
    field: field, titles: titles,
    otherwise: parts["otherwise"] == nil ? [] : readTitles(parts, "otherwise", item, &problems),
    fenPerUnit: readUnit(field, parts, &problems),
    words: readWords(field, parts, &problems))
}

/// Titles to be kept; none may belong to a field.
private func readKept(
  _ fields: YAMLFields, _ entries: [SourceProfile.Entry], _ problems: inout YAMLProblems
) -> [String] {
  var owners: [String: Field] = [:]
  for entry in entries {
    for title in entry.titles + entry.otherwise { owners[FoldedTitle(title).text] = entry.field }
  }
  let kept = fields.texts("kept", &problems)
  for title in kept {
    guard let owner = owners[FoldedTitle(title).text] else { continue }
    problems.add(
      line: fields["kept"]?.line ?? fields.line, value: title,
      Wording(zh: "列名已归 \(owner.name)", en: "the title already belongs to \(owner.name)"))
  }
  return kept
}

private func readTitles(
  _ fields: YAMLFields, _ key: String, _ item: YAMLNode.Entry, _ problems: inout YAMLProblems
) -> [String] {
  let titles = fields.texts(key, &problems)
  if !titles.isEmpty, titles.allSatisfy({ !FoldedTitle($0).text.isEmpty }) { return titles }
  problems.add(
    line: item.line, value: item.key,
    Wording(zh: "至少写一个列名，且不能为空", en: "write a title at least, and none that is blank"))
  return []
}

private func readUnit(_ field: Field, _ parts: YAMLFields, _ problems: inout YAMLProblems)
  -> Int64
{
  guard let node = parts["unit"] else { return 100 }
  guard case .amount = field else {
    problems.add(
      line: node.line, value: field.name,
      Wording(zh: "只有金额字段可以写 unit", en: "only an amount field takes a unit"))
    return 100
  }
  return readCase(parts, "unit", [("元", 100), ("万元", 1_000_000)], &problems) ?? 100
}

private func readWords(_ field: Field, _ parts: YAMLFields, _ problems: inout YAMLProblems)
  -> [String: String]
{
  guard let node = parts["words"] else { return [:] }
  let canonical = field.canonicalWords
  guard !canonical.isEmpty else {
    problems.add(
      line: node.line, value: field.name,
      Wording(zh: "这个字段没有词表", en: "this field takes no words"))
    return [:]
  }
  let lists = YAMLFields(node, allowed: canonical, &problems)
  var words: [String: String] = [:]
  for name in canonical {
    for word in lists.texts(name, &problems) {
      guard words.updateValue(name, forKey: word) == nil else {
        problems.add(
          line: lists.line, value: word, Wording(zh: "词语重复", en: "the word is there twice"))
        continue
      }
    }
  }
  return words
}

extension Field {
  /// The canonical words a profile's `words` may map to; empty for fields that take none.
  fileprivate var canonicalWords: [String] {
    switch self {
    case .truth: ["true", "false", "unknown"]
    case .choice(.emergencyLevel), .choice(.destructionLevel):
      EventLevel.allCases.map(\.name) + ["unknown"]
    case .choice(.damageBasis): DamageBasis.allCases.map(\.name) + ["unknown"]
    case .choice(.restorationRoute): RestorationRoute.allCases.map(\.name) + ["unknown"]
    case .choice(.inspectorateLevel): InspectorateLevel.allCases.map(\.name) + ["unknown"]
    case .choice(.datum): Datum.allCases.map(\.name) + ["unknown"]
    case .choice(.placeRole): PlaceRole.allCases.map(\.name) + ["unknown"]
    case .media: Medium.allCases.map(\.term) + ["unknown"]
    case .text, .day, .amount, .county, .longitude, .latitude, .coordinates, .channel,
      .identityNumber:
      []
    }
  }
}
