import Vocabulary

/// A layer under construction from features whose geometry is binary, in the order they come.
package struct FeatureReading {
  /// The reference system that a GeoPackage gives for its table.
  package struct StatedSystem: Sendable, Hashable {
    /// The number that the file's geometries bear.
    package let identifier: Int32
    /// Who gave `number`: `EPSG`, `NONE`.
    package let organisation: String
    package let number: Int
    /// In well-known text; empty or `undefined` if it is not given.
    package let definition: String

    /// A row of the file's list of systems.
    package init(identifier: Int32, organisation: String, number: Int, definition: String) {
      self.identifier = identifier
      self.organisation = organisation
      self.number = number
      self.definition = definition
    }
  }

  private let source: LayerSource
  private let identifier: Int32
  private let limits: LayerLimits
  private var builder: LayerBuilder
  private var count = 0

  /// Starts a layer in the system of its file.
  ///
  /// Throws with status 78 for a reference system that is not supported, lacks its seven parameters,
  /// or is contradicted by itself or by the entry.
  package init(as source: LayerSource, in stated: StatedSystem) throws(Failure) {
    self.source = source
    identifier = stated.identifier
    limits = .standard
    builder = LayerBuilder(limits: limits)
    do throws(LayerFault) {
      builder.take(
        try AgreedSystem(file: stated.statement(), entry: source.entry, usual: nil))
    } catch {
      throw Failure(error, of: source)
    }
  }

  /// Adds a feature with a GeoPackage geometry; `nil` for one without.
  ///
  /// Throws with status 65 for a geometry that is broken, curved or beyond its system, with status 78
  /// for one that contradicts it.
  package mutating func addFeature(
    geoPackageBinary bytes: [UInt8]?, name: String?, id: String?, code: DivisionCode?
  ) throws(Failure) {
    count += 1
    do throws(LayerFault) {
      if let bytes { try read(bytes) }
      try builder.endFeature(name: name, id: id, code: code)
    } catch {
      throw Failure(error, of: source)
    }
  }

  /// The layer; throws with status 65 if nothing with an area was added.
  package func layer() throws(Failure) -> Layer {
    do throws(LayerFault) {
      return try builder.layer(from: source)
    } catch {
      throw Failure(error, of: source)
    }
  }

  private mutating func read(_ bytes: [UInt8]) throws(LayerFault) {
    guard let head = GeoPackageBinary(bytes) else {
      throw LayerFault(
        code: .unreadableLayer,
        detail: Wording(
          zh: "第 \(count) 个要素的几何不是 GeoPackage 格式",
          en: "feature \(count) has a geometry that is not GeoPackage's"))
    }
    guard head.system == identifier else {
      throw LayerFault(
        code: .referenceContradicted,
        detail: Wording(
          zh: "第 \(count) 个要素的坐标系与所在表不同",
          en: "feature \(count) has another reference system than its table"))
    }
    guard !head.isEmpty else { return }
    var reading = WKBReading(
      bytes, from: head.start, feature: count, nesting: limits.nesting)
    try reading.read(into: &builder)
  }
}

extension FeatureReading.StatedSystem {
  /// What the file says, parameters before numbers; `nil` for its two numbers of unknown systems.
  fileprivate func statement() throws(LayerFault) -> AgreedSystem.Statement? {
    if identifier == 0 || identifier == -1 { return nil }
    let isEPSG = organisation.uppercased() == "EPSG"
    let words =
      isEPSG ? "EPSG:\(number)" : Problem.printable("\(organisation):\(number)", limit: 60)
    guard !definition.isEmpty, definition.lowercased() != "undefined" else {
      guard isEPSG, let system = ReferenceSystem(epsg: number) else {
        throw AgreedSystem.refusal(of: words)
      }
      return (system, words)
    }
    let system = try ReferenceSystem(wellKnownText: definition)
    if isEPSG, ReferenceSystem(epsg: number)?.means(system) != true {
      throw LayerFault(
        code: .referenceContradicted,
        detail: Wording(
          zh: "文件声明为 \(words)，参数却是 \(system.title) 的",
          en: "the file is declared as \(words), its parameters are those of \(system.title)"))
    }
    return (system, isEPSG ? words : system.title)
  }
}

extension Failure {
  /// What a fault of a layer means to the run.
  init(_ fault: LayerFault, of source: LayerSource) {
    let isSystem = fault.code == .wrongReferenceSystem || fault.code == .referenceContradicted
    self.init(
      isSystem ? .configuration : .unusableInput, fault.code, file: source.path,
      detail: fault.detail)
  }
}
