private import CLinux

/// Keeps what is freed at hand while rows are being matched.
///
/// Matching lays out and frees some fifty arrays as long as the table. By itself glibc hands each of
/// that size back to the kernel and has every page of the next one laid out anew, which takes a sixth
/// of the time at ten million rows. Says nothing about results. Settings are the whole process's; at
/// the end they are what glibc itself comes to where large blocks are freed.
enum KeptMemory {
  private static let mappedBlocks: Int32 = 65_536
  /// Blocks of more bytes are the kernel's again when they are freed.
  private static let mappedBytes: Int32 = 32 << 20

  /// Runs `body` so, then gives back what is free.
  static func during<Result>(_ body: () -> Result) -> Result {
    mallopt(most_mapped_blocks, 0)
    mallopt(trim_threshold, -1)
    defer {
      mallopt(most_mapped_blocks, mappedBlocks)
      mallopt(mapping_threshold, mappedBytes)
      mallopt(trim_threshold, 2 * mappedBytes)
      malloc_trim(0)
    }
    return body()
  }
}
