internal import ArgumentParser
internal import Vocabulary

/// The language this process speaks, read once from its arguments.
///
/// Help texts are declared beside each option and made when a command is described, before any
/// option is parsed, so the language has to be known first.
enum Speech {
  static let language: Language = chosen(from: CommandLine.arguments)

  /// The language that `--lang` names, as two words or one; Chinese otherwise.
  static func chosen(from arguments: [String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1]) ?? .zh
      }
      if argument.hasPrefix("--lang=") {
        return Language(rawValue: String(argument.dropFirst(7))) ?? .zh
      }
    }
    return .zh
  }
}

extension Wording {
  /// The text in the language of this process.
  var spoken: String { self[Speech.language] }
}

extension ArgumentHelp {
  /// A help text in both languages; `value` names the placeholder.
  static func both(_ zh: String, _ en: String, value: String? = nil) -> ArgumentHelp {
    ArgumentHelp(Wording(zh: zh, en: en).spoken, valueName: value)
  }
}

extension CommandConfiguration {
  /// A command's one line and its longer text in both languages.
  static func both(
    _ name: String, zh: String, en: String, more: Wording = Wording(zh: "", en: ""),
    subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: Wording(zh: zh, en: en).spoken, discussion: more.spoken,
      subcommands: subcommands, defaultSubcommand: defaultSubcommand)
  }
}
