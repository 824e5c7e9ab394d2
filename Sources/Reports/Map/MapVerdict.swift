package import Vocabulary

/// Where a lead lies to all layers that bar waving it through: red lines and nature reserves.
///
/// In ascending order of what is at stake.
package enum MapVerdict: Int, Sendable, Hashable, CaseIterable, Comparable {
  /// No such layer was compared with its place.
  case notCompared
  case outside
  case uncertain
  case inside

  /// Tags of the layers that count (national opinions of 2025, part 4).
  static let tags = ["red_line", "nature_reserve"]

  /// 在内, 不确定, 在外 or 未比对.
  var term: String {
    switch self {
    case .notCompared: "未比对"
    case .outside: "在外"
    case .uncertain: "不确定"
    case .inside: "在内"
    }
  }

  package static func < (left: MapVerdict, right: MapVerdict) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension LeadEntry {
  /// The verdict over all red lines and reserves: inside one is inside, unclear to one unclear.
  package var mapVerdict: MapVerdict {
    let values = MapVerdict.tags.compactMap(value(of:))
    if values.contains(.true) { return .inside }
    if values.contains(where: { $0 != .false }) { return .uncertain }
    return values.isEmpty ? .notCompared : .outside
  }

  /// What the layers of a tag say together; `nil` where nothing was compared.
  ///
  /// Inside any of them is inside; versions of one layer must agree. Where the lead's own fact stays
  /// open, as where its source says otherwise, so does this.
  func value(of tag: String) -> Truth? {
    let zones = comparisons(with: tag)
    var together: Truth?
    for (index, zone) in zones.enumerated()
    where !zones[..<index].contains(where: { $0.layer == zone.layer }) {
      let versions = zones.filter { $0.layer == zone.layer }
      let value = versions.allSatisfy { $0.value == zone.value } ? zone.value : .unknown
      together = together.map { $0 || value } ?? value
    }
    return together.map { isOpen(tag) && $0 == .false ? .unknown : $0 }
  }

  /// Whether the lead leaves open if it lies in the zones of the tag.
  private func isOpen(_ tag: String) -> Bool {
    switch tag {
    case "red_line": inRedLine == .unknown
    case "nature_reserve": inNatureReserve == .unknown
    default: false
    }
  }

  /// What was compared with the layers of a tag: the damage area, or where that has no place, others.
  func comparisons(with tag: String) -> [ZoneEntry] {
    let compared = zones.filter {
      $0.tag == tag && $0.uncertaintyMetres != nil && !$0.isForComparison
    }
    let damage = compared.filter { $0.place == .damageArea }
    return damage.isEmpty ? compared : damage
  }

  /// Of the comparisons with those tags the one that decides: the strongest value, then the least
  /// distance; `nil` without any.
  func deciding(_ tags: [String]) -> ZoneEntry? {
    func rank(_ zone: ZoneEntry) -> (Int, Double) {
      let value = zone.value == .true ? 0 : zone.value == .false ? 2 : 1
      return (value, zone.distanceMetres ?? .infinity)
    }
    return tags.flatMap { comparisons(with: $0) }.min { rank($0) < rank($1) }
  }

  /// The lead's place in degrees, if it is one of China.
  package var usablePoint: Point? { point.flatMap { $0.isUsable ? $0 : nil } }
}
