internal import Intake
internal import Pipeline
internal import Vocabulary

/// What was understood of files, as one object: those that could be read, and what is wrong with the
/// others.
struct CheckListJSON: Encodable {
  let schema = 1
  let status: String
  let exit: Int
  let items: [CheckJSON]
  let errors: [ProblemJSON]

  init(_ items: [CheckJSON], _ failure: Failure, _ language: Language) {
    status = failure.status == .done ? "done" : "failed"
    exit = Int(failure.status.rawValue)
    self.items = items
    errors = failure.problems.map { ProblemJSON($0, language) }
  }
}

/// What was understood of a file, as an object.
struct CheckJSON: Encodable {
  struct Column: Encodable {
    let title: String
    let field: String?
    let isRequired: Bool
    let fenPerUnit: Int64?
    let samples: [String]
  }

  struct Extent: Encodable {
    let rows: Int
    let lines: Int
    let bytes: Int
  }

  struct Aside: Encodable {
    let kind: String
    let code: String?
    let line: Int32
    let text: String
  }

  struct Profile: Encodable {
    let id: String
    let score: Int
    let recognised: Int
    let of: Int
    let missing: [String]
  }

  let file: String
  let bytes: Int
  let sha256: String
  let encoding: String
  let encodingReason: String
  let delimiter: String
  let delimiterReason: String
  let quote: String
  let escape: String
  let lineEnding: String
  let headerLine: Int?
  let profile: String?
  let profiles: [Profile]
  let records: Int
  let accepted: Int
  let balance: [String: Extent]
  let aside: [Aside]
  let columns: [Column]
  let counts: [String: Int]
  let problems: [ProblemJSON]

  init(_ check: FileCheck, _ language: Language) {
    let table = check.table
    file = table.shown
    bytes = table.size
    sha256 = table.sha256
    encoding = table.encoding.rawValue
    encodingReason = table.encodingDecision.reason[language]
    delimiter = table.dialect.delimiter.rawValue
    delimiterReason = table.dialect.reason[language]
    quote = table.dialect.quote.rawValue
    escape = table.dialect.escape.rawValue
    lineEnding = table.dialect.lineEnding.rawValue
    headerLine = table.hasHeader ? table.header.line : nil
    profile = check.source?.profile.id
    profiles = check.scores.map {
      Profile(
        id: $0.id, score: $0.score, recognised: $0.recognised, of: $0.of, missing: $0.missing)
    }
    records = check.balance[.record].rows
    accepted = check.accepted
    balance = Dictionary(
      uniqueKeysWithValues: RowKind.allCases.map { kind in
        let extent = check.balance[kind]
        return (
          kind.rawValue, Extent(rows: extent.rows, lines: extent.lines, bytes: extent.bytes)
        )
      })
    aside = check.aside.map {
      Aside(
        kind: $0.kind.rawValue, code: $0.kind.asideCode?.rawValue, line: $0.line, text: $0.text)
    }
    columns = table.titles.enumerated().map { index, title in
      let reading = check.source?.columns.first { $0.index == index }
      return Column(
        title: title, field: reading?.field.name, isRequired: reading?.isRequired ?? false,
        fenPerUnit: reading?.fenPerUnit, samples: check.samples.values[index])
    }
    counts = Dictionary(uniqueKeysWithValues: check.counts.map { ($0.code.rawValue, $0.count) })
    problems = check.problems.map { ProblemJSON($0, language) }
  }
}
