internal import Glibc

/// What happens on SIGINT, SIGTERM and SIGHUP: the process ends at once with 130.
///
/// Nothing has to be undone: the ledger's transaction rolls back by itself, earlier reports stay in
/// place, and the next run sweeps what was being written.
enum Interruption {
  static func install() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { _ in
        let text: StaticString =
          "\nE515 已中断，台账和已有成果未受影响 / interrupted; ledger and reports are intact\n"
        _ = unsafe write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
        _exit(130)
      }
    }
  }
}
