internal import Geography
internal import Leads
internal import Normalise
internal import Vocabulary
internal import Workspace

/// Why a layer's "outside" does not count: the place may lie where the layer says nothing.
enum OutsideLimit: String {
  /// The layer is not of the jurisdiction, or drawn in the wrong place; its "inside" does not count
  /// either where that is certain.
  case layerAstray = "layer-astray"
  /// The workspace's layers are of its jurisdiction and the place is not, or it cannot be meant.
  case beyondJurisdiction = "beyond-jurisdiction"
  /// The place is not in the county that is stated, so one of the two is wrong.
  case countyConflict = "county-conflict"

  var wording: Wording {
    switch self {
    case .layerAstray:
      Wording(
        zh: "图层位置有误或可疑（E710），不能据此认定内外",
        en: "the layer lies, or may lie, in the wrong place (E710) and decides nothing here")
    case .beyondJurisdiction:
      Wording(
        zh: "地点不在辖区内或明显有误，不能据此认定在界外",
        en: "the place is not in the jurisdiction or plainly wrong, which does not make it outside")
    case .countyConflict:
      Wording(
        zh: "坐标或地点与所填县区不符，不能据此认定在界外",
        en: "the place contradicts the stated county, which does not make it outside")
    }
  }
}

/// A record whose point or area lies outside the county of its lead.
struct CountyConflict {
  let row: Int
  let check: CountyCheck
}

/// What the workspace's jurisdiction and its counties say of the places of leads.
struct Jurisdiction {
  /// Without the polygons of its counties the jurisdiction ends so far beyond all that layers draw.
  static let marginMetres = 50_000.0

  private let home: DivisionCode
  private let gazetteer: Gazetteer
  private let coordinates: CoordinateRules
  private var map: CountyMap?
  /// Around all that layers draw which are not astray; `nil` without any.
  private let surroundings: Box?
  /// Where each layer lies, in the order of leadscreen.yaml.
  private let locations: [LayerLocation]

  init(_ screening: Screening) {
    home = screening.home
    gazetteer = screening.gazetteer
    coordinates = screening.workspace.configuration.coordinates
    let ground = LayerGround(screening)
    map = ground.counties.map { CountyMap($0) }
    locations = ground.locations
    surroundings = Box(
      around: zip(screening.layers, locations).filter { !$1.isAstray }.map(\.0.extent),
      marginMetres: Jurisdiction.marginMetres)
  }

  /// What a layer says of a place whose verdict by the drawing alone is `value`, and why it says less.
  ///
  /// `limits` are those of the place.
  func verdict(
    _ value: Truth, ofLayer number: Int, _ limits: [OutsideLimit]
  ) -> (value: Truth, limits: [OutsideLimit]) {
    let location = locations[number]
    var holding = value == .false ? limits : []
    if location.isCertainlyAstray || location.isAstray && value == .false {
      holding.insert(.layerAstray, at: 0)
    }
    return (holding.isEmpty ? value : .unknown, holding)
  }

  /// Where points and areas lie outside the county that is stated; an area as a whole.
  mutating func conflicts(
    of places: StatedPlaces, with county: Chosen<DivisionCode>?
  ) -> [CountyConflict] {
    guard map != nil, let code = county?.value else { return [] }
    var stated = places.points
    let pointed = Set(stated.map(\.row))
    for drawn in places.shapes where !pointed.contains(drawn.row) {
      guard let shape = drawn.shape else { continue }
      stated.append(
        StatedPlaces.StatedPoint(row: drawn.row, point: Jurisdiction.middle(of: shape)))
    }
    return stated.compactMap { stated in
      guard let check = check(stated.point, in: code), case .contradicts = check else {
        return nil
      }
      return CountyConflict(row: stated.row, check: check)
    }
  }

  /// How much of each county that is stated lies in the zone; `nil` for one that is not on the map.
  mutating func shares(of county: Chosen<DivisionCode>, in zone: ZoneIndex) -> [CountyShare?] {
    ([county.value] + county.others.map(\.value)).map { code in
      map?.share(of: code, consistingOf: gazetteer.counties(in: code), in: zone)
    }
  }

  /// Whether an address of the lead names another county of the jurisdiction and none that is stated: its
  /// county as a whole then says nothing.
  private func namesAnotherCounty(_ lead: Lead, _ table: RecordTable) -> Bool {
    guard let county = lead.county else { return false }
    let stated = [county.value] + county.others.map(\.value)
    return lead.speaking { !table.text(.place, $0).isMissing }.contains { row in
      let place = table.string(.place, row)
      let named = gazetteer.counties(in: home).filter { code in
        gazetteer.name(of: code).map(place.contains) ?? false
      }
      return !named.isEmpty
        && named.allSatisfy { code in !stated.contains { $0.contains(code) } }
    }
  }

  /// Why layers cannot say of the lead's places of one kind that they are outside.
  mutating func limits(
    of places: JudgedPlaces, _ role: PlaceRole, _ lead: Lead, _ table: RecordTable
  ) -> [OutsideLimit] {
    let stated = places.stated[Int(role.rawValue)]
    var limits: [OutsideLimit] = []
    let counties = lead.county.map { [$0.value] + $0.others.map(\.value) } ?? []
    let isElsewhere = role == .damageArea && counties.contains { !isNear($0) }
    if isElsewhere || stated.judgedPoints.contains(where: { isBeyond($0.point) })
      || stated.shapes.contains(where: { $0.shape.map { isBeyond($0) } ?? false })
    {
      limits.append(.beyondJurisdiction)
    }
    // Without a place it is the county that is judged.
    if role == .damageArea,
      !places.countyConflicts.isEmpty || stated.isEmpty && namesAnotherCounty(lead, table)
    {
      limits.append(.countyConflict)
    }
    return limits
  }

  /// Whether the division lies in the jurisdiction or around it.
  private func isNear(_ code: DivisionCode) -> Bool { home.contains(code) || code.contains(home) }

  /// Whether the point certainly lies outside the jurisdiction.
  private mutating func isBeyond(_ point: Point) -> Bool {
    guard point.isUsable else { return false }
    return switch check(point, in: home) {
    case .contradicts, .unknown(.inNoCounty): true
    case .agrees, .unknown(.nearBorder), .unknown(.unusablePlace): false
    case .unknown(.noPolygon), nil: isFarFromLayers(point.longitude, point.latitude)
    }
  }

  /// Whether the middle of the shape lies outside it, by more than what the shape extends over.
  private mutating func isBeyond(_ shape: PlaceShape) -> Bool {
    isBeyond(Jurisdiction.middle(of: shape))
  }

  /// The middle of a shape, as uncertain as the shape extends, in whatever datum.
  private static func middle(of shape: PlaceShape) -> Point {
    let box = shape.extent
    return Point(
      longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2,
      uncertainty: PointUncertainty(
        rounding: shape.roundingMetres + box.reachMetres,
        conversion: Datum.bd09.displacementMetres),
      frame: .cgcs2000)
  }

  private func isFarFromLayers(_ longitude: Double, _ latitude: Double) -> Bool {
    surroundings.map { !$0.contains(longitude, latitude) } ?? false
  }

  /// Whether the point lies in a division; `nil` without a map.
  private mutating func check(_ point: Point, in code: DivisionCode) -> CountyCheck? {
    guard point.isUsable else { return nil }
    let stated = point.stated(by: coordinates)
    // Degrees of an undeclared datum may be as far off as the datum that moves them most.
    let extra = point.frame == .undeclared ? Datum.bd09.displacementMetres : 0
    return map?.check(
      stated: code, consistingOf: gazetteer.counties(in: code), longitude: stated.longitude,
      latitude: stated.latitude, radiusMetres: stated.uncertaintyMetres + extra)
  }
}
