/// Values of one type by field and row, field after field in one buffer; a field takes room from its
/// first value on.
struct RecordColumns<Value: Sendable>: Sendable {
  private var values: [Value] = []
  /// By kind, which of the columns in `values` is the field's; -1 if no row has a value.
  private var places: [Int]
  /// How many columns there are, each of `capacity` rows.
  private var width = 0
  private var capacity = 0
  private let missing: Value

  init(kinds: Int, missing: Value) {
    places = Array(repeating: -1, count: kinds)
    self.missing = missing
  }

  /// Whether a value of the kind was ever set.
  func isUsed(_ kind: Int) -> Bool { places[kind] >= 0 }

  subscript(kind: Int, row: Int) -> Value {
    let place = places[kind]
    return place >= 0 && row < capacity ? values[place * capacity + row] : missing
  }

  /// The values of the kind by row; empty if no row has one.
  func column(_ kind: Int, rows: Int) -> [Value] {
    guard places[kind] >= 0 else { return [] }
    let column = Array(
      values[places[kind] * capacity..<places[kind] * capacity + min(rows, capacity)])
    return column + Array(repeating: missing, count: rows - column.count)
  }

  mutating func set(_ kind: Int, _ row: Int, _ value: Value) {
    if row >= capacity { grow(to: row + 1) }
    if places[kind] < 0 { addColumn(kind) }
    values[places[kind] * capacity + row] = value
  }

  /// Forgets what the last of `rows` rows says.
  mutating func removeLast(of rows: Int) {
    guard rows > 0, rows <= capacity else { return }
    for place in 0..<width { values[place * capacity + rows - 1] = missing }
  }

  /// Forgets all rows but keeps the buffers.
  mutating func removeAll() {
    for place in values.indices { values[place] = missing }
  }

  /// Puts rows of another table behind the first `count` of this one, their values changed by `change`.
  mutating func append(
    _ rows: [Int], of other: RecordColumns<Value>, behind count: Int, _ change: (Value) -> Value
  ) {
    guard !rows.isEmpty else { return }
    if count + rows.count > capacity { grow(to: count + rows.count) }
    for kind in places.indices where other.places[kind] >= 0 {
      if places[kind] < 0 { addColumn(kind) }
      let start = places[kind] * capacity + count
      for (offset, row) in rows.enumerated() {
        values[start + offset] = change(other[kind, row])
      }
    }
  }

  private mutating func addColumn(_ kind: Int) {
    places[kind] = width
    width += 1
    values.append(contentsOf: repeatElement(missing, count: capacity))
  }

  private mutating func grow(to rows: Int) {
    // Not a power of two: columns that far apart would share the same few lines of a cache.
    let larger = max(rows, capacity * 2) + 1064
    var grown: [Value] = []
    grown.reserveCapacity(width * larger)
    for place in 0..<width {
      grown.append(contentsOf: values[place * capacity..<(place + 1) * capacity])
      grown.append(contentsOf: repeatElement(missing, count: larger - capacity))
    }
    values = grown
    capacity = larger
  }
}
