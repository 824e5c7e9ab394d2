import Vocabulary

/// How much of a division lies in the zone of one layer: all that a lead tells whose place is a name.
///
/// True or false only if every place of the division certainly lies inside or outside, with the layer's
/// and the counties' uncertainty counted; else unknown, and the share says how likely either is.
package struct CountyShare: Sendable, Hashable {
  package let code: DivisionCode
  /// The layer's number among the layers of the run.
  package let layer: Int
  package let value: Truth
  /// How much of it lies inside, on the ellipsoid; `nil` if the geometry library failed.
  package let overlap: ShapeOverlap?
  /// Metres from the zone's boundary to the place of the division nearest to it, negative if all lies
  /// inside; `nil` if neither all nor nothing does or that is beyond 50 km.
  package let signedDistanceMetres: Double?
  /// What the uncertainty of both drawings is the sum of.
  package let budget: UncertaintyBudget
  /// What the distance was held against: the budget, but at least the boundary's width.
  package let uncertaintyMetres: Double
  /// Whether the layer's drawing can be read in two ways within the division, so that it is unknown.
  package let isDoubtful: Bool

  /// What of the division lies inside, 0 to 1; `nil` if it could not be measured.
  package var share: Double? { overlap?.share }

  /// Below so much of a share the rounding of areas cannot be told from nothing.
  private static let least = 1e-6

  /// O(n log n) for the vertices of the area and of what of the layer is near it.
  init(of area: CountyArea, in zone: ZoneIndex) {
    code = area.code
    layer = zone.number
    let overlap = OverlapMeter().flatMap { $0.overlap(of: area.zone.layer, with: zone) }
    budget = UncertaintyBudget(
      PointUncertainty(rounding: 0), .cgcs2000,
      layerScaleMetres: zone.layer.source.uncertaintyMetres,
      countyScaleMetres: area.zone.layer.source.uncertaintyMetres)
    let uncertainty = max(budget.totalMetres, ZoneIndex.boundaryWidthMetres)
    self.overlap = overlap
    uncertaintyMetres = uncertainty
    let ground = ShapeGround(area.zone.layer)
    func distance(_ side: ShapeDistance.Side) -> ShapeDistance {
      ShapeDistance(
        side, of: ground, from: zone, uncertaintyMetres: uncertainty, isDecisionEnough: true)
    }
    isDoubtful = !zone.isClear(around: ground, withinMetres: uncertainty)
    guard !isDoubtful else {
      value = .unknown
      signedDistanceMetres = nil
      return
    }
    // Where some but not all is measured inside, nothing needs to be searched.
    if overlap?.share ?? 0 < CountyShare.least {
      let nearest = distance(.deepest)
      if nearest.boundMetres >= uncertainty {
        value = .false
        signedDistanceMetres = nearest.isBeyondCap ? nil : nearest.metres
        return
      }
    }
    if overlap?.share ?? 1 > 1 - CountyShare.least {
      let shallowest = distance(.shallowest)
      if shallowest.boundMetres <= -uncertainty {
        value = .true
        signedDistanceMetres = shallowest.isBeyondCap ? nil : shallowest.metres
        return
      }
    }
    value = .unknown
    signedDistanceMetres = nil
  }
}
