/// The names of a package's parts, relative to the package.
enum PackageLayout {
  static let declaration = "bagit.txt"
  static let description = "bag-info.txt"
  static let manifest = "manifest-sha256.txt"
  static let tagManifest = "tagmanifest-sha256.txt"
  static let payload = "data/"
  static let descriptor = "data/datapackage.json"
  static let checks = "data/checks.json"
  static let changes = "data/changes.csv"
  static let changesTable = "changes"

  static func table(_ name: String) -> String {
    name == changesTable ? changes : "data/tables/\(name).csv"
  }

  static func document(_ name: String) -> String { "data/documents/\(name)" }

  /// Whether a file is a table of ours, which the descriptor must name.
  static func isTable(_ path: String) -> Bool {
    path.hasPrefix("data/tables/") || path == changes
  }

  /// The version of the descriptor's `x-submission` and of checks.json.
  static let schemaVersion = "1.0"
  static let submission = "x-submission"
  /// The profile of Data Package, second version.
  static let profile = "https://datapackage.org/profiles/2.0/datapackage.json"
}
