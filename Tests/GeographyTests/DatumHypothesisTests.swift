import Testing
import Vocabulary

@testable import Geography

@Suite("places whose datum nobody says")
struct DatumHypothesisTests {
  /// A square of about 35 km by 33 km.
  private static func index(_ rules: CoordinateRules = CoordinateRules()) throws -> ZoneIndex {
    var sketch = Sketch()
    sketch.features = [[[Sketch.rectangle(112.5, 38.3, 112.9, 38.6)]]]
    return ZoneIndex(try sketch.layer(), number: 0, coordinates: rules)
  }

  private static let items = PointUncertainty(rounding: 0.75, device: 10, epoch: 1)

  private static func point(
    _ longitude: Double, _ latitude: Double, _ frame: PointFrame = .undeclared
  ) -> Point {
    Point(longitude: longitude, latitude: latitude, uncertainty: items, frame: frame)
  }

  @Test("are unknown near the boundary, with what each datum would give")
  func near() throws {
    let verdict = try Self.index().verdict(of: Self.point(112.5015, 38.45))
    #expect(verdict.value == .unknown)
    #expect(verdict.method == .datumUndeclared)
    #expect(verdict.hypotheses.map(\.datum) == [.cgcs2000, .gcj02, .bd09])
    #expect(verdict.hypotheses.map(\.value) == [.true, .false, .false])
    #expect(verdict.hypotheses.map(\.uncertaintyMetres) == [11.75, 26.75, 31.75])
    let distances = verdict.hypotheses.compactMap(\.signedDistanceMetres)
    #expect(distances.count == 3)
    #expect(distances[0] == verdict.signedDistanceMetres)
    #expect(distances[0] < -100 && distances[1] > 300 && distances[2] > 800)
    // A declared datum settles it.
    let declared = try Self.index().verdict(of: Self.point(112.5015, 38.45, .wgs84))
    #expect(declared.value == .true)
    #expect(declared.hypotheses.isEmpty)
  }

  @Test("are judged as on CGCS2000 where every datum agrees, near or far")
  func agreed() throws {
    let index = try Self.index()
    for (longitude, expected) in [(112.517, Truth.true), (112.7, .true), (112.45, .false)] {
      let verdict = index.verdict(of: Self.point(longitude, 38.45))
      #expect(verdict == index.plainVerdict(of: Self.point(longitude, 38.45)))
      #expect(verdict.value == expected)
      #expect(verdict.method == .pointInPolygon)
    }
    let far = index.verdict(of: Self.point(115, 30))
    #expect(far.value == .false)
    #expect(far.signedDistanceMetres == nil)
  }

  @Test(
    "are certain only if they are in each datum alone, and then as each says",
    arguments: [CoordinateRules(), CoordinateRules(convertsWebMaps: false)])
  func property(rules: CoordinateRules) throws {
    let index = try Self.index(rules)
    var numbers = SeededNumbers(23)
    var counts: [Truth: Int] = [:]
    for _ in 0..<6_000 {
      // Within 4 km of the west side or of the south side, on it or beyond.
      let across = numbers.next(-0.045..<0.045)
      let along = numbers.next(-0.02..<0.3)
      let (longitude, latitude) =
        numbers.next() < 0.5 ? (112.5 + across, 38.3 + along) : (112.5 + along, 38.3 + across)
      let verdict = index.verdict(of: Self.point(longitude, latitude))
      let alone = [PointFrame.cgcs2000, .gcj02AsStated, .bd09AsStated].map {
        index.verdict(of: Self.point(longitude, latitude, $0)).value
      }
      let isAgreed = alone.allSatisfy { $0 == alone[0] }
      #expect(verdict.value == (isAgreed ? alone[0] : .unknown))
      if verdict.method == .datumUndeclared {
        #expect(verdict.hypotheses.map(\.value) == alone)
      } else {
        #expect(verdict.hypotheses.isEmpty)
      }
      counts[verdict.value, default: 0] += 1
    }
    for value in [Truth.true, .false, .unknown] { #expect((counts[value] ?? 0) > 500) }
  }

  @Test("keep their place when conversion is switched off, and the radii grow")
  func switchedOff() throws {
    let rules = CoordinateRules(convertsWebMaps: false)
    let verdict = try Self.index(rules).verdict(of: Self.point(112.51, 38.45))
    #expect(verdict.value == .unknown)
    #expect(verdict.hypotheses.map(\.uncertaintyMetres) == [11.75, 731.75, 1_541.75])
    #expect(Set(verdict.hypotheses.map(\.signedDistanceMetres)).count == 1)
    let declared = try Self.index(rules).verdict(of: Self.point(112.51, 38.45, .bd09AsStated))
    #expect(declared.value == .unknown)
    #expect(declared.point?.longitude == 112.51)
    #expect(declared.budget?.point.conversion == 1_530)
    let converted = try Self.index().verdict(of: Self.point(112.51, 38.45, .bd09AsStated))
    #expect(converted.point?.frame == .bd09Converted)
    #expect(converted.point?.longitude != 112.51)
  }

  @Test(
    "no place of China is unknown, never outside",
    arguments: [
      (72.9, 38.0), (136.1, 38), (112, 2.9), (112, 54.1), (0, 0), (-112, 38), (.nan, 38),
      (112, .nan), (.infinity, 38), (112, -.infinity),
    ])
  func elsewhere(longitude: Double, latitude: Double) throws {
    for frame in PointFrame.allCases {
      let verdict = try Self.index().verdict(of: Self.point(longitude, latitude, frame))
      #expect(verdict.value == .unknown)
      #expect(verdict.method == .invalidLocation)
      #expect(verdict.budget == nil)
    }
  }

  @Test("the budget adds the layer's scale to the items of the place")
  func budget() throws {
    var sketch = Sketch()
    sketch.features = [[[Sketch.rectangle(112.5, 38.3, 112.9, 38.6)]]]
    let source = LayerSource(
      LayerRegistration(path: "a.geojson", tag: .redLine, scaleDenominator: 10_000), sha256: "")
    let index = ZoneIndex(try sketch.layer(source: source), number: 0)
    let verdict = index.verdict(of: Self.point(112.7, 38.45, .gcj02AsStated))
    #expect(verdict.uncertaintyMetres == 31.75)
    #expect(
      verdict.budget?.wording.zh == "坐标位数 0.8 m + 设备 10 m + 历元 1 m + 近似换算 15 m + 图层比例尺 5 m = 31.8 m"
    )
  }
}
