internal import Vocabulary

/// 位置示意图: the map with its legend and what a reader must know of it.
struct MapSection {
  let figures: ReportFigures

  private var report: QuarterReport { figures.report }

  func write(into page: inout PageWriter) {
    guard let map = report.map else {
      if !report.leads.isEmpty {
        page.note("在册线索都没有可用的坐标，不画位置示意图。")
      }
      return
    }
    let clusters = MapClusters(map.marks)
    let drawing = MapDrawing(
      map: map, figures: figures, clusters: clusters, title: "线索位置示意图",
      description: "\(counts(map).plain)与各图层的比对结论另见线索清单，图上没有别处看不到的内容。")
    page.figure("线索位置与保护区域", measure: measure) { html, number in
      html.element(
        "div", .class("scroll"), .named("role", "region"),
        .named("aria-label", "图 \(number)　线索位置示意图"),
        .named("tabindex", "0")
      ) { drawing.write(into: &$0, number: number) }
      writeLegend(map, into: &html)
      html.element("p", .class("note")) { $0.sentence(counts(map)) }
      for note in [verdicts, caution(map), method(map, clusters)] {
        html.element("p", .class("note"), text: note)
      }
    }
  }

  private var measure: String {
    report.audience == .inHouse ? "内部工作示意图，不得公开" : "工作示意图，不画生态保护红线，不得公开"
  }

  // MARK: Legend

  private func writeLegend(_ map: QuarterMap, into html: inout HTMLWriter) {
    html.element("ul", .class("legend")) { html in
      for verdict in MapVerdict.allCases.reversed() {
        let count = map.count(verdict)
        guard count > 0 || verdict != .notCompared else { continue }
        html.element("li") { html in
          swatch(width: 14, into: &html) {
            MapStyle.shape(verdict, x: 7, y: 7, size: 5, into: &$0)
          }
          html.sentence("\(verdict.term) \(figures.count(LeadFilter(onMap: .only(verdict)))) 件")
        }
      }
      for outline in map.outlines {
        html.element("li") { html in
          let style = MapStyle.layer(outline.tag)
          swatch(width: 26, into: &html) { html in
            html.element("svg", .named("viewBox", "0 0 260 140")) { html in
              html.void(
                "rect", .named("x", "10"), .named("y", "15"), .named("width", "240"),
                .named("height", "110"), .named("fill", style.fill),
                .named("fill-opacity", style.opacity), .named("stroke", style.stroke),
                .named("stroke-width", "12"), .named("stroke-dasharray", style.dashes))
            }
          }
          html.text(term(outline))
        }
      }
    }
  }

  private func swatch(
    width: Int, into html: inout HTMLWriter, content: (inout HTMLWriter) -> Void
  ) {
    html.element(
      "svg", .named("width", String(width)), .named("height", "14"),
      .named("viewBox", "0 0 \(width) 14"), .named("aria-hidden", "true"), content: content)
  }

  /// `生态保护红线：红线（2025-12）`, and what of it is not drawn.
  private func term(_ outline: QuarterMap.Outline) -> String {
    let name = outline.name == outline.tagTerm ? outline.name : "\(outline.tagTerm)：\(outline.name)"
    let version = outline.version.isEmpty ? "没有版本号" : "版本 \(outline.version)"
    let drawn =
      outline.areas.isEmpty ? "，图幅内没有" : "，\(Numeral.grouped(outline.areas.count)) 处"
    let omitted =
      outline.omitted > 0 ? "，另有 \(Numeral.grouped(outline.omitted)) 处过小未画" : ""
    return Problem.printable("\(name)（\(version)）\(drawn)\(omitted)", limit: 120)
  }

  // MARK: Notes

  /// Every lead is accounted for.
  private func counts(_ map: QuarterMap) -> Sentence {
    let on = Numeral.grouped(map.marks.count)
    var text: Sentence = "在册线索 \(figures.everyLead) 件：图上 \(on) 件（"
    let drawn = MapVerdict.allCases.reversed().filter {
      map.count($0) > 0 || $0 != .notCompared
    }
    for (place, verdict) in drawn.enumerated() {
      let count = figures.count(LeadFilter(onMap: .only(verdict)))
      text += "\(place > 0 ? "、" : "")\(verdict.term) \(count)"
    }
    guard map.beyond > 0 else {
      text += "），没有可用坐标 \(figures.count(LeadFilter(onMap: .unknown))) 件。"
      return text
    }
    text += "），没有可用坐标 \(map.unlocated) 件，远离其他线索、在图幅以外 \(map.beyond) 件。"
    return text
  }

  private var verdicts: String {
    "结论只看坐标与生态保护红线、自然保护地各图层的比对：在任一图层内即为“在内”，距界线不足位置误差的为“不确定”；来源自己的说明不在图上。"
  }

  private func caution(_ map: QuarterMap) -> String {
    let metres = Numeral.grouped(Int((map.tolerance * map.metresPerPixel / 10).rounded(.up)) * 10)
    return "界线为画图而简化（偏离不超过约 \(metres) 米），只供看图；判定一律用图层原有界线。"
      + "图上不画国界和行政区域界线，县（市、区）名只标在其线索附近。对外公开须按《地图管理条例》送审并注明审图号。"
  }

  private func method(_ map: QuarterMap, _ clusters: MapClusters) -> String {
    let projection =
      switch map.projection {
      case .plane(let latitude): "等距圆柱投影，标准纬线 \(SVGDrawing.tenth(latitude))°"
      case .albers(let south, let north):
        "阿尔伯斯等积圆锥投影，标准纬线 \(SVGDrawing.tenth(south))° 和 \(SVGDrawing.tenth(north))°"
      }
    var text =
      "CGCS2000，\(projection)；点位取 \(report.rounding.decimals) 位小数（\(report.rounding.term)）。"
    if let reach = clusters.reach {
      text +=
        "图上线索超过 \(MapClusters.markLimit) 件，结论相同、相距不到 \(reach) 像素的合为一处，标出件数，画在其中第一件的位置。"
    }
    return text
  }
}
