package import Vocabulary

/// What a package of ours says of itself.
package struct PackageStatement: Sendable, Hashable {
  package let audience: String
  package let asOf: Day
  package let revision: Int
  /// `original`, `revision` or `zero`.
  package let kind: String
  package let reason: String?
  package let key: String
}

extension PackageReading {
  /// What the package says of itself; `nil` if it is not one of ours.
  package var statement: PackageStatement? {
    guard case .ours(let package) = DescribedPackage.read(files[PackageLayout.descriptor]),
      let asOf = package.asOf
    else { return nil }
    return PackageStatement(
      audience: package.audience, asOf: asOf, revision: package.revision, kind: package.kind,
      reason: package.reason, key: package.key)
  }
}
