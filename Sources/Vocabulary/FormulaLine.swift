/// What a spreadsheet that reads CSV may run (OWASP, CSV Injection; CWE-1236).
package enum FormulaLine {
  /// Whether a line of a cell may be taken for a formula, whatever blanks stand before it.
  ///
  /// Also by a sign of full or small width, and a minus: whoever writes numbers lets these pass before.
  package static func mayBegin(_ line: some Collection<Unicode.Scalar>) -> Bool {
    for scalar in line {
      switch scalar {
      case "\t", "\r", "\n": return true
      case "=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−": return true
      default:
        let isBlank =
          scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
        guard isBlank else { return false }
      }
    }
    return false
  }
}
