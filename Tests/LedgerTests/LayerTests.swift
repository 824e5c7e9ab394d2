import Testing
import Vocabulary

@testable import Ledger

@Suite("Compiled layers")
struct LayerTests {
  private static func content(_ reading: String = "r1", shape: [UInt8] = [1, 2]) -> LayerContent {
    var content = LayerContent(
      reading: reading, declaredSystem: "EPSG:4527", verifiedSystem: "EPSG:4527",
      isProjected: true)
    content.polygons = 3
    content.vertices = 12
    content.closedRings = 1
    content.areaSquareKilometres = 12.5
    var mended = LayerContent.Feature(
      ordinal: 3, name: nil, identifier: "b", code: nil, shape: [9, 8, 7])
    mended.original = [7]
    mended.reason = "Self-intersection"
    mended.areaSquareKilometres = 2
    mended.repairedSquareKilometres = 1.5
    mended.doubtful = [5, 5]
    content.features = [
      LayerContent.Feature(
        ordinal: 1, name: "云中山", identifier: nil, code: DivisionCode("140981"), shape: shape),
      mended,
    ]
    return content
  }

  private static func layer(_ reading: String = "r1", version: String? = "2025-12") -> StoredLayer {
    var registration = LayerRegistration(
      path: "Inputs/layers/红线.gpkg", tag: .redLine, name: "生态保护红线", version: version,
      scaleDenominator: 10_000)
    registration.issuer = "省自然资源厅"
    registration.validFrom = Day(iso: "2025-12-01")
    return StoredLayer(registration, sha256: "ab", reading: reading)
  }

  private func record(_ ledger: Ledger) throws {
    try ledger.withRun { (session) throws(Failure) in
      for reading in ["r1", "r2", "r1"] {
        try session.insertLayerContent(Self.content(reading))
        try session.insertLayer(Self.layer(reading, version: reading))
        try session.insertLayer(Self.layer(reading, version: reading))
      }
    }
  }

  @Test("come back as they were kept, once each, and the ledger is whole")
  func roundTrip() throws {
    let fixture = try LedgerFixture()
    let ledger = try fixture.open()
    try record(ledger)
    let (layers, contents) = try ledger.read { (contents) throws(Failure) in
      (try contents.layers(), [try contents.layerContent("r1"), try contents.layerContent("r3")])
    }
    #expect(layers == [Self.layer("r1", version: "r1"), Self.layer("r2", version: "r2")])
    #expect(contents == [Self.content("r1"), nil])
    #expect(try ledger.verify().isWhole)
  }

  @Test("are told apart by version, and without one by the first day; the latest counts")
  func identities() {
    func stored(_ change: (inout LayerRegistration) -> Void, sha256: String = "ab") -> StoredLayer {
      var entry = LayerRegistration(path: "a.gpkg", tag: .redLine, name: "红线")
      change(&entry)
      return StoredLayer(entry, sha256: sha256, reading: "r")
    }
    let plain = stored { _ in }
    let dated = stored { $0.validFrom = Day(iso: "2026-01-01") }
    let versioned = stored { $0.version = "1" }
    let others = [
      dated, versioned, stored { $0.version = "2" }, stored { $0.tag = .other },
      stored { $0.name = "黄线" },
    ]
    for other in others { #expect(other.identity != plain.identity) }
    let same = stored {
      $0.version = "1"; $0.validFrom = Day(iso: "2026-01-01")
    }
    #expect(same.identity == versioned.identity)
    #expect(
      stored {
        $0.issuer = "甲"; $0.path = "b.gpkg"
      }.identity == plain.identity)
    let later = stored({ _ in }, sha256: "cd")
    #expect([plain, dated, later, versioned].latest(plain.identity) == later)
    #expect([plain, dated].latest(versioned.identity) == nil)
  }

  @Test("draw the same shapes whatever they are called")
  func shapes() {
    let content = Self.content()
    var renamed = Self.content("r2")
    renamed.features[0].name = "甲"
    renamed.features[1].code = DivisionCode("140981")
    #expect(content.drawsSameShapes(as: renamed))
    #expect(!content.drawsSameShapes(as: Self.content("r2", shape: [1, 3])))
    var clear = content
    clear.features[1].doubtful = nil
    #expect(!content.drawsSameShapes(as: clear))
    var shorter = content
    shorter.features.removeLast()
    #expect(!content.drawsSameShapes(as: shorter))
  }

  @Test(
    "that were changed behind the ledger's back are found, and no longer used",
    arguments: [
      "UPDATE layerFeature SET shape = x'0102ff' WHERE ordinal = 1 AND content = 1",
      "UPDATE layerFeature SET doubtful = NULL WHERE content = 1",
      "DELETE FROM layerFeature WHERE ordinal = 3 AND content = 1",
      "UPDATE layerContent SET verifiedSystem = 'EPSG:4326' WHERE id = 1",
    ])
  func changedContent(statement: String) throws {
    let fixture = try LedgerFixture()
    try record(fixture.open())
    try fixture.tamper(statement)
    let ledger = try fixture.open()
    #expect(try !ledger.verify().isWhole)
    #expect(
      codes {
        _ = try ledger.read { (contents) throws(Failure) in try contents.layerContent("r1") }
      } == [.ledgerDamaged])
  }

  @Test(
    "whose registration was changed are found",
    arguments: ["UPDATE layer SET validFrom = 1", "DELETE FROM layer WHERE id = 1"])
  func changedRegister(statement: String) throws {
    let fixture = try LedgerFixture()
    try record(fixture.open())
    try fixture.tamper(statement)
    #expect(try !fixture.open().verify().isWhole)
  }

  @Test("cannot be edited by the program itself")
  func guarded() throws {
    let fixture = try LedgerFixture()
    let ledger = try fixture.open()
    try record(ledger)
    try ledger.withRun { (session) throws(Failure) in
      for table in ["layer", "layerContent", "layerFeature"] {
        let connection = session.connection
        #expect(codes { try connection.execute("UPDATE \(table) SET id = id") } == [.fault])
        #expect(codes { try connection.execute("DELETE FROM \(table)") } == [.fault])
      }
    }
  }
}
