package import Vocabulary
private import Yams

/// The limits of a document that people write; all are generous.
package struct YAMLLimits: Sendable {
  package var bytes = 256 * 1024
  /// How many lists and mappings may lie in each other.
  package var depth = 64

  /// 256 KiB and 64 levels.
  package init() {}
}

/// Parses one YAML document into nodes with lines.
///
/// Refuses, as a configuration failure that names the line: anchors and aliases (a ten-line file
/// can unfold into gigabytes), tags other than those that nodes have anyway, duplicate keys, keys
/// that are not scalars, several documents, tabs as indentation, control characters and broken
/// UTF-8, and anything beyond `limits`. Of several such faults it names the first it comes to.
package func parseYAML(
  _ bytes: [UInt8], file: String, code: ProblemCode = .badYAML, limits: YAMLLimits = YAMLLimits()
) throws(Failure) -> YAMLNode {
  var problems = YAMLProblems(file: file, code: code)
  guard bytes.count <= limits.bytes else {
    problems.add(
      line: 1,
      Wording(
        zh: "文件有 \(bytes.count) 字节，上限 \(limits.bytes)",
        en: "the file has \(bytes.count) bytes, the limit is \(limits.bytes)"))
    throw Failure(.configuration, problems.problems)
  }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    problems.add(line: 1, Wording(zh: "不是 UTF-8", en: "not UTF-8"))
    throw Failure(.configuration, problems.problems)
  }
  if let line = lineOfAlias(in: bytes) {
    problems.add(line: line, anchorsRefused)
    throw Failure(.configuration, problems.problems)
  }
  do {
    // No resolver rules: `no`, `010` and `12:30` stay the text they are. The encoding is given, for
    // the default one depends on the environment.
    let parser = try Parser(
      yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
    // Nodes hold their anchors weakly; the parser is what keeps them.
    defer { withExtendedLifetime(parser) {} }
    if let root = try parser.singleRoot() {
      let node = convert(root, depth: 0, limits: limits, problems: &problems)
      if problems.problems.isEmpty { return node }
    } else {
      problems.add(line: 1, Wording(zh: "文件没有内容", en: "the file has no content"))
    }
  } catch {
    let (line, detail) = describe(error)
    // The parser ends a text that has no line end with one of its own.
    problems.add(line: min(line, text.count(where: \.isNewline) + 1), detail)
  }
  throw Failure(.configuration, problems.problems)
}

private let anchorsRefused = Wording(zh: "不允许锚点和别名", en: "anchors and aliases are refused")

/// The line of the first alias of an anchor; `nil` if there is none.
///
/// Looked for before composing, for an alias that stands as a key is unfolded and hashed by the
/// composing itself. Comments and quotes are not told apart: a text with `&a` and later `*a` is
/// refused too.
private func lineOfAlias(in bytes: [UInt8]) -> Int? {
  var anchors: Set<ArraySlice<UInt8>> = []
  var line = 1
  for (index, byte) in bytes.enumerated() {
    switch byte {
    case UInt8(ascii: "\n"): line += 1
    case UInt8(ascii: "&"): anchors.insert(anchorName(after: index, in: bytes))
    case UInt8(ascii: "*"):
      let name = anchorName(after: index, in: bytes)
      if !name.isEmpty, anchors.contains(name) { return line }
    default: break
    }
  }
  return nil
}

/// The letters, digits, hyphens and underscores after the sign, all that a name can hold.
private func anchorName(after index: Int, in bytes: [UInt8]) -> ArraySlice<UInt8> {
  bytes[(index + 1)...].prefix { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}

/// One line of what the parser found wrong.
private func describe(_ error: any Error) -> (line: Int, detail: Wording) {
  switch error {
  case YamlError.scanner(_, let problem, let mark, _),
    YamlError.parser(_, let problem, let mark, _),
    YamlError.composer(_, let problem, let mark, _):
    return (mark.line, Wording(zh: "写法不合 YAML：\(problem)", en: "not YAML: \(problem)"))
  case YamlError.duplicatedKeysInMapping(let duplicates, let context):
    let keys = duplicates.sorted().joined(separator: ", ")
    return (context.mark.line, Wording(zh: "键重复：\(keys)", en: "duplicate key: \(keys)"))
  case YamlError.reader(let problem, let offset, _, let text):
    let line = text.prefix(offset ?? 0).count(where: \.isNewline) + 1
    return (line, Wording(zh: "写法不合 YAML：\(problem)", en: "not YAML: \(problem)"))
  default:
    return (1, Wording(zh: "写法不合 YAML", en: "not YAML"))
  }
}

private func convert(
  _ node: Node, depth: Int, limits: YAMLLimits, problems: inout YAMLProblems
) -> YAMLNode {
  let line = node.mark?.line ?? 1
  let refused = YAMLNode(content: .scalar("", isQuoted: false), line: line)
  guard problems.problems.isEmpty else { return refused }
  guard depth < limits.depth else {
    problems.add(line: line, Wording(zh: "嵌套过深", en: "nested too deeply"))
    return refused
  }
  guard node.anchor == nil else {
    problems.add(line: line, anchorsRefused)
    return refused
  }
  switch node {
  case .scalar(let scalar):
    guard isPlain(node.tag, "str") else { return refuseTag(line, &problems) }
    return YAMLNode(
      content: .scalar(scalar.string, isQuoted: scalar.style != .plain), line: line)
  case .sequence(let sequence):
    guard isPlain(node.tag, "seq") else { return refuseTag(line, &problems) }
    let nodes = sequence.map { convert($0, depth: depth + 1, limits: limits, problems: &problems) }
    return YAMLNode(content: .sequence(nodes), line: line)
  case .mapping(let mapping):
    guard isPlain(node.tag, "map") else { return refuseTag(line, &problems) }
    var entries: [YAMLNode.Entry] = []
    for (key, value) in mapping {
      let name = convert(key, depth: depth + 1, limits: limits, problems: &problems)
      guard let text = name.scalar else {
        problems.add(line: name.line, Wording(zh: "键必须是文字", en: "a key must be a scalar"))
        return refused
      }
      entries.append(
        YAMLNode.Entry(
          key: text, line: name.line,
          value: convert(value, depth: depth + 1, limits: limits, problems: &problems)))
    }
    return YAMLNode(content: .mapping(entries), line: line)
  case .alias:
    problems.add(line: line, anchorsRefused)
    return refused
  }
}

/// Whether the tag is the one that untagged nodes of this kind get.
private func isPlain(_ tag: Tag, _ kind: String) -> Bool {
  let name = tag.description
  return name.isEmpty || name == "?" || name == "!" || name == "tag:yaml.org,2002:\(kind)"
}

private func refuseTag(_ line: Int, _ problems: inout YAMLProblems) -> YAMLNode {
  problems.add(line: line, Wording(zh: "不允许类型标记", en: "tags are refused"))
  return YAMLNode(content: .scalar("", isQuoted: false), line: line)
}
