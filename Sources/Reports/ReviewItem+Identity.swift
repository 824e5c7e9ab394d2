internal import Files
package import Vocabulary

extension ReviewItem {
  /// What review.csv and the workbook call the item: `R` and sixteen hexadecimal digits.
  ///
  /// Made of what the question is about and never of its place, so that the same question has the
  /// same name in every run: the two records by what they say, or for a question about one lead its
  /// id, the other side and the question.
  package var item: String {
    let subject =
      pair.map { "\($0.scope.rawValue)\n\($0.first)\n\($0.second)" }
      ?? "\(left)\n\(right)\n\(question)"
    return "R" + SHA256Digest.hex(of: Array("\(kind.rawValue)\n\(subject)".utf8)).prefix(16)
  }

  /// SHA-256 of what is known about the question, so that it is asked again when that has changed;
  /// the same whichever of the two sides is named first.
  package var evidenceDigest: String {
    let words = evidence.split { " ；/".contains($0) }.sorted().joined(separator: " ")
    return SHA256Digest.hex(of: Array("\(kind.rawValue)\n\(words)".utf8))
  }
}
