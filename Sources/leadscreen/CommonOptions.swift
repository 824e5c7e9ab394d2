internal import ArgumentParser
internal import Glibc
internal import Pipeline
package import Reports
package import Vocabulary
internal import Workspace

extension Language: ExpressibleByArgument {}

extension Audience: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// A day written `YYYY-MM-DD`.
  package init?(argument: String) { self.init(iso: argument) }
}

extension LeadID: ExpressibleByArgument {
  /// A lead's number, `XS140900-2026Q3-00042`.
  package init?(argument: String) { self.init(argument) }
}

extension Quarter: ExpressibleByArgument {
  /// A quarter written `2026Q3`.
  package init?(argument: String) { self.init(argument) }
}

extension DivisionCode {
  /// The code given to `--jurisdiction`; a usage failure for any other text says what it must be.
  init(option text: String) throws(Failure) {
    guard let code = DivisionCode(text) else {
      throw Failure(
        .usage, .wrongUse, value: "--jurisdiction \(text)",
        detail: Wording(
          zh: "应为六位行政区划代码（GB/T 2260），110000 至 829999，如 140900",
          en: "must be a division code of GB/T 2260, six digits from 110000 to 829999, like 140900")
      )
    }
    self = code
  }
}

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: .both(
      "工作区目录（默认：向上最近的含 leadscreen.yaml 的目录）",
      "workspace (default: the nearest folder upward with a leadscreen.yaml)", value: "dir"))
  var workspace: String?

  @Option(help: .both("消息语言 zh 或 en", "language of messages, zh or en", value: "zh|en"))
  var lang: Language = .zh

  @Flag(help: .both("在标准输出给出一个 JSON 对象", "one JSON object on standard output"))
  var json = false

  @Flag(help: .both("只显示错误", "errors only"))
  var quiet = false

  @Flag(help: .both("不显示进度", "no progress line"))
  var noProgress = false

  var console: Console { Console(isQuiet: quiet, language: lang) }

  /// Opens the workspace.
  func open() throws(Failure) -> Screening {
    try Screening.open(folder: workspace, current: CurrentFolder.path)
  }

  /// Opens the workspace without what it registers.
  func openWorkspace() throws(Failure) -> Workspace {
    try Workspace.open(folder: workspace, current: CurrentFolder.path)
  }
}

/// The day deadlines are judged by, where a command needs one.
struct AsOfOption: ParsableArguments {
  @Option(
    help: .both(
      "期限以这一天为准（默认今天）", "the day deadlines are judged by (default: today)", value: "YYYY-MM-DD"))
  var asOf: Day?

  /// The day given, else today on this machine; nothing else reads the clock.
  var day: Day { asOf ?? AsOfOption.today }

  /// Today on this machine.
  static var today: Day {
    var now = time(nil)
    var parts = unsafe tm()
    unsafe localtime_r(&now, &parts)
    let (year, month, day) = unsafe (parts.tm_year, parts.tm_mon, parts.tm_mday)
    return Day(year: Int(year) + 1900, month: Int(month) + 1, day: Int(day)) ?? Day(number: 0)
  }
}

/// The folder the program was started in.
enum CurrentFolder {
  static var path: String {
    guard let buffer = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(buffer) }
    return unsafe String(cString: buffer)
  }
}

/// A command whose outcome is one of the public exit statuses.
protocol StatusCommand: ParsableCommand {
  var common: CommonOptions { get }

  func perform() throws(Failure) -> ExitStatus
}

extension StatusCommand {
  /// Performs the command; with `--json` a failure is an object on standard output as well.
  mutating func run() throws {
    do {
      throw ExitCode(try perform().rawValue)
    } catch let failure as Failure {
      if common.json {
        let object = try JSONText.of(FailureJSON(failure, common.lang))
        // What failed first is what is told, whether or not it can be told here.
        try? common.console.result(object)
      }
      throw failure
    }
  }
}
