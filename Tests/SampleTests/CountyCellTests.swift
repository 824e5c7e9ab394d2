import Testing

@testable import Sample

@Suite("Counties of the sample")
struct CountyCellTests {
  private func covers(_ ring: [Coordinate], _ point: Coordinate) -> Bool {
    var isInside = false
    for (from, to) in zip(ring, ring.dropFirst())
    where (from.latitude > point.latitude) != (to.latitude > point.latitude) {
      let share = Double(point.latitude - from.latitude) / Double(to.latitude - from.latitude)
      let crossing = Double(from.longitude) + share * Double(to.longitude - from.longitude)
      if Double(point.longitude) < crossing { isInside.toggle() }
    }
    return isInside
  }

  @Test("have closed rings around their own seats and no other's")
  func ownSeats() {
    #expect(CountyCells.all.count == SampleCounty.all.count)
    for (county, ring) in zip(SampleCounty.all, CountyCells.all) {
      #expect(ring.count > 3 && ring.first == ring.last)
      for other in SampleCounty.all {
        #expect(covers(ring, other.seat) == (other.code == county.code))
      }
    }
  }

  @Test("hold the inner places of the zones that are said to lie in them")
  func zonesInCounties() {
    for zone in SampleZone.all {
      #expect(covers(CountyCells.all[zone.county], zone.inside), "\(zone.name)")
      #expect(covers(CountyCells.all[zone.county], zone.onLine), "\(zone.name)")
    }
  }
}
