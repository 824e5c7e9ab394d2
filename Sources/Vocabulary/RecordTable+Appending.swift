extension RecordTable {
  /// Forgets all records and texts but keeps the files and the buffers: for a table that only helps to
  /// look at records.
  package mutating func removeAll() {
    texts.removeAll()
    file.removeAll(keepingCapacity: true)
    record.removeAll(keepingCapacity: true)
    line.removeAll(keepingCapacity: true)
    source.removeAll(keepingCapacity: true)
    content.removeAll(keepingCapacity: true)
    county.removeAll(keepingCapacity: true)
    media.removeAll(keepingCapacity: true)
    channels.removeAll(keepingCapacity: true)
    points.removeAll(keepingCapacity: true)
    unusablePlaces.removeAll(keepingCapacity: true)
    textColumns.removeAll()
    dayColumns.removeAll()
    amountColumns.removeAll()
    truthColumns.removeAll()
    choiceColumns.removeAll()
  }

  /// Puts rows of another table behind those there are, in the order given.
  ///
  /// All texts of the other table enter the pool in the order in which they stand there. Cost: linear
  /// in its texts and in the rows.
  package mutating func append(_ rows: [Int], of other: RecordTable) {
    let first = count
    var textOf: [TextID] = []
    textOf.reserveCapacity(other.texts.count)
    for number in 0..<other.texts.count {
      let range = other.texts.range(of: TextID(number: UInt32(number)))
      textOf.append(texts.intern(other.texts.storage.span.extracting(range)))
    }
    let fileOf = other.files.map { Int32(fileNumber(of: $0)) }
    for row in rows {
      file.append(fileOf[Int(other.file[row])])
      record.append(other.record[row])
      line.append(other.line[row])
      source.append(other.source[row])
      content.append(other.content[row])
      county.append(other.county[row])
      media.append(other.media[row])
      channels.append(other.channels[row])
      points.append(other.points[row])
      if other.hasUnusablePlace(row) { setUnusablePlace(count - 1) }
    }
    textColumns.append(rows, of: other.textColumns, behind: first) { textOf[Int($0.number)] }
    dayColumns.append(rows, of: other.dayColumns, behind: first) { $0 }
    amountColumns.append(rows, of: other.amountColumns, behind: first) { $0 }
    truthColumns.append(rows, of: other.truthColumns, behind: first) { $0 }
    choiceColumns.append(rows, of: other.choiceColumns, behind: first) { $0 }
  }
}
