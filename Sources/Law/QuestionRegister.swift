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
    /// In the order of files; the last of the latest day counts.
    fileprivate(set) var signatures: [Signature] = []

    /// The answer that counts; `nil` where nobody has signed one.
    package var signature: Signature? {
      signatures.reduce(nil) { latest, next in
        latest.map { $0.on > next.on ? $0 : next } ?? next
      }
    }

    /// An answer of the same day that says the opposite of the one that counts.
    var contradiction: Signature? {
      signature.flatMap { last in
        signatures.last { $0.on == last.on && $0.answer != last.answer }
      }
    }
  }

  /// A named reviewer's answer.
  package struct Signature: Sendable, Hashable {
    package let answer: Bool
    package let by: String
    package let on: Day
    /// Where it is written, for messages.
    let file: String
    let line: Int
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

  /// The register as it is before anybody has signed an answer.
  var unsigned: QuestionRegister {
    var register = self
    for place in register.questions.indices { register.questions[place].signatures = [] }
    return register
  }

  /// Adds the questions and the signed answers of one file; of two answers that of the later day counts.
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
      // Each is read before any is asked for, so that all that is wrong is said.
      let (answer, by) = (form.truth("answer", &problems), form.text("by", &problems))
      guard let on = form.day("on", &problems), let answer, let by else { continue }
      guard by.contains(where: { !$0.isWhitespace }) else {
        problems.add(
          .wrongForm, line: entry.line, value: entry.key,
          Wording(zh: "by 应写签署人姓名", en: "by must name who signs"))
        continue
      }
      let signature = Signature(answer: answer, by: by, on: on, file: file, line: entry.line)
      questions[place].signatures.append(signature)
    }
    questions.sort { $0.id < $1.id }
    try problems.throwIfAny()
  }
}
