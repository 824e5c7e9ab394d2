internal import Normalise

/// A party's name as far as matching compares it; read once for each distinct name.
///
/// The key folds what only spelling changes: width, brackets, spaces, case, traditional and variant
/// characters, 有限责任公司 for 有限公司. The body is the key without the division, in one order: core,
/// legal form, branch; numerals in it are Arabic. 股份有限公司 and 有限公司 stay different, and so does
/// what stands in brackets unless it is a division, a form or a note. Both are linear in the length.
struct PartyName: Sendable {
  /// The whole name, folded, without a note at its end.
  let key: [UInt16]
  /// Core (brand and trade), legal form, and what follows it.
  let body: [UInt16]
  /// What a bracket at the end says of the party's state or the paper: 已注销, 曾用名…; often empty.
  let note: [UInt16]
  let traits: NameTraits

  /// The other name of the same party that the note says: (曾用名:宏达铸造有限公司); often empty.
  var otherName: [UInt16] { NameKey.otherName(in: note) }

  /// A folded name without a note.
  init(key: [UInt16]) {
    self.key = key
    note = []
    let parse = NameParse(key)
    body = parse.body
    traits = parse.traits
  }

  /// `text` may be empty.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  /// The name in UTF-8, which may be empty.
  init(_ text: Span<UInt8>) {
    var folded = NameKey.folded(text)
    let noteStart = NameKey.noteStart(in: folded)
    note = Array(folded[noteStart...])
    folded.removeSubrange(noteStart...)
    key = folded
    let parse = NameParse(key)
    body = parse.body
    traits = parse.traits
  }

  /// Brand and trade, without division, legal form and branch.
  var core: ArraySlice<UInt16> { body[..<Int(traits.coreCount)] }

  var kind: PartyKind { traits.kind }

  /// Whether it names a branch: a branch is an obligor of its own.
  var isBranch: Bool { traits.flags.contains(.isBranch) }

  /// Whether the name says nothing about who it is: 个体户, 村民, 某企业.
  var isGeneric: Bool { traits.kind == .generic }

  /// Whether it says anything about who it is.
  var saysWho: Bool { !key.isEmpty && !isGeneric }
}
