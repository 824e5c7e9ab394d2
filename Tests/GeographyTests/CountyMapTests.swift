import Testing
import Vocabulary

@testable import Geography

@Suite("counties")
struct CountyMapTests {
  private static func code(_ number: Int) throws -> DivisionCode {
    try #require(DivisionCode(number: number))
  }

  /// Two counties side by side and a third apart; 0.1° are 8.7 km from west to east.
  private static func map() throws -> CountyMap {
    var sketch = Sketch()
    sketch.features = [
      [[Sketch.rectangle(112.0, 38, 112.1, 38.1)]], [[Sketch.rectangle(112.1, 38, 112.2, 38.1)]],
      [[Sketch.rectangle(113.0, 38, 113.1, 38.1)]], [[Sketch.rectangle(114.0, 38, 114.1, 38.1)]],
    ]
    let drawn = try sketch.layer()
    let labels =
      [("甲县", 140_921), ("乙县", 140_922), ("丙区", 140_105), (nil, nil)] as [(String?, Int?)]
    let features = zip(drawn.features, labels).map { feature, label in
      Feature(
        label: FeatureLabel(
          ordinal: feature.label.ordinal, name: label.0, id: nil,
          code: label.1.flatMap { DivisionCode(number: $0) }), polygons: feature.polygons)
    }
    return CountyMap(
      Layer(
        source: drawn.source, features: features, polygons: drawn.polygons,
        repairs: drawn.repairs))
  }

  @Test(
    "a place is checked against the stated county, with its radius",
    arguments: [
      (140_921, 112.05, 100.0, "agrees"), (140_921, 112.0999, 100, "near"),
      (140_921, 112.1001, 100, "near"), (140_921, 112.102, 100, "140922"),
      (140_921, 112.102, 200, "near"), (140_921, 113.05, 100, "140105"),
      (140_921, 112.5, 100, "none"), (140_921, 114.05, 100, "none"),
      (140_923, 112.05, 100, "no polygon"), (140_900, 112.05, 100, "no polygon"),
      (140_922, 112.102, 100, "agrees"), (140_921, .nan, 100, "unusable"),
      (140_921, 112.05, -1, "unusable"),
    ])
  func check(stated: Int, longitude: Double, radius: Double, expected: String) throws {
    var map = try Self.map()
    let check = map.check(
      stated: try Self.code(stated), longitude: longitude, latitude: 38.05, radiusMetres: radius)
    let found =
      switch check {
      case .agrees: "agrees"
      case .contradicts(let code, _, _): code.description
      case .unknown(.nearBorder): "near"
      case .unknown(.inNoCounty): "none"
      case .unknown(.noPolygon): "no polygon"
      case .unknown(.unusablePlace): "unusable"
      }
    #expect(found == expected)
    #expect(!check.wording.zh.isEmpty && check.wording.zh != check.wording.en)
  }

  @Test("a contradiction names the county the place lies in, and how far the stated one is")
  func contradiction() throws {
    var map = try Self.map()
    let check = map.check(
      stated: try Self.code(140_921), longitude: 112.15, latitude: 38.05, radiusMetres: 50)
    guard case .contradicts(let code, let name, let distance) = check else {
      Issue.record("\(check)")
      return
    }
    #expect(try code == Self.code(140_922))
    #expect(name == "乙县")
    #expect(abs(try #require(distance) - distanceMetres((112.1, 38.05), (112.15, 38.05))) < 1)
    #expect(check.wording.zh == "坐标不在所填县区内，而在乙县（140922），距所填县区 4,389 米")
  }

  @Test("a city is the union of its counties, if the map has them all")
  func city() throws {
    var map = try Self.map()
    let city = try Self.code(140_900)
    let counties = try [Self.code(140_921), Self.code(140_922)]
    var partial = try Self.map()
    let without = try partial.area(of: city, consistingOf: counties + [Self.code(140_923)])
    #expect(without == nil)
    let whole = map.area(of: city, consistingOf: counties)
    #expect(whole != nil)
    // The border between its counties is none of the city's.
    let within = map.check(
      stated: city, consistingOf: counties, longitude: 112.1, latitude: 38.05, radiusMetres: 500)
    #expect(within == .agrees)
    let check = map.check(
      stated: city, consistingOf: counties, longitude: 113.05, latitude: 38.05, radiusMetres: 500)
    guard case .contradicts(let code, _, _) = check else {
      Issue.record("\(check)")
      return
    }
    #expect(try code == Self.code(140_105))
  }

  @Test("a county whose drawing can be read in two ways has no area")
  func doubtful() throws {
    let drawn = try Self.map().layer
    let doubtful = Layer(
      source: drawn.source, features: drawn.features, polygons: drawn.polygons,
      repairs: drawn.repairs,
      doubtful: DoubtfulAreas(
        features: [drawn.features[0]], polygons: drawn.polygons.rows(drawn.features[0].polygons)))
    var map = CountyMap(doubtful)
    let (first, second) = try (Self.code(140_921), Self.code(140_922))
    #expect(map.area(of: first) == nil)
    #expect(map.area(of: second) != nil)
    #expect(map.area(of: try Self.code(140_900), consistingOf: [first, second]) == nil)
  }

  @Test("a check agrees with point verdicts near every border")
  func borders() throws {
    var map = try Self.map()
    let stated = try Self.code(140_922)
    let area = map.area(of: stated)
    let zone = try #require(area).zone
    var numbers = SeededNumbers(61)
    var seen = Set<Int>()
    for _ in 0..<2_000 {
      let place = Coordinate(
        longitude: numbers.next(112.08..<112.22), latitude: numbers.next(37.99..<38.11))
      let radius = numbers.next(1..<900)
      let verdict = zone.verdict(
        of: Point(
          longitude: place.longitude, latitude: place.latitude, uncertaintyMetres: radius))
      let check = map.check(
        stated: stated, longitude: place.longitude, latitude: place.latitude, radiusMetres: radius)
      switch check {
      case .agrees: #expect(verdict.value == .true)
      case .contradicts, .unknown(.inNoCounty): #expect(verdict.value == .false)
      case .unknown(.nearBorder): #expect(verdict.value == .unknown)
      case .unknown: Issue.record("\(check)")
      }
      seen.insert(Int(verdict.value.rawValue))
    }
    #expect(seen.count == 3)
  }

  /// The first county is 0.1° wide.
  @Test(
    "a name alone is true or false only if all of its area is",
    arguments: [
      (111.9, 112.05, Truth.unknown, 0.5), (111.9, 112.075, .unknown, 0.75),
      (111.9, 112.3, .true, 1),
      (112.2, 112.3, .false, 0), (111.9, 112.1, .unknown, 1), (112.1, 112.3, .unknown, 0),
      (112.03, 112.035, .unknown, 0.05),
    ])
  func share(west: Double, east: Double, expected: Truth, part: Double) throws {
    var map = try Self.map()
    var sketch = Sketch()
    sketch.features = [[[Sketch.rectangle(west, 37.9, east, 38.2)]]]
    let zone = ZoneIndex(try sketch.layer(), number: 2)
    let found = try map.share(of: Self.code(140_921), in: zone)
    let share = try #require(found)
    #expect(share.value == expected)
    #expect(share.layer == 2)
    #expect(abs(try #require(share.share) - part) < 1e-6)
    #expect((share.signedDistanceMetres == nil) == (expected == .unknown))
    let again = try map.share(of: Self.code(140_921), in: zone)
    #expect(again == share)
    let unknown = try map.share(of: Self.code(140_999), in: zone)
    #expect(unknown == nil)
    #expect(!share.wording(with: Wording(zh: "红线", en: "the red line")).zh.isEmpty)
  }

  @Test("a hole or an island within a county makes its name unknown")
  func holesAndIslands() throws {
    let code = try Self.code(140_921)
    for polygon in [
      [Sketch.rectangle(111, 37, 113, 39), Sketch.rectangle(112.05, 38.05, 112.0505, 38.0505)],
      [Sketch.rectangle(112.05, 38.05, 112.0505, 38.0505)],
    ] {
      var map = try Self.map()
      var sketch = Sketch()
      sketch.features = [[polygon]]
      let found = map.share(of: code, in: try sketch.index())
      let share = try #require(found)
      #expect(share.value == .unknown)
      let part = try #require(share.share)
      #expect(part > 0 && part < 1)
    }
  }

  @Test("both scales count")
  func scales() throws {
    var map = try Self.map()
    var sketch = Sketch()
    // 0.0005° of longitude are 43.9 m.
    sketch.features = [[[Sketch.rectangle(112.1005, 38, 112.2, 38.1)]]]
    let code = try Self.code(140_921)
    let exact = map.share(of: code, in: try sketch.index())
    #expect(exact?.value == .false)
    let source = LayerSource(
      LayerRegistration(path: "a.geojson", tag: .redLine, scaleDenominator: 100_000), sha256: "")
    let vague = ZoneIndex(try sketch.layer(source: source), number: 1)
    let found = map.share(of: code, in: vague)
    let share = try #require(found)
    #expect(share.uncertaintyMetres == 50)
    #expect(share.value == .unknown)
  }
}
