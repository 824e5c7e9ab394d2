internal import Vocabulary

/// A quarter as one audience may see it; every output of that edition is written from this value.
///
/// Here alone is decided what leaves the house. What others may see is made anew from the fields
/// admitted for them: a field that nobody admitted is not there, and what is typed freely is not searched
/// for what should not be in it.
package enum Edition: Sendable {
  /// Leads one by one: the house's own register, or what other authorities may see of it.
  case register(QuarterReport)
  /// Counts alone, small ones withheld.
  case figures(OpenReport)

  /// The edition of a report, which must be the house's own; linear in leads and records.
  package init(_ report: QuarterReport, for audience: Audience) {
    self =
      switch audience {
      case .inHouse: .register(report)
      case .share: .register(SharedReport(report).report)
      case .open: .figures(OpenReport(report))
      }
  }
}
