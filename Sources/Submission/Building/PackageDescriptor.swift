internal import Vocabulary

/// data/datapackage.json: a Data Package (second version) with our `x-submission`.
struct PackageDescriptor {
  let content: SubmissionContent
  /// All tables, changes among them, with their bytes and hashes by path.
  let tables: [SubmittedTable]
  let sizes: [String: Int]
  let hashes: [String: String]
  let key: IdempotencyKey

  var bytes: [UInt8] {
    let created = "\(content.asOf)T00:00:00+08:00"
    return JSONNode.object([
      ("$schema", .text(PackageLayout.profile)),
      ("name", .text(content.name.lowercased())),
      ("title", .text("生态环境损害赔偿线索筛查报送包 \(content.submitter.name) \(content.period.chinese)")),
      ("created", .text(created)),
      ("resources", .array(tables.map(resource))),
      (PackageLayout.submission, submission),
    ]).bytes
  }

  private func resource(_ table: SubmittedTable) -> JSONNode {
    let path = PackageLayout.table(table.name)
    return .object([
      ("name", .text(table.name)),
      ("title", .text(table.title)),
      ("type", .text("table")),
      ("path", .text(String(path.dropFirst(PackageLayout.payload.count)))),
      ("format", .text("csv")),
      ("mediatype", .text("text/csv")),
      ("encoding", .text("utf-8")),
      ("bytes", .number(sizes[path] ?? 0)),
      ("hash", .text("sha256:\(hashes[path] ?? "")")),
      ("schema", schema(table)),
    ])
  }

  private func schema(_ table: SubmittedTable) -> JSONNode {
    .object([
      ("fields", .array(table.fields.map(field))),
      ("missingValues", .array([.text("")])),
      ("primaryKey", table.primaryKey.isEmpty ? nil : .array(table.primaryKey.map(JSONNode.text))),
      (
        "foreignKeys",
        table.foreignKeys.isEmpty
          ? nil : .array(table.foreignKeys.map { foreignKey($0, of: table) })
      ),
    ])
  }

  private func foreignKey(_ key: SubmittedTable.ForeignKey, of table: SubmittedTable) -> JSONNode {
    let reference: JSONNode = .object([
      ("resource", key.table == table.name ? nil : .text(key.table)),
      ("fields", .array(key.references.map(JSONNode.text))),
    ])
    return .object([
      ("fields", .array(key.fields.map(JSONNode.text))), ("reference", reference),
    ])
  }

  private func field(_ field: TableField) -> JSONNode {
    func bound(_ text: String) -> JSONNode {
      field.kind == .date ? .text(text) : JSONNode(.number(text))
    }
    let constraints: JSONNode = .object([
      ("required", field.isRequired ? JSONNode(.truth(true)) : nil),
      ("unique", field.isUnique ? JSONNode(.truth(true)) : nil),
      ("enum", field.allowed.map { .array($0.map(JSONNode.text)) }),
      ("minimum", field.minimum.map(bound)),
      ("maximum", field.maximum.map(bound)),
    ])
    return .object([
      ("name", .text(field.name)),
      ("title", .text(field.title)),
      ("type", .text(field.kind.rawValue)),
      ("constraints", constraints.members?.isEmpty == true ? nil : constraints),
    ])
  }

  private var submission: JSONNode {
    .object([
      ("schemaVersion", .text(PackageLayout.schemaVersion)),
      ("submitter", party(content.submitter)),
      ("receiver", party(content.receiver)),
      ("period", .text("\(content.period)")),
      ("asOf", .text("\(content.asOf)")),
      ("revision", .number(content.revision)),
      ("type", .text(content.kind.word)),
      ("reason", content.kind.reason.map(JSONNode.text)),
      ("supersedes", content.kind.supersedes.map(JSONNode.text)),
      ("idempotencyKey", .text(key.description)),
      ("audience", .text(content.audience)),
      ("totals", .array(content.totals.map(total))),
    ])
  }

  private func party(_ party: SubmissionParty) -> JSONNode {
    .object([("code", .text(party.code)), ("name", .text(party.name))])
  }

  private func total(_ total: SubmittedTotal) -> JSONNode {
    let basis = total.basis
    var measure: (String, JSONNode?) = ("rows", nil)
    switch basis?.measure {
    case .distinct(let field): measure = ("distinct", .text(field))
    case .sum(let field): measure = ("sum", .text(field))
    case .rows, nil: break
    }
    let conditions = basis?.conditions.map { condition in
      JSONNode.object([
        ("field", .text(condition.field)), ("words", .array(condition.words.map(JSONNode.text))),
      ])
    }
    return .object([
      ("name", .text(total.name)),
      ("value", total.value.map(JSONNode.text) ?? JSONNode(.null)),
      ("table", basis.map { .text($0.table) }),
      measure,
      ("where", conditions?.isEmpty == false ? .array(conditions ?? []) : nil),
    ])
  }
}
