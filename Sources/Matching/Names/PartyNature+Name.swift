internal import Normalise
package import Vocabulary

extension PartyNature {
  /// The nature of a party by its name, and by its valid credit code if it has one.
  ///
  /// A sole trader under a person's own name is a person, whatever the code: codes from 92 on are those
  /// of sole traders (GB 32100-2015, table 1) and prove nothing. Without a surname an organisation's
  /// code decides: 鑫源 is a brand. Linear in the name.
  package init(named text: String, creditCode: String) {
    let name = PartyName(text)
    let core = name.core
    if name.kind.isBody, name.traits.form != .soleTrader || !NameKind.isPersonal(core) {
      self = .organisation
    } else if NameKind.isSurnamed(core), name.kind == .person || NameKind.isPersonal(core) {
      self = .person
    } else if !creditCode.isEmpty, !creditCode.hasPrefix("92"),
      name.kind == .unclear || name.kind == .person
    {
      self = .organisation
    } else {
      self = name.kind == .person || NameKind.isPersonal(core) ? .person : .unknown
    }
  }
}
