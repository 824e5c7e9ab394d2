import Foundation
import Vocabulary

@testable import Intake

/// One row as `TextTable.rows` gave it.
struct ReadRow: Equatable, CustomStringConvertible {
  let fields: [String]
  let line: Int
  let endLine: Int
  let code: ProblemCode?

  var description: String { "\(line)-\(endLine) \(code?.rawValue ?? "ok") \(fields)" }
}

func table(_ text: String) throws -> TextTable {
  try TextTable(of: Array(text.utf8), shown: "x.csv")
}

func table(_ bytes: [UInt8]) throws -> TextTable { try TextTable(of: bytes, shown: "x.csv") }

/// The rows of a table; those rejected without their fields.
func read(_ table: TextTable) -> [ReadRow] {
  var rows: [ReadRow] = []
  table.rows { fields, place, problem in
    let texts = problem == nil ? (0..<fields.count).map { fields.string($0) } : []
    rows.append(
      ReadRow(fields: texts, line: place.line, endLine: place.endLine, code: problem?.code))
  }
  return rows
}

/// The codes with which understanding these bytes fails; empty if it does not.
func refusal(of bytes: [UInt8], profiles: ProfileLibrary? = nil) -> [ProblemCode] {
  do throws(Failure) {
    let table = try TextTable(of: bytes, shown: "x.csv")
    if let profiles { _ = try SourceFile(table, profiles: profiles) }
    return []
  } catch {
    return error.problems.map(\.code)
  }
}

func inGB18030(_ text: String) throws -> [UInt8] {
  let encoding = String.Encoding(rawValue: 0x8000_0632)
  guard let encoded = text.data(using: encoding) else { throw CocoaError(.fileWriteUnknown) }
  return Array(encoded)
}

/// A generator whose sequence is fixed by its seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
