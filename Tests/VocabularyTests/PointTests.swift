import Testing
import Vocabulary

@Suite("Points")
struct PointTests {
  private let items = PointUncertainty(
    rounding: 7.53, device: 10, epoch: 1, conversion: 20, grid: 130)

  @Test("lie in one of eight directions")
  func directions() {
    let steps: [(Double, Double, CompassDirection?)] = [
      (0, 5, .north), (2, 5, .north), (2.1, 5, .northEast), (5, 5, .northEast), (5, 2, .east),
      (5, -2, .east), (5, -2.1, .southEast), (1, -5, .south), (-3, -4, .southWest), (-5, 0, .west),
      (-4, 3, .northWest), (0, 0, nil), (.nan, 1, nil),
    ]
    for (east, north, direction) in steps {
      #expect(CompassDirection(eastMetres: east, northMetres: north) == direction)
    }
  }

  @Test("take forty bytes in a table")
  func size() {
    #expect(MemoryLayout<Point?>.stride <= 40)
  }

  @Test("are uncertain by the sum of all items")
  func sum() {
    #expect(abs(items.totalMetres - 168.53) < 1e-5)
    #expect(items.isLength)
    for bad in [-1, .nan, .infinity] {
      #expect(!PointUncertainty(rounding: bad).isLength)
      #expect(!PointUncertainty(rounding: 1, grid: bad).isLength)
    }
    #expect(items.replacing(conversion: 0).totalMetres == items.totalMetres - 20)
  }

  @Test("print their budget with the name of every item that counts")
  func budget() {
    let point = Point(longitude: 112, latitude: 38, uncertainty: items, frame: .bd09Converted)
    let budget = UncertaintyBudget(point, layerScaleMetres: 25)
    #expect(
      budget.wording.zh
        == "坐标位数 7.5 m + 设备 10 m + 历元 1 m + 近似换算 20 m + 旧坐标系格网 130 m + 图层比例尺 25 m = 193.5 m")
    #expect(
      budget.wording.en
        == "digits 7.5 m + device 10 m + epoch 1 m + approximate conversion 20 m + "
        + "grid of an earlier datum 130 m + layer scale 25 m = 193.5 m")
    let kept = Point(longitude: 112, latitude: 38, uncertainty: items, frame: .bd09AsStated)
    #expect(UncertaintyBudget(kept).wording.zh.contains("未换算 20 m"))
    let fine = Point(longitude: 112, latitude: 38, uncertaintyMetres: 0.0075)
    #expect(UncertaintyBudget(fine).wording.zh == "坐标位数 < 0.1 m = < 0.1 m")
  }

  @Test("the items of a budget are its sum", arguments: 0..<50)
  func property(seed: Int) {
    func metres(_ number: Int) -> Double { Double((seed * 7919 + number * 104_729) % 1_000) / 8 }
    let point = Point(
      longitude: 112, latitude: 38,
      uncertainty: PointUncertainty(
        rounding: metres(1), device: metres(2), epoch: metres(3), conversion: metres(4),
        grid: metres(5)),
      frame: .projected)
    let budget = UncertaintyBudget(point, layerScaleMetres: metres(6))
    #expect(budget.items.reduce(0) { $0 + $1.metres } == budget.totalMetres)
  }

  @Test("name a conversion or its absence for zones.csv, and nothing else")
  func marks() {
    #expect(
      PointFrame.allCases.map(\.mark) == [
        nil, nil, nil, "gcj02-approximate", "bd09-approximate", "gcj02-unconverted",
        "bd09-unconverted", nil, nil,
      ])
    #expect(PointFrame.allCases.map { Int($0.rawValue) } == Array(PointFrame.allCases.indices))
    for datum in Datum.allCases {
      for isConverted in [true, false] {
        let frame = PointFrame(degreesIn: datum, isConverted: isConverted)
        #expect((frame.webMapDatum ?? datum) == datum)
        #expect(frame.isConverted == (isConverted && frame.webMapDatum != nil))
      }
    }
    #expect(PointFrame(degreesIn: nil, isConverted: true) == .undeclared)
  }

  @Test("what a datum would give reads in one line")
  func hypotheses() {
    let outside = DatumHypothesis(
      datum: .gcj02, value: .false, signedDistanceMetres: 352.4, uncertaintyMetres: 26.75)
    #expect(outside.wording.zh == "GCJ-02 界外 352 m（误差 26.8 m）")
    #expect(outside.wording.en == "GCJ-02 outside 352 m (uncertainty 26.8 m)")
    let unsure = DatumHypothesis(
      datum: .cgcs2000, value: .unknown, signedDistanceMetres: -3, uncertaintyMetres: 11)
    #expect(unsure.wording.zh == "CGCS2000/WGS-84 不能判定，距边界 3 m（误差 11 m）")
  }
}
