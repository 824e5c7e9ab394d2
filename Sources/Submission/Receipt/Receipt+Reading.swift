package import Vocabulary

extension Receipt {
  /// Reads a receipt: JSON with these members and no others.
  ///
  /// Throws every fault by its line (`receiptMisfit`): unknown and missing members, counts that do not
  /// add up, a row beyond those that its table is counted with, rows rejected without a reason.
  package init(_ json: [UInt8], file: String) throws(Failure) {
    var members: JSONMembers
    do throws(JSONFault) {
      members = JSONMembers(try JSONReading.node(json))
    } catch {
      throw Failure(
        .unusableInput, .receiptMisfit, file: file, line: error.line, detail: error.reason)
    }
    if let version = members.text("schemaVersion"), version != PackageLayout.schemaVersion {
      members.add("schemaVersion", Wording(zh: "不认识的版本", en: "unknown version"))
    }
    self.file = file
    number = members.text("receiptNo") ?? ""
    packageHash = members.text("packageSha256")?.lowercased() ?? ""
    key = members.text("idempotencyKey") ?? ""
    status = Receipt.status(&members)
    receivedAt = members.text("receivedAt") ?? ""
    if !receivedAt.isEmpty, !Receipt.isTime(receivedAt) {
      members.add(
        "receivedAt",
        Wording(zh: "应为 2026-10-10T09:12:00+08:00 形式", en: "must be like 2026-10-10T09:12:00+08:00")
      )
    }
    counts = Receipt.counts(&members)
    issues = Receipt.issues(&members)
    signature = Receipt.signature(&members)
    members.refuseOthers()
    Receipt.checkIssues(issues, against: counts, &members)
    Receipt.checkStatus(status, counts, &members)
    guard members.faults.isEmpty else {
      throw Failure(
        .unusableInput,
        members.faults.map {
          Problem(
            .receiptMisfit, file: file, line: $0.line, column: $0.key.isEmpty ? nil : $0.key,
            detail: $0.reason)
        })
    }
  }

  private static func status(_ members: inout JSONMembers) -> Status {
    guard let word = members.text("status") else { return .rejected }
    if let status = Status(rawValue: word) { return status }
    let known = Status.allCases.map(\.rawValue).joined(separator: " ")
    members.add("status", Wording(zh: "可用：\(known)", en: "must be one of: \(known)"))
    return .rejected
  }

  /// Whether the text is a time of RFC 3339 with a real day.
  private static func isTime(_ text: String) -> Bool {
    let pattern = "0000-00-00T00:00:00"
    let isAlike = zip(text.utf8, pattern.utf8).allSatisfy { byte, expected in
      expected == 0x30 ? (0x30...0x39).contains(byte) : byte == expected
    }
    let zone = text.dropFirst(pattern.count)
    let isZone =
      zone == "Z"
      || zone.utf8.count == 6 && (zone.first == "+" || zone.first == "-")
        && zip(zone.dropFirst().utf8, "00:00".utf8).allSatisfy { byte, expected in
          expected == 0x30 ? (0x30...0x39).contains(byte) : byte == expected
        }
    return isAlike && isZone && Day(iso: text.prefix(10)) != nil
  }

  private static func counts(_ members: inout JSONMembers) -> [Count] {
    var counts: [Count] = []
    guard let node = members.value("counts") else { return [] }
    for member in node.members ?? [] {
      var inside = JSONMembers(member.value)
      let submitted = inside.count("submitted") ?? 0
      let accepted = inside.count("accepted") ?? 0
      let rejected = inside.count("rejected") ?? 0
      inside.refuseOthers()
      let (sum, overflow) = accepted.addingReportingOverflow(rejected)
      if inside.faults.isEmpty, overflow || sum != submitted {
        inside.add(
          member.key,
          Wording(
            zh: "报送 \(submitted) ≠ 接收 \(accepted) ＋ 退回 \(rejected)",
            en: "submitted \(submitted) is not accepted \(accepted) plus rejected \(rejected)"))
      }
      members.take(inside)
      counts.append(
        Count(table: member.key, submitted: submitted, accepted: accepted, rejected: rejected))
    }
    if counts.isEmpty { members.add("counts", Wording(zh: "没有条数", en: "there are no counts")) }
    return counts
  }

  private static func issues(_ members: inout JSONMembers) -> [Issue] {
    var issues: [Issue] = []
    for node in members.list("issues", isRequired: false) {
      var inside = JSONMembers(node)
      let code = inside.text("code") ?? ""
      let table = inside.text("resource") ?? ""
      let row = inside.count("row") ?? 0
      let field = inside.text("field", isRequired: false)
      let reason = inside.text("message") ?? ""
      inside.refuseOthers()
      members.take(inside)
      issues.append(
        Issue(
          code: code, table: table, row: row, field: field, reason: reason, line: node.line))
    }
    return issues
  }

  private static func signature(_ members: inout JSONMembers) -> Signature? {
    guard let node = members.value("signature", isRequired: false) else { return nil }
    var inside = JSONMembers(node)
    let algorithm = inside.text("alg") ?? ""
    let value = inside.text("value") ?? ""
    inside.refuseOthers()
    members.take(inside)
    return Signature(algorithm: algorithm, value: value)
  }

  private static func checkIssues(
    _ issues: [Issue], against counts: [Count], _ members: inout JSONMembers
  ) {
    guard members.faults.isEmpty else { return }
    let byTable = Dictionary(counts.map { ($0.table, $0) }, uniquingKeysWith: { first, _ in first })
    var named: [String: Set<Int>] = [:]
    for issue in issues {
      // Tables that are not counted are held against the package itself.
      if issue.row >= 1, issue.row <= byTable[issue.table]?.submitted ?? .max {
        named[issue.table, default: []].insert(issue.row)
      } else {
        members.add(
          "issues",
          Wording(
            zh: "\(issue.table) 没有第 \(issue.row) 行", en: "\(issue.table) has no row \(issue.row)"),
          line: issue.line)
      }
    }
    for count in counts where count.rejected > named[count.table, default: []].count {
      let rows = named[count.table, default: []].count
      members.add(
        "issues",
        Wording(
          zh: "\(count.table) 退回 \(count.rejected) 行，只说明了 \(rows) 行的理由",
          en: "\(count.table): \(count.rejected) rows rejected, reasons for \(rows)"))
    }
  }

  private static func checkStatus(
    _ status: Status, _ counts: [Count], _ members: inout JSONMembers
  ) {
    let rejected = counts.contains { $0.rejected > 0 }
    let accepted = counts.contains { $0.accepted > 0 }
    guard status == .accepted && rejected || status == .rejected && accepted else { return }
    members.add(
      "status", Wording(zh: "结论与条数矛盾", en: "the verdict contradicts the counts"))
  }
}
