/// A file that was written, as the manifest lists it.
package struct OutputFile: Sendable, Hashable {
  /// The path below the quarter's folder, `/` between its parts: `data/leads.csv`.
  package var path: String
  package var bytes: Int
  /// 64 lower-case hexadecimal digits.
  package var sha256: String

  /// A file of that path, size and digest.
  package init(path: String, bytes: Int, sha256: String) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }
}
