/// Seven parameters that bring geocentric places of an earlier Chinese datum to CGCS2000.
///
/// Rotations are kept by the position vector convention (EPSG method 9606), however they were stated.
package struct DatumShift: Sendable, Hashable {
  /// What a positive rotation turns: of one transformation the two have opposite signs.
  package enum Convention: String, Sendable, CaseIterable {
    /// The vector of a place: EPSG method 9606.
    case positionVector = "position_vector"
    /// The axes: EPSG method 9607.
    case coordinateFrame = "coordinate_frame"
  }

  /// In metres.
  package let dx: Double
  package let dy: Double
  package let dz: Double
  /// In arc seconds.
  package let rx: Double
  package let ry: Double
  package let rz: Double
  /// The difference in scale, in parts per million.
  package let ppm: Double

  /// A shift with those parameters, its rotations stated by `convention`.
  package init(
    dx: Double, dy: Double, dz: Double, rx: Double, ry: Double, rz: Double, ppm: Double,
    convention: Convention = .positionVector
  ) {
    func kept(_ rotation: Double) -> Double {
      // Taken from zero: a negated zero would be written otherwise than a zero.
      convention == .positionVector ? rotation : 0 - rotation
    }
    self.dx = dx
    self.dy = dy
    self.dz = dz
    self.rx = kept(rx)
    self.ry = kept(ry)
    self.rz = kept(rz)
    self.ppm = ppm
  }

  /// Whether it turns at all; only then a convention says anything.
  package var isRotated: Bool { rx != 0 || ry != 0 || rz != 0 }
}
