import Vocabulary

/// A file of the sample workspace.
package struct SampleFile: Sendable, Hashable {
  /// Path relative to the workspace, `/` between folders.
  package let path: String
  package let bytes: [UInt8]
  /// Data records of a CSV file, faulty ones too; 0 for every other file.
  package let records: Int
}

/// An invented workspace for 忻州市: two quarters' drops, earlier cases, layers, configuration.
///
/// What `leadscreen init --demo` writes and the repository holds. No party, number, place name of
/// a protected area or event in it is real; counties, towns and forms of authority names are.
package struct SampleWorkspace: Sendable {
  /// Every file, by path.
  package let files: [SampleFile]
  /// Where each kind of case and trouble stands, by path and line.
  package let cases: [PlacedCase]

  /// The seed of the sample in the repository.
  package static let defaultSeed: UInt64 = 140_900

  /// Composes the workspace; the same arguments give the same bytes on every machine.
  ///
  /// `scale` multiplies the ordinary records, not the cases: some 430 and 600 records a quarter at
  /// 1; below 1 counts as 1. Memory grows with it; for large drops see `LargeDrop`.
  package init(scale: Int = 1, seed: UInt64 = defaultSeed) {
    var cast = Cast(scale: max(scale, 1), seed: seed)
    var sheets: [Sheet] = []
    for quarter in ["2026Q2", "2026Q3"].compactMap({ Quarter($0) }) {
      sheets += QuarterDrop.sheets(quarter, scale: max(scale, 1), cast: &cast, seed: seed)
    }
    sheets.append(EarlierCases.sheet(cast: cast, seed: seed))
    Troubles.plant(in: &sheets, seed: seed)
    var files = [
      SampleFile(path: "leadscreen.yaml", bytes: Array(Self.configuration.utf8), records: 0)
    ]
    for layer in SampleZone.Layer.allCases {
      files.append(SampleFile(path: layer.path, bytes: LayerFile.bytes(layer), records: 0))
    }
    files.append(SampleFile(path: CountyCells.path, bytes: CountyCells.bytes, records: 0))
    var cases: [PlacedCase] = []
    for sheet in sheets {
      let written = sheet.written()
      files.append(SampleFile(path: sheet.path, bytes: written.bytes, records: sheet.rows.count))
      cases += written.cases
    }
    self.files = files.sorted { $0.path < $1.path }
    self.cases = cases.sorted { ($0.path, $0.line) < ($1.path, $1.line) }
  }

  /// The files alone.
  package static func files(scale: Int = 1, seed: UInt64 = defaultSeed) -> [SampleFile] {
    SampleWorkspace(scale: scale, seed: seed).files
  }

  private static let configuration =
    """
    # 忻州市示例工作区。单位、人员、编号、保护地和事件均为虚构。
    jurisdiction: "140900"
    organisation: 忻州市生态环境局
    layers:

    """ + SampleZone.Layer.allCases.map(\.registration).joined()
    + CountyCells.registration
}
