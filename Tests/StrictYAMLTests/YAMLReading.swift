import StrictYAML
import Testing
import Vocabulary

/// The node of a document that parses.
func node(_ text: String) throws -> YAMLNode { try parseYAML(Array(text.utf8), file: "f.yaml") }

/// The problems of a document that does not parse; empty if it does.
func problems(of bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> [Problem] {
  do throws(Failure) {
    _ = try parseYAML(bytes, file: "f.yaml", code: .badProfile, limits: limits)
    return []
  } catch {
    #expect(error.status == .configuration)
    return error.problems
  }
}

func problems(of text: String) -> [Problem] { problems(of: Array(text.utf8)) }

/// What somebody would write a document by: keys of every kind, and what reading them found.
struct Reading {
  let fields: YAMLFields
  var problems = YAMLProblems(file: "f.yaml", code: .badConfiguration)

  init(_ text: String, required: [String] = []) throws {
    fields = YAMLFields(
      try node(text), allowed: ["a", "b", "c", "d", "e", "f"], required: required, &problems)
  }

  /// Each problem as `line value`, in line order.
  var found: [String] {
    problems.inLineOrder.map { "\($0.line ?? 0) \($0.value ?? "")" }
  }
}
