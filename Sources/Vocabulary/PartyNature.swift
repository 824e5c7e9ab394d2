/// Whether a party is an organisation or a natural person, for those who must not read persons' names.
package enum PartyNature: String, Sendable, Hashable, CaseIterable {
  case organisation, person
  /// Nobody can tell by name and code; read as a person.
  case unknown
}
