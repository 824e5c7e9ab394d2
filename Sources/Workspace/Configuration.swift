internal import StrictYAML
package import Vocabulary

/// What leadscreen.yaml says; every key has a default but `jurisdiction`.
package struct Configuration: Sendable {
  /// Whose screening this is: picks the rule packs (city, province, nation) and begins lead ids.
  package let jurisdiction: DivisionCode
  /// The bureau's name, as reports write it; empty if it is not given.
  package let organisation: String
  /// In the order of the file; entries with one name are versions of one layer.
  package let layers: [LayerRegistration]
  /// The polygons of counties, where they are given.
  package let counties: LayerRegistration?
  /// How coordinates of records are taken.
  package let coordinates: CoordinateRules
  /// To how many decimals of a degree the map and leads.geojson show the places of leads, 2 to 6.
  package let mapDecimals: Int

  /// Reads the configuration; all problems come in one failure (78) with their lines.
  package init(_ bytes: [UInt8], file: String) throws(Failure) {
    var problems = YAMLProblems(file: file, code: .badConfiguration)
    let root = try parseYAML(bytes, file: file, code: .badConfiguration)
    let fields = YAMLFields(
      root, allowed: ["jurisdiction", "organisation", "layers", "counties", "coordinates", "map"],
      required: ["jurisdiction"],
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
      LayerRegistration(protected: $0, &problems)
    }
    counties = fields["counties"].flatMap { LayerRegistration(counties: $0, &problems) }
    Configuration.checkVersions(of: layers, &problems)
    if let counties { Configuration.checkNames(of: counties, beside: layers, &problems) }
    coordinates =
      fields["coordinates"].map { CoordinateRules($0, &problems) } ?? CoordinateRules()
    mapDecimals =
      fields["map"].flatMap { map in
        YAMLFields(map, allowed: ["decimals"], &problems).number("decimals", in: 2...6, &problems)
      } ?? 6
    try problems.throwIfAny()
    guard let division else {
      throw Failure(.configuration, .badConfiguration, file: file, line: 1)
    }
    jurisdiction = division
  }
}
