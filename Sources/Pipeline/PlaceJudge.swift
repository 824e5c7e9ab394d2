internal import Geography
internal import Leads
internal import Normalise
internal import Vocabulary
internal import Workspace

/// Judges the places of leads by every version of every layer that counts for them.
///
/// A record's area or line says more than its point and takes its place, unless the point certainly
/// lies on the other side of the boundary; places of several records are all judged: inside for one
/// and outside for none is inside, both is unknown. A lead of which no record says more than the county
/// is judged by the county's polygon. Outside is only said of places of which the layers can say
/// anything (`Jurisdiction`).
struct PlaceJudge {
  private let zones: [ZoneIndex]
  private let series: [LayerSeries]
  private let coordinates: CoordinateRules
  private var jurisdiction: Jurisdiction

  init(_ screening: Screening) {
    coordinates = screening.workspace.configuration.coordinates
    let rules = coordinates
    zones = screening.layers.enumerated().map {
      ZoneIndex($0.element, number: $0.offset, coordinates: rules)
    }
    series = LayerSeries.all(of: screening.layers.map(\.source.entry))
    jurisdiction = Jurisdiction(screening)
  }

  /// The places of each lead with the verdicts on its damage area, and on other places where records
  /// give any.
  ///
  /// Many leads at once: a layer is visited in the order of places.
  mutating func judge(_ leads: [Lead], _ table: RecordTable, asOf: Day) -> [JudgedPlaces] {
    var judged = leads.map { lead in
      let stated = lead.statedPlaces(table)
      return JudgedPlaces(
        stated: stated,
        countyConflicts: jurisdiction.conflicts(
          of: stated[Int(PlaceRole.damageArea.rawValue)], with: lead.county))
    }
    for role in PlaceRole.allCases {
      let number = Int(role.rawValue)
      let points = judged.map { $0.stated[number].judgedPoints.map(\.point) }
      let verdicts = zones.map { $0.verdicts(of: points) }
      for (place, lead) in leads.enumerated()
      where role == .damageArea || !judged[place].stated[number].isEmpty {
        let limits = jurisdiction.limits(of: judged[place], role, lead, table)
        for (series, layers) in series.enumerated() {
          let chosen = versions(of: layers, for: lead, asOf: asOf)
          for (layer, standing) in chosen.layers {
            judged[place].zones.append(
              zone(
                Asked(
                  role: role, layer: layer, series: series, standing: standing,
                  isOutOfForce: chosen.isOutOfForce && standing == .decides),
                verdicts[layer][place], judged[place].stated[number], limits, lead, table))
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

  /// Which version of which layer is asked about which of a lead's places.
  private struct Asked {
    let role: PlaceRole
    let layer: Int
    let series: Int
    let standing: VersionStanding
    let isOutOfForce: Bool
  }

  private mutating func zone(
    _ asked: Asked, _ points: ZoneVerdict, _ stated: StatedPlaces, _ limits: [OutsideLimit],
    _ lead: Lead, _ table: RecordTable
  ) -> PlaceZone {
    let index = zones[asked.layer]
    let drawn = stated.shapes.compactMap { stated in
      stated.shape.map { shape in
        index.verdict(
          of: shape,
          uncertainty: PointUncertainty(
            rounding: shape.roundingMetres, device: coordinates.deviceMetres,
            epoch: coordinates.epochMetres),
          datums: datum(of: shape, stated.row, table).map { [$0] } ?? [.cgcs2000, .gcj02, .bd09],
          by: coordinates)
      }
    }
    var values = drawn.map(\.value)
    if points.point != nil { values.append(points.value) }
    if points.method == .pointsDisagree { values += [.true, .false] }
    let strays = stated.strayPoints(from: drawn, in: index, by: coordinates)
    values += strays.map(\.value)
    // A drawing that cannot be read, and coordinates that cannot be used, may be of any place; a
    // point is only somewhere in the area of the same row.
    let hasUnreadableShape = stated.shapes.contains { $0.shape == nil }
    if hasUnreadableShape || !stated.unusableRows.isEmpty { values.append(.unknown) }
    var county: CountyShare?
    if values.isEmpty, asked.role == .damageArea, let chosen = lead.county {
      let shares = jurisdiction.shares(of: chosen, in: index)
      // Of several counties that records state all must be on the map and agree.
      if shares.allSatisfy({ $0 != nil }) {
        values = shares.compactMap { $0?.value }
        county = shares.compactMap(\.self).first
      }
    }
    let (value, holding) =
      values.isEmpty
      ? (.unknown, [])
      : jurisdiction.verdict(PlaceJudge.value(of: values), ofLayer: asked.layer, limits)
    return PlaceZone(
      role: asked.role, layer: asked.layer, series: asked.series, standing: asked.standing,
      value: asked.isOutOfForce ? .unknown : value,
      isOutOfForce: asked.isOutOfForce, limits: holding, points: points,
      shapes: drawn, shapeRemarks: PlaceJudge.remarks(on: stated.shapes), strayPoints: strays,
      county: county, hasUnreadableShape: hasUnreadableShape,
      hasUnusablePlace: !stated.unusableRows.isEmpty, marks: marks(of: drawn))
  }

  /// What was put right or taken for granted while areas were read, each once.
  private static func remarks(on shapes: [StatedShape]) -> [Wording] {
    var remarks: [Wording] = []
    for remark in shapes.flatMap({ $0.shape?.remarks ?? [] }).map(\.wording)
    where !remarks.contains(remark) {
      remarks.append(remark)
    }
    return remarks
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
    shapes.filter { Set($0.readings.map(\.datum)).count == 1 }.compactMap { shape in
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
    for (number, layers) in series.enumerated() where layers.tag == tag {
      let deciding = zones.filter {
        $0.role == role && $0.standing == .decides && $0.isJudged && $0.series == number
      }
      guard let first = deciding.first else { continue }
      let value = deciding.allSatisfy { $0.value == first.value } ? first.value : .unknown
      together = together.map { $0 || value } ?? value
    }
    return together
  }
}

/// The places of a lead with what the layers say of them.
struct JudgedPlaces {
  /// By the raw value of their role.
  let stated: [StatedPlaces]
  /// Points outside the stated county.
  let countyConflicts: [CountyConflict]
  /// By layer, the damage area first; of other places only where records give them.
  var zones: [PlaceZone] = []
}
