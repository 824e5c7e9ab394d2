internal import Files
internal import Glibc
package import Vocabulary

/// The conversion of a layer's file to a GeoPackage by GDAL, before it is registered.
///
/// A step apart: screening needs neither GDAL nor this, and it can be done on another machine by the
/// command that `command` gives. Coordinates and their reference system stay as they are.
package struct LayerConversion: Sendable {
  /// What came of it.
  package struct Outcome: Sendable, Hashable {
    /// Of the attribute table; `nil` for formats that say it themselves.
    package let encoding: TableEncoding?
    /// The tables of features in the new file.
    package let tables: [String]
    /// Up to three names as they were read, to be confirmed by a person.
    package let samples: [String]
  }

  private let file: String
  private let shown: String
  private let format: OutsideFormat
  /// The table to take of a file with several; `nil` takes all.
  private let table: String?
  /// The field that names features, for the samples.
  private let nameField: String?

  /// Bytes of what comes in and of what goes out.
  static let fileLimit = LayerFile.limit
  private static let memoryLimit = 8 << 30

  /// The conversion of the file or `.gdb` folder at an absolute path; `shown` names it in messages.
  ///
  /// Throws with status 65 for a format that is not converted, with status 66 where nothing is.
  package init(
    of file: String, shown: String, table: String? = nil, nameField: String? = nil
  ) throws(Failure) {
    guard RegularFile.exists(file) else {
      throw Failure(.missingInput, .unreadableFile, file: shown, detail: systemWording(ENOENT))
    }
    guard let format = OutsideFormat(file) else {
      throw Failure(
        .unusableInput, .conversionFailed, file: shown,
        detail: Wording(
          zh: "不转换这种格式；可转换：.shp、.kml、.kmz、.gdb、.tab、.mif、.zip",
          en: "this format is not converted; .shp, .kml, .kmz, .gdb, .tab, .mif and .zip are"))
    }
    // A name that begins with a dash would be an option.
    guard table?.hasPrefix("-") != true else {
      throw Failure(.unusableInput, .conversionFailed, file: shown, value: table)
    }
    self.file = file
    self.shown = shown
    self.format = format
    self.table = table
    self.nameField = nameField
  }

  /// Writes the GeoPackage at `output`, mode 0600, whole or not at all; replaces what is there.
  ///
  /// `environment` is that of the process: `PATH` says where ogr2ogr is. Equal files give equal bytes.
  /// Throws with status 65 where GDAL is missing (the detail is a command for another machine), for a
  /// file that GDAL refuses, and beyond `seconds` or the limits of size and memory.
  package func run(
    to output: String, shown outputShown: String, environment: [String: String],
    seconds: Int = 900
  ) throws(Failure) -> Outcome {
    let workplace = try StagedFolder(replacing: output + ".converting", shown: outputShown)
    // It is removed with the last word of it.
    defer { withExtendedLifetime(workplace) {} }
    let prepared = try LayerPreparation(
      file, shown: shown, format: format, limit: LayerConversion.fileLimit, in: workplace)
    guard let converter = OutsideProgram(named: "ogr2ogr", in: environment) else {
      throw Failure(
        .unusableInput, .converterMissing, file: shown,
        detail: Wording(verbatim: command(to: outputShown, encoding: prepared.encoding)))
    }
    let made = "\(workplace.staging)/layer.gpkg"
    let result = converter.run(
      ["-f", "GPKG", made, prepared.path] + arguments(prepared.encoding)
        + (table.map { [$0] } ?? []),
      environment: settings(from: environment, workplace: workplace.staging),
      bounds: OutsideProgram.Bounds(
        seconds: seconds, memory: LayerConversion.memoryLimit, file: LayerConversion.fileLimit))
    let said = OutsideWords(
      result.said, hiding: [(prepared.path, shown), (file, shown), (made, outputShown)])
    guard result.end == .exited(0) else {
      throw Failure(
        .unusableInput, .conversionFailed, file: shown,
        detail: said.wording(of: result.end, program: "ogr2ogr"))
    }
    if said.saysThatTextsWereLost {
      let name = prepared.encoding?.name ?? "UTF-8"
      throw Failure(
        .unusableInput, .conversionFailed, file: shown,
        detail: Wording(
          zh: "属性表中有文字不合 \(name)；请在 .cpg 文件中写明编码",
          en: "some texts of its table are not \(name); name their encoding in a .cpg file"))
    }
    let bytes = try RegularFile.read(made, shown: outputShown, limit: LayerConversion.fileLimit)
    let package = try GeoPackage(bytes, shown: outputShown)
    let outcome = Outcome(
      encoding: prepared.encoding, tables: package.tables.map(\.name),
      samples: try package.samples(3, nameField: nameField))
    try DurableFile.write(bytes, to: output, shown: outputShown)
    return outcome
  }

  /// The command that does the same on another machine, in the folder of the file.
  ///
  /// `encoding` is that of the shapefile's table; without one GDAL's own reading is left in place.
  package func command(to output: String, encoding: TableEncoding?) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let target = output.split(separator: "/").last.map(String.init) ?? output
    let words =
      ["ogr2ogr", "-f", "GPKG", target, (format == .archive ? "/vsizip/" : "") + name]
      + arguments(encoding) + (table.map { [$0] } ?? [])
    return words.map(\.asShellWord).joined(separator: " ")
  }

  /// Polygons of several parts throughout, arcs as chords of half a degree, plane coordinates.
  private func arguments(_ encoding: TableEncoding?) -> [String] {
    ["-nlt", "PROMOTE_TO_MULTI", "-nlt", "CONVERT_TO_LINEAR", "-dim", "XY"]
      + ["--config", "OGR_ARC_STEPSIZE", "0.5"]
      + (encoding.map { ["-oo", "ENCODING=\($0.name)"] } ?? [])
  }

  /// What ogr2ogr sees of the environment: where it is itself, and that it stays offline.
  private func settings(
    from environment: [String: String], workplace: String
  ) -> [String: String] {
    var settings = [
      "LC_ALL": "C.UTF-8", "TMPDIR": workplace, "CPL_TMPDIR": workplace, "PROJ_NETWORK": "OFF",
      "GDAL_PAM_ENABLED": "NO",
      // The driver that opens whatever a file names.
      "GDAL_SKIP": "OGR_VRT",
      // Otherwise the file would hold the time of its making.
      "OGR_CURRENT_DATE": "2000-01-01T00:00:00.000Z",
    ]
    for name in ["PATH", "GDAL_DATA", "PROJ_DATA", "PROJ_LIB", "LD_LIBRARY_PATH"] {
      settings[name] = environment[name]
    }
    return settings
  }
}

extension OutsideWords {
  /// Whether GDAL put question marks where it could not read a text in the encoding it was given.
  fileprivate var saysThatTextsWereLost: Bool { text.contains("couldn't be converted correctly") }
}
