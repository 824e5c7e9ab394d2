internal import Files
internal import Glibc
internal import Vocabulary

/// The two streams of the program: results on stdout, everything else on stderr.
struct Console: Sendable {
  /// Whether messages beyond errors are wanted.
  let isQuiet: Bool
  let language: Language

  /// Writes result lines; a reader that has gone away is no error.
  func result(_ text: String) { Console.write(text, to: STDOUT_FILENO) }

  /// A message on stderr, left out with `--quiet`.
  func note(_ wording: Wording) {
    if !isQuiet { Console.write(wording[language] + "\n", to: STDERR_FILENO) }
  }

  /// A problem on stderr, always.
  func problem(_ problem: Problem) {
    Console.write(problem.message(in: language) + "\n", to: STDERR_FILENO)
  }

  static func write(_ text: String, to descriptor: Int32) {
    // A reader that has gone away is no error, and there is nobody left to tell.
    _ = writeAll(Array(text.utf8), to: descriptor)
  }
}
