internal import StrictYAML
package import Vocabulary

/// The questions the texts leave open, the default reading of each, and the answers signed so far.
package struct QuestionRegister: Sendable {
  /// One question.
  package struct Question: Sendable, Hashable {
    /// `A-03`.
    package let id: String
    package let zh: String
    /// `unknown` for a question that stays open until somebody signs an answer.
    package let defaultReading: Truth
    package var signature: Signature?
  }

  /// A named reviewer's answer.
  package struct Signature: Sendable, Hashable {
    package let answer: Bool
    package let by: String
    package let on: Day
  }

  /// Sorted by id.
  package private(set) var questions: [Question] = []

  /// Without any question.
  package init() {}

  /// The question of that id; `nil` if it is not registered.
  package subscript(id: String) -> Question? { questions.first { $0.id == id } }

  /// How the question is read: the signed answer, else the default; `unknown` if open.
  package func reading(of id: String) -> Truth {
    guard let question = self[id] else { return .unknown }
    return question.signature.map { Truth($0.answer) } ?? question.defaultReading
  }

  /// Adds the questions and the signed answers of one file; a later answer replaces an earlier one.
  ///
  /// Throws a configuration failure with every problem.
  package mutating func add(_ bytes: [UInt8], file: String) throws(Failure) {
    let root = try parseYAML(bytes, file: file, code: .badRulePack, limits: .rules)
    var problems = PackProblems(file: file)
    let fields = PackFields(
      root, allowed: ["schema", "questions", "answers"], required: ["schema"], &problems)
    problems.requireSchema("leadscreen-interpretations/1", of: fields)
    for entry in fields.mapping("questions", &problems) {
      let form = PackFields(
        entry.value, allowed: ["default", "zh"], required: ["default", "zh"], &problems)
      guard let zh = form.text("zh", &problems) else { continue }
      let isOpen = form["default"]?.scalar == "open"
      let reading = isOpen ? Truth.unknown : Truth(form.truth("default", &problems) ?? false)
      questions.removeAll { $0.id == entry.key }
      questions.append(Question(id: entry.key, zh: zh, defaultReading: reading))
    }
    for entry in fields.mapping("answers", &problems) {
      let keys = ["answer", "by", "on"]
      let form = PackFields(entry.value, allowed: keys, required: keys, &problems)
      guard let place = questions.firstIndex(where: { $0.id == entry.key }) else {
        problems.add(
          .unregisteredQuestion, line: entry.line, value: entry.key,
          Wording(zh: "登记册中没有这个问题", en: "the register has no such question"))
        continue
      }
      guard let answer = form.truth("answer", &problems), let by = form.text("by", &problems),
        let on = form.day("on", &problems)
      else { continue }
      questions[place].signature = Signature(answer: answer, by: by, on: on)
    }
    questions.sort { $0.id < $1.id }
    try problems.throwIfAny()
  }
}
