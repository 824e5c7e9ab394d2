extension Expression {
  /// How many comparisons of parts are made before the question is given up.
  private static let comparisons = 10_000

  /// Whether this condition can hold only where `other` does, as far as their form shows it.
  ///
  /// Never wrongly true; conditions that imply each other by what they mean are not found, nor those
  /// that 10,000 comparisons of parts do not show to: nested alternatives take exponentially many.
  func implies(_ other: Expression) -> Bool {
    var left = Expression.comparisons
    return implies(other, &left)
  }

  /// `left` comparisons may still be made.
  private func implies(_ other: Expression, _ left: inout Int) -> Bool {
    guard left > 0 else { return false }
    left -= 1
    if self == other || self == .never { return true }
    if case .all(let parts) = other { return parts.allSatisfy { implies($0, &left) } }
    if case .any(let parts) = self { return parts.allSatisfy { $0.implies(other, &left) } }
    if case .any(let parts) = other, parts.contains(where: { implies($0, &left) }) { return true }
    if case .all(let parts) = self { return parts.contains { $0.implies(other, &left) } }
    switch (self, other) {
    case (.oneOf(let fact, let places), .oneOf(let otherFact, let otherPlaces)):
      return fact == otherFact && Set(places).isSubset(of: otherPlaces)
    case (.atLeast(let fact, let level), .atLeast(let otherFact, let otherLevel)),
      (.countAtLeast(let fact, let level), .countAtLeast(let otherFact, let otherLevel)):
      return fact == otherFact && level >= otherLevel
    case (.not(let part), .not(let otherPart)): return otherPart.implies(part, &left)
    default: return false
    }
  }
}

extension Rule {
  /// Whether the rule can be true only where `other`, of the same conclusion, is, if both are in force.
  func adds(nothingTo other: Rule) -> Bool {
    concludes == other.concludes && Set(other.unless).isSubset(of: unless)
      && when.implies(other.when)
  }
}
