import Glibc

/// What libFuzzer calls for every input: its first letter says which part of the program reads the
/// rest.
///
/// 0 once the part's claims held, -1 for an input that is of no use; a claim that fails stops the
/// process, and the input that did it is then in a file.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let letter = input.first, let part = Part(rawValue: letter), part == wanted ?? part else {
    return -1
  }
  part.check(Array(input.dropFirst()))
  return 0
}

/// Read by the leak sanitizer.
///
/// It does not know an address with bits beside it, as enumerations keep the boxes of their cases, and
/// takes the conditions of the built-in rules for lost.
@_cdecl("__lsan_default_suppressions")
public func leakSuppressions() -> UnsafePointer<UInt8> {
  let text: StaticString = "leak:ExpressionReading"
  return unsafe text.utf8Start
}

/// A part of the program that reads what others wrote; raw values are the first letters of inputs.
private enum Part: UInt8, CaseIterable {
  case tables = 0x74  // t
  case rewriting = 0x77  // w
  case cells = 0x63  // c
  case rows = 0x72  // r
  case documents = 0x64  // d
  case splitting = 0x73  // s
  case quotes = 0x71  // q

  /// The word by which `scripts/fuzz` asks for it.
  var name: String { "\(self)" }

  func check(_ input: [UInt8]) {
    switch self {
    case .tables: TableClaims.check(input)
    case .rewriting: RewritingClaims.check(input)
    case .cells: CellClaims.check(input)
    case .rows: RowClaims.check(input)
    case .documents: DocumentClaims.check(input)
    case .splitting: SplittingClaims.check(input)
    case .quotes: QuoteClaims.check(input)
    }
  }
}

/// The only part to be looked at, named by `LEADSCREEN_FUZZ_TARGET`; `nil` for all.
private let wanted: Part? = {
  guard let word = unsafe getenv("LEADSCREEN_FUZZ_TARGET") else { return nil }
  let name = unsafe String(cString: word)
  guard let part = Part.allCases.first(where: { $0.name == name }) else {
    fatalError("no such part: \(name); there are \(Part.allCases.map(\.name))")
  }
  return part
}()
