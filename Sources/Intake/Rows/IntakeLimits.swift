/// What one drop file may hold; above these a row or the file is refused, never cut.
package enum IntakeLimits {
  /// 2 GiB: a file is read whole.
  package static let fileBytes = 2 << 30
  /// 4 MiB with its line end; a longer row is a lost quote or not a table.
  package static let rowBytes = 4 << 20
  /// 1 MiB without quotes.
  package static let fieldBytes = 1 << 20
  package static let columns = 2_000
  package static let titleBytes = 1_000
  /// How many records tell the shape of a file before it is read in earnest.
  static let sampledRecords = 1_000
}
