/// A count as everybody may know it.
package enum OpenCount: Sendable, Hashable {
  case exact(Int)
  /// One or two.
  case fewerThanThree
  /// Not told, lest another one be worked out; it may be of any size.
  case withheld

  /// The number below which counts are not told.
  static let least = 3

  /// Whether a count is too small to be told; nought is told.
  static func isSmall(_ count: Int) -> Bool { (1..<least).contains(count) }

  /// The number, if it is told.
  package var number: Int? {
    if case .exact(let number) = self { number } else { nil }
  }

  /// `1,072`, `<3`, `—`: in tables and manifests.
  package var cell: String {
    switch self {
    case .exact(let number): Numeral.grouped(number)
    case .fewerThanThree: "<\(OpenCount.least)"
    case .withheld: "—"
    }
  }

  /// `1,072件`, `少于3件`, `若干件（不公布）`: in sentences.
  func phrase(_ unit: String) -> String {
    switch self {
    case .exact(let number): " \(Numeral.grouped(number)) \(unit)"
    case .fewerThanThree: "少于\(OpenCount.least)\(unit)"
    case .withheld: "若干\(unit)（不公布）"
    }
  }
}
