/// What a record says of its party.
///
/// Numbers of codes and texts count from 1, 0 is missing; those of names, people and addresses count
/// from 0, -1 is missing.
struct Profile {
  var credit: Int32
  var person: Int32
  var permit: Int32
  var registration: Int32
  var organisation: Int32
  /// A code that fails its check.
  var weak: Int32
  var name: Int32
  var representative: Int32
  var address: Int32
  /// A code of GB/T 2260; 0 where neither record, address nor name says one.
  var city: Int32
  var county: Int32
  /// The obligor of an earlier quarter; -1 for none.
  var settled: Int32
  /// Keeps apart what nothing but a bare name would join; 0 elsewhere.
  var apart: Int32
  /// The first row that says so, for the reason of a join.
  var row: Int32
  /// How many rows say so.
  var rowCount: Int32

  var hasNumber: Bool { credit | person | permit | registration | organisation != 0 }

  /// Whether both say the same, whatever rows they are of.
  func saysSame(as other: Profile) -> Bool {
    credit == other.credit && person == other.person && permit == other.permit
      && registration == other.registration && organisation == other.organisation
      && weak == other.weak && name == other.name && representative == other.representative
      && address == other.address && city == other.city && county == other.county
      && settled == other.settled && apart == other.apart
  }
}
