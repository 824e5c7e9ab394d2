import Testing
import Vocabulary

@testable import Geography

@Suite("where a layer lies")
struct LayerLocationTests {
  /// A layer of rectangles: west, south, east, north.
  private func layer(_ boxes: (Double, Double, Double, Double)...) throws -> Layer {
    var sketch = Sketch()
    sketch.features = boxes.map { [[Sketch.rectangle($0.0, $0.1, $0.2, $0.3)]] }
    return try sketch.layer()
  }

  /// Two counties side by side, 174 km from west to east.
  private static let counties = [
    Box(west: 112, south: 38, east: 113, north: 39),
    Box(west: 113, south: 38, east: 114, north: 39),
  ]

  private func location(_ layer: Layer, others: [Box] = []) -> LayerLocation {
    LayerLocation(layer, counties: Self.counties, others: others)
  }

  @Test("within the counties or near them it is near, whatever the other layers")
  func near() throws {
    let far = [Box(west: 80, south: 40, east: 81, north: 41)]
    #expect(location(try layer((112.5, 38.4, 112.6, 38.5)), others: far) == .near)
    // 39 km east of the border, and 61 km.
    #expect(location(try layer((114.45, 38.4, 114.5, 38.5))) == .near)
    #expect(location(try layer((114.7, 38.4, 114.8, 38.5))).isCertainlyAstray)
  }

  @Test("a degree of longitude is shorter in the north, and the margin wider in degrees")
  func margin() throws {
    func isNear(_ degrees: Double, latitude: Double) throws -> Bool {
      let county = Box(west: 120, south: latitude, east: 121, north: latitude + 0.5)
      let east = 121 + degrees
      let drawn = try layer((east, latitude, east + 0.1, latitude + 0.5))
      return LayerLocation(drawn, counties: [county], others: []) == .near
    }
    // 50 km are 0.46° of longitude at 18.5° north and 0.75° at 53.5°.
    #expect(try isNear(0.45, latitude: 18) && !isNear(0.49, latitude: 18))
    #expect(try isNear(0.74, latitude: 53) && !isNear(0.78, latitude: 53))
  }

  @Test("a layer that fills the jurisdiction is astray one zone of three degrees further")
  func shifted() throws {
    let filling = (0..<20).map { 112 + 0.1 * Double($0) }
    var sketch = Sketch()
    sketch.features = filling.map { [[Sketch.rectangle($0, 38.2, $0 + 0.05, 38.8)]] }
    #expect(location(try sketch.layer()) == .near)
    sketch.features = filling.map { [[Sketch.rectangle($0 + 3, 38.2, $0 + 3.05, 38.8)]] }
    guard case .awayFromCounties(let distance) = location(try sketch.layer()) else {
      Issue.record("near")
      return
    }
    #expect(distance.polygons == 20 && distance.away == 20)
    // One degree at 38.5° north.
    #expect(abs(distance.nearestMetres - 87_200) < 500)
  }

  @Test("a province's layer covers the counties, its neighbour's touches them")
  func provinces() throws {
    let own = [(110.0, 35.0, 111.0, 36.0), (114.5, 40.0, 115.0, 41.0), (113.9, 36.0, 114.2, 37.0)]
    let neighbours = own.map { ($0.0 + 3.5, $0.1, $0.2 + 3.5, $0.3) }
    #expect(location(try layer(own[0], own[1], own[2])) == .near)
    #expect(
      location(try layer(neighbours[0], neighbours[1], neighbours[2], (113.8, 38.5, 114.3, 38.6)))
        .isCertainlyAstray)
  }

  @Test("beyond China it is astray, with or without counties")
  func beyondChina() throws {
    for drawn in [try layer((-179, -89, 0, 89)), try layer((10, 10, 20, 20))] {
      #expect(location(drawn) == .beyondChina)
      #expect(LayerLocation(drawn, counties: [], others: []) == .beyondChina)
    }
    // A sound area does not make up for one that reaches around the world.
    #expect(location(try layer((112, 38, 113, 39), (0, 0, 179, 80))) == .beyondChina)
  }

  @Test("without counties, it may be the other layer that is wrong")
  func others() throws {
    let reserve = try layer((116, 39.5, 116.5, 40))
    let redLine = Box(west: 112.7, south: 38.7, east: 112.72, north: 38.72)
    func beside(_ others: Box...) -> LayerLocation {
      LayerLocation(reserve, counties: [], others: others)
    }
    #expect(beside() == .near)
    #expect(beside(redLine, Box(west: 116.6, south: 40, east: 116.7, north: 40.1)) == .near)
    // What lies beyond China says nothing of where China's layers are.
    #expect(beside(Box(west: 0, south: 0, east: 179, north: 80)) == .near)
    let found = beside(redLine)
    #expect(found.isAstray && !found.isCertainlyAstray)
    #expect(
      found.wording?.zh
        == "1 个面中 1 个距其他图层 100 公里以上，最近约 297 公里；没有完整的县区图，无从判断哪一个有误")
  }
}
