internal import Vocabulary

/// What makes a valid bag with valid tables a submission: identity, revision, checks.
struct SubmissionCheck {
  let package: DescribedPackage
  let reading: PackageReading
  let tables: [SubmittedTable]
  /// SHA-256 of each table's file by path.
  let hashes: [String: String]

  var findings: [PackageFinding] { identity + revision + tags + checks }

  private var identity: [PackageFinding] {
    var findings: [PackageFinding] = []
    let key = IdempotencyKey(
      submitter: package.submitter, period: package.period, revision: package.revision,
      hashes: hashes)
    if key.description != package.key {
      findings.append(
        fault(.wrongIdentity, "idempotencyKey", package.key, Wording(verbatim: key.description)))
    }
    let (tags, _) = BagTags.read(reading.files[PackageLayout.description] ?? [])
    let stated = BagTags.value("External-Identifier", in: tags)
    if stated != package.identifier {
      findings.append(
        PackageFinding(
          .wrongIdentity, path: PackageLayout.description, field: "External-Identifier",
          value: stated, detail: Wording(verbatim: package.identifier)))
    }
    return findings
  }

  private var revision: [PackageFinding] {
    var findings: [PackageFinding] = []
    func add(_ field: String, _ value: String?, _ detail: Wording) {
      findings.append(fault(.badRevision, field, value, detail))
    }
    let isFirst = package.revision == 1
    switch package.kind {
    case "original" where isFirst, "revision" where !isFirst, "zero": break
    default:
      add(
        "type", "\(package.kind) r\(package.revision)",
        Wording(
          zh: "第 1 版是 original，以后各版是 revision，无线索的是 zero",
          en: "revision 1 is an original, later ones are revisions, one without leads is zero"))
    }
    if package.kind != "original", package.reason == nil {
      add("reason", nil, Wording(zh: "没有写明理由", en: "the reason is missing"))
    }
    let isDigest =
      package.supersedes?.utf8.count == 64
      && package.supersedes?.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
      } == true
    if isFirst ? package.supersedes != nil : !isDigest {
      add(
        "supersedes", package.supersedes,
        Wording(
          zh: "第 2 版起写明所替换的包的 SHA-256，第 1 版不写",
          en: "from revision 2 on it is the SHA-256 of the package replaced, in revision 1 absent"))
    }
    if let other = otherReason {
      add(
        "reason", package.reason,
        Wording(
          zh: "changes.csv 写的是“\(other)”", en: "changes.csv says “\(other)”"))
    }
    let leads = tables.first { $0.name == SubmittedTable.leads }
    if package.kind == "zero", let leads, !leads.rows.isEmpty {
      findings.append(
        PackageFinding(
          .zeroWithLeads, path: PackageLayout.table(SubmittedTable.leads),
          value: String(leads.rows.count)))
    }
    return findings
  }

  /// The first reason in changes.csv that is not the package's; `nil` if all of them are.
  private var otherReason: String? {
    guard let changes = tables.first(where: { $0.name == PackageLayout.changesTable }),
      let place = changes.column("reason")
    else { return nil }
    let row = changes.rows.first { !ExactText.isSame($0[place], package.reason) }
    return row.map { $0[place] ?? "" }
  }

  /// Our packages have all tag files, and the tag manifest lists them.
  private var tags: [PackageFinding] {
    guard let bytes = reading.files[PackageLayout.tagManifest] else {
      return [PackageFinding(.missingFile, path: PackageLayout.tagManifest)]
    }
    let listed = Set(BagTags.lines(bytes).compactMap { ManifestLine.parts($0)?.path })
    let needed = [PackageLayout.description, PackageLayout.declaration, PackageLayout.manifest]
    var findings = needed.filter { !listed.contains($0) }.map {
      PackageFinding(.unlistedFile, path: $0, detail: Wording(verbatim: PackageLayout.tagManifest))
    }
    let (tags, _) = BagTags.read(reading.files[PackageLayout.description] ?? [])
    if BagTags.value("Payload-Oxum", in: tags) == nil {
      findings.append(
        PackageFinding(.wrongOxum, path: PackageLayout.description, field: "Payload-Oxum"))
    }
    return findings
  }

  private var checks: [PackageFinding] {
    let path = PackageLayout.checks
    guard let bytes = reading.files[path] else { return [PackageFinding(.missingFile, path: path)] }
    do throws(JSONFault) {
      var members = JSONMembers(try JSONReading.node(bytes))
      _ = members.text("schemaVersion")
      var findings: [PackageFinding] = []
      var ids: Set<String> = []
      for node in members.list("checks") {
        var inside = JSONMembers(node)
        let id = inside.text("id") ?? ""
        let title = inside.text("title") ?? ""
        let hasPassed = inside.truth("passed")
        _ = inside.count("count")
        let detail = inside.value("detail", isRequired: false)?.string ?? ""
        if !ids.insert(id).inserted { inside.add("id", Wording(zh: "重复", en: "stands twice")) }
        members.take(inside)
        if hasPassed == false {
          findings.append(
            PackageFinding(
              .failedCheck, path: path, line: node.line, field: id,
              detail: Wording(verbatim: detail.isEmpty ? title : "\(title)，\(detail)")))
        }
      }
      return findings
        + members.faults.map {
          PackageFinding(.badChecks, path: path, line: $0.line, field: $0.key, detail: $0.reason)
        }
    } catch {
      return [PackageFinding(.badChecks, path: path, line: error.line, detail: error.reason)]
    }
  }

  private func fault(
    _ kind: PackageFindingKind, _ field: String, _ value: String?, _ detail: Wording
  ) -> PackageFinding {
    PackageFinding(
      kind, path: PackageLayout.descriptor, field: field, value: value, detail: detail)
  }
}
