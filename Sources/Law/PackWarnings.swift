internal import Vocabulary

/// What people should look at in one pack, in the order of its lines.
struct PackWarnings {
  private let library: RuleLibrary
  private let pack: RulePack
  private let day: Day
  private var found: [LintWarning] = []

  /// In the order of the lines; those of one line by check and value.
  var inLineOrder: [LintWarning] {
    found.sorted {
      ($0.line, $0.rule.rawValue, $0.value) < ($1.line, $1.rule.rawValue, $1.value)
    }
  }

  /// Looks at a pack of the library as of a day, on which calendars and watched texts are judged.
  init(_ pack: RulePack, of library: RuleLibrary, asOf day: Day, _ engines: inout PackEngines) {
    self.library = library
    self.pack = pack
    self.day = day
    lookForRepetition()
    lookForDisplacement(engines.engine(ofPack: pack.id))
    lookAtRestating()
    lookAtQuestions()
    lookAround()
  }

  private mutating func add(_ rule: LintRule, line: Int, value: String, _ detail: Wording) {
    found.append(LintWarning(rule, file: pack.file, line: line, value: value, detail))
  }

  private static let longestWatch = 180

  /// Rules that can never be true but where another one is.
  private mutating func lookForRepetition() {
    let superior = library.chain(ofPack: pack.id).dropLast().flatMap(\.rules)
    for (number, rule) in pack.rules.enumerated() where rule.when != .never {
      let twin = superior.first { other in
        rule.adds(nothingTo: other) && rule.modality == other.modality
          && !(rule.relation?.rules.contains(other.id) == true && rule.relation?.kind != .adds)
      }
      if let twin {
        add(
          .subsumed, line: rule.line, value: rule.id,
          Wording(zh: "上级 \(twin.id) 已包含这一情形", en: "\(twin.id) above holds it already"))
      }
      let mask = pack.rules.enumerated().first { place, other in
        place != number && rule.adds(nothingTo: other)
          && (place < number || !other.adds(nothingTo: rule))
      }
      if let mask {
        add(
          .masked, line: rule.line, value: rule.id,
          Wording(
            zh: "成立时 \(mask.element.id) 也必成立", en: "wherever it is true, \(mask.element.id) is"))
      }
    }
  }

  /// Rules that another pack displaces on every day on which they could apply.
  private mutating func lookForDisplacement(_ engine: RuleEngine) {
    let evaluations = engine.chain.boundaries.map { engine.evaluate(FactSet(), asOf: $0) }
    for (number, one) in engine.chain.rules.enumerated()
    where engine.packs[one.pack].id == pack.id && one.gap == nil {
      let standings = evaluations.map { engine.standing(ofRule: number, in: $0) }
        .filter { $0 != .outOfForce }
      let isDisplaced = standings.allSatisfy { standing in
        if case .displaced = standing { true } else { false }
      }
      guard isDisplaced, !standings.isEmpty else { continue }
      add(
        .masked, line: one.rule.line, value: one.rule.id,
        Wording(zh: "施行期间始终被取代", en: "displaced on every day of its force"))
    }
  }

  private mutating func lookAtRestating() {
    let superior = library.chain(ofPack: pack.id).dropLast()
    for rule in pack.rules where rule.relation?.kind == .restates {
      for other in superior.flatMap(\.rules)
      where rule.relation?.rules.contains(other.id) == true
        && (rule.when != other.when || Set(rule.unless) != Set(other.unless))
      {
        addDifference(rule.line, rule.id, other.id)
      }
    }
    for deadline in pack.deadlines where deadline.relation?.kind == .restates {
      for other in superior.flatMap(\.deadlines)
      where deadline.relation?.rules.contains(other.id) == true
        && (deadline.trigger, deadline.when, deadline.length, deadline.unit)
          != (other.trigger, other.when, other.length, other.unit)
      {
        addDifference(deadline.line, deadline.id, other.id)
      }
    }
  }

  private mutating func addDifference(_ line: Int, _ id: String, _ other: String) {
    add(
      .restatesDiffers, line: line, value: id,
      Wording(zh: "与所重申的 \(other) 不一致", en: "not the same as \(other), which it restates"))
  }

  /// The questions of a released pack that nobody has signed, each where it is first asked.
  private mutating func lookAtQuestions() {
    guard pack.status == .released else { return }
    let asked = pack.askedQuestions.sorted { ($0.line, $0.id) < ($1.line, $1.id) }
    var seen: Set<String> = []
    for one in asked
    where library.register[one.id]?.signature == nil && seen.insert(one.id).inserted {
      add(
        .unsignedQuestion, line: one.line, value: one.id,
        Wording(zh: "已发布，而该问题无人签署", en: "released, and nobody has signed the question"))
    }
  }

  /// The number, the watched texts and the calendar: what lies outside the document.
  private mutating func lookAround() {
    if let number = pack.documentNumber, !pack.isNumberFromText {
      add(
        .outsideProvenance, line: pack.lines.number, value: number,
        Wording(zh: "文号不在文本之中", en: "the number does not stand in the text"))
    }
    for text in pack.watched {
      let age = text.checked.map { Int(day.number) - Int($0.number) }
      guard age.map({ $0 > PackWarnings.longestWatch }) ?? true else { continue }
      let last = text.checked
      add(
        .watchDue, line: text.line, value: text.title,
        Wording(
          zh: last.map { "上次查询 \($0)，已逾 \(PackWarnings.longestWatch) 日" } ?? "没有写明查询日",
          en: last.map { "last looked for \($0), over \(PackWarnings.longestWatch) days ago" }
            ?? "no day is noted on which anybody looked"))
    }
    guard pack.validity.isInForce(on: day) != .false else { return }
    let years = library.calendar.years
    for deadline in pack.deadlines
    where deadline.unit == .workingDay && deadline.lastDay(from: day, by: library.calendar) == nil {
      let year = (day.civil.year...).first { !years.contains($0) } ?? day.civil.year
      add(
        .staleCalendar, line: deadline.line, value: "\(year)",
        Wording(
          zh: "\(deadline.id) 会数到没有工作日安排的年份",
          en: "\(deadline.id) reaches a year without a list of working days"))
    }
  }
}
