internal import Files
internal import Glibc
package import Geography
package import Vocabulary

/// Reading of the files that layers lie in, by what they hold and not by what they are called.
package enum LayerFile {
  /// In bytes; layers of provinces have a tenth of it.
  package static let limit = 512 << 20

  /// The layer in the GeoPackage or GeoJSON file at `path`, as its entry says.
  ///
  /// Throws with status 65 or 66 for a file that cannot be used, with status 78 for a reference system
  /// or a table that the entry must settle, or without one code of a division where the entry names the
  /// field that has them; formats that GDAL has to convert are named. Memory: twice
  /// the file's size, and the layer's own; linear in the file's size.
  package static func read(
    _ path: String, as entry: LayerRegistration
  ) throws(Failure) -> Layer {
    let bytes = try bytes(of: path, shown: entry.path)
    let source = LayerSource(entry, sha256: SHA256Digest.hex(of: bytes))
    let layer =
      GeoPackageHeader.isSQLite(bytes)
      ? try GeoPackage(bytes, shown: entry.path).layer(as: source)
      : try Layer.readGeoJSON(bytes, as: source)
    if let field = entry.codeField, !layer.features.contains(where: { $0.label.code != nil }) {
      // Without codes no county would be checked, and nobody would know.
      throw Failure(
        .configuration, .badConfiguration, file: entry.path, value: field,
        detail: Wording(
          zh: "code_field 所指的字段不存在，或没有一个是六位行政区划代码",
          en:
            "the field that code_field names is not there, or none of its values is a division code of six digits"
        ))
    }
    return layer
  }

  /// The SHA-256 of the file at `path`, which is refused for the same reasons as when it is read.
  ///
  /// Memory: the file's size.
  package static func digest(of path: String, shown: String) throws(Failure) -> String {
    SHA256Digest.hex(of: try bytes(of: path, shown: shown))
  }

  /// The file's bytes; refuses what must be converted first, and what another program still writes
  /// into.
  private static func bytes(of path: String, shown: String) throws(Failure) -> [UInt8] {
    if let format = OutsideFormat(path) { throw unconverted(format, shown) }
    let bytes = try RegularFile.read(path, shown: shown, limit: limit)
    if GeoPackageHeader.isSQLite(bytes) {
      // What lies in a log beside the file would be missing from the layer.
      for log in ["-wal", "-journal"] where size(of: path + log) > 0 {
        throw Failure(
          .unusableInput, .unreadableLayer, file: shown,
          detail: Wording(
            zh: "正被其他程序打开，旁边有 \(log) 文件；请先关闭那个程序",
            en:
              "another program has it open: a \(log) file lies beside it; close that program first")
        )
      }
    } else if let format = OutsideFormat(content: bytes) {
      throw unconverted(format, shown)
    }
    return bytes
  }

  private static func unconverted(_ format: OutsideFormat, _ shown: String) -> Failure {
    Failure(
      .unusableInput, .unconvertedLayer, file: shown,
      detail: Wording(zh: "这是 \(format.name)", en: "it is \(format.name)"))
  }

  /// In bytes; 0 if nothing is there.
  private static func size(of path: String) -> Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
