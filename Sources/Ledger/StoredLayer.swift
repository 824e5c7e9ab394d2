internal import Files
package import Vocabulary

/// What a layer's file holds, read in one way, as the ledger keeps it.
package struct LayerContent: Sendable, Hashable {
  /// One feature: its label, its polygons as WKB in degrees on CGCS2000, and what was repaired.
  package struct Feature: Sendable, Hashable {
    /// Its place in the file, counted from 1.
    package var ordinal: Int
    package var name: String?
    package var identifier: String?
    package var code: DivisionCode?
    /// `nil` where repair left nothing of it.
    package var shape: [UInt8]?
    /// As drawn, where it was repaired; so are the others below.
    package var original: [UInt8]?
    package var reason: String?
    package var areaSquareKilometres: Double?
    package var repairedSquareKilometres: Double?
    /// Where two ways to repair it differ.
    package var doubtful: [UInt8]?

    /// A feature of which nothing was repaired, or nothing else is known.
    package init(
      ordinal: Int, name: String?, identifier: String?, code: DivisionCode?, shape: [UInt8]?
    ) {
      self.ordinal = ordinal
      self.name = name
      self.identifier = identifier
      self.code = code
      self.shape = shape
    }
  }

  /// SHA-256 of the file's digest and all that says how it is read.
  package var reading: String
  package var declaredSystem: String?
  package var verifiedSystem: String
  /// Whether its coordinates came in metres.
  package var isProjected: Bool
  package var polygons = 0
  package var vertices = 0
  package var closedRings = 0
  package var droppedRings = 0
  package var otherGeometries = 0
  package var emptyFeatures = 0
  /// Of all features, after repair; what features share counts for each.
  package var areaSquareKilometres = 0.0
  /// In the order of the file.
  package var features: [Feature] = []

  /// The content that `reading` identifies, without features yet.
  package init(
    reading: String, declaredSystem: String?, verifiedSystem: String, isProjected: Bool
  ) {
    self.isProjected = isProjected
    self.reading = reading
    self.declaredSystem = declaredSystem
    self.verifiedSystem = verifiedSystem
  }
}

/// What tells registered drawings apart: a file is bound to it, and another needs another.
///
/// A version names one drawing, whatever days it is in force; without one the first day stands for
/// it.
package struct LayerIdentity: Sendable, Hashable {
  private let name: String
  private let tag: LayerTag
  private let version: String?
  private let validFrom: Day?

  fileprivate init(_ name: String, _ tag: LayerTag, _ version: String?, _ validFrom: Day?) {
    self.name = name
    self.tag = tag
    self.version = version
    self.validFrom = version == nil ? validFrom : nil
  }
}

/// A version of a layer that was registered once.
package struct StoredLayer: Sendable, Hashable {
  package var name: String
  package var tag: LayerTag
  package var version: String?
  package var issuer: String?
  package var document: String?
  package var validFrom: Day?
  package var validTo: Day?
  package var path: String
  package var sha256: String
  package var scaleDenominator: Int?
  /// The reading of its content.
  package var reading: String

  /// A registration of a file with that digest.
  package init(_ registration: LayerRegistration, sha256: String, reading: String) {
    name = registration.name
    tag = registration.tag
    version = registration.version
    issuer = registration.issuer
    document = registration.document
    validFrom = registration.validFrom
    validTo = registration.validTo
    path = registration.path
    self.sha256 = sha256
    scaleDenominator = registration.scaleDenominator
    self.reading = reading
  }

  /// What the drawing was registered as.
  package var identity: LayerIdentity { LayerIdentity(name, tag, version, validFrom) }
}

extension LayerRegistration {
  /// What the entry's drawing is registered as.
  package var identity: LayerIdentity { LayerIdentity(name, tag, version, validFrom) }
}

extension [StoredLayer] {
  /// The latest registration of that identity: the one that verdicts rest on.
  package func latest(_ identity: LayerIdentity) -> StoredLayer? {
    last { $0.identity == identity }
  }
}

extension LayerContent {
  /// Whether every place lies in the same features of both: shapes and doubts are equal byte by byte,
  /// names and codes may differ.
  package func drawsSameShapes(as other: LayerContent) -> Bool {
    features.elementsEqual(other.features) {
      $0.ordinal == $1.ordinal && $0.shape == $1.shape && $0.doubtful == $1.doubtful
    }
  }
}

extension LayerContent {
  /// Puts the content in the order of its columns between `id` and `digest`.
  func put(into row: inout SealedRow) {
    row.put(reading)
    row.put(declaredSystem)
    row.put(verifiedSystem)
    row.put(isProjected ? 1 : 0)
    for count in [
      polygons, vertices, closedRings, droppedRings, otherGeometries, emptyFeatures,
    ] {
      row.put(Int64(count))
    }
    row.put(real: areaSquareKilometres)
    row.put(Int64(features.count))
  }
}

extension LayerContent.Feature {
  /// Puts the feature in the order of its columns behind `content`.
  func put(into row: inout SealedRow) {
    row.put(Int64(ordinal))
    row.put(name)
    row.put(identifier)
    row.put(code?.description)
    if let shape { row.put(blob: shape) } else { row.skip() }
    if let original { row.put(blob: original) } else { row.skip() }
    row.put(reason)
    row.put(real: areaSquareKilometres)
    row.put(real: repairedSquareKilometres)
    if let doubtful { row.put(blob: doubtful) } else { row.skip() }
  }
}

extension StoredLayer {
  /// Puts the registration in the order of its columns between `content` and `digest`.
  func put(into row: inout SealedRow) {
    row.put(name)
    row.put(tag.rawValue)
    row.put(version)
    row.put(issuer)
    row.put(document)
    row.put(validFrom.map { Int64($0.number) })
    row.put(validTo.map { Int64($0.number) })
    row.put(path)
    row.put(sha256)
    row.put(scaleDenominator.map { Int64($0) })
  }
}

/// A SHA-256 over rows in their order: each with the digest of those before it.
struct RowChain {
  private(set) var digest = ""

  mutating func append(_ row: SealedRow) {
    digest = SHA256Digest.hex(of: Array(digest.utf8) + row.bytes)
  }
}
