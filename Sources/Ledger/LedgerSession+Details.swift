package import Vocabulary

extension LedgerSession {
  /// Takes in what became of the drop's files; their places in `files` number them.
  package mutating func insertFiles(_ files: [IntakeAccount]) throws(Failure) {
    let insertion = try insertion(into: .intakeFile)
    for file in files {
      let id = try insertion.append { file.put(into: &$0) }
      try insertColumns(file.columns, ofFile: id, areMapped: true)
      try insertColumns(file.unmapped, ofFile: id, areMapped: false)
      try insertBalance(file.balance, ofFile: id)
    }
  }

  /// Takes in the rows that are no records, in the order of set_aside.csv.
  package mutating func insertAside(_ rows: [AsideRow]) throws(Failure) {
    let insertion = try insertion(into: .asideRow)
    for row in rows {
      try insertion.append {
        $0.put(Int64(row.file))
        $0.put(row.kind.rawValue)
        $0.put(Int64(row.line))
        $0.put(row.text)
      }
    }
  }

  /// Takes in what became of every data record, in the order of records.csv.
  package mutating func insertDropRecords(_ records: [RecordAccount]) throws(Failure) {
    let insertion = try insertion(into: .dropRecord)
    for record in records {
      try insertion.append {
        $0.put(Int64(record.file))
        $0.put(Int64(record.record))
        $0.put(Int64(record.line))
        $0.put(record.status.rawValue)
        $0.put(record.sourceRecord)
        if record.reasons.isEmpty {
          $0.skip()
        } else {
          $0.put(record.reasons.map(\.rawValue).joined(separator: ";"))
        }
      }
    }
  }

  /// Takes in the rows that were rejected, with their bytes.
  package mutating func insertRejects(_ rejects: [RejectedRecord]) throws(Failure) {
    let insertion = try insertion(into: .reject)
    for reject in rejects {
      try insertion.append {
        $0.put(Int64(reject.file))
        $0.put(reject.problem.code.rawValue)
        $0.put(reject.problem.file)
        $0.put(reject.problem.record.map { Int64($0) })
        $0.put(reject.problem.line.map { Int64($0) })
        $0.put(reject.problem.column)
        $0.put(reject.problem.value)
        $0.put(reject.problem.detail?.zh)
        $0.put(reject.problem.detail?.en)
        $0.put(reject.raw)
        $0.put(blob: reject.verbatim)
      }
    }
  }

  /// Takes in what people have to decide.
  package mutating func insertReviews(_ reviews: [ReviewItem]) throws(Failure) {
    let insertion = try insertion(into: .review)
    for review in reviews {
      try insertion.append {
        $0.put(review.kind.rawValue)
        $0.put(review.left)
        $0.put(review.right)
        $0.put(review.question)
        $0.put(review.evidence)
        $0.put(review.stake?.fen)
        $0.put(review.pair?.scope.rawValue)
        if let pair = review.pair {
          $0.put(blob: pair.first.bytes)
          $0.put(blob: pair.second.bytes)
        } else {
          $0.skip()
          $0.skip()
        }
        $0.put(review.weight.map(Int64.init))
      }
    }
  }

  /// Takes in what was concluded about each lead; the leads are in the ledger already.
  package mutating func insertAssessments(_ assessments: [Assessment]) throws(Failure) {
    let insertion = try insertion(into: .assessment)
    for assessment in assessments {
      let lead = try number(of: assessment.lead)
      try insertion.append {
        $0.put(lead)
        $0.put(assessment.disposition.rawValue)
        $0.put(assessment.conclusions)
        $0.put(assessment.missingFacts)
        $0.put(assessment.verificationDue.map { Int64($0.number) })
        $0.put(assessment.overdueDays.map { Int64($0) })
        $0.put(assessment.feedbackDue.map { Int64($0.number) })
      }
    }
  }

  /// Takes in what weighed the run's pairs, and how they met; families that met nobody are left out.
  package mutating func insertMatchingAccount(_ account: MatchingAccount) throws(Failure) {
    try insertion(into: .weighing).append {
      for number in [account.model, account.join, account.review, account.margin] {
        $0.put(Int64(number))
      }
      $0.put(Int64(account.blocks.weighed))
    }
    let insertion = try insertion(into: .blocking)
    for family in BlockReport.Family.allCases {
      let one = account.blocks[family]
      guard one != BlockReport.Account() else { continue }
      try insertion.append {
        $0.put(family.rawValue)
        for count in [one.blocks, one.refined, one.overflowing, one.partiesLeftOut, one.pairs] {
          $0.put(Int64(count))
        }
      }
    }
    let masking = try self.insertion(into: .masking)
    for codes in account.masked {
      try masking.append {
        $0.put(codes.kind.rawValue)
        for count in [
          codes.obligors, codes.contested, codes.masked, codes.found, codes.wrong, codes.asked,
        ] {
          $0.put(Int64(count))
        }
      }
    }
  }

  /// Kinds of which the file has nothing are left out.
  private mutating func insertBalance(
    _ balance: RowBalance, ofFile file: Int64
  ) throws(Failure) {
    let insertion = try insertion(into: .rowExtent)
    for kind in RowKind.allCases where balance[kind] != RowExtent() {
      let extent = balance[kind]
      try insertion.append {
        $0.put(file)
        $0.put(kind.rawValue)
        for count in [extent.rows, extent.lines, extent.bytes] { $0.put(Int64(count)) }
      }
    }
  }

  private mutating func insertColumns(
    _ readings: [String], ofFile file: Int64, areMapped: Bool
  ) throws(Failure) {
    let insertion = try insertion(into: .intakeColumn)
    for reading in readings {
      try insertion.append {
        $0.put(file)
        $0.put(Int64(areMapped ? 1 : 0))
        $0.put(reading)
      }
    }
  }
}

extension IntakeAccount {
  /// Puts the account in the order of the columns of `intakeFile` after `id` and `run`.
  fileprivate func put(into row: inout SealedRow) {
    row.put(path)
    row.put(sha256)
    row.put(Int64(bytes))
    row.put(encoding)
    row.put(delimiter)
    row.put(lineEnding)
    row.put(profile)
    row.put(Int64(kind.rawValue))
    row.put(Int64(isHistory ? 1 : 0))
    for count in [records, opened, merged, repeats, rejected, flagged, withdrawn] {
      row.put(Int64(count))
    }
    row.put(blob: header)
    row.put(Int64(repaired))
    row.put(reasons.isEmpty ? nil : reasons.joined(separator: "\n"))
    row.put(quote)
  }
}
