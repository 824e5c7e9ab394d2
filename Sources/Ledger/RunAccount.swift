package import Vocabulary

/// What a run was asked, with what it decided, and how many of everything came of it.
package struct RunAccount: Sendable, Hashable {
  package var quarter: Quarter
  /// The day deadlines are judged by.
  package var asOf: Day
  /// SHA-256 of everything that determines the result, so that an equal run is recognised.
  package var identity: String
  package var programVersion: String
  package var configurationHash: String
  /// The rule packs in force with their hashes, as JSON.
  package var packLock: String
  /// The layers with their versions and hashes, as JSON.
  package var layerLock: String
  package var counts: RunCounts

  /// An account with those values; the locks are JSON.
  package init(
    quarter: Quarter, asOf: Day, identity: String, programVersion: String,
    configurationHash: String, packLock: String, layerLock: String, counts: RunCounts
  ) {
    self.quarter = quarter
    self.asOf = asOf
    self.identity = identity
    self.programVersion = programVersion
    self.configurationHash = configurationHash
    self.packLock = packLock
    self.layerLock = layerLock
    self.counts = counts
  }
}

/// How many of everything a run read and found, over all files of the drop.
package struct RunCounts: Sendable, Hashable {
  package var files: Int
  package var records: Int
  package var opened: Int
  package var merged: Int
  package var repeats: Int
  package var rejected: Int
  /// Leads new, changed or open in the quarter.
  package var leads: Int
  package var obligors: Int
  /// Leads of earlier quarters that are still open.
  package var carriedOver: Int

  /// Counts with those values; what is left out is zero.
  package init(
    files: Int = 0, records: Int = 0, opened: Int = 0, merged: Int = 0, repeats: Int = 0,
    rejected: Int = 0, leads: Int = 0, obligors: Int = 0, carriedOver: Int = 0
  ) {
    self.files = files
    self.records = records
    self.opened = opened
    self.merged = merged
    self.repeats = repeats
    self.rejected = rejected
    self.leads = leads
    self.obligors = obligors
    self.carriedOver = carriedOver
  }
}

/// A run as the ledger holds it, linked to the run before it.
package struct StoredRun: Sendable, Hashable {
  /// Counts up by one from run to run, from 1.
  package let id: Int
  package let account: RunAccount
  /// The digest of the run before; empty for the first.
  package let previousDigest: String
  /// SHA-256 over the run before, this run and everything it appended: 64 hexadecimal digits.
  package let digest: String
}
