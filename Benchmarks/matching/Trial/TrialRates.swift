/// How often records are wrong, in a thousand of all records.
///
/// The shares are assumptions that a prototype was measured with, not counts from real drops. Columns
/// that a source does not have are part of the share that lacks the value.
package enum TrialRates {
  /// No code, a mistyped one, a valid one of somebody else.
  package static let withoutCode = 450
  package static let mistypedCode = 10
  package static let foreignCode = 3
  /// Of names: another legal form, no region, shortened, one character wrong.
  package static let formSwapped = 40
  package static let regionDropped = 60
  package static let shortened = 30
  package static let mistypedName = 30
  /// In a hundred of the wrong characters: of one sound.
  package static let homophones = 76
  /// Brackets of the other width.
  package static let bracketWidth = 150
  package static let withoutAddress = 150
  package static let cutAddress = 300
  package static let withoutRepresentative = 350
  package static let changedRepresentative = 50

  /// Days of an event that are off by one to three.
  package static let dayOff = 80
  /// Document numbers in another spelling, and with a wrong digit.
  package static let documentSpelling = 150
  package static let documentMistyped = 10
  /// Parties of complaints that say nothing: 个体户, 不详.
  package static let nobody = 10

  /// The share of records whose source has a column, in a thousand: complaints have no code, and only
  /// inspections and penalties of others than persons state a representative.
  static let haveCode = 867
  static let haveRepresentative = 698

  /// The share among the records that have the column, so that of all records `lacking` lack it.
  static func lacking(_ lacking: Int, among having: Int) -> Int {
    max(0, (lacking - (1000 - having)) * 1000 / having)
  }
}
