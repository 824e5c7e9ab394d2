extension Expression {
  /// Whether this condition can hold only where `other` does, as far as their form shows it.
  ///
  /// Never wrongly true; conditions that imply each other by what they mean are not found.
  func implies(_ other: Expression) -> Bool {
    if self == other || self == .never { return true }
    if case .all(let parts) = other { return parts.allSatisfy { implies($0) } }
    if case .any(let parts) = self { return parts.allSatisfy { $0.implies(other) } }
    if case .any(let parts) = other, parts.contains(where: { implies($0) }) { return true }
    if case .all(let parts) = self { return parts.contains { $0.implies(other) } }
    switch (self, other) {
    case (.oneOf(let fact, let places), .oneOf(let otherFact, let otherPlaces)):
      return fact == otherFact && Set(places).isSubset(of: otherPlaces)
    case (.atLeast(let fact, let level), .atLeast(let otherFact, let otherLevel)),
      (.countAtLeast(let fact, let level), .countAtLeast(let otherFact, let otherLevel)):
      return fact == otherFact && level >= otherLevel
    case (.not(let part), .not(let otherPart)): return otherPart.implies(part)
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
