package import Vocabulary

/// The distinct names of a table's parties, each read once, laid out for comparing.
///
/// A name is a number from 0; equal numbers are equal keys, with the same other name in a note. All units lie in one buffer, the body of a
/// name behind its key, about 50 bytes together; 112 bytes of traits hold all else that a comparison
/// reads. Numbers follow the order of rows: nothing may depend on them but equality.
package struct NameTable: Sendable {
  /// How many units of a name are looked at one against each other of another.
  static let comparedLimit = 64

  /// Where a name's units lie in `units`.
  struct Extent: Sendable {
    let start: Int
    let keyCount: Int32
    let bodyCount: Int32
  }

  /// By row of the table; -1 where the record names nobody or says nothing about who it is.
  package private(set) var nameOfRow: [Int32] = []

  private(set) var traits: [NameTraits] = []
  private(set) var units: [UInt16] = []
  private var extents: [Extent] = []
  private var numbers = NumberedHashes()

  /// The names of no record.
  package init() {}

  /// The party names of the table's records; linear in rows and in the bytes of distinct names.
  package init(_ table: RecordTable) {
    var reading = Reading(table.texts)
    nameOfRow.reserveCapacity(table.count)
    for row in 0..<table.count {
      nameOfRow.append(reading.name(table.text(.partyName, row), &self))
    }
  }

  /// The names in a field of ranked records.
  init(_ table: RankedRecords, _ field: TextField) {
    var reading = Reading(table.texts)
    nameOfRow.reserveCapacity(table.count)
    // More than are needed: what is not written takes no memory.
    numbers = NumberedHashes(count: table.count)
    traits.reserveCapacity(table.count)
    extents.reserveCapacity(table.count)
    units.reserveCapacity(table.count * 32)
    table.forEachFew(field) { _, texts in
      reading.readNew(texts, &self)
      for text in texts { nameOfRow.append(reading.name(text, &self)) }
    }
  }

  /// Which texts were read, and under which numbers.
  private struct Reading {
    let texts: TextPool
    /// By text id; -2 is not yet read.
    var known: [Int32]

    /// What was read of a few texts and is about to be numbered.
    private var new: [(text: TextID, name: PartyName)] = []
    private var hashes: [UInt64] = []

    init(_ texts: TextPool) {
      self.texts = texts
      known = Array(repeating: -2, count: texts.count)
    }

    mutating func name(_ text: TextID, _ names: inout NameTable) -> Int32 {
      if text.isMissing { return -1 }
      if known[Int(text.number)] == -2 {
        known[Int(text.number)] = names.add(texts.storage.span.extracting(texts.range(of: text)))
      }
      return known[Int(text.number)]
    }

    /// Reads those of up to 32 texts that are new, then numbers them: where they are looked for lies
    /// far away, and is asked for at once.
    mutating func readNew(_ few: ArraySlice<TextID>, _ names: inout NameTable) {
      new.removeAll(keepingCapacity: true)
      hashes.removeAll(keepingCapacity: true)
      for text in few where !text.isMissing && known[Int(text.number)] == -2 {
        let name = PartyName(texts.storage.span.extracting(texts.range(of: text)))
        known[Int(text.number)] = -1
        guard name.saysWho else { continue }
        new.append((text, name))
        hashes.append(name.traits.keyHash)
      }
      names.numbers.bringNear(hashes[...])
      for (text, name) in new { known[Int(text.number)] = names.add(name) }
    }
  }

  /// How many distinct names there are.
  package var count: Int { traits.count }

  /// The number of a name in UTF-8, new or known; -1 if it says nothing about who it is.
  package mutating func add(_ text: Span<UInt8>) -> Int32 {
    let name = PartyName(text)
    return name.saysWho ? add(name) : -1
  }

  /// Where a name's key lies in `units`.
  func key(_ name: Int32) -> Range<Int> {
    let extent = extents[Int(name)]
    return extent.start..<(extent.start + Int(extent.keyCount))
  }

  /// Where a name's body lies in `units`: core, legal form, branch.
  func body(_ name: Int32) -> Range<Int> {
    let extent = extents[Int(name)]
    let start = extent.start + Int(extent.keyCount)
    return start..<(start + Int(extent.bodyCount))
  }

  /// Where a name's core lies in `units`: brand and trade.
  func core(_ name: Int32) -> Range<Int> {
    let start = body(name).lowerBound
    return start..<(start + Int(traits[Int(name)].coreCount))
  }

  private mutating func addOther(_ name: PartyName) -> Int32 { name.saysWho ? add(name) : -1 }

  private mutating func add(_ name: PartyName) -> Int32 {
    let note = name.otherName
    let other = note.isEmpty || note == name.key ? -1 : addOther(PartyName(key: note))
    let known = numbers.number(of: name.traits.keyHash) {
      traits[Int($0)].otherName == other
        && areEqual(units.span.extracting(key($0)), name.key.span)
    }
    if let known { return known }
    traits.append(name.traits)
    traits[traits.count - 1].otherName = other
    extents.append(
      Extent(
        start: units.count, keyCount: Int32(name.key.count), bodyCount: Int32(name.body.count)))
    units.append(contentsOf: name.key)
    units.append(contentsOf: name.body)
    return numbers.add(name.traits.keyHash)
  }
}

/// Whether two texts have the same units.
func areEqual<Unit: Equatable>(_ left: Span<Unit>, _ right: Span<Unit>) -> Bool {
  guard left.count == right.count else { return false }
  for index in left.indices where left[index] != right[index] { return false }
  return true
}
