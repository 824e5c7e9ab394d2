import Testing
import Vocabulary

@testable import Matching

@Suite("Coordinates of two rows")
struct SpotAccordTests {
  private func point(_ east: Double, _ north: Double, off: Double = 10) -> Point {
    Point(longitude: 112.7 + east, latitude: 38.7 + north, uncertaintyMetres: off)
  }

  @Test("a site is 300 m wide; beyond two kilometres, and what both are off by, is another")
  func distances() {
    // 0.001 degrees of latitude are 111 m.
    #expect(SpotAccord(point(0, 0), point(0, 0.0026)) == .one)
    #expect(SpotAccord(point(0, 0), point(0, 0.0028)) == .unknown)
    #expect(SpotAccord(point(0, 0), point(0, 0.018)) == .unknown)
    #expect(SpotAccord(point(0, 0), point(0, 0.0184)) == .other)
    #expect(SpotAccord(point(0, 0), point(0, 0.0184, off: 600)) == .unknown)
    #expect(SpotAccord(point(0, 0, off: 600), point(0, 0.03, off: 600)) == .other)
  }

  @Test("a missing or vague place says nothing")
  func vague() {
    #expect(SpotAccord(nil, point(0, 0)) == .unknown)
    #expect(SpotAccord(point(0, 0), nil) == .unknown)
    #expect(SpotAccord(point(0, 0, off: 5_000), point(0, 0)) == .unknown)
  }
}
