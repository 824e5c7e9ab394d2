extension Array {
  /// The runs of two or more neighbours that belong together, in order.
  func chunked(where belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    while start < endIndex {
      var end = start + 1
      while end < endIndex, belong(self[start], self[end]) { end += 1 }
      if end - start > 1 { chunks.append(self[start..<end]) }
      start = end
    }
    return chunks
  }

  /// How many elements stand before the first for which the claim is false, by binary search: it must
  /// hold for the first ones and for none behind them.
  func count(while holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
