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
}
