import Testing
import Vocabulary

@testable import Geography

@Suite("what is said of shapes")
struct ShapeWordingTests {
  private let layer = Wording(zh: "生态保护红线", en: "the ecological red line")

  @Test("overlap in square metres, mu and percent")
  func overlap() {
    let part = ShapeOverlap(dimension: .area, whole: 10_033, inside: 1_234, parts: [])
    #expect(
      part.wording(with: layer).zh == "与生态保护红线重叠 1,234 平方米（1.85 亩），占线索范围 12.3 %")
    let line = ShapeOverlap(dimension: .line, whole: 2_000, inside: 1_999.9, parts: [])
    #expect(line.wording(with: layer).zh == "在生态保护红线内长 2,000 米，占线索长度 >99.9 %")
    let nothing = ShapeOverlap(dimension: .area, whole: 10, inside: 0, parts: [])
    #expect(nothing.wording(with: layer).en == "no overlap with the ecological red line")
    #expect(abs(ShapeOverlap.mu * 2_000 / 3 - 1) < 1e-12)
  }

  @Test(
    "numbers in groups of three",
    arguments: [
      (0.0, 0, "0"), (999.5, 0, "1,000"), (1_234_567, 0, "1,234,567"), (-0.4, 0, "0"),
      (-1_234.56, 1, "-1,234.6"), (0.05, 2, "0.05"), (.nan, 0, "—"), (1e300, 0, "—"),
    ])
  func numbers(value: Double, places: Int, expected: String) {
    #expect(grouped(value, places: places) == expected)
  }

  @Test(
    "shares show 0 and 100 only for nothing and all",
    arguments: [
      (0.0, "0"), (1e-9, "<0.1"), (0.0005, "0.1"), (0.123, "12.3"), (0.9994, "99.9"),
      (0.99999, ">99.9"), (1, "100"),
    ])
  func shares(share: Double, expected: String) { #expect(percentage(share) == expected) }

  @Test("a verdict's sentence names the layer and both numbers")
  func verdicts() throws {
    var sketch = Sketch()
    sketch.features = [[[Sketch.rectangle(112.70, 38.40, 112.72, 38.42)]]]
    let index = try sketch.index()
    for (text, expected) in [
      ("POINT(112.71 38.401)", "线索范围有一部分确定在生态保护红线内（最深 111.0 米，误差 10.0 米）"),
      ("POINT(112.71 38.399)", "线索范围全部确定在生态保护红线外（最近 111.0 米，误差 10.0 米）"),
      ("POINT(112.71 38.40001)", "线索范围与生态保护红线的边界在误差 10.0 米之内，无法确定"),
      ("POINT(122.71 38.40001)", "线索范围全部确定在生态保护红线外（远于 50 公里，误差 10.0 米）"),
    ] {
      let shape = try PlaceShape.read(Array(text.utf8))
      #expect(
        index.verdict(of: shape, uncertainty: PointUncertainty(rounding: 10)).wording(with: layer)
          .zh == expected)
    }
  }
}
