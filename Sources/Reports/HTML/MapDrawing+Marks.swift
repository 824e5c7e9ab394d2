internal import Vocabulary

/// The leads of a map: one by one, or several of one verdict together, with a link to exactly these.
extension MapDrawing {
  func writeMarks(into html: inout HTMLWriter) {
    html.element("g", .named("stroke", "#FFFFFF"), .named("stroke-width", "1")) { html in
      var number = 0
      for cluster in clusters.clusters {
        if cluster.marks.count == 1 {
          writeMark(cluster.first, into: &html)
        } else {
          number += 1
          writeCluster(cluster, number, into: &html)
        }
      }
    }
  }

  /// Half the width of what is drawn for leads, in pixels.
  static func size(of cluster: MapClusters.Cluster) -> Double {
    switch cluster.marks.count {
    case 1: cluster.first.verdict > .outside ? 5.2 : 3.9
    case ..<10: 7
    case ..<100: 8
    case ..<1000: 10
    default: 12.5
    }
  }

  /// A lead, as a link to its entry where the page has one.
  ///
  /// The links are no stops of the tab key: the list has the same leads, in an order.
  private func writeMark(_ mark: QuarterMap.Mark, into html: inout HTMLWriter) {
    let lead = figures.report.leads[mark.lead]
    func draw(_ html: inout HTMLWriter) {
      html.element("title", text: title(of: lead, mark.verdict))
      MapStyle.shape(
        mark.verdict, x: mark.x, y: mark.y,
        size: MapDrawing.size(of: MapClusters.Cluster(marks: [mark])), into: &html)
    }
    if figures.traits[mark.lead].isListed {
      html.element("a", .href("#" + lead.id.description), .named("tabindex", "-1"), content: draw)
    } else {
      html.element("g", content: draw)
    }
  }

  private func title(of lead: LeadEntry, _ verdict: MapVerdict) -> String {
    var parts = ["\(lead.id)", verdict.term]
    if let zone = lead.deciding(MapVerdict.tags) {
      if let distance = zone.distanceMetres.map(figures.report.rounding.rounded(metres:)) {
        let side = distance < 0 ? "界线内" : "界线外"
        parts.append(
          "\(zone.tagTerm)\(side) \(Numeral.grouped(Int(distance.magnitude.rounded()))) 米")
      } else {
        parts.append("\(zone.tagTerm)界线在比对范围以外")
      }
    }
    return parts.joined(separator: "　")
  }

  /// Several leads as one mark with their number.
  private func writeCluster(
    _ cluster: MapClusters.Cluster, _ number: Int, into html: inout HTMLWriter
  ) {
    let mark = cluster.first
    let names = cluster.marks.prefix(5).map { figures.report.leads[$0.lead].id.description }
    func draw(_ html: inout HTMLWriter) {
      MapStyle.shape(
        mark.verdict, x: mark.x, y: mark.y, size: MapDrawing.size(of: cluster), into: &html)
      html.element(
        "text", .named("x", SVGDrawing.tenth(mark.x)),
        .named("y", SVGDrawing.tenth(mark.y + (mark.verdict == .uncertain ? 3.8 : 3.1))),
        .named("font-size", "9"), .named("text-anchor", "middle"), .named("stroke", "none"),
        .named("fill", mark.verdict == .notCompared ? "#1D2939" : "#FFFFFF"),
        text: String(cluster.marks.count))
    }
    html.element("g") { html in
      html.element(
        "title",
        text: "第 \(number) 处　\(mark.verdict.term) \(cluster.marks.count) 件："
          + names.joined(separator: "、") + (cluster.marks.count > names.count ? " 等" : ""))
      let count = figures.count(LeadFilter(cluster: number))
      guard count.isLinked else { return draw(&html) }
      html.element(
        "a", .href("#leads"), .named("data-q", count.filter.query), .named("tabindex", "-1"),
        content: draw)
    }
  }
}
