import Intake
import Law
import Normalise
import Vocabulary

/// Stops the process with `text` unless the claim holds; the fuzzer then keeps the input.
func claim(_ holds: Bool, _ text: @autoclosure () -> String) {
  if !holds { fatalError(text()) }
}

/// What is made once and read by every input.
enum Known {
  static let profiles = loaded("profiles") { () throws(Failure) in try ProfileLibrary.load() }
  static let rules = loaded("rules") { () throws(Failure) in try RuleLibrary() }
  static let gazetteer = loaded("gazetteer") { () throws(Failure) in
    guard let home = DivisionCode("140900") else { throw Failure(.configuration, []) }
    return Gazetteer(home: home)
  }
  static let asOf = Day(number: 20_636)

  private static func loaded<Value>(_ name: String, _ load: () throws(Failure) -> Value) -> Value {
    do throws(Failure) { return try load() } catch { fatalError("the \(name) do not load") }
  }
}

/// What holds of every problem and every failure, whatever the input.
enum ProblemClaims {
  /// Claims that a file or document was refused as it should be: with that status, for a reason that
  /// can be shown, on a line it has.
  static func check(_ failure: Failure, status: ExitStatus, lines: Int) {
    claim(failure.status == status, "stopped with status \(failure.status)")
    claim(!failure.problems.isEmpty, "stopped without a problem")
    for problem in failure.problems {
      check(problem)
      claim(
        (1...max(1, lines)).contains(problem.line ?? 1), "line \(problem.line ?? 0) of \(lines)")
    }
  }

  /// Claims that a problem's message stays on one line and cannot write to a terminal.
  static func check(_ problem: Problem) {
    for language in Language.allCases {
      let message = problem.message(in: language)
      claim(
        message.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) },
        "a control character in a message")
    }
  }

  /// How many lines a document has, the last one without an end included.
  static func lines(of bytes: [UInt8]) -> Int {
    bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
  }
}

extension [UInt8] {
  /// The bytes with what is no UTF-8 replaced, as no field can hold it.
  var repaired: [UInt8] { Array(String(decoding: self, as: UTF8.self).utf8) }

  /// Whether they are UTF-8.
  var isUTF8: Bool { String(validating: self, as: UTF8.self) != nil }

  /// Whether `part` stands somewhere in them.
  func holds(_ part: [UInt8]) -> Bool {
    guard count >= part.count else { return false }
    return (0...(count - part.count)).contains { self[$0...].starts(with: part) }
  }
}
