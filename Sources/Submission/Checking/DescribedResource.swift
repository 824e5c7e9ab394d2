internal import Vocabulary

extension DescribedPackage.Resource {
  /// A table as the descriptor describes it, without its rows; `nil` if it is not as agreed.
  init?(_ members: inout JSONMembers) {
    let name = members.text("name")
    let file = members.text("path")
    let bytes = members.count("bytes")
    let hash = members.text("hash")
    let title = members.text("title", isRequired: false)
    if let encoding = members.text("encoding", isRequired: false), encoding.lowercased() != "utf-8"
    {
      members.add("encoding", Wording(zh: "只支持 utf-8", en: "only utf-8 is read"))
    }
    if let file, PackagePath.fault(file) != nil {
      members.add("path", Wording(zh: "路径不合规范", en: "the path is not allowed"))
    }
    var schema = JSONMembers(members.value("schema") ?? JSONNode(.object([])))
    let fields = TableField.list(&schema)
    let key = schema.texts("primaryKey", isRequired: false)
    var foreign: [SubmittedTable.ForeignKey] = []
    for node in schema.list("foreignKeys", isRequired: false) {
      var inside = JSONMembers(node)
      let own = inside.texts("fields")
      var reference = JSONMembers(inside.value("reference") ?? JSONNode(.object([])))
      let table = reference.node["resource"]?.string ?? ""
      let others = reference.texts("fields")
      inside.take(reference)
      if own.count != others.count || own.isEmpty {
        inside.add("fields", Wording(zh: "外键两边列数不同", en: "the two sides differ in number"))
      }
      schema.take(inside)
      foreign.append(
        SubmittedTable.ForeignKey(
          fields: own, table: table.isEmpty ? name ?? "" : table, references: others))
    }
    // A column that could not be read is at fault itself, not the keys that name it.
    let names = schema.faults.isEmpty ? Set(fields.map(\.name)) : nil
    for field in key + foreign.flatMap(\.fields) where names?.contains(field) == false {
      schema.add(
        "primaryKey", Wording(zh: "没有“\(field)”这一列", en: "there is no column \(field)"))
    }
    members.take(schema)
    guard let name, let file, let bytes, let hash, members.faults.isEmpty else { return nil }
    path = PackageLayout.payload + file
    self.bytes = bytes
    self.hash = hash.hasPrefix("sha256:") ? String(hash.dropFirst(7)) : hash
    table = SubmittedTable(
      name, title: title ?? name, fields: fields, primaryKey: key, foreignKeys: foreign, rows: [])
  }
}

extension TableField {
  /// The columns of a schema.
  fileprivate static func list(_ schema: inout JSONMembers) -> [TableField] {
    var fields: [TableField] = []
    for node in schema.list("fields") {
      var inside = JSONMembers(node)
      if let field = TableField(&inside) { fields.append(field) }
      schema.take(inside)
    }
    if fields.isEmpty { schema.add("fields", Wording(zh: "没有列", en: "there are no columns")) }
    if Set(fields.map(\.name)).count < fields.count {
      schema.add("fields", Wording(zh: "列名重复", en: "a column stands twice"))
    }
    return fields
  }

  /// A column; a constraint that is not known here would go unchecked and is a fault.
  private init?(_ members: inout JSONMembers) {
    let name = members.text("name")
    let title = members.text("title", isRequired: false)
    let word = members.text("type", isRequired: false) ?? Kind.text.rawValue
    let kind = Kind(rawValue: word)
    if kind == nil { members.add("type", Wording(zh: "不支持的类型", en: "the type is not known")) }
    var constraints = JSONMembers(
      members.value("constraints", isRequired: false) ?? JSONNode(.object([])))
    let isRequired = constraints.truth("required", isRequired: false) ?? false
    let isUnique = constraints.truth("unique", isRequired: false) ?? false
    let allowed =
      constraints.node["enum"] == nil ? nil : constraints.texts("enum", isRequired: false)
    let minimum = TableField.bound("minimum", kind, &constraints)
    let maximum = TableField.bound("maximum", kind, &constraints)
    constraints.refuseOthers()
    members.take(constraints)
    guard let name, let kind, members.faults.isEmpty else { return nil }
    self.init(
      name, title: title ?? name, kind: kind, isRequired: isRequired, isUnique: isUnique,
      allowed: allowed, minimum: minimum, maximum: maximum)
  }

  private static func bound(
    _ key: String, _ kind: Kind?, _ constraints: inout JSONMembers
  ) -> String? {
    guard let value = constraints.value(key, isRequired: false) else { return nil }
    let text: String? = if case .number(let text) = value.content { text } else { value.string }
    if let text, let kind, kind != .text, CellValue(text, kind) != nil { return text }
    constraints.add(key, Wording(zh: "上下限写法有误", en: "the bound cannot be read"))
    return nil
  }
}
