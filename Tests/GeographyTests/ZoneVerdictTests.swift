import Testing
import Vocabulary

@testable import Geography

@Suite("verdicts on a lead")
struct ZoneVerdictTests {
  /// A square of 0.02° with a square hole, and a second feature that adjoins it in the east.
  private static func index(scaleDenominator: Int? = nil) throws -> ZoneIndex {
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
    let source = LayerSource(
      LayerRegistration(
        path: "Inputs/layers/红线.geojson", tag: .redLine, scaleDenominator: scaleDenominator),
      sha256: "")
    return ZoneIndex(try sketch.layer(source: source), number: 3)
  }

  private func point(
    _ longitude: Double, _ latitude: Double, within metres: Double = 1
  ) -> Point {
    Point(longitude: longitude, latitude: latitude, uncertaintyMetres: metres)
  }

  /// 0.001° of latitude is 111.0 m here.
  @Test(
    "true inside by the uncertainty, false outside by it, unknown between",
    arguments: [
      (38.401, 100.0, Truth.true), (38.401, 120, .unknown), (38.3991, 90, .false),
      (38.3991, 110, .unknown), (38.401, 0, .true), (38.3991, 0, .false),
    ])
  func rule(latitude: Double, uncertainty: Double, expected: Truth) throws {
    let verdict = try Self.index().verdict(of: point(112.715, latitude, within: uncertainty))
    #expect(verdict.value == expected)
    #expect(verdict.layer == 3)
    #expect(verdict.method == .pointInPolygon)
    #expect(verdict.uncertaintyMetres == uncertainty)
    #expect(verdict.nearest?.ordinal == 1)
  }

  @Test("the layer's scale widens the uncertainty by half a millimetre")
  func scale() throws {
    let index = try Self.index(scaleDenominator: 50_000)
    #expect(index.verdict(of: point(112.715, 38.401, within: 90)).value == .unknown)
    #expect(index.verdict(of: point(112.715, 38.401, within: 80)).uncertaintyMetres == 105)
  }

  @Test(
    "the boundary belongs to the zone",
    arguments: [(112.70, 38.40), (112.715, 38.40), (112.73, 38.42), (112.705, 38.407)])
  func boundary(longitude: Double, latitude: Double) throws {
    let verdict = try Self.index().verdict(of: point(longitude, latitude, within: 0))
    #expect(verdict.value == .true)
    let distance = try #require(verdict.signedDistanceMetres)
    #expect(abs(distance) <= ZoneIndex.boundaryWidthMetres)
    #expect(!verdict.covering.isEmpty)
    let near = try Self.index().verdict(of: point(longitude, latitude, within: 0.2))
    #expect(near.value == .unknown)
  }

  @Test("a hole is outside, and is named")
  func hole() throws {
    let verdict = try Self.index().verdict(of: point(112.7075, 38.4075))
    #expect(verdict.value == .false)
    #expect(verdict.hole?.ordinal == 1)
    #expect(verdict.covering.isEmpty)
    let distance = try #require(verdict.signedDistanceMetres)
    // Half of 0.005° of longitude at 38.4° north.
    #expect(abs(distance - 218.3) < 0.5)
    #expect(try Self.index().verdict(of: point(112.69, 38.4075)).hole == nil)
  }

  @Test("a border that two features share is no boundary of the zone")
  func sharedBorder() throws {
    let verdict = try Self.index().verdict(of: point(112.7201, 38.41, within: 50))
    #expect(verdict.value == .true)
    #expect(verdict.covering.map(\.ordinal) == [2])
    let onBorder = try Self.index().verdict(of: point(112.72, 38.41, within: 50))
    #expect(onBorder.value == .true)
    #expect(onBorder.covering.count == 1)
    let distance = try #require(onBorder.signedDistanceMetres)
    #expect(abs(distance + 873.3) < 1)
  }

  @Test("a spike without width makes nothing but its own neighbourhood uncertain")
  func spike() throws {
    var sketch = Sketch()
    sketch.features = [
      [
        [
          [
            Coordinate(longitude: 112.70, latitude: 38.40),
            Coordinate(longitude: 112.72, latitude: 38.40),
            Coordinate(longitude: 112.74, latitude: 38.40),
            Coordinate(longitude: 112.72, latitude: 38.40),
            Coordinate(longitude: 112.71, latitude: 38.42),
          ]
        ]
      ]
    ]
    let index = try sketch.index()
    #expect(index.verdict(of: point(112.73, 38.4001, within: 20)).value == .unknown)
    #expect(index.verdict(of: point(112.73, 38.401, within: 20)).value == .false)
    #expect(index.verdict(of: point(112.71, 38.405, within: 20)).value == .true)
  }

  @Test("what overlaps is named by every feature, in the order of the file")
  func overlaps() throws {
    var sketch = Sketch()
    sketch.features = [
      [[Sketch.rectangle(112.70, 38.40, 112.72, 38.42)]],
      [[Sketch.rectangle(112.71, 38.41, 112.73, 38.43)]],
    ]
    let verdict = try sketch.index().verdict(of: point(112.715, 38.415))
    #expect(verdict.covering.map(\.name) == ["#1", "#2"])
    #expect(verdict.value == .true)
  }

  @Test("far away is outside without a distance, and far inside is inside")
  func cap() throws {
    let far = try Self.index().verdict(of: point(114, 38.4))
    #expect(far.value == .false)
    #expect(far.signedDistanceMetres == nil)
    #expect(far.nearestLongitude == nil)
    let vague = try Self.index().verdict(of: point(114, 38.4, within: 200_000))
    #expect(vague.value == .unknown)
    var sketch = Sketch()
    sketch.features = [[[Sketch.rectangle(110, 36, 114, 40)]]]
    let deep = try sketch.index().verdict(of: point(112, 38))
    #expect(deep.value == .true)
    #expect(deep.signedDistanceMetres == nil)
  }

  @Test("no place is unknown, and so is an impossible one")
  func withoutPlace() throws {
    let index = try Self.index()
    #expect(index.verdict(of: nil).value == .unknown)
    #expect(index.verdict(of: nil).method == .noLocation)
    #expect(index.verdict(of: [Point]()).method == .noLocation)
    for bad in [
      point(.nan, 38), point(112, 120), point(112, 38, within: -1), point(112, 38, within: .nan),
    ] {
      #expect(index.verdict(of: bad).value == .unknown)
      #expect(index.verdict(of: bad).method == .invalidLocation)
    }
  }

  @Test("several places: one inside decides, inside against outside is for a person")
  func severalPlaces() throws {
    let index = try Self.index()
    let inside = point(112.715, 38.41)
    let deeper = point(112.718, 38.412)
    let border = point(112.715, 38.40)
    let outside = point(112.715, 38.39)
    #expect(index.verdict(of: [border, inside]).value == .true)
    #expect(index.verdict(of: [outside, border]).value == .unknown)
    #expect(index.verdict(of: [outside, border]).method == .pointInPolygon)
    #expect(index.verdict(of: [outside, outside]).value == .false)
    let torn = index.verdict(of: [outside, inside])
    #expect(torn.value == .unknown)
    #expect(torn.method == .pointsDisagree)
    #expect(torn.point == inside)
    #expect(index.verdict(of: [inside, deeper]) == index.verdict(of: [deeper, inside]))
  }

  @Test("many leads together get the verdicts they get one by one")
  func together() throws {
    let index = try Self.index()
    var numbers = SeededNumbers(5)
    var leads = (0..<300).map { lead in
      (0..<(lead % 4)).map { _ in
        point(numbers.next(112.69..<112.74), numbers.next(38.39..<38.43), within: 30)
      }
    }
    leads.append([point(.infinity, 38)])
    #expect(index.verdicts(of: leads) == leads.map { index.verdict(of: $0) })
    #expect(Set(index.verdicts(of: leads).map(\.value)) == [.true, .false, .unknown])
  }

  @Test("features that overlap or adjoin in endless crossings are still judged, with caution")
  func combs() throws {
    // Two combs of 200 teeth across one another: every edge crosses hundreds.
    func comb(isUpright: Bool) -> Sketch.Ring {
      let teeth = (0..<400).map { tooth in
        let along = 112.7 + Double(tooth / 2) * 0.0001
        let across = tooth % 4 == 1 || tooth % 4 == 2 ? 0.02 : 0.0
        return isUpright
          ? Coordinate(longitude: along, latitude: 38.4 + across)
          : Coordinate(longitude: 112.7 + across, latitude: 38.4 + along - 112.7)
      }
      let corner =
        isUpright
        ? Coordinate(longitude: 112.72, latitude: 38.399)
        : Coordinate(longitude: 112.699, latitude: 38.42)
      return teeth + [corner]
    }
    var sketch = Sketch()
    sketch.features = [[[comb(isUpright: true)]], [[comb(isUpright: false)]]]
    let verdict = try sketch.index().verdict(of: point(112.7101, 38.4101, within: 50))
    #expect(verdict.value == .unknown)
  }
}
