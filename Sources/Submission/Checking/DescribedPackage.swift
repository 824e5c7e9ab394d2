internal import Vocabulary

/// What data/datapackage.json says of a package of ours.
struct DescribedPackage {
  struct Resource {
    let table: SubmittedTable
    /// Below the package.
    let path: String
    let bytes: Int
    let hash: String
  }

  let resources: [Resource]
  let totals: [SubmittedTotal]
  let submitter: String
  let period: String
  let asOf: Day?
  let audience: String
  let revision: Int
  let kind: String
  let reason: String?
  let supersedes: String?
  let key: String

  /// `140900-2026Q3-r1`.
  var identifier: String { "\(submitter)-\(period)-r\(revision)" }

  /// What the descriptor is: a stranger's, one that is not as agreed, or ours.
  enum Outcome {
    case absent
    case foreign
    case bad([JSONMembers.Fault])
    case ours(DescribedPackage)
  }

  static func read(_ bytes: [UInt8]?) -> Outcome {
    guard let bytes else { return .absent }
    do throws(JSONFault) {
      let node = try JSONReading.node(bytes)
      guard node[PackageLayout.submission] != nil else { return .foreign }
      var members = JSONMembers(node)
      let package = DescribedPackage(&members)
      return members.faults.isEmpty ? .ours(package) : .bad(members.faults)
    } catch {
      return .bad([JSONMembers.Fault(line: error.line, key: "", reason: error.reason)])
    }
  }

  private init(_ members: inout JSONMembers) {
    var resources: [Resource] = []
    for node in members.list("resources") {
      var inside = JSONMembers(node)
      if let resource = Resource(&inside) { resources.append(resource) }
      members.take(inside)
    }
    if Set(resources.map(\.path)).count < resources.count
      || Set(resources.map(\.table.name)).count < resources.count
    {
      members.add("resources", Wording(zh: "表重复", en: "a table stands twice"))
    }
    self.resources = resources
    var submission = JSONMembers(members.value(PackageLayout.submission) ?? JSONNode(.null))
    if let version = submission.text("schemaVersion"), version != PackageLayout.schemaVersion {
      submission.add(
        "schemaVersion",
        Wording(
          zh: "版本 \(version)，本程序只认 \(PackageLayout.schemaVersion)",
          en: "version \(version), this program knows \(PackageLayout.schemaVersion)"))
    }
    submitter = DescribedPackage.party("submitter", &submission)
    _ = DescribedPackage.party("receiver", &submission)
    period = submission.text("period") ?? ""
    if !period.isEmpty, Quarter(period) == nil {
      submission.add("period", Wording(zh: "应为 2026Q3 形式", en: "must be like 2026Q3"))
    }
    let day = submission.text("asOf")
    asOf = day.flatMap { Day(iso: $0) }
    if day != nil, asOf == nil {
      submission.add("asOf", Wording(zh: "应为 2026-10-05 形式", en: "must be like 2026-10-05"))
    }
    audience = submission.text("audience") ?? ""
    revision = submission.count("revision") ?? 0
    kind = submission.text("type") ?? ""
    reason = submission.text("reason", isRequired: false)
    supersedes = submission.text("supersedes", isRequired: false)
    key = submission.text("idempotencyKey") ?? ""
    var totals: [SubmittedTotal] = []
    for node in submission.list("totals") {
      var inside = JSONMembers(node)
      if let total = SubmittedTotal(&inside) { totals.append(total) }
      submission.take(inside)
    }
    self.totals = totals
    members.take(submission)
  }

  /// The code of a party that has both code and name.
  private static func party(_ key: String, _ members: inout JSONMembers) -> String {
    var party = JSONMembers(members.value(key) ?? JSONNode(.object([])))
    let code = party.text("code") ?? ""
    _ = party.text("name")
    members.take(party)
    return code
  }
}

extension SubmittedTotal {
  /// A total as the descriptor writes it; `nil` if it is not as agreed.
  init?(_ members: inout JSONMembers) {
    let name = members.text("name")
    let value = members.text("value", isRequired: false)
    let table = members.text("table", isRequired: false)
    let distinct = members.text("distinct", isRequired: false)
    let sum = members.text("sum", isRequired: false)
    var conditions: [Condition] = []
    for node in members.list("where", isRequired: false) {
      var inside = JSONMembers(node)
      let field = inside.text("field")
      let words = inside.texts("words")
      if let field { conditions.append(Condition(field: field, words: words)) }
      members.take(inside)
    }
    guard let name, members.faults.isEmpty else { return nil }
    let measure: Measure = distinct.map { .distinct($0) } ?? sum.map { .sum($0) } ?? .rows
    self.init(
      name, value: value,
      basis: table.map { Basis(table: $0, measure: measure, conditions: conditions) })
  }
}
