/// One version of a protected-area layer as leadscreen.yaml registers it.
///
/// Entries with one name are versions of one layer. Only the path and the tag must be given; what is
/// `nil` was not.
package struct LayerRegistration: Sendable, Hashable {
  /// Of the layer's file, from the workspace's folder: `Inputs/layers/红线.gpkg`.
  ///
  /// Runs read GeoPackage and GeoJSON; of any other format it names nothing that can be read.
  package var path: String
  /// What the layer is called: `生态保护红线`; by default the file's name without its extension.
  package var name: String
  package var tag: LayerTag
  /// The edition as the bureau calls it.
  package var version: String?
  /// Who issued it.
  package var issuer: String?
  /// The number of the document that put it in force.
  package var document: String?
  /// The first day it is in force.
  package var validFrom: Day?
  /// The last day it is in force.
  package var validTo: Day?
  /// The reference system as somebody declares it: `EPSG:4527`.
  package var referenceSystem: String?
  /// How places of another datum are brought to CGCS2000.
  package var datumShift: DatumShift?
  /// The table of features, for a file that holds several.
  package var table: String?
  /// The field that names a feature; without it features are numbered.
  package var nameField: String?
  /// The field that holds a feature's division code, of a layer of counties.
  package var codeField: String?
  /// The map scale's denominator (10,000 for 1:10,000).
  package var scaleDenominator: Int?
  /// Where the entry stands in leadscreen.yaml, counted from 1.
  package var line: Int

  /// An entry with those values; without a name it is called as its file is.
  package init(
    path: String, tag: LayerTag, name: String? = nil, version: String? = nil,
    nameField: String? = nil, scaleDenominator: Int? = nil, line: Int = 1
  ) {
    self.path = path
    self.tag = tag
    self.version = version
    self.nameField = nameField
    self.scaleDenominator = scaleDenominator
    self.line = line
    let file = path.split(separator: "/").last ?? Substring(path)
    let stem = file.lastIndex(of: ".").map { $0 == file.startIndex ? file : file[..<$0] } ?? file
    self.name = name ?? String(stem)
  }

  /// How far drawn boundaries may be off: half a millimetre at the layer's scale, zero if unknown.
  package var uncertaintyMetres: Double {
    Double(max(0, scaleDenominator ?? 0)) * 0.0005
  }

  /// `生态保护红线 2025-12`, as messages name it.
  package var title: String { version.map { "\(name) \($0)" } ?? name }
}
