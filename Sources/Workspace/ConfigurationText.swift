package import Vocabulary

/// The text of leadscreen.yaml, to which an entry is added without touching the rest.
package struct ConfigurationText: Sendable {
  /// UTF-8.
  package let bytes: [UInt8]

  /// The text as it is.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The text with a layer behind those that are registered; `nil` where `layers` is not written as a
  /// list of lines, so that a person must add it.
  ///
  /// The result is read back: all that stood there stands, and the layer is the last one.
  package func adding(_ layer: LayerRegistration, file: String) throws(Failure)
    -> ConfigurationText?
  {
    let before = try Configuration(bytes, file: file)
    // By bytes: a carriage return before the line feed is one character with it.
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    if let start = lines.firstIndex(where: { $0.hasPrefix("layers:") }) {
      let rest = lines[start].dropFirst("layers:".count).drop { $0 == " " || $0 == "\r" }
      guard rest.isEmpty || rest.hasPrefix("#") else { return nil }
      var end = start + 1
      var last = start
      while end < lines.count, ConfigurationText.isInside(lines[end]) {
        if lines[end].contains(where: { $0 != " " && $0 != "\r" }) { last = end }
        end += 1
      }
      let first = lines[(start + 1)..<end].first { $0.drop { $0 == " " }.hasPrefix("-") }
      let indent = first.map { String($0.prefix { $0 == " " }) } ?? "  "
      lines.insert(indent + layer.yaml, at: last + 1)
    } else {
      lines += ["layers:", "  " + layer.yaml]
    }
    let result = ConfigurationText(Array((lines.joined(separator: "\n") + "\n").utf8))
    var after = try Configuration(result.bytes, file: file).layers
    guard let added = after.popLast() else { return nil }
    func unplaced(_ layers: [LayerRegistration]) -> [LayerRegistration] {
      layers.map { layer in
        var layer = layer
        layer.line = 1
        return layer
      }
    }
    guard unplaced(after) == unplaced(before.layers), unplaced([added]) == unplaced([layer]) else {
      return nil
    }
    return result
  }

  /// Whether a line still belongs to a list that began above it.
  private static func isInside(_ line: String) -> Bool {
    guard let first = line.first else { return true }
    return first == " " || first == "-" || first == "#" || first == "\r"
  }
}

extension LayerRegistration {
  /// The entry as one line of leadscreen.yaml: `- {path: "Inputs/layers/红线.gpkg", tag: red_line}`.
  package var yaml: String {
    var pairs = [("path", ConfigurationQuote.quoted(path)), ("tag", tag.rawValue)]
    func add(_ key: String, _ value: String?) {
      if let value { pairs.append((key, ConfigurationQuote.quoted(value))) }
    }
    add("name", name == LayerRegistration(path: path, tag: tag).name ? nil : name)
    add("version", version)
    add("issuer", issuer)
    add("document", document)
    for (key, day) in [("valid_from", validFrom), ("valid_to", validTo)] {
      if let day { pairs.append((key, day.description)) }
    }
    add("crs", referenceSystem)
    if let datumShift { pairs.append(("datum_shift", datumShift.yaml)) }
    add("layer", table)
    add("name_field", nameField)
    if let scaleDenominator { pairs.append(("scale", String(scaleDenominator))) }
    return "- {" + pairs.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
  }
}

/// Texts in double quotes, as YAML 1.2 reads them.
private enum ConfigurationQuote {
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\x" + String(scalar.value + 0x100, radix: 16).suffix(2)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
