/// What a package is to those that went before it.
package enum SubmissionKind: Sendable, Hashable {
  /// The first of its period.
  case original
  /// Replaces an earlier package of the period as a whole; `supersedes` is that ZIP's SHA-256.
  case revision(reason: String, supersedes: String)
  /// The period has no leads; `supersedes` as in a revision, where an earlier package is taken back.
  case zero(reason: String, supersedes: String?)

  /// The word in the descriptor: `original`, `revision` or `zero`.
  package var word: String {
    switch self {
    case .original: "original"
    case .revision: "revision"
    case .zero: "zero"
    }
  }

  /// Why; `nil` for an original.
  package var reason: String? {
    switch self {
    case .original: nil
    case .revision(let reason, _), .zero(let reason, _): reason
    }
  }

  /// The SHA-256 of the ZIP that is replaced: 64 hexadecimal digits.
  package var supersedes: String? {
    switch self {
    case .original: nil
    case .revision(_, let supersedes): supersedes
    case .zero(_, let supersedes): supersedes
    }
  }
}
