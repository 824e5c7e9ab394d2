/// How the records of a text end.
package enum LineEnding: String, Sendable, Hashable, CaseIterable {
  case lf = "LF"
  case crlf = "CRLF"
  case cr = "CR"
  case mixed
}
