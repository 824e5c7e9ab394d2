internal import StrictYAML
internal import Vocabulary

extension LayerRegistration {
  /// An entry of `layers`; `nil` for one without a path or a known tag.
  init?(protected node: YAMLNode, _ problems: inout YAMLProblems) {
    let fields = YAMLFields(
      node, allowed: LayerRegistration.sharedKeys + LayerRegistration.versionKeys,
      required: ["path", "tag"],
      &problems)
    let path = LayerRegistration.path(fields, node, &problems)
    let tag = fields.text("tag", &problems)
    if let tag, LayerTag(rawValue: tag) == nil {
      let known = LayerTag.allCases.map(\.rawValue).joined(separator: " ")
      problems.add(
        line: fields["tag"]?.line ?? node.line, value: tag,
        Wording(zh: "不认识的标签；可用：\(known)", en: "unknown tag; known: \(known)"))
    }
    let name = fields.text("name", &problems)
    guard let path, let tag = tag.flatMap(LayerTag.init) else {
      _ = LayerRegistration(path: "", tag: .other).reading(fields, node, &problems)
      return nil
    }
    var entry = LayerRegistration(path: path, tag: tag, name: name, line: node.line)
      .reading(fields, node, &problems)
    entry.version = fields.text("version", &problems)
    entry.issuer = fields.text("issuer", &problems)
    entry.document = fields.text("document", &problems)
    entry.validFrom = fields.day("valid_from", &problems)
    entry.validTo = fields.day("valid_to", &problems)
    if let first = entry.validFrom, let last = entry.validTo, last < first {
      problems.add(
        line: fields["valid_to"]?.line ?? node.line, value: last.description,
        Wording(zh: "valid_to 早于 valid_from", en: "valid_to is before valid_from"))
    }
    self = entry
  }

  /// The entry `counties`; `nil` for one without a path or the field of codes.
  init?(counties node: YAMLNode, _ problems: inout YAMLProblems) {
    let fields = YAMLFields(
      node, allowed: LayerRegistration.sharedKeys + ["code_field", "version"],
      required: ["path", "code_field"],
      &problems)
    let path = LayerRegistration.path(fields, node, &problems)
    let code = fields.text("code_field", &problems)
    let entry = LayerRegistration(
      path: path ?? "", tag: .other, name: fields.text("name", &problems), line: node.line
    ).reading(fields, node, &problems)
    guard path != nil, let code else { return nil }
    self = entry
    codeField = code
    version = fields.text("version", &problems)
  }

  private static let sharedKeys = [
    "path", "name", "crs", "datum_shift", "layer", "name_field", "scale",
  ]
  private static let versionKeys = [
    "tag", "version", "issuer", "document", "valid_from", "valid_to",
  ]

  /// The entry with what says how its file is read.
  private func reading(
    _ fields: YAMLFields, _ node: YAMLNode, _ problems: inout YAMLProblems
  ) -> LayerRegistration {
    var entry = self
    entry.referenceSystem = fields.text("crs", &problems)
    entry.datumShift = fields["datum_shift"].flatMap { DatumShift($0, &problems) }
    entry.table = fields.text("layer", &problems)
    entry.nameField = fields.text("name_field", &problems)
    entry.scaleDenominator = fields.number("scale", in: 100...10_000_000, &problems)
    return entry
  }

  private static func path(
    _ fields: YAMLFields, _ node: YAMLNode, _ problems: inout YAMLProblems
  ) -> String? {
    guard let path = fields.text("path", &problems) else { return nil }
    if !liesInside(path) {
      problems.add(
        line: fields["path"]?.line ?? node.line, value: path,
        Wording(zh: "path 要写工作区内的相对路径", en: "path must lie inside the workspace"))
    }
    return path
  }

  /// Whether the path, read from the workspace, can only lead to something in it.
  private static func liesInside(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && !$0.elementsEqual("..".utf8) && !$0.contains(0)
    }
  }
}

extension Configuration {
  /// Entries of one name and tag are versions of one layer: each has a version and a first day of its
  /// own, and at most one of them none.
  static func checkVersions(of layers: [LayerRegistration], _ problems: inout YAMLProblems) {
    for (index, layer) in layers.enumerated() {
      let earlier = layers[..<index]
      if let first = earlier.first(where: { $0.path == layer.path && $0.table == layer.table }) {
        problems.add(
          line: layer.line, value: layer.path,
          Wording(zh: "与第 \(first.line) 行是同一图层", en: "the same layer as on line \(first.line)"))
        continue
      }
      let versions = earlier.filter { $0.name == layer.name && $0.tag == layer.tag }
      if versions.contains(where: { $0.version == layer.version }) {
        problems.add(
          line: layer.line, value: layer.title,
          Wording(
            zh: "图层同名，version 也相同；各版本的 version 要不同",
            en: "versions of one layer need different values of version"))
      } else if versions.contains(where: { $0.validFrom == layer.validFrom }) {
        problems.add(
          line: layer.line, value: layer.title,
          Wording(
            zh: "同名图层的各版本要写明不同的 valid_from",
            en: "versions of one layer need different values of valid_from"))
      }
    }
  }

  /// Counties are kept among the layers with the tag `other`: one of these needs another name or
  /// version.
  static func checkNames(
    of counties: LayerRegistration, beside layers: [LayerRegistration],
    _ problems: inout YAMLProblems
  ) {
    guard
      let same = layers.first(where: {
        $0.name == counties.name && $0.tag == counties.tag && $0.version == counties.version
      })
    else { return }
    problems.add(
      line: counties.line, value: counties.title,
      Wording(
        zh: "与第 \(same.line) 行的图层同名；给 counties 另写 name",
        en: "the layer on line \(same.line) is called so; give counties another name"))
  }
}
