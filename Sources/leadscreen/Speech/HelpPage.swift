internal import ArgumentParser
internal import Foundation
internal import Vocabulary

/// The help of a command in the language of this process.
///
/// Made from the parser's own description of the command tree, so that no option can be missing;
/// the parser's own rendering has English headings that cannot be changed.
struct HelpPage {
  private struct Tree: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  private struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }
    let kind: String
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let abstract: String?

    var spelling: String {
      let names = (names ?? []).map { $0.kind == "long" ? "--\($0.name)" : "-\($0.name)" }
      let value = "<\(valueName ?? "")>"
      switch kind {
      case "positional": return value
      case "option": return names.joined(separator: ", ") + " " + value
      default: return names.joined(separator: ", ")
      }
    }
  }

  private let path: [String]
  private let command: Command
  /// The first word that should have named a subcommand and does not.
  let unknownCommand: String?

  /// Whether the command does nothing without a subcommand.
  var hasSubcommands: Bool { !subcommands.isEmpty }

  /// The page of the command that `words` lead to from the root; unknown words are passed over.
  init?(root: (some ParsableCommand).Type, words: [String]) {
    guard
      let tree = try? JSONDecoder().decode(Tree.self, from: Data(root._dumpHelp().utf8))
    else { return nil }
    var command = tree.command
    var path = [command.commandName]
    var unknown: String?
    for word in words {
      guard let next = command.subcommands?.first(where: { $0.commandName == word }) else {
        if command.subcommands?.isEmpty == false, unknown == nil { unknown = word }
        continue
      }
      command = next
      path.append(word)
    }
    self.command = command
    self.path = path
    unknownCommand = unknown
  }

  /// One line: the command, its options and its arguments.
  var usage: String {
    var words = path
    let shown = (command.arguments ?? []).filter(\.shouldDisplay)
    if !subcommands.isEmpty { words.append(Wording(zh: "<命令>", en: "<command>").spoken) }
    for argument in shown where argument.kind == "positional" {
      let repeated = argument.spelling + (argument.isRepeating ? " ..." : "")
      words.append(argument.isOptional ? "[\(repeated)]" : repeated)
    }
    if shown.contains(where: { $0.kind != "positional" }) {
      words.append(Wording(zh: "[选项]", en: "[options]").spoken)
    }
    return words.joined(separator: " ")
  }

  /// The whole page, ending in a line break.
  var text: String {
    var lines: [String] = []
    if let abstract = command.abstract, !abstract.isEmpty { lines += [abstract, ""] }
    lines.append(Wording(zh: "用法：", en: "Usage: ").spoken + usage)
    if let discussion = command.discussion, !discussion.isEmpty { lines += ["", discussion] }
    let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
    lines += section(
      Wording(zh: "参数", en: "Arguments"),
      arguments.filter { $0.kind == "positional" }.map { ($0.spelling, $0.abstract ?? "") })
    lines += section(
      Wording(zh: "选项", en: "Options"),
      arguments.filter { $0.kind != "positional" }.map { ($0.spelling, describe($0)) })
    lines += section(
      Wording(zh: "命令", en: "Commands"), subcommands.map { ($0.commandName, $0.abstract ?? "") })
    return lines.joined(separator: "\n") + "\n"
  }

  private var subcommands: [Command] {
    (command.subcommands ?? []).filter { $0.commandName != "help" }
  }

  private func describe(_ argument: Argument) -> String {
    if argument.names?.contains(where: { $0.name == "help" }) ?? false {
      return Wording(zh: "显示本帮助", en: "show this help").spoken
    }
    if argument.names?.contains(where: { $0.name == "version" }) ?? false {
      return Wording(zh: "显示版本", en: "show the version").spoken
    }
    guard let value = argument.defaultValue, argument.kind == "option" else {
      return argument.abstract ?? ""
    }
    let note = Wording(zh: "（默认 \(value)）", en: " (default \(value))").spoken
    return (argument.abstract ?? "") + note
  }

  private func section(_ title: Wording, _ rows: [(String, String)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let width = min(rows.map { DisplayWidth.of($0.0) }.max() ?? 0, 32)
    let lines = rows.map { row in
      "  " + DisplayWidth.padded(row.0, to: width) + "  " + row.1
    }
    return ["", title.spoken + (Speech.language == .zh ? "：" : ":")] + lines
  }
}
