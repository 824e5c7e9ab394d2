internal import ArgumentParser
internal import Glibc
internal import Pipeline
internal import Vocabulary

/// leadscreen: from a quarter's drop to a register of leads that can be defended line by line.
@main
struct Program: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leadscreen",
    abstract: Wording(
      zh: "生态环境损害赔偿线索季度筛查：读入、归并、判定、登记、出报表。",
      en:
        "Quarterly screening of ecological damage compensation leads: intake, matching, rules, register, reports."
    ).spoken,
    discussion: Wording(
      zh: """
        示例：
          leadscreen init --demo 示例          建立一个装有样例数据的工作区
          leadscreen screen 2026Q3             筛查一个季度，成果写入 Reports/2026Q3
          leadscreen explain XS140900-2026Q3-00042

        退出状态：0 完成 · 1 程序故障 · 3 完成但有事项待人处理（--strict） · 64 用法 · 65 输入不可用
          66 缺少输入 · 73 无法写出 · 74 读写错误 · 75 台账被占用 · 78 配置或规则包有误 · 130 已中断
        """,
      en: """
        Examples:
          leadscreen init --demo demo          make a workspace filled with sample data
          leadscreen screen 2026Q3             screen a quarter into Reports/2026Q3
          leadscreen explain XS140900-2026Q3-00042

        Exit status: 0 done, 1 fault, 3 done but people are needed (--strict), 64 usage, 65 unusable input,
          66 missing input, 73 cannot create, 74 input/output, 75 ledger busy, 78 configuration, 130 interrupted
        """
    ).spoken,
    version: Release.version,
    subcommands: [
      ScreenCommand.self, CheckCommand.self, ExplainCommand.self, DecideCommand.self,
      ReportCommand.self, PackageCommand.self, ReceiptCommand.self,
      RulesCommand.self, LayersCommand.self, LedgerCommand.self, InitCommand.self,
      DoctorCommand.self,
    ])

  static func main() {
    // A closed pipe and a file size limit are errors to be reported, not deaths.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    Interruption.install()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let page = helpPage(for: arguments) {
      Console.write(page.text, to: STDOUT_FILENO)
      Glibc.exit(ExitStatus.done.rawValue)
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      Glibc.exit(ExitStatus.done.rawValue)
    } catch {
      end(error, arguments)
    }
  }

  /// The page to show when help is asked for, or nothing at all is asked.
  private static func helpPage(for arguments: [String]) -> HelpPage? {
    let asked = arguments.prefix { $0 != "--" }
    let wantsHelp =
      asked.isEmpty || arguments.first == "help" || asked.contains("--help")
      || asked.contains("-h")
    guard wantsHelp else { return nil }
    return HelpPage(root: Program.self, words: commandWords(arguments))
  }

  /// The words of the command line that can name commands.
  private static func commandWords(_ arguments: [String]) -> [String] {
    var words: [String] = []
    var isValue = false
    for argument in arguments.prefix(while: { $0 != "--" }) {
      if !argument.hasPrefix("-"), !isValue { words.append(argument) }
      isValue = argument == "--lang"
    }
    return words.first == "help" ? Array(words.dropFirst()) : words
  }

  /// Prints what went wrong, or what the parser was asked to show, and exits with its status.
  private static func end(_ error: any Error, _ arguments: [String]) -> Never {
    let language = Speech.language
    if let failure = error as? Failure {
      for problem in failure.problems {
        Console(isQuiet: false, language: language).problem(problem)
      }
      Glibc.exit(failure.status.rawValue)
    }
    if let status = error as? ExitCode { Glibc.exit(status.rawValue) }
    let code = exitCode(for: error)
    if code.isSuccess {
      // A command without its subcommand; else the version, or a completion script.
      if let page = HelpPage(root: Program.self, words: commandWords(arguments)),
        page.hasSubcommands, !arguments.contains(where: { $0.hasPrefix("--") })
      {
        Console.write(page.text, to: STDOUT_FILENO)
        Glibc.exit(ExitStatus.done.rawValue)
      }
      Console.write(fullMessage(for: error) + "\n", to: STDOUT_FILENO)
      Glibc.exit(ExitStatus.done.rawValue)
    }
    guard code == .validationFailure else {
      let problem = Problem(.fault)
      Console(isQuiet: false, language: language).problem(problem)
      Glibc.exit(ExitStatus.fault.rawValue)
    }
    let page = HelpPage(root: Program.self, words: commandWords(arguments))
    let text =
      page?.unknownCommand.map { word in
        Wording(zh: "没有这个命令：\(word)", en: "unknown command: \(word)").spoken
      } ?? UsageMessage.text(for: message(for: error), in: language)
    var lines = [Wording(zh: "错误：", en: "error: ").spoken + text]
    if let page {
      lines.append(Wording(zh: "用法：", en: "usage: ").spoken + page.usage)
    }
    lines.append(Wording(zh: "详见 --help", en: "see --help").spoken)
    Console.write(lines.joined(separator: "\n") + "\n", to: STDERR_FILENO)
    Glibc.exit(ExitStatus.usage.rawValue)
  }
}
