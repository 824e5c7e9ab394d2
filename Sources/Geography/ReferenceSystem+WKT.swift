import Vocabulary

extension ReferenceSystem {
  /// The system that a description in well-known text has the parameters of.
  ///
  /// Reads what GDAL and ESRI software write: WKT 1 (`PROJCS`, `GEOGCS`), its .prj form and WKT 2
  /// (`PROJCRS`, `GEOGCRS`), of a compound system the horizontal part. Throws a fault that says which
  /// parameter is not that of a system layers may come in, or which two contradict each other.
  init(wellKnownText text: String) throws(LayerFault) {
    guard let root = WKTNode(text) else {
      throw LayerFault(
        code: .wrongReferenceSystem,
        detail: Wording(zh: "坐标系描述无法解读", en: "its description cannot be read"))
    }
    var node = root
    if root.keyword == "COMPD_CS" || root.keyword == "COMPOUNDCRS" {
      guard let horizontal = root.children.first else { throw WKTSystem(root).unknown() }
      node = horizontal
    }
    self = try WKTSystem(node).system()
  }
}

/// One system of a description, parameters still unread.
private struct WKTSystem {
  private let node: WKTNode
  private let name: String

  init(_ node: WKTNode) {
    self.node = node
    name = Problem.printable(node.text(0) ?? node.keyword, limit: 60)
  }

  func system() throws(LayerFault) -> ReferenceSystem {
    let system: ReferenceSystem
    switch node.keyword {
    case "GEOGCS", "GEOGCRS", "GEODCRS", "GEOGRAPHICCRS", "GEODETICCRS":
      system = ReferenceSystem(datum: try datum(of: node), grid: nil)
    case "PROJCS", "PROJCRS", "PROJECTEDCRS":
      guard let base = node.child("GEOGCS", "BASEGEOGCRS", "BASEGEODCRS") else {
        throw unknown()
      }
      system = ReferenceSystem(datum: try datum(of: base), grid: try grid())
    default: throw unknown()
    }
    guard node.child("EXTENSION") == nil else { throw unknown() }
    try checkNumber(of: system)
    return system
  }

  func unknown() -> LayerFault {
    refusal(zh: "“\(name)”不在支持之列", en: "“\(name)” is none of those supported")
  }

  private func refusal(zh: String, en: String) -> LayerFault {
    LayerFault(code: .wrongReferenceSystem, detail: Wording(zh: zh, en: en))
  }

  private func contradiction(zh: String, en: String) -> LayerFault {
    LayerFault(
      code: .referenceContradicted,
      detail: Wording(zh: "“\(name)”\(zh)", en: "“\(name)” \(en)"))
  }

  // MARK: Datum

  /// The datum of degrees from Greenwich, whose name and ellipsoid agree.
  private func datum(of base: WKTNode) throws(LayerFault) -> GeodeticDatum {
    guard let node = base.child("DATUM", "GEODETICDATUM", "TRF", "ENSEMBLE"),
      let name = node.text(0), let ellipsoid = node.child("SPHEROID", "ELLIPSOID"),
      let semiMajorAxis = ellipsoid.number(1), let inverseFlattening = ellipsoid.number(2)
    else { throw refusal(zh: "坐标系描述中没有大地基准", en: "its description lacks the datum") }
    guard let datum = GeodeticDatum(wktName: name) else {
      let shown = Problem.printable(name, limit: 60)
      throw refusal(
        zh: "大地基准“\(shown)”不在支持之列", en: "the datum “\(shown)” is none of those supported")
    }
    // The ellipsoids of CGCS2000 and WGS 84 differ by 0.1 mm and are often exchanged.
    guard abs(semiMajorAxis - datum.ellipsoid.semiMajorAxis) < 0.001,
      abs(inverseFlattening - datum.ellipsoid.inverseFlattening) < 2e-6
    else {
      throw contradiction(
        zh: "的大地基准与椭球不符", en: "has a datum and an ellipsoid that do not belong together")
    }
    if let shift = node.child("TOWGS84"), !datum.needsShift,
      shift.values.contains(where: { if case .number(0) = $0 { false } else { true } })
    {
      throw contradiction(zh: "带有转换参数", en: "comes with a shift of its datum")
    }
    guard base.child("PRIMEM", "PRIMEMERIDIAN").map({ $0.number(1) == 0 }) ?? true else {
      throw refusal(zh: "起始子午线不是格林尼治", en: "its prime meridian is not Greenwich")
    }
    let units = base.children.flatMap { $0.keyword == "AXIS" ? $0.children : [$0] }
      .filter { $0.keyword == "UNIT" || $0.keyword == "ANGLEUNIT" }
    // In WKT 2 the system below a projected one has no axes of its own.
    guard units.allSatisfy(\.isDegree), !units.isEmpty || base.keyword.hasPrefix("BASE") else {
      throw refusal(zh: "角度单位不是度", en: "its unit of angles is not the degree")
    }
    return datum
  }

  // MARK: Projection

  private func grid() throws(LayerFault) -> ReferenceSystem.Grid {
    // WKT 2 has method and parameters in a node of their own.
    let conversion = node.child("CONVERSION") ?? node
    let method = conversion.child("PROJECTION", "METHOD")?.text(0) ?? ""
    guard ["transversemercator", "gausskruger", "gausskrueger"].contains(plain(method)) else {
      let shown = Problem.printable(method, limit: 60)
      throw refusal(
        zh: "投影“\(shown)”不是高斯-克吕格", en: "the projection “\(shown)” is not Gauss-Krüger")
    }
    let units = node.children.flatMap { $0.keyword == "AXIS" ? $0.children : [$0] }
      .filter { $0.keyword == "UNIT" || $0.keyword == "LENGTHUNIT" }
    guard !units.isEmpty, units.allSatisfy({ $0.number(1) == 1 }) else {
      throw refusal(zh: "长度单位不是米", en: "its unit of length is not the metre")
    }
    var meridian: Double?
    var easting = 0.0
    for parameter in conversion.children where parameter.keyword == "PARAMETER" {
      guard let value = parameter.number(1) else { throw unknown() }
      let word = plain(parameter.text(0) ?? "")
      let isFitting: Bool
      switch word {
      case "centralmeridian", "longitudeofnaturalorigin", "longitudeoforigin":
        isFitting = meridian == nil && parameter.children.allSatisfy { $0.isNoUnit || $0.isDegree }
        meridian = value
      case "falseeasting":
        isFitting =
          easting == 0
          && parameter.children.allSatisfy { $0.isNoUnit || $0.number(1) == 1 }
        easting = value
      case "falsenorthing", "latitudeoforigin", "latitudeofnaturalorigin": isFitting = value == 0
      case "scalefactor", "scalefactoratnaturalorigin": isFitting = value == 1
      default: isFitting = false
      }
      guard isFitting else {
        let shown = Problem.printable(parameter.text(0) ?? "", limit: 40)
        throw refusal(
          zh: "投影参数“\(shown)”不是国家分带所用",
          en: "the parameter “\(shown)” is not that of the national zones")
      }
    }
    return try grid(around: meridian, falseEasting: easting)
  }

  private func grid(
    around meridian: Double?, falseEasting: Double
  ) throws(LayerFault) -> ReferenceSystem.Grid {
    guard let meridian, let whole = Int(exactly: meridian), (75...135).contains(whole),
      whole.isMultiple(of: 3)
    else {
      throw refusal(
        zh: "中央经线不是国家分带的中央经线",
        en: "its central meridian is not one of the national zones")
    }
    let offset = falseEasting - GaussKrueger.falseEasting
    guard let millions = Int(exactly: offset / 1_000_000), (0...45).contains(millions) else {
      throw refusal(
        zh: "东伪偏移不是 500 公里或带号加 500 公里",
        en: "its false easting is neither 500 km nor a zone's number and 500 km")
    }
    guard millions > 0 else { return ReferenceSystem.Grid(centralMeridian: whole, zone: nil) }
    guard GaussKrueger(zone: millions)?.centralMeridian == meridian else {
      throw contradiction(
        zh: "的带号与中央经线不符", en: "has a zone number and a central meridian that contradict each other")
    }
    return ReferenceSystem.Grid(centralMeridian: whole, zone: millions)
  }

  /// Throws if the description claims a number whose system has other parameters.
  private func checkNumber(of system: ReferenceSystem) throws(LayerFault) {
    guard let authority = node.child("AUTHORITY", "ID"),
      authority.text(0)?.uppercased() == "EPSG"
    else { return }
    let number =
      authority.text(1).flatMap { Int($0) } ?? authority.number(1).flatMap { Int(exactly: $0) }
    guard let number, let claimed = ReferenceSystem(epsg: number), claimed.means(system) else {
      throw contradiction(
        zh: "的参数与其 EPSG 编号不符", en: "has parameters other than those of its EPSG number")
    }
  }

  /// Letters only, in lower case: `False_Easting` and `False easting` are one.
  private func plain(_ name: String) -> String {
    String(name.lowercased().filter { $0.isASCII && $0.isLetter })
  }
}

extension WKTNode {
  fileprivate var isDegree: Bool { number(1).map { abs($0 - 0.0174532925199433) < 1e-12 } ?? false }

  /// Whether it is an identifier or a remark, no unit.
  fileprivate var isNoUnit: Bool {
    !["UNIT", "ANGLEUNIT", "LENGTHUNIT", "SCALEUNIT"].contains(keyword)
  }
}
