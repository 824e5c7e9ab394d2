internal import Files
package import Vocabulary

/// A package as it will be written.
package struct BuiltPackage: Sendable {
  /// `XZ-140900-2026Q3-r1`.
  package let name: String
  /// Every file below the folder of that name, by the bytes of its path.
  package let files: [(path: String, bytes: [UInt8])]
  /// The same as a ZIP with that one folder; bagit.txt comes first.
  package let zip: [UInt8]
  package let key: IdempotencyKey
}

/// Makes submission packages: a BagIt bag (RFC 8493) with a Data Package inside.
///
/// No clock is read and nothing depends on the order of dictionaries: equal content gives equal bytes.
package enum PackageBuilder {
  /// The package of that content; a revision lists what changed since `earlier`.
  ///
  /// What was built is checked as a stranger's package would be. Throws a configuration failure with
  /// every finding (`packageInvalid`) where the content does not hold together.
  package static func build(
    _ content: SubmissionContent, changesFrom earlier: [SubmittedTable]? = nil
  ) throws(Failure) -> BuiltPackage {
    let tables = allTables(content, earlier)
    try throwRepeatedNames(tables, content.documents)
    var files: [String: [UInt8]] = [:]
    for table in tables {
      files[PackageLayout.table(table.name)] = ExactCSV.bytes(
        header: table.fields.map(\.name), rows: table.rows)
    }
    let tableHashes = files.mapValues(SHA256Digest.hex)
    let key = IdempotencyKey(
      submitter: content.submitter.code, period: "\(content.period)", revision: content.revision,
      hashes: tableHashes)
    let descriptor = PackageDescriptor(
      content: content, tables: tables, sizes: files.mapValues(\.count), hashes: tableHashes,
      key: key)
    files[PackageLayout.descriptor] = descriptor.bytes
    files[PackageLayout.checks] = checks(content)
    for document in content.documents {
      files[PackageLayout.document(document.name)] = document.bytes
    }
    addTags(content, to: &files, hashes: tableHashes)
    try throwFindings(files, content)
    let sorted = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { (path: $0.key, bytes: $0.value) }
    return BuiltPackage(
      name: content.name, files: sorted, zip: try zip(sorted, in: content.name), key: key)
  }

  private static func allTables(
    _ content: SubmissionContent, _ earlier: [SubmittedTable]?
  ) -> [SubmittedTable] {
    let tables = content.tables.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    guard let earlier else { return tables }
    return tables + [
      ChangesTable.table(from: earlier, to: tables, reason: content.kind.reason ?? "")
    ]
  }

  /// Two documents or tables of one name would be one file.
  private static func throwRepeatedNames(
    _ tables: [SubmittedTable], _ documents: [SubmissionContent.Document]
  ) throws(Failure) {
    var seen: Set<String> = []
    let paths =
      tables.map { PackageLayout.table($0.name) }
      + documents.map { PackageLayout.document($0.name) }
    for path in paths where !seen.insert(PackagePath.folded(path)).inserted {
      throw Failure(
        .configuration, .packageInvalid, file: path,
        detail: Wording(zh: "文件名重复", en: "the name stands twice"))
    }
  }

  private static func checks(_ content: SubmissionContent) -> [UInt8] {
    let checks = content.checks.map { check in
      JSONNode.object([
        ("id", .text(check.id)), ("title", .text(check.title)),
        ("passed", JSONNode(.truth(check.hasPassed))), ("count", .number(check.count)),
        ("detail", .text(check.detail)),
      ])
    }
    return JSONNode.object([
      ("schemaVersion", .text(PackageLayout.schemaVersion)), ("checks", .array(checks)),
    ]).bytes
  }

  /// Adds the declaration, the description and both manifests, which list what is there by then.
  private static func addTags(
    _ content: SubmissionContent, to files: inout [String: [UInt8]], hashes: [String: String]
  ) {
    let size = files.values.reduce(0) { $0 + $1.count }
    let count = files.count
    files[PackageLayout.manifest] = manifest(of: files, known: hashes)
    files[PackageLayout.declaration] = Array(
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)
    let description = [
      ("Source-Organization", content.submitter.name),
      ("External-Description", "生态环境损害赔偿线索筛查 \(content.period.chinese)"),
      ("External-Identifier", content.identifier),
      ("Bagging-Date", "\(content.asOf)"),
      ("Payload-Oxum", "\(size).\(count)"),
    ]
    files[PackageLayout.description] = Array(
      description.map { "\($0): \(BagTags.oneLine($1))\n" }.joined().utf8)
    let tags = files.filter { !$0.key.hasPrefix(PackageLayout.payload) }
    files[PackageLayout.tagManifest] = manifest(of: tags, known: [:])
  }

  private static func manifest(of files: [String: [UInt8]], known: [String: String]) -> [UInt8] {
    let lines = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
      ManifestLine.text(hash: known[$0.key] ?? SHA256Digest.hex(of: $0.value), path: $0.key)
    }
    return Array(lines.joined().utf8)
  }

  private static func throwFindings(
    _ files: [String: [UInt8]], _ content: SubmissionContent
  ) throws(Failure) {
    for path in files.keys {
      if let fault = PackagePath.fault(path) {
        throw Failure(.configuration, .packageInvalid, file: path, detail: fault)
      }
    }
    let faults = PackageVerifier.check(PackageReading(content.name, files)).filter(\.isFault)
    guard faults.isEmpty else { throw Failure(.configuration, faults.map(\.problem)) }
  }

  private static func zip(
    _ files: [(path: String, bytes: [UInt8])], in folder: String
  ) throws(Failure) -> [UInt8] {
    var zip = try ZipWriting()
    // Readers may take the first part for the sign of what the archive is.
    for isDeclaration in [true, false] {
      for file in files where (file.path == PackageLayout.declaration) == isDeclaration {
        try zip.add("\(folder)/\(file.path)", file.bytes)
      }
    }
    return try zip.finish()
  }
}
