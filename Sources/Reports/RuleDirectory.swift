package import Vocabulary

/// What the traces of all leads cite, each thing once.
package struct RuleDirectory: Sendable {
  /// A document with its rules.
  package struct Document: Sendable {
    /// What citations call it, `山西`.
    package var shortName: String
    /// `晋环规〔2025〕2号`, or its title without a number.
    package var name: String
    package var title: String
    /// `shanxi-2025 1.1.0`.
    package var pack: String
    package var inForce: Truth
    package var rules: [Rule]

    /// A document with those rules, in the order of its text.
    package init(
      shortName: String, name: String, title: String, pack: String, inForce: Truth, rules: [Rule]
    ) {
      self.shortName = shortName
      self.name = name
      self.title = title
      self.pack = pack
      self.inForce = inForce
      self.rules = rules
    }
  }

  /// One rule.
  package struct Rule: Sendable {
    /// `sx25.a10.amount`.
    package var id: String
    /// `第十一条第二项`.
    package var locator: String
    /// The Chinese name of what it concludes.
    package var conclusion: String
    /// What the provision says.
    package var summary: String
    /// The rule as a sentence.
    package var sentence: String
    /// How it stands to rules of other documents, `重申国家 四末款（二）`; may be empty.
    package var relation: String

    /// A rule with those texts.
    package init(
      id: String, locator: String, conclusion: String, summary: String, sentence: String,
      relation: String = ""
    ) {
      self.id = id
      self.locator = locator
      self.conclusion = conclusion
      self.summary = summary
      self.sentence = sentence
      self.relation = relation
    }
  }

  /// What a name stands for: a presumed fact with the reason, a question with its text.
  package struct Entry: Sendable {
    package var name: String
    package var text: String

    /// A name with what it stands for.
    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  package var documents: [Document]
  package var presumptions: [Entry]
  package var questions: [Entry]

  /// A directory of those; traces count the rules of all documents on.
  package init(
    documents: [Document] = [], presumptions: [Entry] = [], questions: [Entry] = []
  ) {
    self.documents = documents
    self.presumptions = presumptions
    self.questions = questions
  }

  /// `山西 第十一条第二项` for every rule, in the order in which traces count them.
  var citations: [String] {
    documents.flatMap { document in document.rules.map { "\(document.shortName) \($0.locator)" } }
  }
}
