import Testing
import Vocabulary

@testable import Geography

@Suite("verdicts on a lead drawn as a shape")
struct ShapeVerdictTests {
  /// A square of 0.02° with a square hole, and a second feature that adjoins it in the east.
  private static func index() throws -> ZoneIndex {
    var sketch = Sketch()
    sketch.features = [
      [
        [
          Sketch.rectangle(112.70, 38.40, 112.72, 38.42),
          Sketch.rectangle(112.705, 38.405, 112.710, 38.410),
        ]
      ],
      [[Sketch.rectangle(112.72, 38.40, 112.73, 38.42)]],
    ]
    return ZoneIndex(try sketch.layer(), number: 3)
  }

  private static func shape(_ text: String) throws -> PlaceShape {
    try PlaceShape.read(Array(text.utf8))
  }

  /// 0.001° of latitude is 111.0 m here, of longitude 87.4 m.
  @Test(
    "true if part is certainly inside, false if all is certainly outside, unknown between",
    arguments: [
      // A square whose northern edge is so far south of the zone, or within it.
      ("112.714,38.39;112.716,38.39;112.716,38.399;112.714,38.399", 100.0, Truth.false),
      ("112.714,38.39;112.716,38.39;112.716,38.399;112.714,38.399", 120, .unknown),
      ("112.714,38.39;112.716,38.39;112.716,38.401;112.714,38.401", 100, .true),
      ("112.714,38.39;112.716,38.39;112.716,38.401;112.714,38.401", 120, .unknown),
      // It touches, without and within doubt.
      ("112.714,38.39;112.716,38.39;112.716,38.40;112.714,38.40", 0, .unknown),
      ("112.714,38.39;112.716,38.39;112.716,38.40;112.714,38.40", 5, .unknown),
      // Around the whole zone, within it, within the hole, and across the hole.
      ("112.6,38.3;112.8,38.3;112.8,38.5;112.6,38.5", 50, .true),
      ("112.712,38.412;112.714,38.412;112.714,38.414;112.712,38.414", 50, .true),
      ("112.706,38.406;112.709,38.406;112.709,38.409;112.706,38.409", 50, .false),
      ("112.706,38.406;112.709,38.406;112.709,38.409;112.706,38.409", 100, .unknown),
      ("112.704,38.404;112.711,38.404;112.711,38.411;112.704,38.411", 80, .true),
      // Lines: along the boundary, across a corner, through, past with vertices far away.
      ("LINESTRING(112.701 38.40,112.719 38.40)", 1, .unknown),
      ("LINESTRING(112.699 38.4005,112.7005 38.399)", 1, .false),
      ("LINESTRING(112.699 38.401,112.701 38.399)", 1, .unknown),
      ("LINESTRING(112.0 38.415,113.5 38.415)", 100, .true),
      ("LINESTRING(112.0 38.425,113.5 38.425)", 100, .false),
      ("LINESTRING(112.0 38.4205,113.5 38.4205)", 100, .unknown),
      // A border within the zone is none.
      ("LINESTRING(112.72 38.405,112.72 38.415)", 400, .true),
    ])
  func rule(text: String, radius: Double, expected: Truth) throws {
    let verdict = try Self.index().verdict(
      of: Self.shape(text), uncertainty: PointUncertainty(rounding: radius))
    #expect(verdict.value == expected)
    #expect(verdict.layer == 3)
    #expect(verdict.method == .shape || verdict.value == .true)
    #expect(verdict.evidence.uncertaintyMetres == max(radius, 0.05))
    #expect(verdict.evidence.datum == nil)
  }

  @Test("the distance is that of the deepest or nearest place, edges considered")
  func distances() throws {
    let index = try Self.index()
    func distance(_ text: String) throws -> Double? {
      try index.verdict(of: Self.shape(text), uncertainty: PointUncertainty(rounding: 10)).evidence
        .signedDistanceMetres
    }
    // Only the middle of the edge is near.
    let past = try #require(try distance("LINESTRING(112.69 38.44,112.715 38.4205,112.74 38.44)"))
    #expect(abs(past - 55.5) < 1.2)
    let middle = try #require(try distance("LINESTRING(112.69 38.43,112.75 38.43)"))
    #expect(abs(middle - 1_110) < 23)
    // The shape's deepest place is as far from the hole as from the zone's end.
    let around = try #require(try distance("112.6,38.3;112.8,38.3;112.8,38.5;112.6,38.5"))
    #expect(abs(around + 873) < 25)
    #expect(try distance("120,40;121,40;121,41") == nil)
    let far = try index.verdict(
      of: Self.shape("120,40;121,40;121,41"), uncertainty: PointUncertainty(rounding: 10))
    #expect(far.value == .false)
  }

  /// A strip 17.5 m wide: with 20 m of doubt no place is certainly in it, but an area around it has it.
  @Test(
    "an area around a strip too narrow for certainty has some of it",
    arguments: [
      ("112.70,38.40;112.72,38.40;112.72,38.42;112.70,38.42", 20.0, Truth.true),
      ("112.70,38.40;112.72,38.40;112.72,38.42;112.70,38.42", 900, .unknown),
      ("112.70,38.40;112.7101,38.40;112.7101,38.42;112.70,38.42", 20, .unknown),
      ("LINESTRING(112.70 38.41,112.72 38.41)", 20, .unknown),
      ("112.70,38.40;112.7096,38.40;112.7096,38.42;112.70,38.42", 20, .false),
    ])
  func strip(text: String, radius: Double, expected: Truth) throws {
    var sketch = Sketch()
    sketch.features = [[[Sketch.rectangle(112.71, 38.3, 112.7102, 38.5)]]]
    let verdict = try sketch.index().verdict(
      of: Self.shape(text), uncertainty: PointUncertainty(rounding: radius))
    #expect(verdict.value == expected)
    #expect(verdict.method == (expected == .true ? .zoneInShape : .shape))
    if expected == .true {
      let distance = try #require(verdict.evidence.signedDistanceMetres)
      #expect(abs(distance + 872) < 20)
      #expect(verdict.wording(with: Wording(zh: "红线", en: "red line")).zh.hasPrefix("红线有一部分"))
    }
  }

  @Test("an area whose own drawing can be read in two ways is certain only where both agree")
  func ownDoubt() throws {
    // Two squares that overlap: what they share is inside by structure and outside by even-odd.
    func text(_ west: Double) -> String {
      func square(_ west: Double, _ south: Double) -> String {
        let (east, north) = (west + 0.004, south + 0.004)
        return "((\(west) \(south),\(east) \(south),\(east) \(north),\(west) \(north),"
          + "\(west) \(south)))"
      }
      return "MULTIPOLYGON(\(square(west, 38.41)),\(square(west + 0.002, 38.4105)))"
    }
    var sketch = Sketch()
    // Within the shared part of the squares that begin at 112.712.
    sketch.features = [[[Sketch.rectangle(112.7145, 38.411, 112.7155, 38.413)]]]
    let index = ZoneIndex(try sketch.layer(), number: 0)
    func verdict(_ west: Double) throws -> ShapeVerdict {
      index.verdict(
        of: try Self.shape(text(west)), uncertainty: PointUncertainty(rounding: 10))
    }
    let shared = try verdict(112.712)
    #expect(shared.value == .unknown)
    #expect(shared.method == .doubtfulDrawing)
    #expect(shared.readings.map(\.value) == [.true, .false])
    #expect(shared.wording(with: Wording(zh: "红线", en: "red line")).zh.contains("两种理解"))
    // The zone lies in one square alone, and beside both.
    #expect(try verdict(112.714).value == .true)
    #expect(try verdict(112.73).value == .false)
    #expect(try verdict(112.73).readings.count == 2)
  }

  @Test(
    "where the drawing may be read in two ways, or near, nothing is certain",
    arguments: [
      // Outside: far from the doubtful area, near it, on it. Inside: the same.
      ("112.60,38.39;112.61,38.39;112.61,38.40", Truth.false),
      ("112.7409,38.41;112.742,38.41;112.742,38.411", .unknown),
      ("112.7435,38.41;112.7445,38.41;112.7445,38.411", .unknown),
      ("112.712,38.412;112.714,38.412;112.714,38.414", .true),
    ])
  func doubt(text: String, expected: Truth) throws {
    let clear = try Self.index()
    var areas = Sketch()
    areas.features = [[[Sketch.rectangle(112.743, 38.40, 112.745, 38.42)]]]
    let doubtful = try areas.layer()
    let layer = Layer(
      source: clear.layer.source, features: clear.layer.features, polygons: clear.layer.polygons,
      repairs: clear.layer.repairs,
      doubtful: DoubtfulAreas(features: doubtful.features, polygons: doubtful.polygons))
    let shape = try Self.shape(text)
    let found = ZoneIndex(layer, number: 0).verdict(
      of: shape, uncertainty: PointUncertainty(rounding: 250))
    #expect(found.value == expected)
    #expect((found.method == .doubtfulDrawing) == (expected == .unknown))
    let without = clear.verdict(of: shape, uncertainty: PointUncertainty(rounding: 250))
    #expect(without.value == (expected == .true ? .true : .false))
  }

  @Test("a radius that is no length is unknown", arguments: [-1, .infinity, .nan] as [Double])
  func badRadius(radius: Double) throws {
    let verdict = try Self.index().verdict(
      of: Self.shape("POINT(112.715 38.41)"), uncertainty: PointUncertainty(rounding: radius))
    #expect(verdict.value == .unknown)
  }

  @Test("the possible datums must agree")
  func datums() throws {
    let index = try Self.index()
    let all: [Datum] = [.wgs84, .gcj02, .bd09]
    let outside = try index.verdict(
      of: Self.shape("112.60,38.30;112.61,38.30;112.61,38.31"),
      uncertainty: PointUncertainty(rounding: 10), datums: all)
    #expect(outside.value == .false && outside.method == .shape)
    #expect(outside.readings.map(\.datum) == all)
    #expect(outside.readings.map(\.uncertaintyMetres) == [10, 25, 30])
    // GCJ-02 lies some hundred metres to the south-east of WGS-84.
    let torn = try index.verdict(
      of: Self.shape("112.7302,38.412;112.7304,38.412;112.7304,38.4122"),
      uncertainty: PointUncertainty(rounding: 1),
      datums: [.wgs84, .gcj02])
    #expect(torn.readings.map(\.value) == [.false, .true])
    #expect(torn.value == .unknown && torn.method == .datumsDisagree)
    let declared = try index.verdict(
      of: Self.shape("112.7302,38.412;112.7304,38.412;112.7304,38.4122"),
      uncertainty: PointUncertainty(rounding: 1),
      datums: [.gcj02])
    #expect(declared.value == .true && declared.readings.count == 1)
  }
}
