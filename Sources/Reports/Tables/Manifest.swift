private import FoundationEssentials
package import Vocabulary

/// manifest.json: what a quarter's outputs were made from and what they are.
///
/// Inputs and outputs with SHA-256, the lock of rule packs, the layers' versions, the balance of
/// every file, and the state of the ledger. Paths are relative, no clock is read, keys are sorted:
/// equal reports give equal bytes.
package enum Manifest {
  /// The path below the quarter's folder.
  package static let name = "manifest.json"

  /// The file's bytes: UTF-8 JSON, two spaces a level, a line break at the end.
  ///
  /// `outputs` are the other files of the folder in any order.
  package static func bytes(
    of report: QuarterReport, outputs: [OutputFile]
  ) throws(Failure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    do {
      return Array(try encoder.encode(ManifestContent(report, outputs))) + [UInt8(ascii: "\n")]
    } catch {
      throw Failure(.fault, .fault, file: name)
    }
  }
}
