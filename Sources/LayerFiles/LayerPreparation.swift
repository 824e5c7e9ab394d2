internal import Files
internal import Vocabulary

/// What GDAL is given of a layer's file: a path it may open, and the encoding of its texts.
struct LayerPreparation {
  let path: String
  let encoding: TableEncoding?

  /// Looks at the file before GDAL does; of an archive its one shapefile is unpacked into `folder`.
  init(
    _ file: String, shown: String, format: OutsideFormat, limit: Int, in folder: StagedFolder
  ) throws(Failure) {
    if format == .fileGeodatabase {
      (path, encoding) = (file, nil)
      return
    }
    let bytes = try RegularFile.read(file, shown: shown, limit: limit)
    guard format.begins(with: bytes) else {
      throw Failure(
        .unusableInput, .conversionFailed, file: shown,
        detail: Wording(
          zh: "内容不是 \(format.name)", en: "what it holds is not \(format.name)"))
    }
    path =
      format == .archive
      ? try LayerPreparation.unpack(bytes, shown: shown, limit: limit, into: folder) : file
    if format == .archive || format == .shapefile {
      try LayerPreparation.refuseMissingParts(
        ofShapefile: path, shown: shown, isPacked: format == .archive)
    }
    encoding =
      format == .archive || format == .shapefile
      ? try LayerPreparation.encoding(ofShapefile: path, shown: shown) : nil
  }

  /// Refuses a .shp file without its index or its table, which GDAL does not miss by name.
  private static func refuseMissingParts(
    ofShapefile path: String, shown: String, isPacked: Bool
  ) throws(Failure) {
    let missing = ["shx", "dbf"].filter { beside(path, $0) == nil }
    guard !missing.isEmpty else { return }
    let stem = isPacked ? "*" : String((shown.split(separator: "/").last ?? "").dropLast(4))
    let names = missing.map { "\(stem).\($0)" }
    throw Failure(
      .unusableInput, .conversionFailed, file: shown,
      detail: Wording(
        zh: (isPacked ? "压缩包里缺少 " : "同一文件夹里缺少 ") + names.joined(separator: "、")
          + "；Shapefile 的几个文件要一起提供",
        en: "\(names.joined(separator: " and ")) must lie "
          + (isPacked ? "in the archive" : "beside it") + "; a shapefile is several files"))
  }

  /// Decides the encoding of the table beside a .shp file; `nil` if there is none.
  static func encoding(ofShapefile path: String, shown: String) throws(Failure) -> TableEncoding? {
    guard let table = beside(path, "dbf") else { return nil }
    let bytes = try RegularFile.read(table, shown: shown, limit: LayerConversion.fileLimit)
    let codePage: String?
    if let file = beside(path, "cpg") {
      codePage = String(
        decoding: try RegularFile.read(file, shown: shown, limit: 4096), as: UTF8.self)
    } else {
      codePage = nil
    }
    return TableEncoding(dbf: bytes, codePage: codePage)
  }

  /// The file of the same name with that ending, in small or capital letters.
  private static func beside(_ path: String, _ ending: String) -> String? {
    let stem = path.dropLast(4)
    return [ending, ending.uppercased()].map { "\(stem).\($0)" }.first {
      RegularFile.exists($0)
    }
  }

  /// The parts of a shapefile that are used.
  private static let endings = ["shp", "shx", "dbf", "prj", "cpg"]

  /// Unpacks the one shapefile of an archive under a name of ours; its own may be in any encoding, or
  /// lead elsewhere.
  private static func unpack(
    _ bytes: [UInt8], shown: String, limit: Int, into folder: StagedFolder
  ) throws(Failure) -> String {
    let archive = try ZipArchive(
      bytes, shown: shown, partLimit: limit, parts: 1000, refusals: refusals)
    let names = archive.names.map { name in (stem: Array(name.dropLast(4)), ending: ending(name)) }
    let stems = names.filter { $0.ending == "shp" }.map(\.stem)
    guard let stem = stems.first, stems.count == 1 else {
      throw archive.refusal(
        Wording(
          zh: "压缩包里应正好有一个 Shapefile，实有 \(stems.count) 个；其他格式请先解压",
          en: "the archive must hold one shapefile and holds \(stems.count); unpack other formats"))
    }
    for (place, name) in names.enumerated() where name.stem == stem {
      guard let ending = name.ending else { continue }
      let path = "\(folder.staging)/layer.\(ending)"
      let writing = try DurableWriting(to: path, shown: shown)
      try archive.read(part: place) { (piece) throws(Failure) in try writing.append(piece) }
      try writing.finish()
    }
    return "\(folder.staging)/layer.shp"
  }

  /// The ending of a part that is used, in small letters.
  private static func ending(_ name: [UInt8]) -> String? {
    guard name.count > 4, name[name.count - 4] == UInt8(ascii: ".") else { return nil }
    let ending = String(decoding: name.suffix(3), as: UTF8.self).lowercased()
    return endings.contains(ending) ? ending : nil
  }

  private static let refusals = ZipArchive.Refusals(
    code: .conversionFailed,
    noArchive: Wording(zh: "不是 ZIP 文件，或者已损坏", en: "no ZIP file, or damaged"),
    tooLarge: Wording(zh: "解压后过大", en: "too large unpacked"),
    encrypted: Wording(zh: "已加密，请去掉密码", en: "encrypted; take the password away"))
}
