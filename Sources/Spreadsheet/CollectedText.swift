/// The text that is being read, without notes on how it is spoken, within the limits of a workbook.
struct CollectedText {
  private(set) var bytes: [UInt8] = []
  /// Whether the text belongs to a note on pronunciation (`rPh`), which is no part of a cell.
  var isPhonetic = false
  private var isOpen = false
  /// How many bytes the part has given so far.
  private var total = 0

  /// Forgets the text before.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// From here on text counts, if anybody wants it.
  mutating func open(isWanted: Bool = true) { isOpen = isWanted && !isPhonetic }

  mutating func close() { isOpen = false }

  /// Throws for a text, or for texts together, beyond the limits.
  mutating func append(_ more: [UInt8]) throws(XMLFault) {
    guard isOpen else { return }
    bytes += more
    total += more.count
    guard bytes.count <= SpreadsheetLimits.cellBytes, total <= SpreadsheetLimits.textBytes else {
      throw XMLFault(detail: SpreadsheetFault.tooLarge)
    }
  }
}
