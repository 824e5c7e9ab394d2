internal import Files
package import Vocabulary

extension LedgerContents {
  /// Every registration of a layer's version, in the order they were made.
  package func layers() throws(Failure) -> [StoredLayer] {
    var query = try connection.query(
      """
      SELECT name, tag, version, issuer, document, validFrom, validTo, path, sha256, scale, reading
      FROM layer JOIN layerContent ON layerContent.id = content ORDER BY layer.id
      """)
    var layers: [StoredLayer] = []
    while try query.step() {
      let name = query.text()
      guard let tag = LayerTag(rawValue: query.text()) else { throw damaged("layer") }
      var registration = LayerRegistration(path: "", tag: tag, name: name)
      registration.version = query.optionalText()
      registration.issuer = query.optionalText()
      registration.document = query.optionalText()
      registration.validFrom = query.optionalDay()
      registration.validTo = query.optionalDay()
      registration.path = query.text()
      let sha256 = query.text()
      registration.scaleDenominator = query.optionalInteger().map { Int($0) }
      layers.append(StoredLayer(registration, sha256: sha256, reading: query.text()))
    }
    return layers
  }

  /// What was compiled under that reading; `nil` for none.
  ///
  /// It is checked against its digest: no verdict rests on shapes that were changed behind the
  /// ledger's back. O(n) in the bytes of its shapes.
  package func layerContent(_ reading: String) throws(Failure) -> LayerContent? {
    guard let number = try number(ofReading: reading) else { return nil }
    let (content, isIntact) = try content(number)
    guard isIntact else {
      throw Failure(
        .unusableInput, .ledgerDamaged, file: connection.shown, detail: Self.changedLayer(number))
    }
    return content
  }

  private static func changedLayer(_ number: Int64) -> Wording {
    Wording(
      zh: "第 \(number) 份编入的图层与其摘要不符",
      en: "compiled layer \(number) does not fit its digest")
  }

  /// A content, and whether it fits its digest.
  private func content(_ number: Int64) throws(Failure) -> (LayerContent, isIntact: Bool) {
    let columns = try LayerTable.content.columns(on: connection)
    var query = try connection.query(
      "SELECT \(columns.joined(separator: ", ")) FROM layerContent WHERE id = ?",
      [.integer(number)])
    guard try query.step() else { throw damaged("layerContent") }
    var row = SealedRow()
    query.put(columns.count - 1, into: &row)
    let digest = query.text()
    query.restart()
    _ = query.integer()
    let (reading, declared) = (query.text(), query.optionalText())
    let verified = query.text()
    var content = LayerContent(
      reading: reading, declaredSystem: declared, verifiedSystem: verified,
      isProjected: query.integer() != 0)
    content.polygons = Int(query.integer())
    content.vertices = Int(query.integer())
    content.closedRings = Int(query.integer())
    content.droppedRings = Int(query.integer())
    content.otherGeometries = Int(query.integer())
    content.emptyFeatures = Int(query.integer())
    content.areaSquareKilometres = query.real()
    var chain = RowChain()
    content.features = try features(of: number, &chain)
    chain.append(row)
    return (content, chain.digest == digest)
  }

  private func features(
    of content: Int64, _ chain: inout RowChain
  ) throws(Failure) -> [LayerContent.Feature] {
    let columns = try LayerTable.feature.columns(on: connection)
    var query = try connection.query(
      "SELECT \(columns.joined(separator: ", ")) FROM layerFeature WHERE content = ? ORDER BY id",
      [.integer(content)])
    var features: [LayerContent.Feature] = []
    var row = SealedRow()
    while try query.step() {
      row.removeAll()
      query.put(columns.count, into: &row)
      chain.append(row)
      query.restart()
      _ = (query.integer(), query.integer())
      let ordinal = Int(query.integer())
      let (name, identifier) = (query.optionalText(), query.optionalText())
      let code = query.optionalText().flatMap { DivisionCode($0) }
      var feature = LayerContent.Feature(
        ordinal: ordinal, name: name, identifier: identifier, code: code,
        shape: query.skipMissing() ? nil : query.bytes())
      feature.original = query.skipMissing() ? nil : query.bytes()
      feature.reason = query.optionalText()
      feature.areaSquareKilometres = query.skipMissing() ? nil : query.real()
      feature.repairedSquareKilometres = query.skipMissing() ? nil : query.real()
      feature.doubtful = query.skipMissing() ? nil : query.bytes()
      features.append(feature)
    }
    return features
  }

  func number(ofReading reading: String) throws(Failure) -> Int64? {
    try connection.integer("SELECT id FROM layerContent WHERE reading = ?", [.text(reading)])
  }

  /// The chain over registrations so far.
  func layerChain() throws(Failure) -> RowChain { try registerChain().chain }

  /// The chain over the rows of the register as they are, and whether each fits its digest.
  private func registerChain() throws(Failure) -> (chain: RowChain, isIntact: Bool) {
    let columns = try LayerTable.layer.columns(on: connection)
    var query = try connection.query(
      "SELECT \(columns.joined(separator: ", ")) FROM layer ORDER BY id")
    var chain = RowChain()
    var isIntact = true
    while try query.step() {
      var row = SealedRow()
      query.put(columns.count - 1, into: &row)
      chain.append(row)
      isIntact = isIntact && query.text() == chain.digest
    }
    return (chain, isIntact)
  }

  /// Where compiled layers and their registrations do not fit their digests.
  func layerFaults() throws(Failure) -> [Problem] {
    var problems: [Problem] = []
    var numbers: [Int64] = []
    var query = try connection.query("SELECT id FROM layerContent ORDER BY id")
    while try query.step() { numbers.append(query.integer()) }
    for number in numbers where try !content(number).isIntact {
      problems.append(broken(Self.changedLayer(number)))
    }
    if try !registerChain().isIntact {
      problems.append(
        broken(
          Wording(zh: "图层登记表与其摘要不符", en: "the register of layers does not fit its digests")))
    }
    return problems
  }
}
