import Intake
import Vocabulary

/// A file is understood the same wherever the edges of the pieces fall in which it is read.
///
/// Pieces are of 1 MiB. A long first line moves the input to their edge, or leaves it within one.
enum PieceClaims {
  private static let piece = 1 << 20

  static func check(_ bytes: [UInt8]) {
    guard bytes.count > 2, bytes.count <= 1 << 14 else { return }
    // The edge falls somewhere into the input, everywhere for some input.
    let edge = bytes.reduce(0) { ($0 &* 33 &+ Int($1)) & 0xFFFF } % bytes.count
    let cut = Text(bytes, filler: piece - edge)
    // Beyond all that is told by the file's beginning, as the other.
    let whole = Text(bytes, filler: 1 << 17)
    let (first, second) = (cut.read, whole.read)
    switch (first, second) {
    case (.failure(let one), .failure(let other)):
      claim(
        one.problems.map(\.code) == other.problems.map(\.code)
          && one.problems.map(\.line) == other.problems.map(\.line),
        "pieces change why a file is refused")
    case (.success(let one), .success(let other)):
      compare(one, other, moved: cut.bytes.count - whole.bytes.count)
    default:
      fatalError("pieces decide whether a file is refused")
    }
  }

  private static func compare(_ one: ReadTable, _ other: ReadTable, moved: Int) {
    let (left, right) = (one.table.dialect, other.table.dialect)
    claim(one.table.encoding == other.table.encoding, "pieces change the encoding")
    claim(
      one.table.encodingDecision.isWhole == other.table.encodingDecision.isWhole,
      "pieces change whether the text is whole")
    claim(
      left.delimiter == right.delimiter && left.quote == right.quote
        && left.escape == right.escape && left.lineEnding == right.lineEnding
        && left.returnsEndRows == right.returnsEndRows && left.usualWidth == right.usualWidth,
      "pieces change the dialect")
    claim(one.table.titles.count == other.table.titles.count, "pieces change the columns")
    claim(one.rows.count == other.rows.count, "pieces change the number of rows")
    // The first row holds the filler.
    for (row, twin) in zip(one.rows, other.rows).dropFirst() {
      claim(row == twin.moved(by: moved), "pieces change row \(row.line)")
    }
  }

  /// The input below a long first line with the line end that it has itself.
  private struct Text {
    let bytes: [UInt8]

    init(_ input: [UInt8], filler: Int) {
      let marks: [[UInt8]] = [
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0x84, 0x31, 0x95, 0x33],
      ]
      let mark = marks.first { input.starts(with: $0) } ?? []
      let rest = input.dropFirst(mark.count)
      var end: [UInt8] = [0x0A]
      if let found = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), rest[found] == 0x0D {
        end = rest.dropFirst(found - rest.startIndex + 1).first == 0x0A ? [0x0D, 0x0A] : [0x0D]
      }
      let count = filler - mark.count - 2 * end.count
      var line = [UInt8](repeating: 0x78, count: count) + end
      switch mark.count == 2 ? mark[0] : 0 {
      case 0xFF: line = line.suffix(count / 2).flatMap { [$0, 0] }
      case 0xFE: line = line.suffix(count / 2).flatMap { [0, $0] }
      default: break
      }
      bytes = mark + line + rest
    }

    var read: Result<ReadTable, Failure> {
      do throws(Failure) {
        return .success(
          try ReadTable(
            TextTable(of: .memory(bytes, shown: "x.csv"), profiles: Known.profiles)))
      } catch {
        return .failure(error)
      }
    }
  }
}
