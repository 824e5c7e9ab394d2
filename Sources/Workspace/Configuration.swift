internal import StrictYAML
package import Vocabulary

/// What leadscreen.yaml says; every key has a default but `jurisdiction`.
package struct Configuration: Sendable {
  /// One layer of protected areas, as listed.
  package struct LayerSource: Sendable, Hashable {
    /// Relative to the workspace.
    package let path: String
    /// One of the layer tags, as written.
    package let tag: String
    /// The edition as the bureau calls it; `nil` if it is not given.
    package let version: String?
    /// The property that names a feature; without it features are numbered.
    package let nameField: String?
    /// The denominator of the map scale the layer was drawn at, for its share of the uncertainty.
    package let scale: Int?
    /// Where its entry stands in leadscreen.yaml, counted from 1.
    package let line: Int
  }

  /// Whose screening this is: picks the rule packs (city, province, nation) and begins lead ids.
  package let jurisdiction: DivisionCode
  /// The bureau's name, as reports write it; empty if it is not given.
  package let organisation: String
  /// In the order of the file.
  package let layers: [LayerSource]

  /// Reads the configuration; all problems come in one failure (78) with their lines.
  ///
  /// `layerTags` are the tags that layers may carry.
  package init(_ bytes: [UInt8], file: String, layerTags: [String]) throws(Failure) {
    var problems = YAMLProblems(file: file, code: .badConfiguration)
    let root = try parseYAML(bytes, file: file, code: .badConfiguration)
    let fields = YAMLFields(
      root, allowed: ["jurisdiction", "organisation", "layers"], required: ["jurisdiction"],
      &problems)
    let code = fields.quotedText("jurisdiction", &problems)
    let division = code.flatMap { DivisionCode($0) }
    if let code, division == nil {
      problems.add(
        line: fields["jurisdiction"]?.line ?? 1, value: code,
        Wording(zh: "jurisdiction 应为六位行政区划代码", en: "jurisdiction must be a six-digit code"))
    }
    organisation = fields.text("organisation", &problems) ?? ""
    layers = fields.list("layers", &problems).compactMap {
      Configuration.layer($0, layerTags, &problems)
    }
    var seen: [String: Int] = [:]
    for layer in layers {
      if let first = seen[layer.path] {
        problems.add(
          line: layer.line, value: layer.path,
          Wording(zh: "与第 \(first) 行是同一图层", en: "the same layer as on line \(first)"))
      }
      seen[layer.path] = layer.line
    }
    try problems.throwIfAny()
    guard let division else {
      throw Failure(.configuration, .badConfiguration, file: file, line: 1)
    }
    jurisdiction = division
  }

  private static func layer(
    _ node: YAMLNode, _ tags: [String], _ problems: inout YAMLProblems
  ) -> LayerSource? {
    let fields = YAMLFields(
      node, allowed: ["path", "tag", "version", "name_field", "scale"],
      required: ["path", "tag"], &problems)
    let path = fields.text("path", &problems)
    let tag = fields.text("tag", &problems)
    let version = fields.text("version", &problems)
    let nameField = fields.text("name_field", &problems)
    let scale = fields.number("scale", in: 100...10_000_000, &problems)
    if let path, !liesInside(path) {
      problems.add(
        line: fields["path"]?.line ?? node.line, value: path,
        Wording(zh: "path 要写工作区内的相对路径", en: "path must lie inside the workspace"))
    }
    if let tag, !tags.contains(tag) {
      let known = tags.joined(separator: " ")
      problems.add(
        line: fields["tag"]?.line ?? node.line, value: tag,
        Wording(zh: "不认识的标签；可用：\(known)", en: "unknown tag; known: \(known)"))
    }
    guard let path, let tag else { return nil }
    return LayerSource(
      path: path, tag: tag, version: version, nameField: nameField, scale: scale, line: node.line)
  }

  /// Whether the path, read from the workspace, can only lead to something in it.
  private static func liesInside(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && !$0.elementsEqual("..".utf8) && !$0.contains(0)
    }
  }
}
