internal import Vocabulary

/// The texts of a table that profiles are made of, under numbers that only depend on what rows say.
///
/// Numbers count up in the order in which rows are considered, so that no order of files shows in
/// them; 0 is a missing text.
struct TextNumbers {
  private var numberOfText: [Int32]
  private(set) var count: Int32 = 0

  init(_ texts: TextPool) { numberOfText = Array(repeating: 0, count: texts.count) }

  /// The text's number, new or known.
  mutating func number(of text: TextID) -> Int32 {
    guard !text.isMissing else { return 0 }
    let known = numberOfText[Int(text.number)]
    if known != 0 { return known }
    count += 1
    numberOfText[Int(text.number)] = count
    return count
  }
}
