package import Vocabulary

/// A node of a YAML document with the line it stands on; scalars stay text.
package struct YAMLNode: Sendable {
  /// What the node is, with everything below it.
  package indirect enum Content: Sendable {
    /// `isQuoted` tells `"140900"` from `140900`, and `"no"` from a bare word; true of blocks (`|`,
    /// `>`) too, which are texts beyond doubt.
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  /// One key of a mapping with its value.
  package struct Entry: Sendable {
    package let key: String
    /// Where the key stands, counted from 1.
    package let line: Int
    package let value: YAMLNode
  }

  package let content: Content
  /// Counted from 1.
  package let line: Int

  /// The text of a scalar; `nil` for anything else.
  package var scalar: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Whether the node is a scalar in quotes or in a block.
  package var isQuoted: Bool {
    if case .scalar(_, let isQuoted) = content { isQuoted } else { false }
  }

  /// Whether the node is an empty or `~` or `null` scalar without quotes.
  package var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}

/// Every problem found in one file, gathered so that a writer sees them all at once.
package struct YAMLProblems: Sendable {
  package let file: String
  package let code: ProblemCode
  /// In the order in which they were found.
  package private(set) var problems: [Problem] = []

  /// Without problems yet; `code` is the kind that all of them will have.
  package init(file: String, code: ProblemCode) {
    self.file = file
    self.code = code
  }

  /// Adds a problem on a line, counted from 1.
  package mutating func add(line: Int, value: String? = nil, _ detail: Wording) {
    problems.append(Problem(code, file: file, line: line, value: value, detail: detail))
  }

  /// Throws a configuration failure with all problems, in the order of their lines.
  package func throwIfAny() throws(Failure) {
    guard !problems.isEmpty else { return }
    throw Failure(.configuration, inLineOrder)
  }

  /// By line; those of one line in the order in which they were found.
  package var inLineOrder: [Problem] {
    problems.enumerated()
      .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
      .map(\.element)
  }
}
