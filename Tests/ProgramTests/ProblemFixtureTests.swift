import Foundation
import Testing

/// Every problem code, provoked by files and command lines as people deliver them.
@Suite("Problem codes, provoked")
struct ProblemFixtureTests {
  /// Codes that no file or command line by itself can provoke, with what shows them instead.
  static let unprovoked = [
    "E111": "a file must change in the middle of a read: RegularFileTests",
    "E504": "another process must hold the lock: InterruptionTests",
    "E508": "a disk must be full or fail: BadOutputTests",
    "E515": "a signal must arrive: InterruptionTests",
    "E516": "every document the program reads has a code of its own: YAMLParsingTests",
    "E599": "an error of the program itself",
    "E903": "content must not hold together: PackageBuilderTests, PackageVerifierTests",
  ]

  @Test("are named with the whole message and the status", arguments: try ProblemFixture.all)
  func message(fixture: ProblemFixture) throws {
    for (language, expected) in fixture.messages.sorted(by: { $0.key < $1.key }) {
      let bench = try fixture.workbench()
      let scene = ProblemScene(bench)
      try scene.open(fixture.code)
      for run in fixture.runs.dropLast() {
        let outcome = try bench.run(run)
        try #require(outcome.status == 0, "\(run): \(outcome.messages)")
      }
      try scene.change(fixture.code)
      let outcome = try bench.run(
        (fixture.runs.last ?? []) + ["--lang", language],
        environment: scene.environment(fixture.code))
      #expect(outcome.status == fixture.status, "\(outcome.messages)")
      let lines = outcome.everything.split(separator: "\n").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let wanted = expected.replacing("{workspace}", with: bench.url.path)
      let said = lines.filter { $0.hasPrefix(fixture.code) }.joined(separator: "\n")
      let isSaid = lines.contains(wanted)
      #expect(isSaid, "not \(wanted)\nbut \(said.isEmpty ? outcome.everything : said)")
    }
  }

  @Test("are all provoked, but for those of which it is said why not")
  func complete() throws {
    let provoked = try ProblemFixture.all.map(\.code)
    let all = try CodeList(language: "zh").byCode.keys
    #expect((provoked + Self.unprovoked.keys).sorted() == all.sorted())
  }

  @Test("have the code's own title and remedy in the expected message", arguments: ["zh", "en"])
  func titles(language: String) throws {
    let codes = try CodeList(language: language)
    for fixture in try ProblemFixture.all {
      guard let message = fixture.messages[language] else { continue }
      let code = try #require(codes.byCode[fixture.code])
      #expect(message.hasPrefix(fixture.code))
      #expect(message.contains(code.title), "\(message)")
      #expect(message.hasSuffix(code.remedy), "\(message)")
    }
  }
}

/// What the program itself says of all codes.
private struct CodeList {
  let byCode: [String: (title: String, remedy: String)]

  init(language: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try LeadscreenProgram.run(
      ["explain", "--all-codes", "--json", "--lang", language], in: folder.url)
    var byCode: [String: (title: String, remedy: String)] = [:]
    for item in try JSONValue(outcome.output)["items"]?.elements ?? [] {
      guard let code = item["code"]?.text, let title = item["title"]?.text,
        let remedy = item["remedy"]?.text
      else { throw LeadscreenProgram.Unobservable(description: outcome.everything) }
      byCode[code] = (title, remedy)
    }
    self.byCode = byCode
  }
}
