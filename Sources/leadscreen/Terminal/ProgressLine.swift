internal import Glibc
internal import Pipeline
internal import Synchronization
internal import Vocabulary

/// One line on stderr that says how far a run is; only on a terminal, and only after half a second.
///
/// Files are read on several threads, so that the line is told from all of them.
final class ProgressLine: Sendable {
  private struct State {
    var last: ContinuousClock.Instant?
    var width = 0
  }

  private let isShown: Bool
  private let language: Language
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  init(isWanted: Bool, language: Language) {
    isShown = isWanted ? isatty(STDERR_FILENO) == 1 : false
    self.language = language
  }

  /// Shows a stage and, where it is known, its share done from 0 to 1; at most ten times a second.
  func show(_ stage: RunStage, share: Double?) {
    let now = ContinuousClock.now
    guard isShown, now - start > .milliseconds(500) else { return }
    state.withLock { state in
      if let last = state.last, now - last < .milliseconds(100) { return }
      state.last = now
      var text = stage.wording[language]
      if let share {
        let filled = Int((min(max(share, 0), 1) * 20).rounded())
        text +=
          " [" + String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
          + "] \(Int(min(max(share, 0), 1) * 100))%"
      }
      Console.write("\r" + DisplayWidth.padded(text, to: state.width), to: STDERR_FILENO)
      state.width = DisplayWidth.of(text)
    }
  }

  /// Clears the line.
  func end() {
    state.withLock { state in
      guard state.width > 0 else { return }
      let blank = String(repeating: " ", count: state.width)
      Console.write("\r" + blank + "\r", to: STDERR_FILENO)
      state.width = 0
    }
  }
}
