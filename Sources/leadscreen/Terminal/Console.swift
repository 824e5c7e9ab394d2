internal import Files
internal import Glibc
internal import Vocabulary

/// The two streams of the program: results on stdout, everything else on stderr.
struct Console: Sendable {
  /// Whether messages beyond errors are wanted.
  let isQuiet: Bool
  let language: Language

  /// Writes result lines; a reader that has gone away is no error, a full disk is.
  func result(_ text: String) throws(Failure) {
    guard let number = writeAll(Array(text.utf8), to: STDOUT_FILENO), number != EPIPE else {
      return
    }
    throw Failure(.inputOutput, .inputOutput, file: "stdout", detail: systemWording(number))
  }

  /// A message on stderr, left out with `--quiet`.
  func note(_ wording: Wording) {
    if !isQuiet { Console.write(wording[language] + "\n", to: STDERR_FILENO) }
  }

  /// A problem on stderr, always.
  func problem(_ problem: Problem) {
    Console.write(problem.message(in: language) + "\n", to: STDERR_FILENO)
  }

  /// Writes as far as it can: where that fails there is nobody left to tell.
  static func write(_ text: String, to descriptor: Int32) {
    _ = writeAll(Array(text.utf8), to: descriptor)
  }
}
