internal import Vocabulary

extension LeadMatching {
  /// Degrees on the side of the cells by which coordinates meet; in China at least as long as a site
  /// is wide.
  private static let cell = 0.005

  /// What a record that names nobody tells of a village or road, or of a spot, and what others tell of
  /// the same.
  func addNearNobody(to near: inout [Nearness]) {
    var places: Set<UInt64> = []
    for row in table.rows where isLead(row) && obligor[Int(row)] < 0 {
      forEachPlace(of: row) { places.insert($0) }
    }
    guard !places.isEmpty else { return }
    var order = KeyedOrder()
    for row in table.rows where isLead(row) && days.day(Int(row)) != nil {
      forEachPlace(of: row) { place in
        guard places.contains(place) else { return }
        forEachAspect(of: row) { order.add(KeyedOrder.joined(place, $0), row) }
      }
    }
    order.sort()
    order.forEachRun { run in
      guard run.contains(where: { obligor[Int($0)] < 0 }) else { return }
      var found: [Nearness] = []
      addNear(Array(run), to: &found)
      near += found.filter {
        $0.isSamePlace && (obligor[Int($0.row)] < 0 || obligor[Int($0.other)] < 0)
      }
    }
  }

  /// Keys of where a row is: county, town and village or road; the cell of its coordinates, and for a
  /// row that names nobody the cells around it, so that no border parts one site.
  @inline(__always)
  private func forEachPlace(of row: Int32, _ body: (UInt64) -> Void) {
    let address = addresses.addressOfRow[Int(row)]
    if address >= 0, addresses.parses[Int(address)].place != 0 {
      let parse = addresses.parses[Int(address)]
      body(
        KeyedOrder.joined(
          KeyedOrder.joined(parse.town, parse.place),
          UInt64(UInt32(bitPattern: addresses.counties[Int(address)]))))
    }
    guard let point = table.point(Int(row)),
      let east = Int64(exactly: (point.longitude / LeadMatching.cell).rounded(.down)),
      let north = Int64(exactly: (point.latitude / LeadMatching.cell).rounded(.down))
    else { return }
    let reach: ClosedRange<Int64> = obligor[Int(row)] < 0 ? -1...1 : 0...0
    for eastward in reach {
      for northward in reach {
        body(
          KeyedOrder.joined(
            UInt64(bitPattern: east &+ eastward), UInt64(bitPattern: north &+ northward)))
      }
    }
  }
}
