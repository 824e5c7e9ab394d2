/// How much of a package is read before it is refused.
package struct PackageLimits: Sendable {
  /// Files, folders not counted.
  package var files = 10_000
  /// Of one file unpacked, in bytes.
  package var fileBytes = 256 << 20
  /// Of all files unpacked, in bytes.
  package var totalBytes = 512 << 20

  /// 10,000 files, 256 MiB each, 512 MiB together.
  package init() {}
}
