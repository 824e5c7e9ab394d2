/// What one drop file may hold; above these a row or the file is refused, never cut.
package enum IntakeLimits {
  /// 4 GiB: no export of a quarter comes near.
  package static let fileBytes = 4 << 30
  /// 4 MiB with its line end; a longer row is a lost quote or not a table.
  package static let rowBytes = 4 << 20
  /// 1 MiB without quotes.
  package static let fieldBytes = 1 << 20
  package static let columns = 2_000
  package static let titleBytes = 1_000
  /// How many rows are looked at for the header and what stands above it.
  static let leadingRows = 60
  /// How many records tell which columns are never filled before a file is read in earnest.
  static let sampledRecords = 1_000
  /// A file is read in pieces of this size: 256 KiB, which a processor's cache holds.
  static let pieceBytes = 1 << 18
}
