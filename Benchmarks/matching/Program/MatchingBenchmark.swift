import Foundation
import Matching
import MatchingTrial
import Metering
import Vocabulary

/// Measures the matching on invented drops whose truth is known.
///
///     quality PLAN [RECORDS] [JSON]     how good it is; the numbers also go to the file JSON
///     errors PLAN [RECORDS] [COUNT]     joins by rule, and the first that are wrong or missing
///                                   both also with another model: model=FILE at the end
///     cost RECORDS…                     CPU and memory
///     digest RECORDS…                   the same once, and one number for all that it says
///     skew RECORDS                      drops with one block far too large, at that size and twice it
///     write PLAN RECORDS FOLDER         the drop's files and truth.csv
///     export PLAN RECORDS FILE          normalised records for other matchers, one a row
///     evaluate PLAN RECORDS FILE [JSON] clusters of another matcher: row,cluster
///     screened PLAN RECORDS FILE [JSON] records.csv of a screening of the drop's files
@main
struct MatchingBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "quality": try quality(rest)
    case "errors":
      let count = rest.dropFirst(2).first.flatMap { Int($0) } ?? 20
      let listing = ErrorListing(try drop(rest), model: try model(rest))
      print(listing.lines(count).joined(separator: "\n"))
    case "cost": rest.compactMap { Int($0) }.forEach(cost)
    case "digest": rest.compactMap { Int($0) }.forEach(digest)
    case "skew": skew(rest.first.flatMap { Int($0) } ?? 40_000)
    case "write" where rest.count == 3: try write(drop(rest), to: rest[2])
    case "export" where rest.count == 3: try OtherMatcher.export(drop(rest), to: rest[2])
    case "evaluate" where rest.count >= 3:
      try OtherMatcher.evaluate(drop(rest), clusters: rest[2], json: rest.dropFirst(3).first)
    case "screened" where rest.count >= 3:
      try OtherMatcher.screened(drop(rest), records: rest[2], json: rest.dropFirst(3).first)
    default:
      print(
        "quality, errors, cost, digest, skew, write, export, evaluate or screened; see MatchingBenchmark.swift"
      )
    }
  }

  /// The drop of the plan and the size named first; the tuning city for a name that is unknown.
  private static func drop(_ arguments: [String]) throws -> TrialDrop {
    let records = arguments.dropFirst().first.flatMap { Int($0) } ?? 40_000
    guard let plan = TrialPlan.named(arguments.first ?? "", records: records) else {
      throw Failure.unknownPlan
    }
    return TrialDrop(plan)
  }

  /// The model of the file named last with `model=`, to try weights; the program's own otherwise.
  private static func model(_ arguments: [String]) throws -> MatchingModel {
    guard let path = arguments.last, path.hasPrefix("model=") else { return .standard }
    let model = MatchingModel(
      text: Array(try Data(contentsOf: URL(fileURLWithPath: String(path.dropFirst(6))))))
    guard model.unreadableLines == 0 else { throw Failure.unreadableModel }
    return model
  }

  private enum Failure: Error, CustomStringConvertible {
    case unknownPlan, unreadableModel
    var description: String {
      self == .unknownPlan
        ? "plans are \(TrialPlan.names.joined(separator: ", "))"
        : "the model has lines of another form"
    }
  }

  private static func quality(_ arguments: [String]) throws {
    let quality = Quality(try drop(arguments), model: try model(arguments))
    print(QualityReport(quality: quality).lines.joined(separator: "\n"))
    if arguments.count > 2, !arguments[2].hasPrefix("model=") {
      try save(quality, to: arguments[2])
    }
  }

  static func save(_ value: some Encodable, to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(value).write(to: URL(fileURLWithPath: path))
  }

  private static func cost(_ records: Int) {
    guard let (table, plans, size) = costTable(records), let plan = plans.first else { return }
    func measured() -> (Matching, ProcessMeter.Reading) {
      ProcessMeter.measure { Matching(table, settled: SettledRows(), home: plan.jurisdiction) }
    }
    // The least of three, for other work on the machine makes every one dearer, never cheaper.
    var (matching, reading) = measured()
    for _ in 0..<(records > 1_000_000 ? 0 : 2) {
      let again = measured()
      if again.1.cpuSeconds < reading.cpuSeconds { (matching, reading) = again }
    }
    print(
      "\(table.count) records, \(plans.count > 1 ? "ten provinces" : plan.name): \(QualityReport.text(reading)); table \(size / 1_000_000)"
        + " MB, \(matching.newObligors) obligors, \(matching.newLeads) leads")
    let (measured, with) = ProcessMeter.measure {
      Matching(table, settled: SettledRows(), home: plan.jurisdiction, measuresItself: true)
    }
    print("  with the check on masked codes: \(QualityReport.text(with))")
    for codes in measured.account.masked {
      print(
        "  \(codes.kind.rawValue): \(codes.obligors) obligors, \(codes.masked) masked,"
          + " \(codes.found) found, \(codes.wrong) wrong, \(codes.missed) missed (\(codes.asked) asked)"
      )
    }
  }

  private static func digest(_ records: Int) {
    guard let (table, plans, size) = costTable(records), let plan = plans.first else { return }
    let (matching, reading) = ProcessMeter.measure {
      Matching(table, settled: SettledRows(), home: plan.jurisdiction)
    }
    print(
      "\(table.count) records: \(QualityReport.text(reading)); table \(size / 1_000_000) MB,"
        + " digest \(ResultDigest(matching).text)")
  }

  /// A drop of so many records, beyond a million those of ten provinces; with the bytes it takes.
  private static func costTable(_ records: Int) -> (RecordTable, [TrialPlan], Int)? {
    let plans =
      records > 1_000_000
      ? TrialPlan.provinces(records: records)
      : [TrialPlan.named(records > 200_000 ? "province" : "tuning", records: records)]
        .compactMap(\.self)
    guard !plans.isEmpty else { return nil }
    let before = ProcessMeter.residentBytes
    var table = RecordTable()
    for plan in plans { TrialDrop(plan).append(to: &table) { _ in } }
    return (table, plans, ProcessMeter.residentBytes - before)
  }

  private static func skew(_ records: Int) {
    for skew in TrialPlan.Skew.allCases {
      var seconds: [Double] = []
      for size in [records, records * 2] {
        guard let plan = TrialPlan.named("tuning", records: size, skew: skew) else { continue }
        let table = TrialDrop(plan).table().table
        let (_, reading) = ProcessMeter.measure {
          Matching(table, settled: SettledRows(), home: plan.jurisdiction)
        }
        seconds.append(reading.cpuSeconds)
        print("skew \(skew.rawValue), \(table.count) records: \(QualityReport.text(reading))")
      }
      if seconds.count == 2, seconds[0] > 0 {
        print(
          "  twice the records, \(QualityReport.decimal(seconds[1] / seconds[0], 2)) times the CPU")
      }
    }
  }

  private static func write(_ drop: TrialDrop, to folder: String) throws {
    var open: [String: FileHandle] = [:]
    try drop.write { path, bytes in
      if open[path] == nil {
        let url = URL(fileURLWithPath: folder).appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data().write(to: url)
        open[path] = try FileHandle(forWritingTo: url)
      }
      try open[path]?.write(contentsOf: Data(bytes))
    }
    let settings = Data("jurisdiction: \"\(drop.plan.jurisdiction)\"\n".utf8)
    try settings.write(to: URL(fileURLWithPath: folder).appendingPathComponent("leadscreen.yaml"))
    print("\(drop.count) records, seed \(String(drop.plan.seed, radix: 16)), truth in truth.csv")
  }
}
