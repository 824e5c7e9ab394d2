import Geography
import Intake
import Law
import StrictYAML
import Vocabulary
import Workspace

/// What holds of every document that people write: it is taken, or refused with the lines at fault.
enum DocumentClaims {
  /// The first letter says what the rest claims to be.
  static func check(_ input: [UInt8]) {
    guard let letter = input.first else { return }
    let bytes = Array(input.dropFirst())
    let status: ExitStatus = letter == UInt8(ascii: "c") ? .unusableInput : .configuration
    do throws(Failure) {
      switch Unicode.Scalar(letter) {
      case "w": try checkConfiguration(bytes)
      case "p": try checkProfile(bytes)
      case "r": try checkPack(bytes)
      case "c": try checkCases(bytes)
      case "i":
        var register = QuestionRegister()
        try register.add(bytes, file: "x.yaml")
      case "d":
        var calendar = WorkdayCalendar()
        try calendar.add(bytes, file: "x.yaml")
        for number: Int32 in 20_000..<20_040 {
          _ = calendar.firstWorkday(from: Day(number: number))
        }
      case "g": checkLayer { () throws(Failure) in try Layer.readGeoJSON(bytes, as: layer) }
      case "b": checkLayer { () throws(Failure) in try binaryLayer(bytes) }
      case "k": checkLayer { () throws(Failure) in try describedLayer(bytes) }
      default: _ = try parseYAML(bytes, file: "x.yaml")
      }
    } catch {
      ProblemClaims.check(error, status: status, lines: ProblemClaims.lines(of: bytes))
    }
  }

  private static func checkConfiguration(_ bytes: [UInt8]) throws(Failure) {
    let configuration = try Configuration(bytes, file: "x.yaml")
    for layer in configuration.layers {
      claim(
        !layer.path.hasPrefix("/") && !layer.path.split(separator: "/").contains(".."),
        "a layer outside the workspace")
    }
  }

  private static func checkProfile(_ bytes: [UInt8]) throws(Failure) {
    let profiles = try ProfileLibrary.load(extra: [("x.profile.yaml", bytes)])
    guard let profile = profiles.profiles.last else { return }
    claim(Set(profile.entries.map(\.field)).count == profile.entries.count, "a field twice")
    // A file with the profile's own titles is read, if perhaps not by it.
    let titles = profile.entries.compactMap(\.titles.first)
    let quoted = titles.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    let file = quoted + "\n" + titles.map { _ in "a" }.joined(separator: ",") + "\n"
    _ = ReadTable.reading(Array(file.utf8), profiles: profiles)
  }

  private static func checkPack(_ bytes: [UInt8]) throws(Failure) {
    let pack = try RulePack(bytes, file: "x.pack.yaml", catalogue: Known.rules.catalogue)
    let library: RuleLibrary
    do throws(Failure) {
      library = try RuleLibrary(overriding: [("x.pack.yaml", bytes)])
    } catch {
      // Problems between packs may lie in the others.
      ProblemClaims.check(error, status: .configuration, lines: .max)
      return
    }
    let engine = RuleEngine(library, packs: library.chain(ofPack: pack.id))
    _ = engine.evaluate(FactSet(), asOf: Known.asOf)
  }

  private static func checkCases(_ bytes: [UInt8]) throws(Failure) {
    var engines = PackEngines(Known.rules)
    for one in try CaseFile(bytes, file: "x.cases.yaml", library: Known.rules).cases {
      let result = CaseResult(one, &engines)
      if let expectation = one.expectation { _ = result.differences(from: expectation) }
    }
  }

  private static let layer = LayerSource(
    LayerRegistration(path: "x.geojson", tag: .redLine, nameField: "名称"), sha256: "")

  private static func checkLayer(_ read: () throws(Failure) -> Layer) {
    do throws(Failure) {
      let layer = try read()
      claim(!layer.features.isEmpty, "a layer without a feature")
      let restored = try Layer(
        restoring: layer.source, reference: layer.reference,
        features: layer.features.indices.map {
          (
            label: layer.features[$0].label,
            wellKnownBinary: layer.wellKnownBinary(ofFeature: $0)
          )
        },
        repairs: layer.repairs)
      claim(restored == layer, "a layer that is not what was kept of it")
      _ = try LayerCheck(layer).summary()
    } catch {
      claim(error.status == .unusableInput || error.status == .configuration, "another status")
      claim(!error.problems.isEmpty, "stopped without a problem")
      for problem in error.problems { ProblemClaims.check(problem) }
    }
  }

  /// A layer of one feature, the bytes its geometry in well-known binary.
  private static func binaryLayer(_ bytes: [UInt8]) throws(Failure) -> Layer {
    let system = FeatureReading.StatedSystem(
      identifier: 1, organisation: "EPSG", number: 4490, definition: "")
    var reading = try FeatureReading(as: layer, in: system)
    try reading.addFeature(
      geoPackageBinary: [0x47, 0x50, 0, 1, 1, 0, 0, 0] + bytes, name: nil, id: nil, code: nil)
    return try reading.layer()
  }

  /// A layer of one square kilometre and more in the system that the bytes describe.
  private static func describedLayer(_ bytes: [UInt8]) throws(Failure) -> Layer {
    let system = FeatureReading.StatedSystem(
      identifier: 1, organisation: "NONE", number: 1,
      definition: String(decoding: bytes, as: UTF8.self))
    var reading = try FeatureReading(as: layer, in: system)
    let ring: [(Double, Double)] = [
      (38_500_000, 4_200_000), (38_502_000, 4_200_000), (38_502_000, 4_202_000),
      (38_500_000, 4_200_000),
    ]
    var shape: [UInt8] = [0x47, 0x50, 0, 1, 1, 0, 0, 0, 1, 3, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0]
    for value in ring.flatMap({ [$0.0, $0.1] }) {
      for shift in stride(from: 0, to: 64, by: 8) {
        shape.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
      }
    }
    try reading.addFeature(geoPackageBinary: shape, name: nil, id: nil, code: nil)
    return try reading.layer()
  }
}
