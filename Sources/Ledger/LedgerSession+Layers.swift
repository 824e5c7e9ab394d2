internal import Files
package import Vocabulary

extension LedgerSession {
  /// Keeps what a layer's file holds; nothing happens where the same reading is there already.
  ///
  /// Belongs to no run. O(n) in the bytes of its shapes.
  package mutating func insertLayerContent(_ content: LayerContent) throws(Failure) {
    guard try contents.number(ofReading: content.reading) == nil else { return }
    let number = Int64(try connection.integer("SELECT count(*) FROM layerContent") ?? 0) + 1
    let first = Int64(try connection.integer("SELECT count(*) FROM layerFeature") ?? 0) + 1
    var chain = RowChain()
    var rows: [SealedRow] = []
    for feature in content.features {
      var row = SealedRow()
      row.put(first + Int64(rows.count))
      row.put(number)
      feature.put(into: &row)
      chain.append(row)
      rows.append(row)
    }
    var row = SealedRow()
    row.put(number)
    content.put(into: &row)
    chain.append(row)
    row.put(chain.digest)
    try Insertion(
      into: "layerContent", LayerTable.content.columns(on: connection), on: connection
    ).insert(row)
    let insertion = try Insertion(
      into: "layerFeature", LayerTable.feature.columns(on: connection), on: connection)
    for row in rows { try insertion.insert(row) }
  }

  /// Keeps that a version was registered; nothing happens where the same registration is the latest
  /// of its identity.
  ///
  /// Its content must be there. Belongs to no run.
  package mutating func insertLayer(_ layer: StoredLayer) throws(Failure) {
    let known = try contents.layers()
    guard known.latest(layer.identity) != layer else { return }
    guard let content = try contents.number(ofReading: layer.reading) else {
      preconditionFailure("a layer's content is kept before it is registered")
    }
    var row = SealedRow()
    row.put(Int64(known.count + 1))
    row.put(content)
    layer.put(into: &row)
    var chain = try contents.layerChain()
    chain.append(row)
    row.put(chain.digest)
    try Insertion(into: "layer", LayerTable.layer.columns(on: connection), on: connection)
      .insert(row)
  }
}

/// The tables of layers, which no run seals: each has a digest of its own.
enum LayerTable: String, CaseIterable {
  case content = "layerContent"
  case feature = "layerFeature"
  case layer

  /// The columns in their stored order.
  func columns(on connection: LedgerConnection) throws(Failure) -> [String] {
    try SealedTable.columns(of: rawValue, without: "", on: connection)
  }
}
