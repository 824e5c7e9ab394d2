import Foundation
import Testing
import Vocabulary

@testable import Geography

@Suite("reference systems")
struct ReferenceSystemTests {
  /// A line of what PROJ says of a system: its description and one place in it.
  struct Registered: CustomTestStringConvertible {
    let number: Int
    let longitude: Double
    let latitude: Double
    let x: Double
    let y: Double
    let description: String

    var testDescription: String { "EPSG:\(number)" }
  }

  static let registered: [Registered] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/reference_systems.tsv")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      let numbers = fields.dropLast().compactMap { Double($0) }
      guard numbers.count == 5 else { return nil }
      return Registered(
        number: Int(numbers[0]), longitude: numbers[1], latitude: numbers[2], x: numbers[3],
        y: numbers[4], description: fields[5])
    }
  }()

  static func description(_ number: Int) -> String {
    registered.first { $0.number == number }?.description ?? ""
  }

  static func refusal(_ text: String) -> LayerFault? {
    do throws(LayerFault) {
      _ = try ReferenceSystem(wellKnownText: text)
      return nil
    } catch {
      return error
    }
  }

  @Test("every national zone is known by its number, by its name and by its parameters alone")
  func zones() throws {
    #expect(Self.registered.count == 196)
    for line in Self.registered {
      let system = try #require(ReferenceSystem(epsg: line.number))
      #expect(system.numbers.contains(line.number))
      #expect(ReferenceSystem(named: "urn:ogc:def:crs:EPSG::\(line.number)") == system)
      #expect(try ReferenceSystem(wellKnownText: line.description) == system)
      let renamed = line.description.replacing("CGCS2000_", with: "本地_").replacing(
        "GCS_", with: "x")
      #expect(try ReferenceSystem(wellKnownText: renamed) == system)
    }
  }

  @Test("places agree with PROJ within a hundredth of a millimetre, in every zone")
  func projection() throws {
    for line in Self.registered {
      let system = try #require(ReferenceSystem(epsg: line.number))
      // Without its seven parameters a place stays on its own ellipsoid.
      let place = try LayerPlane(system, shift: nil).place(x: line.x, y: line.y)
      #expect(abs(place.longitude - line.longitude) < 2e-10, "EPSG:\(line.number)")
      #expect(abs(place.latitude - line.latitude) < 1e-10, "EPSG:\(line.number)")
    }
  }

  @Test("no other number is a system that layers may come in")
  func otherNumbers() {
    let known = Set(Self.registered.map(\.number))
    for number in 0..<33_000 where !known.contains(number) {
      #expect(ReferenceSystem(epsg: number) == nil)
    }
  }

  @Test(
    "other texts name no system",
    arguments: [
      "", "4490", "EPSG", "EPSG:", "EPSG:3857", "EPSG:+4490", "EPSG: 4490", "CGCS2000", "ESRI:4490",
      "EPSG:99999999999999999999", "urn:ogc:def:crs:EPSG:4490", "http://x/def/crs/EPSG/0/4490", ":",
      "a:b:EPSG:4490", "OGC:4490", "EPSG:４４９０",
    ])
  func otherTexts(text: String) {
    #expect(ReferenceSystem(named: text) == nil)
  }

  static let modern = """
    PROJCRS["CGCS2000 / 3-degree Gauss-Kruger zone 39",BASEGEOGCRS["China Geodetic Coordinate System 2000",
    DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]],
    PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4490]],
    CONVERSION["3-degree Gauss-Kruger zone 39",METHOD["Transverse Mercator",ID["EPSG",9807]],
    PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8801]],
    PARAMETER["Longitude of natural origin",117,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8802]],
    PARAMETER["Scale factor at natural origin",1,SCALEUNIT["unity",1],ID["EPSG",8805]],
    PARAMETER["False easting",39500000,LENGTHUNIT["metre",1],ID["EPSG",8806]],
    PARAMETER["False northing",0,LENGTHUNIT["metre",1],ID["EPSG",8807]]],CS[Cartesian,2],
    AXIS["northing (X)",north,ORDER[1],LENGTHUNIT["metre",1]],
    AXIS["easting (Y)",east,ORDER[2],LENGTHUNIT["metre",1]],ID["EPSG",4527]]
    """

  @Test("reads the newer form, compounds, brackets of both kinds and doubled quotes")
  func forms() throws {
    let zone = try #require(ReferenceSystem(epsg: 4527))
    #expect(try ReferenceSystem(wellKnownText: Self.modern) == zone)
    let old = Self.description(4527)
    #expect(
      try ReferenceSystem(
        wellKnownText: "COMPD_CS[\"a\",\(old),VERT_CS[\"高程\",VERT_DATUM[\"x\",2005]]]")
        == zone)
    let round = old.replacing("[", with: "(").replacing("]", with: ")")
    #expect(try ReferenceSystem(wellKnownText: " \n" + round + " ") == zone)
    let quoted = old.replacing("CGCS2000_3_Degree", with: "\"\"地方\"\"")
    #expect(try ReferenceSystem(wellKnownText: quoted) == zone)
  }

  @Test(
    "a parameter that is not that of a national zone is refused",
    arguments: [
      ("117.0", "117.5"), ("117.0", "118"), ("117.0", "72"),
      ("\"Scale_Factor\",1.0", "\"Scale_Factor\",0.9996"),
      ("\"Latitude_Of_Origin\",0.0", "\"Latitude_Of_Origin\",1"),
      ("\"False_Northing\",0.0", "\"False_Northing\",10000000"), ("39500000.0", "39500001"),
      ("39500000.0", "0"), ("\"Meter\",1.0", "\"Foot_US\",0.3048006096012192"),
      ("\"Degree\",0.0174532925199433", "\"Grad\",0.01570796326794897"),
      ("\"Greenwich\",0.0", "\"Paris\",2.33722917"), ("Gauss_Kruger", "Lambert_Conformal_Conic"),
      ("D_China_2000", "D_New_Beijing"), ("D_China_2000", "D_Unknown"),
      ("False_Northing", "Azimuth"),
      ("6378137.0,298.257222101", "6378137.0"), ("PROJCS", "LOCAL_CS"), ("GEOGCS[", "GEOCCS["),
    ])
  func otherParameters(part: String, other: String) throws {
    let text = Self.description(4527)
    try #require(text.contains(part))
    #expect(Self.refusal(text.replacing(part, with: other))?.code == .wrongReferenceSystem)
  }

  @Test(
    "parameters that contradict each other are refused as such",
    arguments: [
      ("39500000.0", "38500000"), ("39500000.0", "19500000"), ("6378137.0", "6378140.0"),
      ("298.257222101", "298.257"), ("298.257222101]", "298.257222101],TOWGS84[1,0,0,0,0,0,0]"),
      ("\"Meter\",1.0]", "\"Meter\",1.0],AUTHORITY[\"EPSG\",\"4526\"]"),
      ("\"Meter\",1.0]", "\"Meter\",1.0],AUTHORITY[\"EPSG\",\"3857\"]"),
    ])
  func contradictions(part: String, other: String) throws {
    let text = Self.description(4527)
    try #require(text.contains(part))
    #expect(Self.refusal(text.replacing(part, with: other))?.code == .referenceContradicted)
  }

  @Test("the ellipsoid of CGCS2000 may be that of WGS 84, and a shift by nothing is none")
  func tolerance() throws {
    let text = Self.description(4490).replacing(
      "298.257222101]", with: "298.257223563],TOWGS84[0,0,0,0,0,0,0]")
    #expect(try ReferenceSystem(wellKnownText: text) == .cgcs2000)
  }

  @Test("hostile descriptions are refused at once")
  func hostile() {
    let deep = String(repeating: "A[", count: 10_000) + String(repeating: "]", count: 10_000)
    let wide = "GEOGCS[\"a\"" + String(repeating: ",1", count: 3_000) + "]"
    let long = "GEOGCS[\"" + String(repeating: "甲", count: 20_000) + "\"]"
    for text in [
      "", " ", "[", "]", "A", "A[", "A[]", "A[\"", "A[1,]", "A[1)]", "A[1]]", "A[1] B[2]",
      "A[1e999]",
      "A[--1]", "A[\"\u{0}\"]", "PROJCS[\"a\"]", "GEOGCS[\"a\",DATUM[\"China_2000\"]]", deep, wide,
      long,
      "COMPD_CS[\"a\"]", "COMPD_CS[COMPD_CS[\"a\"]]",
    ] {
      #expect(Self.refusal(text)?.code == .wrongReferenceSystem)
    }
  }

  @Test("no cut and no changed byte of a description stops the reader or makes another datum of it")
  func damaged() throws {
    var numbers = SeededNumbers(4527)
    for text in [Self.description(4527), Self.modern, Self.description(2363)] {
      let bytes = Array(text.utf8)
      let whole = try ReferenceSystem(wellKnownText: text)
      for length in 0..<bytes.count {
        #expect(Self.refusal(String(decoding: bytes[..<length], as: UTF8.self)) != nil)
      }
      for _ in 0..<3_000 {
        var changed = bytes
        changed[numbers.next(below: bytes.count)] = UInt8(numbers.next(below: 256))
        let read = try? ReferenceSystem(wellKnownText: String(decoding: changed, as: UTF8.self))
        #expect(read == nil || read?.datum == whole.datum)
      }
    }
  }
}
