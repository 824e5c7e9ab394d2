import Testing
import Vocabulary

@testable import Reports

/// Contrast as WCAG 2.1 defines it, from the colours of the style sheet and of the charts.
@Suite("Contrast of the HTML report") struct ContrastTests {
  private static let style = String(decoding: PackageResources.report_css, as: UTF8.self)

  /// A colour by its name in the style sheet, or as written.
  private static func hex(_ colour: String) throws -> String {
    guard colour.hasPrefix("--") else { return colour }
    return try #require(style.components(between: "\(colour): ", and: ";").first)
  }

  /// The relative luminance of `#rrggbb` or `#rgb`.
  private static func luminance(_ colour: String) throws -> Double {
    var digits = try hex(colour).dropFirst().compactMap(\.hexDigitValue)
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    try #require(digits.count == 6, "\(colour)")
    let parts = stride(from: 0, to: 6, by: 2).map { place in
      let part = Double(digits[place] * 16 + digits[place + 1]) / 255
      return part <= 0.03928 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// x to the power 2.4, by x² times the fifth root of x².
  private static func power(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let square = x * x
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }

  private static func contrast(_ one: String, _ other: String) throws -> Double {
    let (a, b) = (try luminance(one), try luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test("the measure is that of the standard")
  func measure() throws {
    #expect(abs(try Self.contrast("#fff", "#000") - 21) < 0.01)
    // The grey that is just enough on white.
    #expect(abs(try Self.contrast("#767676", "#fff") - 4.54) < 0.01)
  }

  @Test(
    "letters stand out from their ground by 4.5 at least",
    arguments: [
      ("--ink", ["#fff", "--tint", "#fff8ec", "#fcf1f0", "#f7fafa", "#fff3cd", "#93bec5"]),
      ("--soft", ["#fff", "--tint", "--ground", "#f7fafa"]),
      ("--brand", ["#fff", "--tint", "#f4f8f8", "#f7fafa"]),
      ("--red", ["#fff", "#fcf1f0", "#f7fafa", "--tint"]),
      ("--amber", ["#fff", "#fff8ec", "#f7fafa", "--tint"]),
      ("--green", ["#fff"]), ("#fff", ["#7a1c16"]), ("#667085", ["#fff", "#f0f6f7"]),
    ])
  func letters(ink: String, grounds: [String]) throws {
    for ground in grounds {
      let contrast = try Self.contrast(ink, ground)
      #expect(contrast >= 4.5, "\(ink) on \(ground): \(contrast)")
    }
  }

  @Test("so do numbers in bars, and what is not text by 3")
  func charts() throws {
    for disposition in Disposition.allCases {
      let dark = disposition == .initiate || disposition == .verify
      let ink = dark ? SVGDrawing.Ink.white : .ink
      #expect(try Self.contrast(ink.rawValue, disposition.ink.rawValue) >= 4.5, "\(disposition)")
    }
    for ink in [SVGDrawing.Ink.muted, .ink, .red, .amber] {
      #expect(try Self.contrast(ink.rawValue, "#fff") >= 4.5, "\(ink)")
    }
    #expect(try Self.contrast("--focus", "#fff") >= 3)
    #expect(try Self.contrast("#7f979c", "#fff") >= 3, "edges of fields")
  }
}
