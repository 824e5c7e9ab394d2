/// The order in which conclusions can be evaluated: each after those its rules read.
struct Strata {
  /// Every conclusion once; `nil` if some rest on themselves.
  let order: [Conclusion]?
  /// The conclusions on a circle or above one, in catalogue order.
  let cyclic: [Conclusion]

  init(rules: [Rule]) {
    var reads = [Set<Conclusion>](repeating: [], count: Conclusion.allCases.count)
    for rule in rules {
      reads[Int(rule.concludes.rawValue)].formUnion(rule.when.conclusions + rule.unless)
    }
    var order: [Conclusion] = []
    var placed: Set<Conclusion> = []
    var isProgressing = true
    while isProgressing {
      isProgressing = false
      for conclusion in Conclusion.allCases
      where !placed.contains(conclusion)
        && reads[Int(conclusion.rawValue)].isSubset(of: placed)
      {
        order.append(conclusion)
        placed.insert(conclusion)
        isProgressing = true
      }
    }
    cyclic = Conclusion.allCases.filter { !placed.contains($0) }
    self.order = cyclic.isEmpty ? order : nil
  }
}
