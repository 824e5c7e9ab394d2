internal import Files
package import Geography
internal import LayerFiles
package import Vocabulary
internal import Workspace

extension Screening {
  /// Checks every registered layer as its file has it, beside the others and against the version before
  /// it; `damageToName` says what is wrong with a feature's name.
  ///
  /// In the order of leadscreen.yaml, the counties last. Reads the files again, for the layers at hand
  /// are repaired; one that was put away is refused with 66.
  package func layerChecks(
    damageToName: (String) -> Wording?
  ) throws(Failure) -> [LayerCheck] {
    let all = registry.all.map(\.layer)
    let counties = registry.counties.map {
      LayerSurroundings.Area(name: $0.layer.source.name, extent: $0.layer.extent)
    }
    var checks: [LayerCheck] = []
    for (number, layer) in all.enumerated() {
      let entry = layer.source.entry
      let others = registry.layers.enumerated().filter { $0.offset != number }.map {
        LayerSurroundings.Area(name: $0.element.layer.source.name, extent: $0.element.layer.extent)
      }
      checks.append(
        try LayerCheck(
          try LayerFile.read(workspace.path(entry.path), as: entry),
          beside: LayerSurroundings(
            others: others, jurisdiction: number < registry.layers.count ? counties : nil),
          since: versionBefore(entry),
          permissions: RegularFile.permissions(of: workspace.path(entry.path), shown: entry.path),
          damageToName: damageToName))
    }
    return checks
  }

  /// Of each layer the version in force on the day.
  func layers(inForceOn day: Day) -> [Layer] {
    LayerSeries.all(of: layers.map(\.source.entry)).compactMap { $0.version(on: day) }
      .map { layers[$0] }
  }

  /// The version of the same layer that was in force before this one; `nil` for the first.
  private func versionBefore(_ entry: LayerRegistration) -> Layer? {
    guard let first = entry.validFrom else { return nil }
    return layers.filter { layer in
      let other = layer.source.entry
      return other.name == entry.name && other.tag == entry.tag
        && other.validFrom.map { $0 < first } ?? true
    }.max {
      ($0.source.entry.validFrom?.number ?? .min) < ($1.source.entry.validFrom?.number ?? .min)
    }
  }
}
