import Vocabulary

/// The versions of one layer, and which of them is in force on a day.
///
/// A version is in force from its first day to its last one, but no longer than to the day before the
/// next version's first. One without a first day has been in force for ever, one without a last day
/// stays so until the next.
package struct LayerSeries: Sendable, Hashable {
  /// A version by its number among the layers of the run, with its days.
  private struct Version: Hashable {
    let layer: Int
    let first: Day?
    let last: Day?
  }

  package let name: String
  package let tag: LayerTag
  /// By first day.
  private let versions: [Version]

  /// The layers of the run by name and tag, in the order in which each is first registered.
  package static func all(of layers: [LayerRegistration]) -> [LayerSeries] {
    var series: [LayerSeries] = []
    for layer in layers where !series.contains(where: { $0.has(layer) }) {
      series.append(LayerSeries(layer.name, layer.tag, among: layers))
    }
    return series
  }

  private init(_ name: String, _ tag: LayerTag, among layers: [LayerRegistration]) {
    self.name = name
    self.tag = tag
    let own = layers.indices.filter { layers[$0].name == name && layers[$0].tag == tag }
      .sorted { left, right in
        let first = (layers[left].validFrom?.number ?? .min, left)
        return first < (layers[right].validFrom?.number ?? .min, right)
      }
    versions = own.enumerated().map { place, layer in
      let next = place + 1 < own.count ? layers[own[place + 1]].validFrom : nil
      let ends = [layers[layer].validTo, next?.adding(days: -1)].compactMap(\.self)
      return Version(layer: layer, first: layers[layer].validFrom, last: ends.min())
    }
  }

  private func has(_ layer: LayerRegistration) -> Bool {
    layer.name == name && layer.tag == tag
  }

  /// The number of the version in force on the day; `nil` where none is known to be.
  package func version(on day: Day) -> Int? {
    versions.last { ($0.first ?? day) <= day && day <= ($0.last ?? day) }?.layer
  }

  /// The numbers of the versions that were in force on some day up to this one, the oldest first.
  package func versions(upTo day: Day) -> [Int] {
    versions.filter { ($0.first ?? day) <= day }.map(\.layer)
  }

  /// The number of the last version.
  package var newest: Int? { versions.last?.layer }

  /// Whether one version or another has been in force on every day up to this one.
  package func reachesBackForEver(from day: Day) -> Bool {
    let past = versions.filter { ($0.first ?? day) <= day }
    guard let oldest = past.first, oldest.first == nil else { return false }
    return zip(past, past.dropFirst()).allSatisfy { $0.last?.adding(days: 1) == $1.first }
      && day <= (past.last?.last ?? day)
  }
}
