internal import Ledger
internal import Matching
internal import Reports
internal import Vocabulary

extension PublicScan {
  /// A scan for whoever reported, and for persons' numbers, by what the whole ledger holds.
  ///
  /// Organisations that are parties may stand in a report though they also reported, and so may the
  /// names of counties and of the house. Cost: a few passes over the ledger's records.
  init(
    _ contents: borrowing LedgerContents, besides report: QuarterReport
  ) throws(Failure) {
    let parties = try contents.texts(of: .partyName).filter {
      PartyNature(named: $0, creditCode: "") == .organisation
    }
    let own = report.counties.map(\.name) + [report.organisation, report.jurisdictionName]
    self.init(
      names: try contents.texts(of: .reporter),
      telephones: try contents.texts(of: .reporterPhone),
      identityNumbers: try contents.texts(of: .personID),
      allowed: parties.union(own), asOf: report.asOf)
  }

  /// Stops the run for what was found, each with its file, its part and its kind: 78.
  static func refuse(_ findings: [Finding], below folder: String) throws(Failure) {
    guard !findings.isEmpty else { return }
    throw Failure(
      .configuration,
      findings.map { finding in
        let place = finding.part.map { "（\($0)）" } ?? ""
        let part = finding.part.map { " (\($0))" } ?? ""
        let kind = finding.kind.wording
        return Problem(
          .privateContent, file: "\(folder)/\(finding.file)",
          detail: Wording(
            zh: "\(kind.zh) \(finding.count) 处\(place)",
            en: "\(kind.en), \(finding.count) times\(part)"))
      })
  }
}
