package import Vocabulary

/// Everything the outputs of a quarter say, as values; the writers add nothing and leave out nothing.
package struct QuarterReport: Sendable {
  /// Whom this edition is for, which `Edition` alone decides; everything else is what they may see.
  package internal(set) var audience = Audience.inHouse
  package var quarter: Quarter
  /// The day deadlines are judged by.
  package var asOf: Day
  package var jurisdiction: DivisionCode
  /// `忻州市`.
  package var jurisdictionName: String
  package var organisation: String
  package var programVersion: String
  /// The run's number in the ledger.
  package var run: Int
  /// The ledger's chain of digests after the run, so that a rolled-back ledger is noticed.
  package var ledgerDigest: String
  package var configurationHash: String
  package var packs: [PackEntry]
  package var layers: [LayerEntry]
  /// The drop's files in the order they were read; `RecordAccount.file` indexes them.
  package var files: [IntakeAccount]
  /// The files of earlier compensation cases.
  package var history: [IntakeAccount]
  /// One for every data record of every file of the drop, in order.
  package var records: [RecordEntry]
  package var rejects: [RejectedRecord]
  /// Rows that are no records, in the order of files and lines, numbers of persons masked.
  ///
  /// Their `file` counts on from the drop's files into `history`.
  package var aside: [AsideRow]
  /// Leads new, changed or still open in the quarter, sorted by id.
  package var leads: [LeadEntry]
  package var matches: [MatchEntry]
  /// What was not joined with records of these leads though it weighs enough, or nearly.
  package var refused: [RefusalEntry]
  /// What weighed the pairs of parties; `nil` for a run that kept no account of it.
  package var matching: MatchingAccount?
  package var review: [ReviewItem]
  /// The same figures of up to five quarters before that the ledger has, the oldest first.
  package var earlier: [QuarterFigures]
  /// Counties of the jurisdiction in code order, for the table by county.
  package var counties: [CountyEntry]
  /// Where leads and layers lie; `nil` if no lead has a usable place.
  package var map: QuarterMap?
  /// How places of leads are rounded on the map and in leads.geojson.
  package var rounding: CoordinateRounding
  /// What a reader must know about this run: skipped files, packs not released, layers missing.
  package var notices: [String]
  /// What traces cite.
  package var rules: RuleDirectory
  /// A lead's rule trace, made on demand; the argument indexes `leads`.
  package var trace: @Sendable (Int) -> TraceEntry?
  /// A lead's records side by side, made on demand; `nil` for a lead of one record.
  package var sideBySide: @Sendable (Int) -> SideBySideEntry?

  /// A report of those values; nothing is sorted, counted or checked.
  package init(
    quarter: Quarter, asOf: Day, jurisdiction: DivisionCode, jurisdictionName: String,
    organisation: String, programVersion: String, run: Int, ledgerDigest: String,
    configurationHash: String, packs: [PackEntry], layers: [LayerEntry], files: [IntakeAccount],
    history: [IntakeAccount], records: [RecordEntry], rejects: [RejectedRecord],
    aside: [AsideRow] = [], leads: [LeadEntry], matches: [MatchEntry],
    refused: [RefusalEntry] = [], matching: MatchingAccount? = nil, review: [ReviewItem],
    earlier: [QuarterFigures],
    counties: [CountyEntry], notices: [String], rules: RuleDirectory,
    trace: @escaping @Sendable (Int) -> TraceEntry?,
    sideBySide: @escaping @Sendable (Int) -> SideBySideEntry? = { _ in nil },
    map: QuarterMap? = nil, rounding: CoordinateRounding = .full
  ) {
    self.quarter = quarter
    self.asOf = asOf
    self.jurisdiction = jurisdiction
    self.jurisdictionName = jurisdictionName
    self.organisation = organisation
    self.programVersion = programVersion
    self.run = run
    self.ledgerDigest = ledgerDigest
    self.configurationHash = configurationHash
    self.packs = packs
    self.layers = layers
    self.files = files
    self.history = history
    self.records = records
    self.rejects = rejects
    self.aside = aside
    self.leads = leads
    self.matches = matches
    self.refused = refused
    self.matching = matching
    self.review = review
    self.earlier = earlier
    self.counties = counties
    self.notices = notices
    self.rules = rules
    self.trace = trace
    self.sideBySide = sideBySide
    self.map = map
    self.rounding = rounding
  }
}

extension QuarterReport {
  /// The figures of the quarter before; `nil` if the ledger has none.
  var previous: QuarterFigures? { earlier.last { $0.quarter == quarter.previous } }

  /// The figures of the same quarter a year before; `nil` if the ledger has none.
  var yearBefore: QuarterFigures? {
    let then = quarter.previous.previous.previous.previous
    return earlier.last { $0.quarter == then }
  }
}

/// A rule pack that the quarter's findings rest on.
package struct PackEntry: Sendable, Hashable {
  package var id: String
  package var version: String
  package var title: String
  package var sha256: String
  /// A pack that is not released marks every output made with it.
  package var isReleased: Bool

  /// A pack with those values; `sha256` in hexadecimal.
  package init(id: String, version: String, title: String, sha256: String, isReleased: Bool) {
    self.id = id
    self.version = version
    self.title = title
    self.sha256 = sha256
    self.isReleased = isReleased
  }
}

/// A version of a protected-area layer that places were tested against.
package struct LayerEntry: Sendable, Hashable {
  package var name: String
  package var tag: String
  package var tagTerm: String
  package var version: String
  /// First and last day in force; `nil` where none is given.
  package var validFrom: Day?
  package var validTo: Day?
  /// The reference system that its file was found to be in: `EPSG:4490`.
  package var system: String
  package var sha256: String
  package var features: Int

  /// A layer with those values; `sha256` in hexadecimal.
  package init(
    name: String, tag: String, tagTerm: String, version: String, validFrom: Day? = nil,
    validTo: Day? = nil, system: String = "EPSG:4490", sha256: String, features: Int
  ) {
    self.name = name
    self.tag = tag
    self.tagTerm = tagTerm
    self.version = version
    self.validFrom = validFrom
    self.validTo = validTo
    self.system = system
    self.sha256 = sha256
    self.features = features
  }

  /// `2025-12-01 起`, `2025-12-01 至 2026-11-30`; empty for a layer without days.
  var validity: String {
    switch (validFrom, validTo) {
    case (nil, nil): ""
    case (let first?, nil): "\(first) 起"
    case (nil, let last?): "至 \(last)"
    case (let first?, let last?): "\(first) 至 \(last)"
    }
  }
}

/// A county of the jurisdiction, by the code and the name it has in the tables.
package struct CountyEntry: Sendable, Hashable {
  package var code: DivisionCode
  package var name: String

  /// A county of that code and name.
  package init(code: DivisionCode, name: String) {
    self.code = code
    self.name = name
  }
}

/// One data record of the drop, with the lead and obligor it belongs to.
package struct RecordEntry: Sendable {
  package var account: RecordAccount
  package var lead: LeadID?
  package var obligor: ObligorID?

  /// A record with where it went; `nil` for a rejected one, or one that names no obligor.
  package init(account: RecordAccount, lead: LeadID?, obligor: ObligorID?) {
    self.account = account
    self.lead = lead
    self.obligor = obligor
  }
}

/// The headline figures of an earlier quarter, for the change from one to the next.
package struct QuarterFigures: Sendable, Hashable {
  package var quarter: Quarter
  package var records: Int
  package var leadsOpened: Int
  package var leads: Int
  package var byDisposition: [Disposition: Int]
  /// Leads whose verification was late on that run's as-of day; `nil` where it is not known.
  package var overdue: Int?
  /// The packs it was judged by, `shanxi-2025 1`: with others, changes are not the field's alone.
  package var packs: [String]

  /// The figures of one quarter; `byDisposition` counts leads and may leave out zeros.
  package init(
    quarter: Quarter, records: Int, leadsOpened: Int, leads: Int,
    byDisposition: [Disposition: Int], overdue: Int? = nil, packs: [String] = []
  ) {
    self.overdue = overdue
    self.packs = packs
    self.quarter = quarter
    self.records = records
    self.leadsOpened = leadsOpened
    self.leads = leads
    self.byDisposition = byDisposition
  }
}
