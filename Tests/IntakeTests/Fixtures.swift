import Foundation
import Vocabulary

@testable import Intake

/// One record as a table's reader gave it.
struct ReadRow: Equatable, CustomStringConvertible {
  let fields: [String]
  let line: Int
  let endLine: Int
  /// What is wrong with its structure, and what was lost or repaired in it.
  let codes: [ProblemCode]

  init(_ fields: [String], line: Int, endLine: Int? = nil, codes: [ProblemCode] = []) {
    self.fields = fields
    self.line = line
    self.endLine = endLine ?? line
    self.codes = codes
  }

  var description: String { "\(line)-\(endLine) \(codes.map(\.rawValue)) \(fields)" }
}

/// The built-in profiles.
let builtIn = (try? ProfileLibrary.load()) ?? { preconditionFailure("the profiles load") }()

func table(_ text: String) throws -> TextTable { try table(Array(text.utf8)) }

func table(_ bytes: [UInt8]) throws -> TextTable {
  try TextTable(of: .memory(bytes, shown: "x.csv"), profiles: builtIn)
}

/// The records of a table, those that cannot be used without their fields; read in pieces of that
/// size.
func read(_ table: TextTable, pieceSize: Int = 1 << 20) throws -> [ReadRow] {
  var rows: [ReadRow] = []
  var reader = try TableReader(table, pieceSize: pieceSize)
  while try reader.next() {
    guard reader.kind == .record else { continue }
    let fields = reader.fields
    let texts = reader.damage == nil ? (0..<fields.count).map { fields.string($0) } : []
    rows.append(
      ReadRow(
        texts, line: reader.place.line, endLine: reader.place.endLine,
        codes: reader.damage.map { [$0.code] } ?? reader.flags.map(\.code)))
  }
  return rows
}

/// The balance of a table read to its end.
func balance(_ table: TextTable) throws -> RowBalance {
  var reader = try table.reader()
  while try reader.next() {}
  return reader.balance
}

/// The codes with which understanding these bytes fails; empty if it does not.
func refusal(of bytes: [UInt8], profiles: ProfileLibrary? = nil) -> [ProblemCode] {
  do throws(Failure) {
    let table = try TextTable(
      of: .memory(bytes, shown: "x.csv"), profiles: profiles ?? builtIn)
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
