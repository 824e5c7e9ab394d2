import Testing

@testable import Law
import Vocabulary

/// A case of a built-in case file, named by its id in the log.
struct PackCase: Sendable, CustomTestStringConvertible {
  let one: CaseFile.Case
  var testDescription: String { "\(one.pack) \(one.id)" }

  static let all: [PackCase] = {
    do {
      let library = try RuleLibrary()
      return try BuiltInRules.cases.flatMap { file in
        try CaseFile(file.bytes, file: file.path, library: library).cases.map(PackCase.init)
      }
    } catch {
      return []
    }
  }()
}

@Suite("The built-in packs")
struct PackCasesTests {
  let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  @Test("load without a problem")
  func load() {
    do throws(Failure) {
      for file in BuiltInRules.cases {
        _ = try CaseFile(file.bytes, file: file.path, library: library)
      }
    } catch {
      Issue.record("\(error.problems.map { $0.message(in: .en) }.joined(separator: "\n"))")
    }
    #expect(PackCase.all.count > 70)
  }

  @Test("give every case its result", arguments: PackCase.all)
  func result(_ one: PackCase) throws {
    let expectation = try #require(one.one.expectation)
    var engines = PackEngines(library)
    let differences = CaseResult(one.one, &engines).differences(from: expectation)
    #expect(differences.isEmpty, "\(differences.joined(separator: "; "))")
  }
}
