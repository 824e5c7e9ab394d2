import Ledger
import Testing
import Vocabulary

@Suite("Points of records")
struct PointTests {
  /// The points of a ledger's records, by row.
  private func points(_ fixture: LedgerFixture) throws -> [Point?] {
    try fixture.open(.readOnly).read { (contents) throws(Failure) in
      var table = RecordTable()
      _ = try contents.loadRecords(upTo: nil, into: &table)
      return (0..<table.count).map { table.point($0) }
    }
  }

  @Test("come back with every item of their uncertainty and with their frame, to the last bit")
  func items() throws {
    let fixture = try LedgerFixture()
    let run = try SampleRun(0, rows: 300)
    try fixture.open().record(run)
    let stored = try points(fixture)
    #expect(stored == (0..<300).map { run.table.point($0) })
    #expect(Set(stored.compactMap { $0?.frame }).count == PointFrame.allCases.count)
    #expect(try fixture.open().verify().isWhole)
  }

  @Test(
    "recorded before the items get those that follow from the sum and the datum",
    arguments: [
      (
        "NULL", 11.75, PointFrame.undeclared, PointUncertainty(rounding: 0.75, device: 10, epoch: 1)
      ),
      ("0", 86.3, .cgcs2000, PointUncertainty(rounding: 75.3, device: 10, epoch: 1)),
      ("1", 11.0, .wgs84, PointUncertainty(rounding: 0, device: 10, epoch: 1)),
      (
        "2", 26.75, .gcj02Converted,
        PointUncertainty(rounding: 0.75, device: 10, epoch: 1, conversion: 15)
      ),
      (
        "3", 784, .bd09Converted,
        PointUncertainty(rounding: 753, device: 10, epoch: 1, conversion: 20)
      ),
      (
        "0", 141.5, .projectedUndeclared,
        PointUncertainty(rounding: 0.5, device: 10, epoch: 1, grid: 130)
      ),
      // Minutes with one decimal, 125.5 m, are no metres of a zone.
      ("0", 136.5, .cgcs2000, PointUncertainty(rounding: 125.5, device: 10, epoch: 1)),
      // No point of the program's.
      ("2", 3, .gcj02Converted, PointUncertainty(rounding: 3)),
    ] as [(String, Double, PointFrame, PointUncertainty)])
  func before(datum: String, total: Double, frame: PointFrame, items: PointUncertainty) throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    try fixture.tamper(
      """
      UPDATE sourceRecord SET longitude = 112.5, latitude = 38.5, uncertainty = \(total),
        coordinate_system = \(datum), point_frame = NULL, point_rounding = NULL,
        point_device = NULL, point_epoch = NULL, point_conversion = NULL, point_grid = NULL
      """)
    let point = try #require(try points(fixture)[0])
    #expect((point.longitude, point.latitude) == (112.5, 38.5))
    #expect(point.frame == frame)
    #expect(abs(point.uncertaintyMetres - total) < 1e-5)
    #expect(abs(point.uncertainty.rounding - items.rounding) < 1e-4)
    #expect(point.uncertainty.replacing(conversion: 0).device == items.device)
    #expect(point.uncertainty.conversion == items.conversion)
    #expect(point.uncertainty.grid == items.grid)
  }

  @Test("of a frame that does not exist are damage")
  func unknownFrame() throws {
    let fixture = try LedgerFixture()
    try fixture.record(rows: 8)
    try fixture.tamper("UPDATE sourceRecord SET point_frame = 77 WHERE id = 3")
    let failure = #expect(throws: Failure.self) { try points(fixture) }
    #expect(failure?.problems.first?.code == .ledgerDamaged)
  }
}
