import Testing
import Vocabulary

@testable import Normalise

@Suite("Reference systems")
struct ReferenceSystemTests {
  func system(_ text: String) -> Reading<ReferenceSystem> {
    reading(text) { readReferenceSystem($0) }
  }

  @Test(
    "are read as a datum with a zone",
    arguments: [
      ("CGCS2000 3度带 38带", 38), ("CGCS2000_3_Degree_GK_Zone_38", 38),
      ("CGCS2000 / 3-degree Gauss-Kruger CM 114E", 38),
      ("CGCS2000 / 3-degree Gauss-Kruger zone 38", 38), ("CGCS2000_3_Degree_GK_CM_114E", 38),
      ("EPSG:4526", 38), ("4526", 38), ("EPSG:4547", 38), ("epsg 4526", 38),
      ("2000国家大地坐标系 3度带 第38带", 38), ("国家2000（三度带，带号38）", 38),
      ("CGCS2000高斯-克吕格投影三度分带38带", 38), ("2000国家大地坐标系，中央经线114度，3度带", 38),
      ("EPSG:4497", 19), ("EPSG:4508", 19), ("CGCS2000 6度带19带", 19),
      ("CGCS2000 / Gauss-Kruger zone 19", 19), ("CGCS2000 六度带 19带", 19),
      ("EPSG:4513", 25), ("EPSG:4533", 45), ("EPSG:4491", 13), ("EPSG:4501", 23),
      ("EPSG:4534", 25), ("EPSG:4554", 45), ("EPSG:4502", 13), ("EPSG:4512", 23),
    ])
  func zones(_ text: String, number: Int) throws {
    let found = try #require(system(text).usable, "\(system(text))")
    #expect(found.datum == .cgcs2000)
    #expect(found.zone == ProjectionZone(number: number))
    #expect(system(text).isClean)
  }

  @Test(
    "are read by their central meridian alone",
    arguments: [
      ("中央经线114°", 114 * 60), ("中央子午线：114度", 114 * 60), ("CM 114E", 114 * 60),
      ("中央经线为112°30′", 112 * 60 + 30), ("L0=112.5", 112 * 60 + 30), ("114°E", 114 * 60),
      ("中央经线 东经114°", 114 * 60), ("中央经线111", 111 * 60),
    ])
  func meridians(_ text: String, minutes: Int) throws {
    let found = try #require(system(text).usable, "\(system(text))")
    #expect(found.datum == nil)
    #expect(found.zone == ProjectionZone(meridianMinutes: minutes, widthDegrees: nil))
  }

  @Test("are read as a datum or a width alone, in the words there were before")
  func alone() {
    #expect(system("2000国家大地坐标系").usable == ReferenceSystem(datum: .cgcs2000))
    #expect(system("高德").usable == ReferenceSystem(datum: .gcj02))
    #expect(system("百度坐标系").usable == ReferenceSystem(datum: .bd09))
    #expect(system("WGS 84").usable == ReferenceSystem(datum: .wgs84))
    let width = ProjectionZone(meridianMinutes: nil, widthDegrees: 3)
    #expect(system("CGCS2000 3度带").usable == ReferenceSystem(datum: .cgcs2000, zone: width))
    #expect(system("").isMissing)
    #expect(system("/").isMissing)
  }

  @Test(
    "that are earlier, local or unknown are not used, and say so",
    arguments: [
      ("西安80", true), ("1980西安坐标系", true), ("北京54", true), ("1954年北京坐标系 3度带 38带", true),
      ("Xian_1980_3_Degree_GK_Zone_38", true), ("Beijing_1954_GK_Zone_19", true),
      ("EPSG:4610", true), ("EPSG:2362", true), ("EPSG:4214", true), ("EPSG:2434", true),
      ("某市独立坐标系", true), ("地方坐标系", true), ("WGS 84 / UTM zone 49N", false),
      ("EPSG:3857", false), ("CGCS2000 某某", false), ("带", false), ("24带", false),
      ("3度带 38带 CGCS2000 GCJ02", false),
    ])
  func unusable(_ text: String, isEarlier: Bool) {
    let found = system(text)
    #expect(found.code == .unknownWord, "\(found)")
    guard case .unreadable(_, let why) = found else { return }
    #expect((why == ReferenceFlaw.earlier) == isEarlier)
  }

  @Test(
    "that contradict themselves are not used",
    arguments: [
      "CGCS2000 6度带 38带", "CGCS2000 3度带 38带 中央经线117°", "EPSG:4526 39带", "CGCS2000 WGS84 38带",
      "CGCS2000 38带 39带",
    ])
  func contradictions(_ text: String) {
    guard case .unreadable(.unknownWord, let why) = system(text) else {
      Issue.record("\(system(text))")
      return
    }
    #expect(why == ReferenceFlaw.contradiction)
  }

  @Test("are the same after they were remembered as one number")
  func packed() {
    for number in 13...45 {
      let zone = ProjectionZone(number: number)
      for datum in [Datum.cgcs2000, .wgs84, nil] {
        let packed = ReferenceSystem(datum: datum, zone: zone).packed
        #expect(ReferenceSystem.zone(ofPacked: packed) == zone)
        #expect(UInt8(truncatingIfNeeded: packed) == datum?.rawValue ?? .max)
        #expect(packed != WordMemory.missing)
      }
    }
    let half = ProjectionZone(meridianMinutes: 112 * 60 + 30, widthDegrees: nil)
    #expect(
      ReferenceSystem.zone(ofPacked: ReferenceSystem(datum: nil, zone: half).packed) == half)
  }

  @Test("survive every cell of words and pieces of them")
  func hostile() {
    var generator = SeededGenerator(seed: 4526)
    let pieces = [
      "CGCS2000", "3", "6", "度", "带", "第", "38", "114", "°", "E", "CM", "中央经线", "EPSG", ":", "4526",
      "zone", "_", " ", "30", "′", "西安80", "\u{0}", "１", "L0", ".5", "24",
    ]
    var usable = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...7, using: &generator))
        .map { _ in pieces[Int.random(in: pieces.indices, using: &generator)] }.joined()
      guard let found = system(text).usable else { continue }
      usable += 1
      #expect(found.datum != nil || found.zone != nil, "\(text)")
      #expect(ReferenceSystem.zone(ofPacked: found.packed) == found.zone, "\(text)")
    }
    #expect(usable > 300)
  }

  @Test(
    "are named by a title beside the axis",
    arguments: [
      ("经度（GCJ-02）", Datum.gcj02), ("高德经度", .gcj02), ("百度纬度", .bd09), ("WGS84经度", .wgs84),
      ("GPS纬度", .wgs84), ("经度（CGCS2000）", .cgcs2000), ("经度", nil), ("经度（百度或高德）", nil),
    ] as [(String, Datum?)])
  func titles(_ title: String, datum: Datum?) { #expect(datumNamed(in: title) == datum) }
}
