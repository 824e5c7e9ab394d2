package import Vocabulary

/// Everything that `leadscreen rules check` finds in packs that load, and in their cases.
package struct RuleLint: Sendable {
  /// What keeps packs from counting as complete: cases with another result than they expect, what no
  /// case shows, provisions that nothing speaks of.
  package let problems: [Problem]
  /// What people should look at; no reason to refuse anything.
  package let warnings: [LintWarning]
  package let caseCount: Int

  /// Runs every check over a library and its case files.
  ///
  /// `day` is what calendars and watched texts are judged by. Costs a compilation of each pack's chain
  /// for each reading that cases ask for, some milliseconds each.
  package init(_ library: RuleLibrary, asOf day: Day) {
    var problems: [Problem] = []
    var cases: [CaseFile.Case] = []
    // A signed answer changes what leads get, not what packs and cases are checked against.
    let library = library.unsigned
    // Only periods of the folder's own cases are counted by its calendar too.
    var engines = PackEngines(library.withBuiltInCalendar)
    var ownEngines = PackEngines(library)
    let builtIn = Set(BuiltInRules.cases.map(\.path))
    for file in library.cases {
      do throws(Failure) {
        let read = try CaseFile(file.bytes, file: file.path, library: library).cases
        for one in read {
          problems +=
            builtIn.contains(file.path)
            ? RuleLint.differences(one, file.path, &engines)
            : RuleLint.differences(one, file.path, &ownEngines)
        }
        cases += read
      } catch {
        problems += error.problems
      }
    }
    let shown = CaseCoverage(cases, library: library, &engines)
    for pack in library.packs {
      var found = PackProblems(file: pack.file)
      RuleLint.checkCoverage(pack, &found)
      shown.check(pack, &found)
      problems += found.problems
    }
    self.problems = problems
    var warnings: [LintWarning] = []
    for pack in library.packs {
      warnings += PackWarnings(pack, of: library, asOf: day, &engines).inLineOrder
    }
    self.warnings = warnings
    caseCount = cases.count
  }

  private static func differences(
    _ one: CaseFile.Case, _ file: String, _ engines: inout PackEngines
  ) -> [Problem] {
    guard let expectation = one.expectation else { return [] }
    return CaseResult(one, &engines).differences(from: expectation).map { difference in
      Problem(
        .badRulePack, file: file, line: one.line, value: one.id,
        detail: Wording(verbatim: difference))
    }
  }

  /// Every article or section must be cited, or stand under `coverage`.
  private static func checkCoverage(_ pack: RulePack, _ problems: inout PackProblems) {
    let missing = pack.uncoveredProvisions
    guard !missing.isEmpty else { return }
    let names = missing.map { pack.provisions.locator(of: $0) }.joined(separator: " ")
    problems.add(
      .coverage, line: pack.lines.articles, value: pack.id,
      Wording(zh: "没有任何规则或说明提到：\(names)", en: "nothing speaks of \(names)"))
  }
}
