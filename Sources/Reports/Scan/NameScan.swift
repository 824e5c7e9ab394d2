/// Finds names in a text: as whole runs of hanzi, with or without words that introduce somebody.
///
/// A part of a run is no finding: 高平 stands in 高平市, and 王平 in 王平村. Linear in the text.
struct NameScan {
  private let names: Set<[UInt32]>
  private let longest: Int
  private(set) var found = 0

  /// `names` consist of hanzi, and dots between them.
  init(_ names: Set<String>) {
    self.names = Set(names.map { $0.unicodeScalars.map(\.value) })
    longest = (self.names.map(\.count).max() ?? 0) + 10
  }

  /// Looks through a text.
  mutating func read(_ text: [UInt8]) {
    guard !names.isEmpty else { return }
    var scalars = ScannedScalars(text)
    var run: [UInt32] = []
    while let scalar = scalars.next() {
      if NameScan.isOfName(scalar) {
        if run.count <= longest { run.append(scalar) }
      } else if !run.isEmpty {
        judge(run)
        run.removeAll(keepingCapacity: true)
      }
    }
    judge(run)
  }

  /// Whether a character can stand in a name: a hanzi, or the dot of names from other languages.
  static func isOfName(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF, 0xB7, 0x2022, 0x30FB: true
    default: false
    }
  }

  private mutating func judge(_ run: [UInt32]) {
    guard run.count >= 2, run.count <= longest else { return }
    let own = run[...]
    let starts = [own] + NameScan.before.filter(run.starts).map { own.dropFirst($0.count) }
    for start in starts {
      let ends = NameScan.after.filter { start.reversed().starts(with: $0.reversed()) }
      for name in [start] + ends.map({ start.dropLast($0.count) })
      where names.contains(Array(name)) {
        found += 1
        return
      }
    }
  }

  private static let before = words("举报人 投诉人 信访人 反映人 来访人 来信人 联系人 姓名 群众 村民 居民 由 据")
  private static let after = words("举报 投诉 反映 来电 来信 来访 称 说 先生 女士 同志 等人")

  private static func words(_ list: String) -> [[UInt32]] {
    list.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }
}
