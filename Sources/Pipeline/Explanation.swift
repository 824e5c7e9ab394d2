internal import Ledger
package import Vocabulary

/// Why something is what it is: titled paragraphs of plain lines.
///
/// Names, texts of records and what packs say of the law are Chinese in either language.
package struct Explanation: Sendable {
  package struct Paragraph: Sendable {
    package let title: Wording
    package let lines: [Wording]

    /// Lines in both languages.
    init(title: Wording, lines: [Wording]) {
      self.title = title
      self.lines = lines
    }

    /// Lines that are the same in both languages.
    init(title: Wording, lines: [String]) {
      self.init(title: title, lines: lines.map { Wording(verbatim: $0) })
    }
  }

  package let paragraphs: [Paragraph]

  init(_ paragraphs: [Paragraph]) {
    self.paragraphs = paragraphs.filter { !$0.lines.isEmpty }
  }
}

extension Screening {
  /// Explains a lead, an obligor or a record (`FILE#RECORD`) as of the ledger's latest run.
  ///
  /// Fails with 66 for an id the ledger does not hold. Assesses only the leads it speaks of.
  package func explain(_ id: String) throws(Failure) -> Explanation {
    let ledger = try openLedger()
    return try ledger.read { (contents) throws(Failure) in
      guard let run = try contents.latestRun() else {
        throw Failure(.missingInput, .unknownIdentifier, value: id)
      }
      if id.contains("#") { return try explainRecord(id, contents) }
      let state = try QuarterState(contents, quarter: run.account.quarter).withoutReporters
      let row: (Int64) -> Int? = { state.rowsByRecord()[$0] }
      if let lead = LeadID(id) {
        if let known = try state.standing(lead, contents, row: row) {
          return try explainLead(known, state, run, contents)
            .noting(id, standsFor: known.description)
        }
      } else if let obligor = ObligorID(id),
        let known = try state.standing(obligor, contents, row: row)
      {
        return try explainObligor(known, state, run, contents)
          .noting(id, standsFor: known.description)
      }
      throw Failure(.missingInput, .unknownIdentifier, value: id)
    }
  }
}
