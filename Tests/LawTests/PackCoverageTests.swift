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
      var engines = PackEngines(mutant)
      let broken = PackCase.all.map(\.one).filter { one in
        guard one.pack == pack, let expectation = one.expectation else { return false }
        return !CaseResult(one, &engines).differences(from: expectation).isEmpty
      }
      #expect(!broken.isEmpty, "\(exception.name)")
    }
  }

  @Test("compile each pack once for each reading, and no more than are kept")
  func engines() {
    var engines = PackEngines(library)
    var readings: Set<String> = []
    for one in PackCase.all.map(\.one) {
      readings.insert("\(one.pack) \(one.reading.hashValue)")
      _ = CaseResult(one, &engines)
    }
    #expect(engines.compiledCount == readings.count)
    #expect(readings.count < PackEngines.limit && readings.count < PackCase.all.count / 2)
    var forgetful = PackEngines(library)
    for number in 0..<2 * PackEngines.limit {
      let reading = Reading(numbers: ["minor_amount_max": Int64(number)])
      let engine = forgetful.engine(ofPack: "national-2025", reading: reading)
      #expect(engine.reading == reading)
    }
    #expect(forgetful.compiledCount == 2 * PackEngines.limit)
  }
}
