import Foundation
import MatchingTrial
import Testing

/// The same files screened in one quarter, and over two.
@Suite struct SplitDropTests {
  @Test("the leads of one quarter are those of two, or it is asked whether they are one")
  func split() throws {
    let files = try SplitDropTests.files()
    let names = files.keys.sorted()
    let (whole, parts) = (try Workbench(), try Workbench())
    for (place, name) in names.enumerated() {
      let bytes = try #require(files[name])
      try whole.write(Data(bytes), to: "Inputs/2026Q4/\(name)")
      try parts.write(Data(bytes), to: "Inputs/\(place % 2 == 0 ? "2026Q3" : "2026Q4")/\(name)")
    }
    func screen(_ bench: Workbench, _ quarter: String) throws {
      let outcome = try bench.run(["screen", quarter, "--as-of", "2027-04-10"])
      #expect(outcome.status == 0, "\(outcome.messages)")
    }
    try screen(whole, "2026Q4")
    try screen(parts, "2026Q3")
    try screen(parts, "2026Q4")

    let one = try owners(whole, ["2026Q4"])
    let two = try owners(parts, ["2026Q3", "2026Q4"])
    #expect(Set(one.keys) == Set(two.keys))
    let asked = try questions(parts, "2026Q4")
    var codes: [String: String] = [:]
    for row in try ["2026Q3", "2026Q4"].flatMap({ try parts.table("leads", of: $0).named }) {
      if let code = row["obligor_code"], !code.isEmpty { codes[row["obligor_id"] ?? ""] = code }
    }
    for path in [\Owners.obligor, \Owners.lead] {
      var ofOne: [String: Set<String>] = [:]
      for (record, owner) in one where !owner[keyPath: path].isEmpty {
        ofOne[owner[keyPath: path], default: []].insert(two[record]?[keyPath: path] ?? "")
      }
      let divided = ofOne.filter { $0.value.count > 1 }
      #expect(divided.count * 50 <= ofOne.count, "\(divided)")
      for parts in divided.values {
        let obligors = Set(two.values.filter { parts.contains($0.lead) }.map(\.obligor))
        let isAsked = asked.contains { records in
          Set(records.compactMap { two[$0]?[keyPath: path] }).isSubset(of: parts)
        }
        // Two codes are two obligors: the first quarter had put a part of it to somebody else.
        let isTwo =
          path == \Owners.obligor
          ? Set(parts.compactMap { codes[$0] }).count > 1 : obligors.subtracting([""]).count > 1
        #expect(isAsked || isTwo, "\(parts)")
      }
    }
  }

  @Test("screening the second quarter again changes no id of the first")
  func again() throws {
    let files = try SplitDropTests.files()
    let bench = try Workbench()
    for (place, name) in files.keys.sorted().enumerated() {
      let bytes = try #require(files[name])
      try bench.write(Data(bytes), to: "Inputs/\(place % 2 == 0 ? "2026Q3" : "2026Q4")/\(name)")
    }
    for quarter in ["2026Q3", "2026Q4"] {
      #expect(try bench.run(["screen", quarter, "--as-of", "2027-04-10"]).status == 0)
    }
    let before = try owners(bench, ["2026Q3", "2026Q4"])
    // Another day, so that the run is not simply recognised.
    #expect(try bench.run(["screen", "2026Q4", "--as-of", "2027-04-11"]).status == 0)
    #expect(try owners(bench, ["2026Q3", "2026Q4"]) == before)
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  private struct Owners: Equatable {
    let lead: String
    let obligor: String
  }

  /// An invented drop's files by name.
  private static func files() throws -> [String: [UInt8]] {
    let plan = try #require(TrialPlan.named("tuning", records: 900))
    var files: [String: [UInt8]] = [:]
    TrialDrop(plan).write { path, bytes in
      guard path.hasPrefix("Inputs/") else { return }
      files[String(path.split(separator: "/").last ?? ""), default: []] += bytes
    }
    return files
  }

  /// By file and record, the lead and the obligor that quarters' reports say.
  private func owners(_ bench: Workbench, _ quarters: [String]) throws -> [String: Owners] {
    var owners: [String: Owners] = [:]
    for quarter in quarters {
      for row in try bench.table("records", of: quarter).named {
        owners[key("\(row["file"] ?? "")#\(row["record"] ?? "")")] = Owners(
          lead: row["lead_id"] ?? "", obligor: row["obligor_id"] ?? "")
      }
    }
    return owners
  }

  /// The two records that each question is about.
  private func questions(_ bench: Workbench, _ quarter: String) throws -> [[String]] {
    try bench.table("review", of: quarter).named.map { row in
      [row["left"], row["right"]].compactMap(\.self).map(key)
    }
  }

  /// `督察.csv#12`, wherever the file lies.
  private func key(_ name: String) -> String { String(name.split(separator: "/").last ?? "") }
}
