import Vocabulary

extension LayerCheck {
  /// That others than its owner may use the file, and the command that ends it.
  func exposure() -> [Row] {
    guard let permissions, isOpenToOthers else { return [] }
    let mode = String(permissions, radix: 8)
    let command = "chmod 600 " + Problem.printable(source.path.asShellWord, limit: 300)
    return [
      Row(
        Wording(zh: "文件权限过宽", en: "file open to others"),
        Wording(
          zh: "权限为 \(mode)，本人以外也能访问；请运行 \(command)",
          en: "its mode is \(mode), so others than its owner may use it; run \(command)"))
    ]
  }

  static func row(_ record: LayerRepair.Record) -> Row {
    let reason = LayerCheck.wording(ofReason: record.reason)
    var zh = reason.zh
    var en = reason.en
    if let repaired = record.repairedSquareMetres {
      zh += "；修复前 \(record.drawnSquareMetres.area)，修复后 \(repaired.area)"
      en += "; \(record.drawnSquareMetres.area) before repair, \(repaired.area) after"
    } else {
      zh += "；无法修复，按原图形使用"
      en += "; it cannot be repaired and is used as drawn"
    }
    if record.doubtfulSquareMetres > 0 {
      zh += "；其中 \(record.doubtfulSquareMetres.area) 有歧义，落入的地点按未知"
      en += "; \(record.doubtfulSquareMetres.area) are ambiguous, and a place there is unknown"
    }
    return Row(Wording(zh: "无效", en: "invalid").of(record.feature), Wording(zh: zh, en: en))
  }

  static func row(_ pair: LayerOverlaps.Pair) -> Row {
    Row(
      Wording(zh: "重叠", en: "overlap").of(pair.first, pair.second),
      Wording(verbatim: pair.squareMetres.area))
  }

  static func row(_ pair: LayerGaps.Pair) -> Row {
    let length = Figure(pair.metres, places: 0).text
    return Row(
      Wording(zh: "窄缝", en: "narrow gap").of(pair.first, pair.second),
      Wording(zh: "长 \(length) 米", en: "\(length) m long"))
  }

  static func row(_ sliver: LayerSliver) -> Row {
    let width = Figure(sliver.widthMetres, places: 1).text
    return Row(
      Wording(zh: "过小或过细", en: "sliver").of(sliver.feature),
      Wording(
        zh: "\(sliver.squareMetres.area)，平均宽 \(width) 米",
        en: "\(sliver.squareMetres.area), \(width) m wide on average"))
  }

  static func row(_ features: [FeatureLabel]) -> Row {
    Row(
      Wording(zh: "图形相同", en: "one shape"),
      Wording(verbatim: features.prefix(5).map(\.shown).joined(separator: " = ")))
  }

  static func row(_ name: DamagedName) -> Row {
    Row(Wording(zh: "名称乱码", en: "damaged name").of(name.feature), name.damage)
  }

  static func row(_ name: SharedName) -> Row {
    Row(
      Wording(
        zh: "重名：\(Problem.printable(name.name, limit: 40))",
        en: "shared name: \(Problem.printable(name.name, limit: 40))"),
      Wording(zh: "\(name.count) 个要素", en: "\(name.count) features"))
  }

  /// The library's reason in the words of a GIS; the library's own for one that is not known.
  private static func wording(ofReason reason: String) -> Wording {
    let chinese: String? =
      switch reason {
      case "Self-intersection": "自相交"
      case "Ring Self-intersection": "环自相接"
      case "Hole lies outside shell": "孔洞在外环之外"
      case "Holes are nested": "孔洞嵌套"
      case "Interior is disconnected": "内部不连通"
      case "Nested shells": "外环嵌套"
      case "Duplicate Rings": "环重复"
      case "Too few points in geometry component": "顶点不足"
      case "Invalid Coordinate": "坐标无效"
      case "Unusable geometry": "几何不可用"
      default: nil
      }
    return Wording(zh: chinese ?? reason, en: reason)
  }
}

extension LayerPlacement {
  /// What is odd, a line a finding.
  var rows: [LayerCheck.Row] {
    var rows =
      LayerCheck.named(wide) {
        LayerCheck.Row(
          Wording(zh: "范围有误", en: "wrong extent").of($0),
          Wording(zh: "比全国范围还大，请核对坐标", en: "larger than China; check the coordinates"))
      }
      + LayerCheck.named(abroad) {
        LayerCheck.Row(
          Wording(zh: "范围有误", en: "wrong extent").of($0),
          Wording(zh: "超出全国范围", en: "reaches beyond China"))
      }
      + LayerCheck.named(stray) {
        LayerCheck.Row(
          Wording(zh: "范围有误", en: "wrong extent").of($0),
          Wording(zh: "距本辖区 20 公里以上", en: "more than 20 km from the jurisdiction"))
      }
    if let farFrom {
      let (name, distance) = (farFrom.area.name, Figure(farFrom.metres / 1000, places: 0).text)
      rows.append(
        LayerCheck.Row(
          Wording(zh: "远离其他图层", en: "far from the other layers"),
          Wording(
            zh: "最近的是\(name)，相距约 \(distance) 公里",
            en: "the nearest is \(name), about \(distance) km away")))
    }
    return rows
  }
}

extension LayerDifference {
  /// What changed, a line a feature; nothing of it is a warning.
  var rows: [LayerCheck.Row] {
    func row(_ title: Wording, _ value: Wording) -> LayerCheck.Row {
      LayerCheck.Row(title, value, isWarning: false)
    }
    func gainedAndLost(_ gained: Double, _ lost: Double) -> Wording {
      Wording(
        zh: "增加 \(gained.area)，减少 \(lost.area)", en: "\(gained.area) gained, \(lost.area) lost")
    }
    let version = earlier.version ?? earlier.path
    let ground = gainedAndLost(gainedSquareMetres, lostSquareMetres)
    let head = row(
      Wording(zh: "与前一版（\(version)）相比", en: "since the version before (\(version))"),
      Wording(
        zh: "不变 \(unchanged)，改变 \(changed.count)，新增 \(added.count)，删除 \(removed.count)，改名 "
          + "\(renamed.count)；\(ground.zh)",
        en: "\(unchanged) unchanged, \(changed.count) changed, \(added.count) added, "
          + "\(removed.count) removed, \(renamed.count) renamed; \(ground.en)"))
    var rows = [head]
    if unmeasured > 0 {
      rows.append(
        LayerCheck.Row(
          Wording(zh: "未能比较面积的要素", en: "features whose areas were not compared"),
          Wording(verbatim: "\(unmeasured)")))
    }
    rows += LayerCheck.named(changed) {
      row(
        Wording(zh: "改变", en: "changed").of($0.after),
        gainedAndLost($0.gainedSquareMetres, $0.lostSquareMetres))
    }
    rows += LayerCheck.named(added) {
      row(Wording(zh: "新增", en: "added").of($0.feature), gainedAndLost($0.squareMetres, 0))
    }
    rows += LayerCheck.named(removed) {
      row(Wording(zh: "删除", en: "removed").of($0.feature), gainedAndLost(0, $0.squareMetres))
    }
    return rows
      + LayerCheck.named(renamed) {
        row(
          Wording(zh: "改名", en: "renamed").of($0.before), Wording(verbatim: $0.after.shown))
      }
  }
}

extension Wording {
  /// The word, and the feature it is said of.
  fileprivate func of(_ features: FeatureLabel...) -> Wording {
    let names = features.map(\.shown)
    return Wording(
      zh: "\(zh)：\(names.joined(separator: "、"))", en: "\(en): \(names.joined(separator: ", "))")
  }
}

extension FeatureLabel {
  /// The name as a console may show it.
  fileprivate var shown: String { Problem.printable(name, limit: 40) }
}
