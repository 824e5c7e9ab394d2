internal import Files

/// What tells a receiver that it has a package already: `140900|2026Q3|r1|sha256:…`.
///
/// The digest is of the manifest's lines of the tables, so that anybody can make it again:
/// `grep -e ' data/tables/' -e ' data/changes.csv$' manifest-sha256.txt | sha256sum`. Documents are
/// no part of it, for their compressed bytes may differ between machines.
package struct IdempotencyKey: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  /// The key of a package with those tables, by their paths below the package.
  init(submitter: String, period: String, revision: Int, hashes: [String: String]) {
    let lines = hashes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { ManifestLine.text(hash: $0.value, path: $0.key) }
    let digest = SHA256Digest.hex(of: Array(lines.joined().utf8))
    description = "\(submitter)|\(period)|r\(revision)|sha256:\(digest)"
  }
}
