/// How well the obligors of records with known numbers are found when the numbers are masked.
///
/// Each masked record is one trial: it is put to its obligor, to another one, or to none.
package struct MaskedCodes: Sendable, Hashable {
  /// Whose numbers; raw values are words of the manifest.
  package enum Kind: String, Sendable, CaseIterable {
    /// Credit codes.
    case organisation
    /// Numbers of identity papers.
    case person
  }

  package var kind: Kind
  /// Numbers that two records or more state under compatible names.
  package var obligors: Int
  /// Numbers stated under unrelated names: they show nothing and are left out.
  package var contested: Int
  /// Records whose number was masked.
  package var masked: Int
  /// Of these, put to their own obligor.
  package var found: Int
  /// Put to somebody else.
  package var wrong: Int
  /// Of those put to nobody, asked about.
  package var asked: Int

  /// Counts of that kind.
  package init(
    _ kind: Kind, obligors: Int = 0, contested: Int = 0, masked: Int = 0, found: Int = 0,
    wrong: Int = 0, asked: Int = 0
  ) {
    self.kind = kind
    self.obligors = obligors
    self.contested = contested
    self.masked = masked
    self.found = found
    self.wrong = wrong
    self.asked = asked
  }

  /// Put to nobody.
  package var missed: Int { masked - found - wrong }

  /// Of what was put to somebody, what was put right; `nil` for too few.
  package var precision: Proportion? { Proportion(found, of: found + wrong) }

  /// Of what was masked, what was put right; `nil` for too few.
  package var recall: Proportion? { Proportion(found, of: masked) }
}
