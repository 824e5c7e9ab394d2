/// The map of a quarter as values: outlines of layers and positions of leads in pixels, y downwards.
///
/// For drawing only: outlines are simplified, positions rounded as `QuarterReport.rounding` says; no
/// verdict comes from it.
package struct QuarterMap: Sendable {
  /// How degrees became pixels.
  package enum Projection: Sendable, Hashable {
    /// Equirectangular, true along that latitude in degrees.
    case plane(latitude: Double)
    /// Albers' equal-area conic, true along those latitudes in degrees.
    case albers(south: Double, north: Double)
  }

  /// A layer as it is drawn.
  package struct Outline: Sendable {
    package var name: String
    package var tag: String
    package var tagTerm: String
    /// Empty if it is not given.
    package var version: String
    package var areas: [Area]
    /// Areas in the frame that are too small to be drawn.
    package var omitted: Int

    /// A layer with those values.
    package init(
      name: String, tag: String, tagTerm: String, version: String, areas: [Area], omitted: Int
    ) {
      self.name = name
      self.tag = tag
      self.tagTerm = tagTerm
      self.version = version
      self.areas = areas
      self.omitted = omitted
    }
  }

  /// One area of a layer.
  package struct Area: Sendable {
    /// Empty if the layer gives none.
    package var name: String
    /// The data of an SVG path in tenths of a pixel, to be filled even-odd: `M`, `l`, `z`, digits,
    /// signs and spaces.
    package var path: String
    /// A point on it, in tenths of a pixel, and how wide it is there; `nil` if none is in the frame.
    package var label: (x: Int, y: Int, room: Int)?

    /// An area with those values.
    package init(name: String, path: String, label: (x: Int, y: Int, room: Int)?) {
      self.name = name
      self.path = path
      self.label = label
    }
  }

  /// A line of the graticule; `edge` is where it meets the lower edge (a meridian) or the right one.
  package struct Graticule: Sendable {
    package var degrees: Double
    package var isMeridian: Bool
    /// As an area's, with `L` too.
    package var path: String
    package var edge: Double?

    /// A line with those values.
    package init(degrees: Double, isMeridian: Bool, path: String, edge: Double?) {
      self.degrees = degrees
      self.isMeridian = isMeridian
      self.path = path
      self.edge = edge
    }
  }

  /// One lead on the map.
  package struct Mark: Sendable, Hashable {
    /// Its place among the report's leads.
    package var lead: Int
    package var x: Double
    package var y: Double
    package var verdict: MapVerdict

    /// A lead at that position in pixels.
    package init(lead: Int, x: Double, y: Double, verdict: MapVerdict) {
      self.lead = lead
      self.x = x
      self.y = y
      self.verdict = verdict
    }
  }

  package var width: Int
  package var height: Int
  /// In the middle of the map.
  package var metresPerPixel: Double
  package var projection: Projection
  /// How far a boundary may be from what is drawn of it, in pixels.
  package var tolerance: Double
  package var outlines: [Outline]
  package var graticule: [Graticule]
  /// Leads in the frame, in the report's order.
  package var marks: [Mark]
  /// Leads without a usable place.
  package var unlocated: Int
  /// Leads outside the frame.
  package var beyond: Int

  /// A map of those values; marks, unlocated leads and those beyond make up the report's leads.
  package init(
    width: Int, height: Int, metresPerPixel: Double, projection: Projection, tolerance: Double,
    outlines: [Outline], graticule: [Graticule], marks: [Mark], unlocated: Int, beyond: Int
  ) {
    self.width = width
    self.height = height
    self.metresPerPixel = metresPerPixel
    self.projection = projection
    self.tolerance = tolerance
    self.outlines = outlines
    self.graticule = graticule
    self.marks = marks
    self.unlocated = unlocated
    self.beyond = beyond
  }

  /// How many marks have that verdict.
  func count(_ verdict: MapVerdict) -> Int { marks.count { $0.verdict == verdict } }
}
