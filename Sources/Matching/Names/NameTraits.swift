/// What kind of party a name speaks of.
package enum PartyKind: UInt8, Sendable {
  /// Has a form or a word that only organisations have (公司, 厂, 学校, …).
  case organisation
  /// Two or three characters without such a word, or four behind a surname of two.
  case person
  /// A government, an office, or a bureau with its division.
  case government
  /// A village or a residents' committee.
  case village
  case unclear
  /// Says nothing about who it is: 个体户, 某企业, 无名, a placeholder, only punctuation.
  case generic

  /// Whether it is an organisation of any sort.
  package var isBody: Bool { self == .organisation || self == .government || self == .village }
}

/// What one comparison reads of a name besides its units; all of it follows from the key alone.
///
/// Hashes are those of `TextPolynomial`; 0 where there is nothing.
struct NameTraits: Sendable {
  /// Of the whole key.
  var keyHash: UInt64 = 0
  /// Of the body: the name without its division.
  var bodyHash: UInt64 = 0
  /// Of brand and trade.
  var coreHash: UInt64 = 0
  var brandHash: UInt64 = 0
  /// Of the body without its legal form: a branch's core and branch, the core of all else.
  var plainHash: UInt64 = 0
  /// Of the town before a shop's own name; 0 for none.
  var town: UInt64 = 0
  /// Of the body that the parent of a branch has.
  var parentHash: UInt64 = 0
  /// Of the core's syllables, without tones.
  var readingHash: UInt64 = 0
  /// Of the core's syllables as many speakers hear them.
  var heardHash: UInt64 = 0
  /// Of the numbers in core and branch, in order.
  var numerals: UInt64 = 0
  /// Of the letters, directions and stems (甲乙丙丁) in core and branch, in order.
  var marks: UInt64 = 0
  /// Of what stands in brackets and is neither division nor form.
  var brackets: UInt64 = 0
  /// A bit for each unit of the core: a part of a name has no bit that the whole lacks.
  var coreUnits: UInt64 = 0
  var region = NameRegion.none
  /// The number of the other name that a note behind the name says; -1 for none.
  var otherName: Int32 = -1
  /// How many units of the body are the core.
  var coreCount: Int32 = 0
  /// How many units of the core are the brand.
  var brandCount: Int32 = 0
  /// How many units of the body are core and form; a branch or a site follows.
  var headCount: Int32 = 0
  var form = NameForm.none
  var kind = PartyKind.unclear
  var flags = Flags()

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// A part of an organisation.
    static let isBranch = Flags(rawValue: 1)
    /// The core is more than words of trades.
    static let hasBrand = Flags(rawValue: 2)
    /// The division stands before the name.
    static let regionBefore = Flags(rawValue: 4)
    /// The division stands after the brand, in brackets or before the form.
    static let regionWithin = Flags(rawValue: 8)
    /// A person's name that begins with a common surname.
    static let isSurnamed = Flags(rawValue: 16)
    /// A surname behind which the given name is hidden: 李某, 张××.
    static let isMasked = Flags(rawValue: 32)
  }
}
