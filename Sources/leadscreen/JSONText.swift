internal import Foundation
internal import Vocabulary

/// One JSON object as text: sorted keys, snake_case, a line break at the end.
enum JSONText {
  static func of(_ value: some Encodable) throws(Failure) -> String {
    try text(value, .convertToSnakeCase)
  }

  /// The same for a type that names its keys itself, whose dictionaries are keyed by public ids.
  static func verbatimKeys(_ value: some Encodable) throws(Failure) -> String {
    try text(value, .useDefaultKeys)
  }

  private static func text(
    _ value: some Encodable, _ strategy: JSONEncoder.KeyEncodingStrategy
  ) throws(Failure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = strategy
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    } catch {
      throw Failure(.fault, .fault)
    }
  }
}

/// A problem in the public form of `errors` and `warnings`.
struct ProblemJSON: Encodable {
  let code: String
  let file: String?
  let sheet: String?
  let record: Int?
  let line: Int?
  let column: String?
  let value: String?
  let message: String
  let hint: String

  init(_ problem: Problem, _ language: Language) {
    code = problem.code.rawValue
    file = problem.file
    sheet = problem.sheet
    record = problem.record
    line = problem.line
    column = problem.column
    value = problem.value
    message =
      problem.code.title[language] + (problem.detail.map { "：" + $0[language] } ?? "")
    hint = problem.code.remedy[language]
  }
}

/// The object of a command that lists things: the list under one name.
struct ListJSON<Item: Encodable>: Encodable {
  let schema = 1
  let items: [Item]

  init(_ items: [Item]) { self.items = items }
}

/// The object of a command that failed.
struct FailureJSON: Encodable {
  let schema = 1
  let status = "failed"
  let exit: Int
  let errors: [ProblemJSON]

  init(_ failure: Failure, _ language: Language) {
    exit = Int(failure.status.rawValue)
    errors = failure.problems.map { ProblemJSON($0, language) }
  }
}
