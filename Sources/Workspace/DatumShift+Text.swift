internal import StrictYAML
package import Vocabulary

extension DatumShift {
  /// The parameters in their order, and how large each may be.
  private static let parameters: [(key: String, bound: Double)] = [
    ("dx", 1000), ("dy", 1000), ("dz", 1000), ("rx", 60), ("ry", 60), ("rz", 60), ("ppm", 100),
  ]

  /// `{dx: -24.5, dy: …, dz: …, rx: …, ry: …, rz: …, ppm: …, convention: position_vector}`, all seven
  /// given, and the convention where it turns.
  init?(_ node: YAMLNode, _ problems: inout YAMLProblems) {
    let keys = DatumShift.parameters.map(\.key)
    let fields = YAMLFields(node, allowed: keys + ["convention"], required: keys, &problems)
    var values: [Double] = []
    for (key, bound) in DatumShift.parameters {
      if let value = fields.decimal(key, in: -bound...bound, &problems) { values.append(value) }
    }
    let name = fields.text("convention", &problems)
    let convention = name.flatMap(Convention.init)
    if let name, convention == nil {
      problems.add(
        line: fields["convention"]?.line ?? node.line, value: name, DatumShift.knownConventions)
    }
    guard values.count == keys.count, (name == nil) == (convention == nil) else { return nil }
    self.init(values, convention)
    if isRotated, convention == nil {
      problems.add(line: node.line, DatumShift.needOfConvention("convention"))
    }
  }

  /// The shift that options state: seven numbers `dx,dy,dz,rx,ry,rz,ppm`, and the convention where it
  /// turns.
  ///
  /// Throws with 64 for what leadscreen.yaml would not take.
  package init(option text: String, convention name: String?) throws(Failure) {
    let convention = name.flatMap(Convention.init)
    if let name, convention == nil {
      throw Failure(.usage, .wrongUse, value: name, detail: DatumShift.knownConventions)
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let values = zip(parts, DatumShift.parameters).compactMap { part, parameter in
      YAMLFields.plainDecimal(String(part.drop { $0 == " " }))
        .flatMap { abs($0) <= parameter.bound ? $0 : nil }
    }
    guard parts.count == DatumShift.parameters.count, values.count == parts.count else {
      throw Failure(
        .usage, .wrongUse, value: text,
        detail: Wording(
          zh: "要写七个十进制数 dx,dy,dz,rx,ry,rz,ppm：平移 ±1000 米，旋转 ±60 角秒，尺度 ±100 ppm",
          en:
            "seven decimal numbers dx,dy,dz,rx,ry,rz,ppm are needed: within 1000 m, 60 arc seconds, "
            + "100 ppm"))
    }
    self.init(values, convention)
    if isRotated, convention == nil {
      throw Failure(
        .usage, .wrongUse, value: text,
        detail: DatumShift.needOfConvention("--datum-shift-convention"))
    }
  }

  private init(_ values: [Double], _ convention: Convention?) {
    self.init(
      dx: values[0], dy: values[1], dz: values[2], rx: values[3], ry: values[4], rz: values[5],
      ppm: values[6], convention: convention ?? .positionVector)
  }

  /// As leadscreen.yaml has it; rotations by the position vector convention.
  var yaml: String {
    let values = [dx, dy, dz, rx, ry, rz, ppm]
    var pairs = zip(DatumShift.parameters, values).map { "\($0.key): \(DatumShift.plain($1))" }
    if isRotated { pairs.append("convention: \(Convention.positionVector.rawValue)") }
    return "{" + pairs.joined(separator: ", ") + "}"
  }

  /// The shortest digits that are read back as the number, without an exponent.
  private static func plain(_ value: Double) -> String {
    let text = value.description
    guard let mark = text.firstIndex(of: "e"), let power = Int(text[mark...].dropFirst()),
      power < 0
    else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
    let digits = text[..<mark].filter { ("0"..."9").contains($0) }
    return (value < 0 ? "-0." : "0.") + String(repeating: "0", count: -power - 1) + digits
  }

  private static let knownConventions = Wording(
    verbatim: Convention.allCases.map(\.rawValue).joined(separator: " "))

  private static func needOfConvention(_ key: String) -> Wording {
    Wording(
      zh: "有旋转时要用 \(key) 写明 position_vector（坐标矢量，EPSG 9606）或 coordinate_frame（坐标框架，"
        + "EPSG 9607）：两种约定的旋转符号相反，弄错时每角秒最多偏 60 米",
      en: "with rotations \(key) must say position_vector (EPSG method 9606) or coordinate_frame "
        + "(9607): their signs are opposite, and mistaken each arc second displaces by up to 60 m")
  }
}
