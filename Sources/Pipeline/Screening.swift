internal import Files
package import Geography
package import Intake
package import Law
package import Normalise
package import Vocabulary
package import Workspace

/// The program's version, part of every run's identity.
package enum Release {
  package static let version = "0.1.0"
}

/// A workspace opened with everything that screening it needs; nothing in it changes.
package struct Screening: Sendable {
  package let workspace: Workspace
  package let profiles: ProfileLibrary
  package let rules: RuleLibrary
  /// The engines by place; those of the workspace's own packs are `engine`.
  package let law: PlaceLaw
  package let gazetteer: Gazetteer
  /// The layers and the polygons of counties.
  package let registry: LayerRegistry
  /// SHA-256 over the configuration, the extra profiles and the workspace's rule files.
  package let configurationHash: String

  /// Opens the workspace at `folder`, or the nearest one upward from `current`.
  ///
  /// Reads configuration, profiles, rule packs and layers whole before anything runs; fails with 78
  /// and all problems of the first of them that has any.
  package static func open(folder: String?, current: String) throws(Failure) -> Screening {
    let workspace = try Workspace.open(folder: folder, current: current)
    let profileFiles = try workspace.files(
      in: "Inputs/profiles", ending: ".yaml", limit: 256 * 1024)
    let ruleFiles = try workspace.ruleFiles(limit: 64 << 20)
    let profiles = try ProfileLibrary.load(extra: profileFiles)
    let rules = try RuleLibrary(overriding: ruleFiles)
    let hashes =
      [workspace.configurationHash]
      + (profileFiles + ruleFiles).map { SHA256Digest.hex(of: $0.bytes) }
    return Screening(
      workspace: workspace, profiles: profiles, rules: rules,
      law: PlaceLaw(rules, home: workspace.configuration.jurisdiction),
      gazetteer: Gazetteer(home: workspace.configuration.jurisdiction),
      registry: try LayerRegistry.open(workspace),
      configurationHash: SHA256Digest.hex(of: Array(hashes.joined(separator: "\n").utf8)))
  }

  /// The layers as they are judged by, in the order of leadscreen.yaml.
  package var layers: [Layer] { registry.layers.map(\.layer) }

  /// The engine of the workspace's own packs.
  package var engine: RuleEngine { law.homeEngine }

  /// All packs that can apply to a lead, wherever it lies, with their hashes.
  package var packLock: [PackLock] {
    rules.lock(of: rules.packs) { SHA256Digest.hex(of: $0) }
  }

  /// The workspace's jurisdiction.
  package var home: DivisionCode { workspace.configuration.jurisdiction }
}
