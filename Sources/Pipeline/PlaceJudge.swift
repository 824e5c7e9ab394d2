internal import Geography
internal import Leads
internal import Normalise
internal import Vocabulary
internal import Workspace

/// Judges the places of leads by every version of every layer that counts for them.
///
/// A record's area or line says more than its point and takes its place; places of several records are
/// all judged: inside for one and outside for none is inside, both is unknown. A lead of which no
/// record says more than the county is judged by the county's polygon.
struct PlaceJudge {
  private let zones: [ZoneIndex]
  private let series: [LayerSeries]
  private let coordinates: CoordinateRules
  private let gazetteer: Gazetteer
  private var counties: CountyMap?

  init(_ screening: Screening) {
    coordinates = screening.workspace.configuration.coordinates
    let rules = coordinates
    zones = screening.layers.enumerated().map {
      ZoneIndex($0.element, number: $0.offset, coordinates: rules)
    }
    series = LayerSeries.all(of: screening.layers.map(\.source.entry))
    gazetteer = screening.gazetteer
    counties = screening.registry.counties.map { CountyMap($0.layer) }
  }

  /// By lead: the verdicts on its damage area, and on other places where records give any.
  ///
  /// Many leads at once: a layer is visited in the order of places.
  mutating func judge(
    _ leads: [Lead], _ table: RecordTable, asOf: Day
  ) -> [[PlaceZone]] {
    var judged = Array(repeating: [PlaceZone](), count: leads.count)
    for role in PlaceRole.allCases {
      let shapes = leads.map { $0.shapes(of: role, table) }
      let points = zip(leads, shapes).map { lead, shapes in
        lead.points(of: role, besides: shapes.filter { $0.shape != nil }.map(\.row))
      }
      let verdicts = zones.map { $0.verdicts(of: points) }
      for (number, lead) in leads.enumerated()
      where role == .damageArea || !points[number].isEmpty || !shapes[number].isEmpty {
        for layers in series {
          let chosen = versions(of: layers, for: lead, asOf: asOf)
          for (layer, standing) in chosen.layers {
            judged[number].append(
              zone(
                role, layer, standing, isOutOfForce: chosen.isOutOfForce && standing == .decides,
                verdicts[layer][number], shapes[number], lead, table))
          }
        }
      }
    }
    return judged
  }

  /// The versions that decide, and the current one where it is none of them.
  ///
  /// Where no version is known to have been in force on the event's day, the one that comes nearest is
  /// judged without deciding.
  private func versions(
    of layers: LayerSeries, for lead: Lead, asOf: Day
  ) -> (layers: [(Int, VersionStanding)], isOutOfForce: Bool) {
    let current = layers.version(on: asOf)
    var deciding: [Int] = []
    var isOutOfForce = false
    if let occurrence = lead.occurrence {
      // Records that state different days are all believed.
      for day in [occurrence.value] + occurrence.others.map(\.value) {
        guard let version = layers.version(on: day) else {
          isOutOfForce = true
          continue
        }
        if !deciding.contains(version) { deciding.append(version) }
      }
    } else {
      let last = min(asOf, lead.discovery?.value ?? asOf)
      deciding = layers.versions(upTo: last)
      isOutOfForce = !layers.reachesBackForEver(from: last)
    }
    if deciding.isEmpty, let nearest = current ?? layers.newest { deciding = [nearest] }
    var chosen = deciding.map { ($0, VersionStanding.decides) }
    if let current, !deciding.contains(current) { chosen.append((current, .current)) }
    return (chosen, isOutOfForce)
  }

  private mutating func zone(
    _ role: PlaceRole, _ layer: Int, _ standing: VersionStanding, isOutOfForce: Bool,
    _ points: ZoneVerdict, _ shapes: [StatedShape], _ lead: Lead, _ table: RecordTable
  ) -> PlaceZone {
    let index = zones[layer]
    let drawn = shapes.compactMap { stated in
      stated.shape.map { shape in
        index.verdict(
          of: shape,
          radiusMetres: shape.roundingMetres + coordinates.deviceMetres + coordinates.epochMetres,
          datums: datum(of: shape, stated.row, table).map { [$0] } ?? [.cgcs2000, .gcj02, .bd09],
          by: coordinates)
      }
    }
    var values = drawn.map(\.value)
    if points.point != nil { values.append(points.value) }
    if points.method == .pointsDisagree { values += [.true, .false] }
    // A drawing that cannot be read may have lain anywhere, and a point is only somewhere in it.
    let hasUnreadable = shapes.contains { $0.shape == nil }
    if hasUnreadable { values.append(.unknown) }
    var county: CountyShare?
    if values.isEmpty, role == .damageArea, let stated = lead.county {
      let shares = ([stated.value] + stated.others.map(\.value)).map { code in
        counties?.share(of: code, consistingOf: gazetteer.counties(in: code), in: index)
      }
      // Of several counties that records state all must be on the map and agree.
      if shares.allSatisfy({ $0 != nil }) {
        values = shares.compactMap { $0?.value }
        county = shares.compactMap(\.self).first
      }
    }
    return PlaceZone(
      role: role, layer: layer, standing: standing,
      value: isOutOfForce ? .unknown : PlaceJudge.value(of: values), isOutOfForce: isOutOfForce,
      points: points, shapes: drawn, county: county, hasUnreadableShape: hasUnreadable,
      marks: marks(of: drawn))
  }

  /// The datum that an area was stated in; `nil` where nobody says.
  ///
  /// A row whose point came in metres has their datum, which says nothing of an area in degrees.
  private func datum(of shape: PlaceShape, _ row: Int, _ table: RecordTable) -> Datum? {
    if let declared = shape.declaredDatum { return declared }
    switch table.point(row)?.frame {
    case .projected, .projectedUndeclared: return nil
    default: return table.choice(.datum, row).flatMap(Datum.init)
    }
  }

  /// What zones.csv says of the datums that areas were declared in.
  private func marks(of shapes: [ShapeVerdict]) -> [String] {
    shapes.filter { $0.readings.count == 1 }.compactMap { shape in
      shape.evidence.datum.flatMap {
        PointFrame(degreesIn: $0, isConverted: coordinates.convertsWebMaps).mark
      }
    }
  }

  /// Inside for one place and outside for none is inside; outside only if every place is.
  private static func value(of values: [Truth]) -> Truth {
    if values.contains(.true) { return values.contains(.false) ? .unknown : .true }
    return !values.isEmpty && values.allSatisfy { $0 == .false } ? .false : .unknown
  }

  /// Whether any layer is of the tag and the role has a place: then what they say together, inside any
  /// of them being inside; `nil` otherwise.
  func combined(_ zones: [PlaceZone], _ role: PlaceRole, _ tag: LayerTag) -> Truth? {
    var together: Truth?
    for layers in series where layers.tag == tag {
      let deciding = zones.filter {
        $0.role == role && $0.standing == .decides && $0.isJudged
          && layers.contains(layer: $0.layer)
      }
      guard let first = deciding.first else { continue }
      let value = deciding.allSatisfy { $0.value == first.value } ? first.value : .unknown
      together = together.map { $0 || value } ?? value
    }
    return together
  }

  /// Where a point lies outside the county that is stated, by lead.
  mutating func countyConflicts(_ leads: [Lead]) -> [[CountyConflict]] {
    guard counties != nil else { return leads.map { _ in [] } }
    return leads.map { lead in
      guard let code = lead.county?.value else { return [] }
      let rows = lead.pointRows(of: .damageArea)
      return zip(rows, lead.points(of: .damageArea)).compactMap { row, point in
        guard point.isUsable else { return nil }
        let stated = point.stated(by: coordinates)
        // Degrees of an undeclared datum may be as far off as the datum that moves them most.
        let extra = point.frame == .undeclared ? Datum.bd09.displacementMetres : 0
        let check = counties?.check(
          stated: code, consistingOf: gazetteer.counties(in: code), longitude: stated.longitude,
          latitude: stated.latitude, radiusMetres: stated.uncertaintyMetres + extra)
        guard let check, case .contradicts = check else { return nil }
        return CountyConflict(row: row, check: check)
      }
    }
  }
}

/// A record whose point lies outside the county of its lead.
struct CountyConflict {
  let row: Int
  let check: CountyCheck
}

/// An area or a line as a record states it; without a shape where it cannot be read.
struct StatedShape {
  let row: Int
  let shape: PlaceShape?
  /// Why it cannot be read.
  let fault: Wording?
}

extension Lead {
  /// The areas and lines that records state of places of one kind, in row order.
  func shapes(of role: PlaceRole, _ table: RecordTable) -> [StatedShape] {
    speaking { !table.text(.placeShape, $0).isMissing }.filter { table.placeRole($0) == role }
      .map { row in
        do throws(ShapeFault) {
          let text = Array(table.string(.placeShape, row).utf8)
          return StatedShape(row: row, shape: try PlaceShape.read(text), fault: nil)
        } catch {
          return StatedShape(row: row, shape: nil, fault: error.reason)
        }
      }
  }

  /// The points of one kind that other rows than these give.
  func points(of role: PlaceRole, besides rows: [Int]) -> [Point] {
    zip(pointRows(of: role), points(of: role)).filter { !rows.contains($0.0) }.map(\.1)
  }
}
