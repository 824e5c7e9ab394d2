internal import StrictYAML
package import Vocabulary

/// Every rule pack that can apply, with its vocabulary, question register and calendar.
///
/// The built-in packs, to which a folder can add others or put others in their place.
package struct RuleLibrary: Sendable {
  /// One file of the rules folder: its path for messages, and its bytes.
  package typealias File = (path: String, bytes: [UInt8])

  package let catalogue: FactCatalogue
  package let conclusions: ConclusionCatalogue
  package private(set) var register: QuestionRegister
  package private(set) var calendar: WorkdayCalendar
  /// The calendar without the folder's years.
  private let builtInCalendar: WorkdayCalendar
  /// Nation first, then by level and id.
  package private(set) var packs: [RulePack]
  /// The case files: the built-in ones, or those of the same name in the folder, and its others.
  package let cases: [File]

  /// The built-in packs, with the files of the rules folder beside or in place of them.
  ///
  /// `*.pack.yaml` is a pack, which replaces a built-in one of the same id and must not have that of
  /// another file of the folder; a file whose name ends
  /// in `interpretations.yaml` signs answers; one in `workdays.yaml` adds years to the calendar;
  /// `*.cases.yaml` is kept for `RuleLint`. Throws a configuration failure with every problem of every
  /// file, those between packs included.
  package init(overriding files: [File] = []) throws(Failure) {
    let builtIn = BuiltInRules.self
    let catalogue = try FactCatalogue(builtIn.facts, file: "rules/facts.yaml")
    self.catalogue = catalogue
    let own = files.filter { $0.path.hasSuffix(".cases.yaml") }.sorted { $0.path < $1.path }
    let ownNames = own.map { RuleLibrary.name($0.path) }
    cases = builtIn.cases.filter { !ownNames.contains(RuleLibrary.name($0.path)) } + own
    conclusions = try ConclusionCatalogue(builtIn.conclusions, file: "rules/conclusions.yaml")
    var register = QuestionRegister()
    var calendar = WorkdayCalendar()
    var builtInCalendar = WorkdayCalendar()
    var packs: [RulePack] = []
    var problems: [Problem] = []
    // By id, which file of the folder has the pack.
    var ownPacks: [String: String] = [:]
    let all = builtIn.files + files.sorted { $0.path < $1.path }
    for (number, file) in all.enumerated() {
      guard file.bytes.count <= RuleLibrary.fileLimit else {
        problems.append(
          Problem(.badRulePack, file: file.path, line: 1, detail: RuleLibrary.tooLarge))
        continue
      }
      do throws(Failure) {
        switch file.path {
        case let path where path.hasSuffix(".pack.yaml"):
          let pack = try RulePack(file.bytes, file: path, catalogue: catalogue)
          let isOwn = number >= builtIn.files.count
          if isOwn, let other = ownPacks.updateValue(path, forKey: pack.id) {
            problems += RuleLibrary.repeatedPack(pack, other)
          }
          packs.removeAll { $0.id == pack.id }
          packs.append(pack)
        case let path where path.hasSuffix("interpretations.yaml"):
          try register.add(file.bytes, file: path)
        case let path where path.hasSuffix("workdays.yaml"):
          try calendar.add(file.bytes, file: path)
          if number < builtIn.files.count { builtInCalendar = calendar }
        case let path where path.hasSuffix(".cases.yaml"): break
        default:
          problems.append(
            Problem(.badRulePack, file: file.path, detail: RuleLibrary.unknownName))
        }
      } catch {
        problems += error.problems
      }
    }
    self.register = register
    self.calendar = calendar
    self.builtInCalendar = builtInCalendar
    self.packs = packs.sorted { ($0.level, $0.id) < ($1.level, $1.id) }
    // Checks between packs mean little while a pack is missing.
    if problems.isEmpty { problems = PackChecks(library: unsigned).problems + unreadAnswers }
    guard problems.isEmpty else { throw Failure(.configuration, problems) }
  }

  private static func repeatedPack(_ pack: RulePack, _ other: String) -> [Problem] {
    var problems = PackProblems(file: pack.file)
    problems.add(
      .duplicateID, line: pack.lines.id, value: pack.id,
      Wording(zh: "\(other) 也是这个编号", en: "\(other) has the same id"))
    return problems.problems
  }

  /// The path without its folders.
  private static func name(_ path: String) -> Substring {
    path.split(separator: "/").last ?? ""
  }

  /// The bytes that a file of packs, cases, answers or workdays may have: 1 MiB, ten times the longest
  /// file of cases.
  package static let fileLimit = 1 << 20
  private static let tooLarge = Wording(
    zh: "文件超过 \(fileLimit) 字节；规则包不会这样大，请检查是否放错了文件",
    en: "over \(fileLimit) bytes; no pack is that large: check whether the file belongs here")
  private static let unknownName = Wording(
    zh: "文件名应以 .pack.yaml、.cases.yaml、interpretations.yaml 或 workdays.yaml 结尾",
    en: "the name must end in .pack.yaml, .cases.yaml, interpretations.yaml or workdays.yaml")

  /// The same rules before anybody has signed an answer: what packs and their cases are judged by.
  package var unsigned: RuleLibrary {
    var library = self
    library.register = register.unsigned
    return library
  }

  /// The same rules with the built-in calendar alone: what the built-in cases are judged by, of which
  /// some show a period that reaches a year without a list.
  var withBuiltInCalendar: RuleLibrary {
    var library = self
    library.calendar = builtInCalendar
    return library
  }

  /// Whether answering the question so changes nothing though it should: no rule reads it, and the
  /// program does otherwise.
  func isUnread(_ answer: Bool, to question: QuestionRegister.Question) -> Bool {
    question.defaultReading != Truth(answer)
      && !packs.contains { $0.readQuestions.contains(question.id) }
  }

  private var unreadAnswers: [Problem] {
    register.questions.flatMap { question -> [Problem] in
      guard let signature = question.signature else { return [] }
      var problems = PackProblems(file: signature.file)
      if let other = question.contradiction {
        problems.add(
          .unreadAnswer, line: signature.line, value: question.id,
          Wording(
            zh: "与同日的另一份答复相反（\(other.file) 第\(other.line)行）",
            en: "contradicts another answer of that day (\(other.file) line \(other.line))"))
      } else if isUnread(signature.answer, to: question) {
        problems.add(
          .unreadAnswer, line: signature.line, value: question.id, RuleLibrary.unread(question))
      }
      return problems.problems
    }
  }

  /// Why an answer that nothing reads is refused.
  static func unread(_ question: QuestionRegister.Question) -> Wording {
    let asIs = question.defaultReading
    return Wording(
      zh: "没有规则读取这个问题，程序一律按“\(asIs == .unknown ? "交人工研判" : asIs.wording.zh)”执行；要改变须改写规则包",
      en: "no rule reads this question, it is always taken as "
        + "“\(asIs == .unknown ? "for people to judge" : asIs.wording.en)”; a changed pack is needed"
    )
  }

  /// The pack of that id; `nil` if there is none.
  package func pack(_ id: String) -> RulePack? { packs.first { $0.id == id } }

  /// What a parameter is in Chinese, as the first pack that defines it says; its name if none does.
  package func title(ofParameter name: String) -> String {
    packs.lazy.flatMap(\.parameters).first { $0.name == name }?.zh ?? name
  }

  /// The pack and those it stands under, the nation first; empty if there is no such pack.
  package func chain(ofPack id: String) -> [RulePack] {
    var chain: [RulePack] = []
    var next = pack(id)
    while let pack = next, !chain.contains(where: { $0.id == pack.id }) {
      chain.insert(pack, at: 0)
      next = pack.parent.flatMap { self.pack($0) }
    }
    return chain
  }

  /// Every pack whose area the division lies in, the nation first: `140900` gives city, province
  /// and nation.
  package func chain(of division: DivisionCode) -> [RulePack] {
    packs.filter { $0.jurisdiction?.contains(division) ?? true }
  }

  /// The longest look-back in whole years that any pack asks for; 0 if none does.
  package var longestYears: Int {
    let numbers = packs.lazy.flatMap(\.parameters).filter { $0.kind == .years }
    return numbers.flatMap(\.values).map { Int($0.number) }.max() ?? 0
  }

  /// The id, version and hash of packs, for the reports; `hash` computes SHA-256 in hexadecimal.
  package func lock(of packs: [RulePack], hash: ([UInt8]) -> String) -> [PackLock] {
    packs.map { PackLock(id: $0.id, version: $0.version, hash: hash($0.bytes)) }
  }
}

extension YAMLLimits {
  /// What every file of the rules is parsed with.
  static var rules: YAMLLimits {
    var limits = YAMLLimits()
    limits.bytes = RuleLibrary.fileLimit
    return limits
  }
}

/// Which text of a pack was used.
package struct PackLock: Sendable, Hashable {
  package let id: String
  package let version: String
  /// SHA-256 of the pack's file, hexadecimal.
  package let hash: String
}
