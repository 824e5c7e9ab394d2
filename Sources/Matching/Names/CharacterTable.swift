private import CTables

/// What is known of each character of the Basic Multilingual Plane: what it folds to in a key, how it
/// is read and how it looks.
///
/// Read once a run from `CTables/characters.txt`, which names its origins and its form; a look-up
/// costs one load. Characters the table lacks fold to themselves, have no reading and look like none.
struct CharacterTable: Sendable {
  /// The table that the program carries.
  static let standard = CharacterTable(text: embedded)

  private static var embedded: [UInt8] {
    var count = 0
    let start = unsafe ctables_characters(&count)
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// By unit, the unit it folds to; 0 is dropped, `several` stands for those in `sequences`.
  private var folded: [UInt16]
  private var sequences: [UInt16: [UInt16]] = [:]
  /// By folded unit, the number of its syllable without tone; 0 is unknown.
  private(set) var reading: [UInt16]
  /// By number of a syllable, the number of what it is heard as where z, c, s and zh, ch, sh, or n
  /// and l, or in, en and ing, eng are one.
  private(set) var heard: [UInt16] = [0]
  /// By folded unit, the four-corner code plus one in the low 17 bits, the structure above it; 0 is
  /// unknown.
  private(set) var shape: [UInt32]
  /// Lines that could not be read.
  private(set) var unreadableLines = 0

  /// A unit that no text has.
  private static let several: UInt16 = 0xFFFF

  init(text: [UInt8]) {
    folded = (0...UInt16.max).map { $0 }
    reading = Array(repeating: 0, count: 0x1_0000)
    shape = Array(repeating: 0, count: 0x1_0000)
    var section = ""
    var heardNumbers: [String: UInt16] = [:]
    var compatibility: [ArraySlice<UInt16>] = []
    for line in text.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let units = Array(String(decoding: line, as: UTF8.self).utf16)
      if line.first == UInt8(ascii: "[") {
        section = String(decoding: line, as: UTF8.self)
        continue
      }
      let named = units.split(separator: 0x20, maxSplits: 1)
      switch section {
      case "[simplified]" where units.count.isMultiple(of: 2):
        for pair in stride(from: 0, to: units.count, by: 2) {
          folded[Int(units[pair])] = units[pair + 1]
        }
      case "[readings]" where named.count == 2:
        let syllable = String(decoding: named[0], as: UTF16.self)
        let number = UInt16(heard.count)
        let sound = CharacterTable.sound(of: syllable)
        heard.append(heardNumbers[sound] ?? number)
        heardNumbers[sound] = heard.last
        for unit in named[1] { reading[Int(unit)] = number }
      case "[corners]" where named.count == 2:
        let code = named[0].reduce(0) { $0 * 10 + UInt32($1 & 0x0F) }
        for unit in named[1] { shape[Int(unit)] |= code + 1 }
      case "[structures]" where named.count == 2:
        let number = named[0].reduce(0) { $0 * 10 + UInt32($1 & 0x0F) }
        for unit in named[1] { shape[Int(unit)] |= (number + 1) << 17 }
      case "[compatibility]" where units.count >= 2: compatibility.append(units[...])
      default: unreadableLines += 1
      }
    }
    for unit in CharacterTable.dropped.utf16 { folded[Int(unit)] = 0 }
    folded[Int(CharacterTable.several)] = 0
    readDigits()
    addCompatible(compatibility)
  }

  /// Appends what the unit folds to in a key: nothing, a unit, or several.
  @inline(__always)
  func appendFolded(_ unit: UInt16, to key: inout [UInt16]) {
    let target = folded[Int(unit)]
    if target == CharacterTable.several {
      key.append(contentsOf: sequences[unit] ?? [])
    } else if target != 0 {
      key.append(target)
    }
  }

  /// Whether two characters are read alike but for the tone.
  func areHomophones(_ left: UInt16, _ right: UInt16) -> Bool {
    let (one, other) = (reading[Int(left)], reading[Int(right)])
    return one != 0 && one == other
  }

  /// Whether many speakers hear the two characters as one.
  func areNearHomophones(_ left: UInt16, _ right: UInt16) -> Bool {
    let (one, other) = (heard[Int(reading[Int(left)])], heard[Int(reading[Int(right)])])
    return one != 0 && one == other
  }

  /// Whether two characters look alike: four equal corners, or three and one structure.
  func lookAlike(_ left: UInt16, _ right: UInt16) -> Bool {
    let (one, other) = (shape[Int(left)], shape[Int(right)])
    let (code, otherCode) = (one & 0x1_FFFF, other & 0x1_FFFF)
    guard code != 0, otherCode != 0 else { return false }
    // The fifth digit tells apart what the four corners do not.
    var (corners, others) = ((code - 1) / 10, (otherCode - 1) / 10)
    var equal = 0
    for _ in 0..<4 {
      if corners % 10 == others % 10 { equal += 1 }
      (corners, others) = (corners / 10, others / 10)
    }
    return equal == 4 ? true : equal == 3 && one >> 17 == other >> 17 && one >> 17 != 0
  }

  /// Digits are read as the characters they stand for.
  private mutating func readDigits() {
    for (digit, character) in zip("0123456789".utf16, "零一二三四五六七八九".utf16) {
      reading[Int(digit)] = reading[Int(character)]
    }
  }

  /// What NFKC makes of a character is folded on like any other.
  private mutating func addCompatible(_ lines: [ArraySlice<UInt16>]) {
    for line in lines {
      guard let unit = line.first else { continue }
      let targets = line.dropFirst().map { folded[Int($0)] }.filter { $0 != 0 }
      folded[Int(unit)] =
        targets.count == 1 ? targets[0] : targets.isEmpty ? 0 : CharacterTable.several
      if targets.count > 1 { sequences[unit] = targets }
    }
  }

  /// The syllable with those sounds made one that many speakers do not tell apart.
  private static func sound(of syllable: String) -> String {
    var sound = syllable
    for (spelled, plain) in [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l")]
    where sound.hasPrefix(spelled) {
      sound = plain + sound.dropFirst(spelled.count)
      break
    }
    return sound.hasSuffix("ing") || sound.hasSuffix("eng") ? String(sound.dropLast()) : sound
  }

  /// Dots between the parts of a name, and marks that spreadsheets leave.
  private static let dropped = "·•・.．。｡,，、'‧∙⋅˙"
}
