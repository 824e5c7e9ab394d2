private import FoundationEssentials
package import Vocabulary

/// manifest.json of the public edition: the published figures, the packs and the files, nothing of inputs.
package enum OpenManifest {
  /// The file's bytes; equal reports and outputs give equal bytes.
  package static func bytes(
    of report: OpenReport, outputs: [OutputFile]
  ) throws(Failure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    do {
      return Array(try encoder.encode(Content(report, outputs))) + [UInt8(ascii: "\n")]
    } catch {
      throw Failure(.fault, .fault, file: Manifest.name)
    }
  }

  private struct Content: Encodable {
    var schema = 1
    var program = "leadscreen"
    let programVersion, quarter, asOf, audience, jurisdictionName, organisation: String
    let run: Int
    let packs: [Pack]
    /// By name: the number, `<3`, or null for one that is not published.
    let figures: [String: Figure]
    let outputs: [Output]

    init(_ report: OpenReport, _ outputs: [OutputFile]) {
      programVersion = report.programVersion
      quarter = report.quarter.description
      asOf = report.asOf.description
      audience = Audience.open.rawValue
      jurisdictionName = report.jurisdictionName
      organisation = report.organisation
      run = report.run
      packs = report.packs.map { Pack(id: $0.id, version: $0.version, title: $0.title) }
      figures = Dictionary(
        uniqueKeysWithValues: report.figures.map { ($0.key.rawValue, Figure(count: $0.value)) })
      self.outputs =
        outputs
        .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        .map { Output(path: $0.path, bytes: $0.bytes, sha256: $0.sha256) }
    }
  }

  private struct Pack: Encodable {
    let id, version, title: String
  }

  private struct Output: Encodable {
    let path: String
    let bytes: Int
    let sha256: String
  }

  private struct Figure: Encodable {
    let count: OpenCount

    func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      switch count {
      case .exact(let number): try value.encode(number)
      case .fewerThanThree: try value.encode(count.cell)
      case .withheld: try value.encodeNil()
      }
    }
  }
}
