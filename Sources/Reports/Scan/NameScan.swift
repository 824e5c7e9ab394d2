/// Finds names in a file's text, run of hanzi by run.
///
/// Linear in the text.
struct NameScan {
  private let names: ReporterNames
  private(set) var found = 0

  init(_ names: ReporterNames) { self.names = names }

  /// Looks through a text.
  mutating func read(_ text: [UInt8]) {
    guard !names.isEmpty else { return }
    var scalars = ScannedScalars(text)
    var run: [UInt32] = []
    while let scalar = scalars.next() {
      if NameScan.isOfName(scalar) {
        run.append(scalar)
      } else if !run.isEmpty {
        found += names.places(in: run).count
        run.removeAll(keepingCapacity: true)
      }
    }
    found += names.places(in: run).count
  }

  /// Whether a character can stand in a name: a hanzi, or the dot of names from other languages.
  static func isOfName(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF, 0xB7, 0x2022, 0x30FB: true
    default: false
    }
  }
}
