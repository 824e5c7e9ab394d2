import Testing
import Vocabulary

@testable import Geography

@Suite("seven parameters")
struct DatumShiftTests {
  static let none = DatumShift(dx: 0, dy: 0, dz: 0, rx: 0, ry: 0, rz: 0, ppm: 0)

  @Test("the worked example of EPSG method 9606 comes out as published")
  func published() {
    // IOGP guidance note 7-2, 4.3.3: WGS 72 to WGS 84.
    let shift = DatumShift(dx: 0, dy: 0, dz: 4.5, rx: 0, ry: 0, rz: 0.554, ppm: 0.219)
    let place = shift.shifted(GeocentricPlace(x: 3_657_660.66, y: 255_768.55, z: 5_201_382.11))
    #expect(abs(place.x - 3_657_660.78) < 0.01)
    #expect(abs(place.y - 255_778.43) < 0.01)
    #expect(abs(place.z - 5_201_387.75) < 0.01)
  }

  @Test("places come back from geocentric metres to the last digits, on every ellipsoid")
  func roundTrips() {
    var numbers = SeededNumbers(7)
    for datum in GeodeticDatum.allCases {
      for _ in 0..<2_000 {
        let longitude = numbers.next(-180..<180)
        let latitude = numbers.next(-89.9..<89.9)
        let back = GeocentricPlace(longitude: longitude, latitude: latitude, on: datum.ellipsoid)
          .geographic(on: datum.ellipsoid)
        #expect(abs(back.longitude - longitude) < 1e-12)
        #expect(abs(back.latitude - latitude) < 1e-12)
      }
    }
  }

  /// PROJ 9.1.1: `+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=cart
  /// +a=… +rf=… +step +proj=helmert +convention=position_vector +x=… +step +inv +proj=cart
  /// +a=6378137 +rf=298.257222101 +step +proj=unitconvert +xy_in=rad +xy_out=deg`.
  @Test("agrees with PROJ for Xian 1980 and Beijing 1954")
  func oracle() {
    let shift = DatumShift(
      dx: -24.7, dy: 113.4, dz: 60.2, rx: 1.25, ry: -0.75, rz: 2.125, ppm: -3.5)
    let xian = shift.place(longitude: 112.73, latitude: 38.42, on: .iag1975)
    #expect(abs(xian.longitude - 112.730606484892) < 1e-10)
    #expect(abs(xian.latitude - 38.420026492395) < 1e-10)
    let beijing = shift.place(longitude: 87.5, latitude: 44.25, on: .krassowsky)
    #expect(abs(beijing.longitude - 87.501147890853) < 1e-10)
    #expect(abs(beijing.latitude - 44.250064434172) < 1e-10)
  }

  /// PROJ 9.5.1, the pipeline above with `+convention=coordinate_frame`.
  @Test("rotations stated for the coordinate frame are turned, as PROJ takes them")
  func conventions() {
    let shift = DatumShift(
      dx: -24.7, dy: 113.4, dz: 60.2, rx: 1.25, ry: -0.75, rz: 2.125, ppm: -3.5,
      convention: .coordinateFrame)
    let xian = shift.place(longitude: 112.73, latitude: 38.42, on: .iag1975)
    #expect(abs(xian.longitude - 112.728911793826) < 1e-10)
    #expect(abs(xian.latitude - 38.419546243859) < 1e-10)
    let beijing = shift.place(longitude: 87.5, latitude: 44.25, on: .krassowsky)
    #expect(abs(beijing.longitude - 87.499593881747) < 1e-10)
    #expect(abs(beijing.latitude - 44.249352361408) < 1e-10)
    #expect(
      shift
        == DatumShift(
          dx: -24.7, dy: 113.4, dz: 60.2, rx: -1.25, ry: 0.75, rz: -2.125, ppm: -3.5))
    let still = DatumShift(
      dx: 1, dy: 1, dz: 1, rx: 0, ry: 0, rz: 0, ppm: 0, convention: .coordinateFrame)
    #expect(!still.isRotated && still.rx.sign == .plus)
  }

  private func layer(
    _ x: Double, _ y: Double, crs: String?, entry: String? = nil, shift: DatumShift? = nil
  ) throws(Failure) -> Layer {
    var registration = LayerRegistration(path: "a.geojson", tag: .redLine)
    registration.referenceSystem = entry
    registration.datumShift = shift
    let named = crs.map { "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"\($0)\"}}," } ?? ""
    let size = abs(x) > 400 ? 1000.0 : 0.01
    let ring = "[[\(x),\(y)],[\(x + size),\(y)],[\(x + size),\(y + size)],[\(x),\(y)]]"
    return try Layer.readGeoJSON(
      Array("{\"type\":\"Polygon\",\(named)\"coordinates\":[\(ring)]}".utf8),
      as: LayerSource(registration, sha256: ""))
  }

  private func refusal(
    _ x: Double, _ y: Double, crs: String?, entry: String? = nil, shift: DatumShift? = nil
  ) -> ProblemCode? {
    do throws(Failure) {
      _ = try layer(x, y, crs: crs, entry: entry, shift: shift)
      return nil
    } catch {
      #expect(error.problems.count == 1)
      return error.problems[0].code
    }
  }

  @Test("an earlier datum is taken with its parameters only, and no other with them")
  func needed() throws {
    for number in [4610, 4214] {
      #expect(refusal(112, 38, crs: "EPSG:\(number)") == .wrongReferenceSystem)
      #expect(refusal(112, 38, crs: nil, entry: "EPSG:\(number)") == .wrongReferenceSystem)
      let layer = try layer(112, 38, crs: "EPSG:\(number)", shift: Self.none)
      #expect(layer.reference.verified == "EPSG:\(number)")
      #expect(abs(layer.polygons.longitudes[0] - 112) < 1e-9)
      // The other ellipsoid alone moves a place, if by centimetres only.
      #expect(abs(layer.polygons.latitudes[0] - 38) > 1e-7)
    }
    #expect(refusal(112, 38, crs: "EPSG:4490", shift: Self.none) == .referenceContradicted)
    #expect(refusal(112, 38, crs: nil, shift: Self.none) == .referenceContradicted)
    #expect(refusal(38_500_000, 4_200_000, crs: "EPSG:2362") == .wrongReferenceSystem)
    #expect(
      try layer(38_500_000, 4_200_000, crs: "EPSG:2362", shift: Self.none).reference.isProjected)
  }

  @Test("what file and entry say must agree, and both are kept beside what was found")
  func agreement() throws {
    #expect(refusal(112, 38, crs: "EPSG:4490", entry: "EPSG:4527") == .referenceContradicted)
    #expect(refusal(112, 38, crs: "EPSG:4490", entry: "EPSG:4610") == .referenceContradicted)
    #expect(refusal(112, 38, crs: nil, entry: "EPSG:3857") == .wrongReferenceSystem)
    #expect(refusal(112, 38, crs: "EPSG:3857", entry: "EPSG:4490") == .wrongReferenceSystem)
    let silent = try layer(112, 38, crs: nil).reference
    #expect(silent == LayerReference(declared: nil, verified: "EPSG:4326", isProjected: false))
    let both = try layer(112, 38, crs: "urn:ogc:def:crs:OGC:1.3:CRS84", entry: "EPSG:4490")
    #expect(both.reference.declared == "urn:ogc:def:crs:OGC:1.3:CRS84")
    let entry = try layer(500_000, 4_200_000, crs: nil, entry: "EPSG:4546").reference
    #expect(
      entry
        == LayerReference(
          declared: "EPSG:4546", verified: "EPSG:4508 = EPSG:4546", isProjected: true))
  }

  @Test(
    "coordinates that contradict their zone are refused and never guessed",
    arguments: [
      // Metres declared for degrees, and the reverse.
      (112.5, 38.5, "EPSG:4526", ProblemCode.referenceContradicted),
      (112.5, 38.5, "EPSG:4547", .referenceContradicted),
      (38_500_000, 4_200_000, "EPSG:4490", .wrongReferenceSystem),
      // The number of another zone, one too many, one too few.
      (37_500_000, 4_200_000, "EPSG:4526", .referenceContradicted),
      (19_500_000, 4_200_000, "EPSG:4526", .referenceContradicted),
      (38_500_000, 4_200_000, "EPSG:4547", .referenceContradicted),
      (500_000, 4_200_000, "EPSG:4526", .referenceContradicted),
      // Exchanged, and far away.
      (4_200_000, 38_500_000, "EPSG:4526", .badGeometry),
      (4_200_000, 500_000, "EPSG:4547", .badGeometry),
      (-1_100_000, 4_200_000, "EPSG:4547", .badGeometry),
      (50_500_000, 4_200_000, "EPSG:4547", .badGeometry),
      (38_500_000, 14_200_000, "EPSG:4526", .badGeometry),
    ])
  func zones(x: Double, y: Double, system: String, code: ProblemCode) {
    #expect(refusal(x, y, crs: system) == code)
  }

  @Test(
    "a layer in metres with an edge longer than 5 km comes with a warning, one in degrees without")
  func longEdges() throws {
    let short = try layer(38_500_000, 4_200_000, crs: "EPSG:4526")
    #expect(short.warnings.isEmpty)
    var registration = LayerRegistration(path: "a.geojson", tag: .redLine)
    registration.referenceSystem = "EPSG:4526"
    let text =
      "{\"type\":\"Polygon\",\"coordinates\":[[[38500000,4200000],[38506000,4200000],[38500000,4203000]]]}"
    let long = try Layer.readGeoJSON(Array(text.utf8), as: LayerSource(registration, sha256: ""))
    #expect(long.warnings.filter { $0.detail?.zh.contains("5 公里") == true }.count == 1)
    #expect(try layer(112, 38, crs: nil).warnings.isEmpty)
  }
}
