/// The one reading of a line whose quotes do not agree with the strict grammar, if there is just one.
///
/// A field is either text up to the next delimiter, or it begins with the mark and ends with a mark
/// before a delimiter or the line's end; a doubled mark within is one, any other is text. Of all
/// readings with exactly as many fields as the table has columns the one that takes the fewest marks
/// for text is meant, if no other takes as few. So `"30/01/2018,"warm, dry"` is two fields, the first
/// with its mark. Nothing is guessed: without a single best reading there is none.
struct QuoteRepair {
  /// A field of the reading: its bytes between the marks if it is quoted, doubled marks still double.
  struct Field: Equatable {
    let range: Range<Int>
    let isQuoted: Bool
  }

  /// At most as many steps for one line: 20 columns with 100 delimiters.
  private static let workLimit = 200_000
  private static let lineLimit = 64 * 1024

  /// The way to a field's start: the least marks taken for text, how many readings take as few, and the
  /// last field of one of them.
  private struct Path {
    var cost = Int.max
    var ways = 0
    var last = Field(range: 0..<0, isQuoted: false)
    var from = -1
  }

  /// The fields of `line`; `nil` if no reading with `width` fields is better than all others.
  ///
  /// Cost: the square of the line's delimiters times the width, refused above a fixed limit.
  static func fields(
    of line: Span<UInt8>, delimiter: UInt8, quote: UInt8, width: Int
  ) -> [Field]? {
    guard width > 1, line.count <= lineLimit else { return nil }
    var starts = [0]
    for index in line.indices where line[index] == delimiter { starts.append(index + 1) }
    // A start for every field, and one beyond the line's end.
    starts.append(line.count + 1)
    let count = starts.count
    guard count > width, count * count * width <= workLimit else { return nil }
    let ends = (0..<(count - 1)).map { quotedEnds(line, starts, $0, delimiter, quote) }
    var paths = [Path](repeating: Path(), count: count)
    paths[0].cost = 0
    paths[0].ways = 1
    var levels: [[Path]] = []
    for _ in 0..<width {
      var next = [Path](repeating: Path(), count: count)
      for from in 0..<(count - 1) where paths[from].ways > 0 {
        let plain = starts[from]..<(starts[from + 1] - 1)
        let marks = plain.count { line[$0] == quote }
        extend(&next[from + 1], paths[from], from, Field(range: plain, isQuoted: false), marks)
        for end in ends[from] { extend(&next[end.start], paths[from], from, end.field, end.marks) }
      }
      levels.append(next)
      paths = next
    }
    guard paths[count - 1].ways == 1 else { return nil }
    var fields: [Field] = []
    var place = count - 1
    for level in levels.reversed() {
      fields.append(level[place].last)
      place = level[place].from
    }
    return fields.reversed()
  }

  private static func extend(
    _ path: inout Path, _ before: Path, _ from: Int, _ field: Field, _ marks: Int
  ) {
    let cost = before.cost + marks
    if cost < path.cost {
      path = Path(cost: cost, ways: before.ways, last: field, from: from)
    } else if cost == path.cost {
      path.ways = min(2, path.ways + before.ways)
    }
  }

  /// Where a quoted field that begins at a start may end, with the marks within it that are text.
  private static func quotedEnds(
    _ line: Span<UInt8>, _ starts: [Int], _ from: Int, _ delimiter: UInt8, _ quote: UInt8
  ) -> [(start: Int, field: Field, marks: Int)] {
    var first = starts[from]
    while first < line.count, line[first] == 0x20 { first += 1 }
    guard first < line.count, line[first] == quote else { return [] }
    var ends: [(start: Int, field: Field, marks: Int)] = []
    var marks = 0
    var index = first + 1
    var next = from + 1
    while index < line.count {
      guard line[index] == quote else {
        index += 1
        continue
      }
      var run = 1
      while index + run < line.count, line[index + run] == quote { run += 1 }
      let end = index + run
      if end == line.count || line[end] == delimiter {
        while starts[next] <= end { next += 1 }
        // The run's last mark closes the field; those before it are pairs but for an odd one.
        ends.append(
          (next, Field(range: first + 1..<end - 1, isQuoted: true), marks + (run - 1) % 2))
      }
      marks += run % 2
      index = end
    }
    return ends
  }
}
