import Testing
import Vocabulary

@testable import Geography

@Suite("repairing a layer")
struct LayerRepairTests {
  private static func place(_ longitude: Double, _ latitude: Double) -> Coordinate {
    Coordinate(longitude: longitude, latitude: latitude)
  }

  /// A band that runs over itself: 0.01° by 0.01° about 112.715, 38.415 are surrounded twice.
  private static let pigtail: Sketch.Ring = [
    place(112.70, 38.40), place(112.72, 38.40), place(112.72, 38.42), place(112.71, 38.42),
    place(112.71, 38.41), place(112.73, 38.41), place(112.73, 38.43), place(112.70, 38.43),
  ]

  private func repair(_ features: [[Sketch.Polygon]]) throws -> LayerRepair {
    var sketch = Sketch()
    sketch.features = features
    return try LayerRepair(sketch.layer())
  }

  private func verdict(
    _ repair: LayerRepair, _ longitude: Double, _ latitude: Double, within metres: Double = 1
  ) -> ZoneVerdict {
    ZoneIndex(repair.layer, number: 0).verdict(
      of: Point(longitude: longitude, latitude: latitude, uncertaintyMetres: metres))
  }

  @Test("a valid layer stays as it is")
  func valid() throws {
    let layer = try Layer.parks()
    let repair = try LayerRepair(layer)
    #expect(repair.records.isEmpty)
    #expect(repair.layer == layer)
  }

  @Test("a bow tie has both lobes, and no doubt about them")
  func bowTie() throws {
    let repair = try repair([
      [[Sketch.rectangle(112.60, 38.40, 112.62, 38.42)]],
      [
        [
          [
            Self.place(112.80, 38.40), Self.place(112.82, 38.42), Self.place(112.82, 38.40),
            Self.place(112.80, 38.42),
          ]
        ]
      ],
    ])
    let record = try #require(repair.records.first)
    #expect(repair.records.count == 1)
    #expect(record.feature.ordinal == 2)
    #expect(record.reason == "Self-intersection")
    #expect(abs(try #require(record.longitude) - 112.81) < 1e-9)
    // The lobes cancel as drawn and are half of the square after repair.
    #expect(record.drawnSquareMetres < 1)
    #expect(abs(try #require(record.repairedSquareMetres) - 1_938_000) < 2_000)
    #expect(record.isAmbiguous)
    #expect(record.doubtfulSquareMetres == 0)
    #expect(record.original.vertexCount == 5)
    #expect(repair.layer.features.map(\.polygons) == [0..<1, 1..<3])
    #expect(verdict(repair, 112.803, 38.41).value == .true)
    #expect(verdict(repair, 112.81, 38.403).value == .false)
    #expect(verdict(repair, 112.61, 38.41).value == .true)
  }

  @Test("where rings surround a place twice it is unknown, as is what is near")
  func surroundedTwice() throws {
    let repair = try repair([[[Self.pigtail]]])
    let record = try #require(repair.records.first)
    #expect(record.isAmbiguous)
    // 0.01° by 0.01° at 38.415° north.
    #expect(abs(record.doubtfulSquareMetres - 969_000) < 2_000)
    let inside = verdict(repair, 112.715, 38.415)
    #expect(inside.value == .unknown)
    #expect(inside.method == .doubtfulDrawing)
    // 0.0001° of latitude is 11.1 m.
    #expect(verdict(repair, 112.715, 38.4099, within: 15).method == .doubtfulDrawing)
    #expect(verdict(repair, 112.715, 38.4099, within: 5).value == .true)
    #expect(verdict(repair, 112.705, 38.405).value == .true)
    #expect(verdict(repair, 112.69, 38.415).value == .false)
    let findings = ZoneIndex(repair.layer, number: 0).findings(at: [
      Point(longitude: 112.715, latitude: 38.415, uncertaintyMetres: 0)
    ])
    #expect(findings[0]?.isDoubtful == true)
    #expect(findings[0]?.isCovered == true)
  }

  @Test("a hole beyond its shell is doubtful there")
  func holeOutside() throws {
    let repair = try repair([
      [
        [
          Sketch.rectangle(112.70, 38.40, 112.72, 38.42),
          Sketch.rectangle(112.71, 38.405, 112.73, 38.415),
        ]
      ]
    ])
    #expect(verdict(repair, 112.725, 38.41).method == .doubtfulDrawing)
    #expect(verdict(repair, 112.715, 38.41).value == .false)
    #expect(verdict(repair, 112.705, 38.41).value == .true)
  }

  @Test("what two parts of a feature share is doubtful; a part drawn twice is inside")
  func sharedParts() throws {
    let square = Sketch.rectangle(112.70, 38.40, 112.72, 38.42)
    let overlapping = try repair([[[square], [Sketch.rectangle(112.71, 38.41, 112.73, 38.43)]]])
    #expect(verdict(overlapping, 112.715, 38.415).value == .unknown)
    #expect(verdict(overlapping, 112.725, 38.425).value == .true)
    let twice = try repair([[[square], [square]]])
    #expect(verdict(twice, 112.71, 38.41).value == .true)
    #expect(verdict(twice, 112.73, 38.41).value == .false)
  }

  @Test("a feature without an area is left out and counted, a layer of nothing else refused")
  func collapsed() throws {
    let spike = [
      [[Self.place(112.70, 38.40), Self.place(112.71, 38.40), Self.place(112.72, 38.40)]]
    ]
    let square = [[Sketch.rectangle(112.70, 38.40, 112.72, 38.42)]]
    let repair = try repair([spike, square])
    #expect(repair.layer.features.map(\.label.ordinal) == [2])
    #expect(repair.layer.repairs.emptyFeatures == 1)
    #expect(repair.records.first?.repairedSquareMetres == 0)
    #expect(throws: Failure.self) { try self.repair([spike]) }
  }

  @Test(
    "a place is inside or outside only where even-odd and structure say the same",
    arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func neverByAccident(seed: UInt64) throws {
    let drawn = try Sketch.drawing(.bowTies, seed: seed).layer()
    let repair = try LayerRepair(drawn)
    #expect(!repair.records.isEmpty)
    let (before, after) = (ZoneIndex(drawn, number: 0), ZoneIndex(repair.layer, number: 0))
    var numbers = SeededNumbers(seed)
    var doubtful = 0
    for _ in 0..<2_000 {
      let point = Point(
        longitude: numbers.next(112.68..<112.72), latitude: numbers.next(38.38..<38.42),
        uncertaintyMetres: 0.5)
      let (first, second) = (before.verdict(of: point), after.verdict(of: point))
      if second.method == .doubtfulDrawing { doubtful += 1 }
      #expect(second.value == .unknown || first.value == .unknown || second.value == first.value)
    }
    #expect(doubtful > 0)
  }

  @Test("nothing invalid is left after repair", arguments: Sketch.Shape.allCases)
  func leavesNothing(shape: Sketch.Shape) throws {
    let repair = try LayerRepair(Sketch.drawing(shape, seed: 3).layer())
    #expect(try LayerRepair(repair.layer).records.isEmpty)
  }
}
