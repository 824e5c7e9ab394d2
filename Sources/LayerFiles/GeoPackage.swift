internal import Geography
internal import Vocabulary

/// A GeoPackage (OGC 12-128r18) and the tables of features it lists.
struct GeoPackage {
  /// A real table of features as the file lists it.
  struct Table {
    let name: String
    let geometryColumn: String
    let system: Int64
    /// In capitals: `MULTIPOLYGON`, `GEOMETRY`.
    let kind: String

    /// Whether its geometries may be areas.
    var mayHoldAreas: Bool {
      ![
        "POINT", "LINESTRING", "MULTIPOINT", "MULTILINESTRING", "CIRCULARSTRING", "COMPOUNDCURVE",
        "MULTICURVE", "CURVE",
      ].contains(kind)
    }
  }

  private let database: GeoPackageDatabase
  /// In the order of their names; views and virtual tables are none.
  let tables: [Table]

  /// Opens the file in `bytes`; throws with status 65 for one that is damaged or no GeoPackage.
  init(_ bytes: consuming [UInt8], shown: String) throws(Failure) {
    database = try GeoPackageDatabase(GeoPackageHeader.withoutLog(bytes), shown: shown)
    let query = try database.query(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0")
    var real: Set<String> = []
    while try query.step() { if let name = query.text(0) { real.insert(name) } }
    guard
      real.isSuperset(of: ["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"])
    else {
      throw Failure(
        .unusableInput, .unreadableLayer, file: shown,
        detail: Wording(
          zh: "是 SQLite 数据库，但不是 GeoPackage", en: "it is an SQLite database and no GeoPackage"))
    }
    tables = try GeoPackage.tables(of: database).filter { real.contains($0.name) }
  }

  private static func tables(of database: GeoPackageDatabase) throws(Failure) -> [Table] {
    let query = try database.query(
      """
      SELECT g.table_name, g.column_name, g.srs_id, upper(g.geometry_type_name)
      FROM gpkg_geometry_columns g JOIN gpkg_contents c ON c.table_name = g.table_name
      WHERE c.data_type = 'features' ORDER BY g.table_name
      """)
    var tables: [Table] = []
    while try query.step() {
      guard let name = query.text(0), let column = query.text(1) else { continue }
      tables.append(
        Table(
          name: name, geometryColumn: column, system: query.integer(2), kind: query.text(3) ?? ""))
    }
    return tables
  }

  /// The layer in the table that the entry names, or in the only one with areas.
  func layer(as source: LayerSource) throws(Failure) -> Layer {
    let entry = source.entry
    let table = try table(named: entry.table)
    let columns = try Columns(of: table, in: database, entry)
    var reading = try FeatureReading(as: source, in: system(of: table))
    let query = try database.query(
      """
      SELECT \(columns.identifier), \(GeoPackageDatabase.quoted(table.geometryColumn)),
        \(columns.name), \(columns.code)
      FROM \(GeoPackageDatabase.quoted(table.name)) ORDER BY 1
      """)
    var ordinal = 0
    while try query.step() {
      ordinal += 1
      let geometry = query.bytes(1)
      guard !query.isBrokenText(2), query.isNull(1) || geometry != nil else {
        throw Failure(
          .unusableInput, .unreadableLayer, file: database.shown,
          detail: Wording(
            zh: "第 \(ordinal) 个要素的名称不是 UTF-8，或几何不是二进制",
            en: "feature \(ordinal) has a name that is not UTF-8 or a geometry that is not binary"))
      }
      let name = query.text(2)
      try reading.addFeature(
        geoPackageBinary: geometry,
        name: name?.allSatisfy(\.isWhitespace) == true ? nil : name, id: query.text(0),
        code: query.text(3).flatMap { DivisionCode(ofFeature: $0) })
    }
    return try reading.layer()
  }

  /// Up to that many values of the column that names features, or of the first that has other than
  /// ASCII letters, for somebody to look at.
  func samples(_ count: Int, nameField: String?) throws(Failure) -> [String] {
    for table in tables {
      let fields = try fields(of: table).filter { $0 != table.geometryColumn }
      for field in nameField.map({ name in fields.filter { $0 == name } }) ?? fields {
        let query = try database.query(
          """
          SELECT DISTINCT \(GeoPackageDatabase.quoted(field)) AS value
          FROM \(GeoPackageDatabase.quoted(table.name))
          WHERE typeof(value) = 'text' AND trim(value) <> '' LIMIT 1000
          """)
        var values: [String] = []
        while values.count < count, try query.step() {
          guard let text = query.text(0) else { continue }
          if nameField != nil || !text.utf8.allSatisfy({ $0 < 0x80 }) { values.append(text) }
        }
        if !values.isEmpty { return values.map { Problem.printable($0, limit: 40) } }
      }
    }
    return []
  }

  /// The names of a table's columns that are stored as they are, in order.
  func fields(of table: Table) throws(Failure) -> [String] {
    let query = try database.query(
      "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", [table.name])
    var names: [String] = []
    while try query.step() { if let name = query.text(0) { names.append(name) } }
    return names
  }

  private func table(named name: String?) throws(Failure) -> Table {
    if let name {
      if let table = tables.first(where: { $0.name == name }) { return table }
      throw severalTables(
        zh: "没有“\(Problem.printable(name, limit: 60))”这个要素表", en: "none is called so")
    }
    let areas = tables.filter(\.mayHoldAreas)
    guard let table = areas.first else {
      throw Failure(
        .unusableInput, .unreadableLayer, file: database.shown,
        detail: Wording(zh: "没有面要素表", en: "it has no table of areas"))
    }
    guard areas.count == 1 else { throw severalTables(zh: "有几个要素表", en: "there are several") }
    return table
  }

  private func severalTables(zh: String, en: String) -> Failure {
    let names = tables.prefix(20).map { Problem.printable($0.name, limit: 40) }
    return Failure(
      .configuration, .severalTables, file: database.shown,
      detail: Wording(
        zh: "\(zh)；文件中有：\(names.joined(separator: "、"))",
        en: "\(en); the file has: \(names.joined(separator: ", "))"))
  }

  /// The file's own words on the table's reference system.
  private func system(of table: Table) throws(Failure) -> FeatureReading.StatedSystem {
    let columns = try database.query(
      "SELECT count(*) FROM pragma_table_xinfo('gpkg_spatial_ref_sys') "
        + "WHERE name = 'definition_12_063' AND hidden = 0")
    let hasNewForm = try columns.step() && columns.integer(0) == 1
    let query = try database.query(
      "SELECT organization, organization_coordsys_id, definition, "
        + (hasNewForm ? "definition_12_063" : "NULL")
        + " FROM gpkg_spatial_ref_sys WHERE srs_id = CAST(? AS INTEGER)", ["\(table.system)"])
    guard try query.step(), let identifier = Int32(exactly: table.system) else {
      throw Failure(
        .configuration, .wrongReferenceSystem, file: database.shown,
        detail: Wording(
          zh: "文件没有描述 \(table.system) 号坐标系",
          en: "the file does not describe its system \(table.system)"))
    }
    let old = query.text(2) ?? ""
    let isOldMissing = old.isEmpty || old.lowercased() == "undefined"
    return FeatureReading.StatedSystem(
      identifier: identifier, organisation: query.text(0) ?? "",
      number: Int(truncatingIfNeeded: query.integer(1)),
      definition: isOldMissing ? query.text(3) ?? "" : old)
  }
}

/// The columns of a table that are read, as they stand in a statement.
private struct Columns {
  let identifier: String
  let name: String
  let code: String

  /// Throws with status 78 for a field that the entry names and the table lacks.
  init(
    of table: GeoPackage.Table, in database: GeoPackageDatabase, _ entry: LayerRegistration
  ) throws(Failure) {
    let query = try database.query(
      "SELECT name, pk, hidden FROM pragma_table_xinfo(?)", [table.name])
    var stored: [String] = []
    var keys: [String] = []
    while try query.step() {
      // A column that is computed runs what the file says.
      guard let name = query.text(0), query.integer(2) == 0 else { continue }
      stored.append(name)
      if query.integer(1) > 0 { keys.append(name) }
    }
    guard stored.contains(table.geometryColumn) else {
      throw GeoPackageDatabase.failure(0, database.shown)
    }
    func column(_ field: String?) throws(Failure) -> String {
      guard let field else { return "NULL" }
      guard stored.contains(field) else {
        let known = stored.filter { $0 != table.geometryColumn }.prefix(40)
          .map { Problem.printable($0, limit: 40) }
        throw Failure(
          .configuration, .badConfiguration, file: database.shown, value: field,
          detail: Wording(
            zh: "图层没有这个字段；有：\(known.joined(separator: "、"))",
            en: "the layer has no such field; it has: \(known.joined(separator: ", "))"))
      }
      return GeoPackageDatabase.quoted(field)
    }
    identifier = keys.count == 1 ? GeoPackageDatabase.quoted(keys[0]) : "rowid"
    name = try column(entry.nameField)
    code = try column(entry.codeField)
  }
}
