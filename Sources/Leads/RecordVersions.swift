package import Vocabulary

/// Which rows are versions of one record, and which of them counts.
///
/// The version that the latest drop states counts, so that a record that goes back to what it said
/// before is again what it was. Versions that one drop states together count equally: nobody knows
/// their order. A newer version replaces what it states; of what it leaves blank the earlier one's
/// word stands, for a blank is unknown and takes nothing back.
package struct RecordVersions: Sendable {
  private var groupOf: [Int: Int] = [:]
  /// The versions of each record, those stated first before the others.
  private var groups: [[Int]] = []
  /// By row with versions, the number of the latest drop that states it.
  private var stated: [Int: Int32] = [:]

  /// No record has versions.
  package init() {}

  /// The versions that `joins` name by the rule for it; other joins say nothing of versions.
  ///
  /// `stated` gives for each row the number of the latest drop that states it; drops count up.
  package init(_ joins: some Sequence<Join>, stated: [Int32]) {
    for join in joins where join.rule == .newVersion {
      let into = group(of: join.earlier)
      let from = group(of: join.later)
      guard into != from else { continue }
      for row in groups[from] { groupOf[row] = into }
      groups[into] += groups[from]
      groups[from] = []
    }
    for row in groupOf.keys { self.stated[row] = stated[row] }
    for place in groups.indices {
      groups[place].sort { (stated[$0], $0) < (stated[$1], $1) }
    }
  }

  private mutating func group(of row: Int) -> Int {
    if let known = groupOf[row] { return known }
    groups.append([row])
    groupOf[row] = groups.count - 1
    return groups.count - 1
  }

  /// Whether a later drop states the record otherwise.
  package func isSuperseded(_ row: Int) -> Bool { !newer(than: row).isEmpty }

  /// The versions of the row's record that a later drop states, the newest last.
  package func newer(than row: Int) -> ArraySlice<Int> {
    guard let group = groupOf[row].map({ groups[$0] }), let own = stated[row] else { return [] }
    return group.drop { stated[$0, default: own] <= own }
  }

  /// The row that stands for the row's record: its newest version, of several the last taken in; the
  /// row itself without versions.
  package func newest(of row: Int) -> Int {
    groupOf[row].flatMap { groups[$0].last } ?? row
  }

  /// All versions of the row's record, the row itself among them.
  package func all(of row: Int) -> [Int] { groupOf[row].map { groups[$0] } ?? [row] }

  /// Whether no newer version of the row's record says anything of a matter.
  package func isLastWord(of row: Int, _ says: (Int) -> Bool) -> Bool {
    groupOf.isEmpty ? true : !newer(than: row).contains(where: says)
  }

  /// The rows whose word counts in a matter: those that say something of it and have no newer
  /// version that does.
  package func speaking(_ rows: [Int], _ says: (Int) -> Bool) -> [Int] {
    rows.filter { says($0) && isLastWord(of: $0, says) }
  }

  /// Each version among `rows` with the one before it, as drops stated them.
  package func steps(among rows: [Int]) -> [(earlier: Int, later: Int)] {
    guard !groupOf.isEmpty else { return [] }
    let found = rows.compactMap { row -> (earlier: Int, later: Int)? in
      guard let group = groupOf[row].map({ groups[$0] }), let own = stated[row] else { return nil }
      return group.last { stated[$0, default: own] < own }.map { ($0, row) }
    }
    return found.sorted { (stated[$0.later] ?? 0, $0.later) < (stated[$1.later] ?? 0, $1.later) }
  }
}
