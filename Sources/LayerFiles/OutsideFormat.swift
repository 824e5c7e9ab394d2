internal import Files

/// A format of layers that GDAL reads and the program does not.
package enum OutsideFormat: Sendable, Hashable, CaseIterable {
  case shapefile
  case keyhole
  case keyholeArchive
  case fileGeodatabase
  case mapInfo
  /// A ZIP with one shapefile.
  case archive

  /// The format that a path's ending names; of folders only `.gdb` is one.
  package init?(_ path: String) {
    let name = path.split(separator: "/").last?.lowercased() ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[dot...] {
    case ".shp": self = .shapefile
    case ".kml": self = .keyhole
    case ".kmz": self = .keyholeArchive
    case ".gdb" where RegularFile.isFolder(path): self = .fileGeodatabase
    case ".tab", ".mif": self = .mapInfo
    case ".zip": self = .archive
    default: return nil
    }
  }

  /// The format of a file whose ending says nothing, by its first bytes.
  init?(content bytes: [UInt8]) {
    let formats: [OutsideFormat] = [.shapefile, .archive, .keyhole]
    guard let format = formats.first(where: { $0.begins(with: bytes) }) else { return nil }
    self = format
  }

  /// Whether a file of the format begins so; of a folder nothing is asked.
  ///
  /// GDAL chooses among a hundred drivers by content, some of which open what the file names.
  func begins(with bytes: [UInt8]) -> Bool {
    switch self {
    case .shapefile: bytes.starts(with: [0, 0, 0x27, 0x0A])
    case .archive, .keyholeArchive: bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    case .keyhole: OutsideFormat.rootElement(of: bytes.prefix(4096)) == "kml"
    case .mapInfo:
      ["!table", "version"].contains {
        String(decoding: bytes.prefix($0.count), as: UTF8.self).lowercased() == $0
      }
    case .fileGeodatabase: true
    }
  }

  /// The name of the first element of an XML document without document type; `nil` if there is none.
  private static func rootElement(of bytes: ArraySlice<UInt8>) -> String? {
    var rest = Substring(decoding: bytes, as: UTF8.self).drop {
      $0.isWhitespace || $0 == "\u{FEFF}"
    }
    while true {
      let end: String
      if rest.hasPrefix("<?") {
        end = "?>"
      } else if rest.hasPrefix("<!--") {
        end = "-->"
      } else {
        break
      }
      guard let place = rest.firstRange(of: end) else { return nil }
      rest = rest[place.upperBound...].drop(while: \.isWhitespace)
    }
    guard rest.hasPrefix("<") else { return nil }
    let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "_" }
    return name.split(separator: ":").last.map(String.init)
  }

  /// What it is called.
  package var name: String {
    switch self {
    case .shapefile: "Shapefile"
    case .keyhole: "KML"
    case .keyholeArchive: "KMZ"
    case .fileGeodatabase: "FileGDB"
    case .mapInfo: "MapInfo"
    case .archive: "ZIP"
    }
  }
}
