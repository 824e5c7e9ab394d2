import Vocabulary

/// The polygons of counties, for leads that name only their county and for checking what they name.
///
/// Which code an abolished one has become is the caller's to say, and so is of which counties a city or
/// province consists; the map only knows its polygons.
package struct CountyMap: Sendable {
  package let layer: Layer
  private let cover: ZoneCover
  private var areas: [DivisionCode: CountyArea?] = [:]
  private var shares: [ShareKey: CountyShare?] = [:]

  private struct ShareKey: Hashable {
    let code: DivisionCode
    let layer: Int
  }

  /// The map of a layer whose features carry division codes; O(n log n) for n vertices.
  package init(_ layer: Layer) {
    self.layer = layer
    cover = ZoneCover(layer.features, layer.polygons)
  }

  /// The area of a division: the features with its code, or else those of all the counties it consists
  /// of; `nil` unless the map has them all and each can be read in one way.
  ///
  /// Made once for each code, in O(n log n) for the vertices of its features; the first answer stays.
  package mutating func area(
    of code: DivisionCode, consistingOf counties: [DivisionCode] = []
  ) -> CountyArea? {
    if let known = areas[code] { return known }
    var features = layer.features.indices.filter { layer.features[$0].label.code == code }
    if features.isEmpty, !counties.isEmpty {
      let wanted = Set(counties)
      features = layer.features.indices.filter {
        layer.features[$0].label.code.map(wanted.contains) ?? false
      }
      if Set(features.map { layer.features[$0].label.code }).count < wanted.count { features = [] }
    }
    let codes = Set(features.map { layer.features[$0].label.code })
    let isDoubtful = layer.doubtful.features.contains { codes.contains($0.label.code) }
    let area = features.isEmpty || isDoubtful ? nil : CountyArea(code, features, of: layer)
    areas[code] = .some(area)
    return area
  }

  /// How much of a division lies in a layer's zone, and whether certainly all or none of it does; `nil`
  /// unless the map has its area.
  ///
  /// Made once for each code and layer number.
  package mutating func share(
    of code: DivisionCode, consistingOf counties: [DivisionCode] = [], in zone: ZoneIndex
  ) -> CountyShare? {
    let key = ShareKey(code: code, layer: zone.number)
    if let known = shares[key] { return known }
    let share = area(of: code, consistingOf: counties).map { CountyShare(of: $0, in: zone) }
    shares[key] = .some(share)
    return share
  }

  /// Whether a place within `radiusMetres` lies in the division a record states.
  ///
  /// O(log n) once the division's area is made.
  package mutating func check(
    stated code: DivisionCode, consistingOf counties: [DivisionCode] = [], longitude: Double,
    latitude: Double, radiusMetres: Double
  ) -> CountyCheck {
    guard longitude.isFinite, latitude.isFinite, abs(longitude) <= 180, abs(latitude) <= 90,
      radiusMetres >= 0, radiusMetres.isFinite
    else { return .unknown(.unusablePlace) }
    guard let area = area(of: code, consistingOf: counties) else { return .unknown(.noPolygon) }
    let place = Coordinate(longitude: longitude, latitude: latitude)
    let uncertainty = radiusMetres + layer.source.uncertaintyMetres
    var search = ZoneCover.Search()
    let finding = area.zone.finding(at: place, uncertaintyMetres: uncertainty, &search)
    let distance = finding.signedDistanceMetres.map { abs($0) }
    guard finding.value != .unknown else {
      return .unknown(.nearBorder(distanceMetres: distance ?? ZoneIndex.capMetres))
    }
    if finding.isCovered { return .agrees }
    cover.find(at: place, &search)
    let others = search.features.map { layer.features[Int($0)].label }
      .filter { label in label.code.map { !code.contains($0) && !$0.contains(code) } ?? false }
    // A county says more than the city or province around it.
    guard let other = others.first(where: { $0.code?.isCounty == true }) ?? others.first,
      let otherCode = other.code
    else { return .unknown(.inNoCounty(distanceMetres: distance)) }
    return .contradicts(with: otherCode, name: other.name, distanceMetres: distance)
  }
}

/// The area of a division on a map of counties.
package struct CountyArea: Sendable {
  package let code: DivisionCode
  /// The map's name of the division; `nil` if it is put together from several features.
  package let name: String?
  /// The union of its features.
  let zone: ZoneIndex

  fileprivate init(_ code: DivisionCode, _ features: [Int], of layer: Layer) {
    self.code = code
    name = features.count == 1 ? features.first.map { layer.features[$0].label.name } : nil
    let parts = features.map { (feature: $0, polygons: Array(layer.features[$0].polygons)) }
    zone = ZoneIndex(layer.part(parts), number: 0)
  }
}
