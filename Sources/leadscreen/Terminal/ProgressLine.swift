internal import Glibc
internal import Pipeline
internal import Vocabulary

/// One line on stderr that says how far a run is; only on a terminal, and only after half a second.
final class ProgressLine {
  private let isShown: Bool
  private let language: Language
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var width = 0

  init(isWanted: Bool, language: Language) {
    isShown = isWanted ? isatty(STDERR_FILENO) == 1 : false
    self.language = language
  }

  /// Shows a stage and, where it is known, its share done from 0 to 1; at most ten times a second.
  func show(_ stage: RunStage, share: Double?) {
    let now = ContinuousClock.now
    guard isShown, now - start > .milliseconds(500) else { return }
    if let last, now - last < .milliseconds(100) { return }
    last = now
    var text = stage.wording[language]
    if let share {
      let filled = Int((min(max(share, 0), 1) * 20).rounded())
      text +=
        " [" + String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
        + "] \(Int(min(max(share, 0), 1) * 100))%"
    }
    Console.write("\r" + DisplayWidth.padded(text, to: width), to: STDERR_FILENO)
    width = DisplayWidth.of(text)
  }

  /// Clears the line.
  func end() {
    guard width > 0 else { return }
    Console.write("\r" + String(repeating: " ", count: width) + "\r", to: STDERR_FILENO)
    width = 0
  }
}
