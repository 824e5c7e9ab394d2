private import Glibc

/// Holds back the signals that end a run while something must not be cut in two.
///
/// They arrive when it is released, at the latest when it goes away.
package final class HeldSignals {
  private var before = sigset_t()
  private var isHeld = true

  /// Holds SIGINT, SIGTERM and SIGHUP on this thread.
  package init() {
    var held = sigset_t()
    unsafe sigemptyset(&held)
    for number in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&held, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
  }

  /// Lets them through again.
  package func release() {
    guard isHeld else { return }
    isHeld = false
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  deinit { release() }
}
