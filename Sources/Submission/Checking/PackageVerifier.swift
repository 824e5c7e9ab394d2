internal import Vocabulary

/// Checks a package as its receiver would.
package enum PackageVerifier {
  /// Everything that does not hold, and notes on what was not checked; empty for a valid package.
  ///
  /// Any bag is checked for completeness and hashes. One of ours also for the descriptor, every cell of
  /// every table, keys, totals, identity and the results of checks. In the order in which they are
  /// found, which is the same every time. `marks` are what documents for each audience have in their
  /// heads; without them the audience is not checked. Time: linear in the package.
  package static func check(
    _ reading: PackageReading, marks: [String: String] = [:]
  ) -> [PackageFinding] {
    var bag = BagCheck(reading)
    bag.run()
    switch DescribedPackage.read(reading.files[PackageLayout.descriptor]) {
    case .absent, .foreign:
      return bag.findings + [PackageFinding(.foreignPackage)]
    case .bad(let faults):
      return bag.findings
        + faults.map {
          PackageFinding(
            .badDescriptor, path: PackageLayout.descriptor, line: $0.line,
            field: $0.key.isEmpty ? nil : $0.key, detail: $0.reason)
        }
    case .ours(let package):
      let (tables, hashes, findings) = check(package, reading, &bag)
      let totals = TotalCheck.findings(package.totals, in: tables)
      let submission = SubmissionCheck(
        package: package, reading: reading, tables: tables, hashes: hashes)
      let documents = DocumentCheck(package: package, reading: reading, marks: marks)
      return bag.findings + findings + totals + submission.findings + documents.findings
    }
  }

  /// Checks the tables of a package of ours, each by itself and all with each other.
  private static func check(
    _ package: DescribedPackage, _ reading: PackageReading, _ bag: inout BagCheck
  ) -> (tables: [SubmittedTable], hashes: [String: String], findings: [PackageFinding]) {
    var findings: [PackageFinding] = []
    var hashes: [String: String] = [:]
    var checks: [TableCheck] = []
    for resource in package.resources {
      guard let bytes = reading.files[resource.path], let hash = bag.hash(of: resource.path) else {
        findings.append(PackageFinding(.missingFile, path: resource.path))
        continue
      }
      hashes[resource.path] = hash
      if hash != resource.hash {
        findings.append(
          PackageFinding(
            .wrongHash, path: resource.path, value: hash, detail: Wording(verbatim: resource.hash)))
      }
      if bytes.count != resource.bytes {
        findings.append(
          PackageFinding(
            .wrongSize, path: resource.path, value: String(bytes.count),
            detail: Wording(verbatim: String(resource.bytes))))
      }
      if let check = TableCheck.read(resource, bytes, &findings) { checks.append(check) }
    }
    let named = Set(package.resources.map(\.path))
    for path in reading.files.keys.sorted()
    where PackageLayout.isTable(path) && !named.contains(path) {
      findings.append(PackageFinding(.unlistedTable, path: path))
    }
    findings += checks.flatMap(\.findings)
    let described = Set(package.resources.map(\.table.name))
    findings += checks.flatMap {
      KeyCheck.checkForeignKeys(of: $0, among: checks, described: described)
    }
    return (checks.map(\.table), hashes, findings)
  }
}
