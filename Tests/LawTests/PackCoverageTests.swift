import Testing

@testable import Law
import Vocabulary

@Suite("The cases of the built-in packs")
struct PackCoverageTests {
  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  @Test(
    "break when an exception is taken out of a rule", arguments: ["national-2025", "shanxi-2025"])
  func everyException(pack: String) throws {
    let exceptions: [Conclusion] = [.redLineException, .repeatException, .otherException]
    let text = String(decoding: try #require(library.pack(pack)).bytes, as: UTF8.self)
    for exception in exceptions {
      // Both twins lose it: with one left the other would still give the permission.
      let names = exceptions.filter { $0 != exception }.map(\.name).joined(separator: ", ")
      let whole = "unless: [\(exceptions.map(\.name).joined(separator: ", "))]"
      let changed = text.replacing(whole, with: "unless: [\(names)]")
      #expect(changed != text)
      let mutant = try RuleLibrary(overriding: [("changed.pack.yaml", Array(changed.utf8))])
      let broken = PackCase.all.map(\.one).filter { one in
        guard one.pack == pack, let expectation = one.expectation else { return false }
        return !CaseResult(one, library: mutant).differences(from: expectation).isEmpty
      }
      #expect(!broken.isEmpty, "\(exception.name)")
    }
  }
}
