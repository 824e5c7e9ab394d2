import Vocabulary

/// Reads what was harmed; one cell may name several media.
///
/// Separated by `、，,;；/|+`, spaces, line breaks, 和, 与, 及. With and without 污染, 环境 and the like; 废水 and 污水
/// are water, 废气 air, 危废 solid waste, 林地 forest. A word in no list counts as `Medium.other` and
/// the cell is flagged `unknownWord`. `words` of the column go before the built-in list.
package func readMedia(_ bytes: Span<UInt8>, words: ColumnWords = .none) -> Reading<MediumSet> {
  readSet(bytes, words, mediumWords).map { found in
    var set = MediumSet(bits: found.bits)
    if found.hasUnknownWord { set.insert(.other) }
    return set
  }
}

/// Reads the channels a lead came through; one cell may name several.
///
/// `C01` to `C10`, the wording of the channel, or what exports call it. A word in no list counts as
/// `Channel.other` and the cell is flagged `unknownWord`.
package func readChannel(
  _ bytes: Span<UInt8>, words: ColumnWords = .none
) -> Reading<ChannelSet> {
  readSet(bytes, words, channelWords).map { found in
    var set = ChannelSet(bits: found.bits)
    if found.hasUnknownWord { set.insert(.other) }
    return set
  }
}

/// The bits of the words found, and whether there was one in no list.
private struct FoundWords: Sendable {
  var bits: UInt32 = 0
  var hasUnknownWord = false
}

private func readSet(
  _ bytes: Span<UInt8>, _ words: ColumnWords, _ builtIn: WordTable<UInt32>
) -> Reading<FoundWords> {
  let cell = FoldedCell(bytes)
  if cell.isBlank { return .missing }
  var found = FoundWords(hasUnknownWord: cell.overflows)
  if !cell.overflows {
    collect(cell, 0..<cell.count, words, builtIn, into: &found)
  }
  if found.hasUnknownWord { return .flagged(found, .unknownWord) }
  return found.bits == 0 ? .missing : .value(found)
}

/// Takes the part of the cell as one word, or else apart at its separators.
private func collect(
  _ cell: FoldedCell, _ range: Range<Int>, _ words: ColumnWords, _ builtIn: WordTable<UInt32>,
  into found: inout FoundWords
) {
  if takeWord(cell, range, words, builtIn, into: &found) { return }
  var start = range.lowerBound
  for end in range.lowerBound...range.upperBound
  where end == range.upperBound || isSeparator(cell[end]) {
    let part = start..<end
    start = end + 1
    guard !part.isEmpty, !takeWord(cell, part, words, builtIn, into: &found) else { continue }
    collectConjoined(cell, part, words, builtIn, into: &found)
  }
}

/// Takes `水和大气` apart; a part in no list makes the whole unknown.
private func collectConjoined(
  _ cell: FoldedCell, _ range: Range<Int>, _ words: ColumnWords, _ builtIn: WordTable<UInt32>,
  into found: inout FoundWords
) {
  var start = range.lowerBound
  for end in range.lowerBound...range.upperBound
  where end == range.upperBound || isConjunction(cell[end]) {
    let part = start..<end
    start = end + 1
    if !part.isEmpty, !takeWord(cell, part, words, builtIn, into: &found) {
      found.hasUnknownWord = true
    }
  }
}

private func takeWord(
  _ cell: FoldedCell, _ range: Range<Int>, _ words: ColumnWords, _ builtIn: WordTable<UInt32>,
  into found: inout FoundWords
) -> Bool {
  switch words.meaning(of: cell, range) {
  case .some(.unknown): return true
  case .some(.raw(let bits)):
    found.bits |= bits
    return true
  case nil: break
  }
  guard let bits = builtIn[cell, range] else { return false }
  found.bits |= bits
  return true
}

private func isSeparator(_ scalar: UInt32) -> Bool {
  switch Unicode.Scalar(scalar) {
  case "、", ",", ";", "/", "|", "+", " ", "\\", "。", "·", "&", "(", ")": true
  default: false
  }
}

private func isConjunction(_ scalar: UInt32) -> Bool {
  switch Unicode.Scalar(scalar) {
  case "和", "与", "及", "或": true
  default: false
  }
}

private let mediumWords: WordTable<UInt32> = {
  let words: [(MediumSet, String)] = [
    (
      MediumSet(.water),
      """
      水 水体 地表水 水环境 废水 污水 水质 河流 湖泊 水库 饮用水 饮用水水源 黑臭水体 水生态环境 工业废水 生活污水 河湖水质 地表水环境 \
      水生态 地表水体 河湖 水源地 排污口 入河排污口 养殖废水 畜禽养殖废水 医疗废水 矿井水 废水排放 黑臭水
      """
    ),
    (
      MediumSet(.air),
      """
      大气 空气 废气 气 大气环境 环境空气 空气质量 烟尘 烟气 油烟 餐饮油烟 异味 恶臭 臭气 VOCS 挥发性有机物 工业废气 \
      粉尘 废气排放 臭氧 尾气 机动车尾气 气味 秸秆焚烧 锅炉烟气 二氧化硫 氮氧化物 颗粒物
      """
    ),
    (MediumSet(.soil), "土壤 土 土壤环境 农用地土壤 建设用地土壤"),
    (MediumSet(.groundwater), "地下水 地下水环境 地下水体"),
    (
      MediumSet(.solidWaste),
      """
      固体废物 固废 危废 危险废物 固体废弃物 危险废弃物 废弃物 废物 垃圾 生活垃圾 工业固废 一般固废 \
      一般工业固体废物 一般工业固废 工业固体废物 医疗废物 医废 废渣 尾矿 尾矿库 煤矸石 污泥 \
      固 渣 固废危废 粉煤灰 炉渣 赤泥 电子废物 农业固体废物 废矿物油 医疗垃圾
      """
    ),
    (MediumSet(.noise), "噪 噪声振动 振动 建筑施工噪声 交通噪声 工业企业噪声 噪声 噪音 声 声环境 社会生活噪声 工业噪声 施工噪声"),
    (MediumSet(.forest), "森林 林地 林木 森林资源 林业 毁林 森林生态 林业资源 公益林 天然林 林草植被 古树名木 毁林开垦 滥伐林木 盗伐林木"),
    (MediumSet(.grassland), "草原 草地 草场 草原资源 草原生态"),
    (MediumSet(.forest, .grassland), "林草 森林草原 林地草地 林草资源 林草地"),
    (MediumSet(.wetland), "湿地 湿地资源 湿地生态"),
    (
      MediumSet(.landWildlife),
      "野生动植物 野生动物 野生植物 陆生野生动物 陆生野生动植物 陆生野生植物 动植物 野生动物资源 野生动植物资源"
    ),
    (MediumSet(.farmland), "耕地 农田 基本农田 永久基本农田 农用地 耕地资源 农业用地 黑土地"),
    (MediumSet(.mineral), "矿产 矿产资源 矿山 非法采矿 采矿 矿产开发 矿山生态 矿山开采"),
    (MediumSet(.land), "土地 土地资源 违法占地 国土 国土资源 非法占地 占用土地"),
    (MediumSet(.river), "河道 采砂 河道采砂 非法采砂 河湖岸线 岸线 河道管理 侵占河道 河湖四乱"),
    (MediumSet(.waterResource), "水资源 取水 违法取水 取用水"),
    (MediumSet(.soilErosion), "水土流失 水土保持"),
    (MediumSet(.fishery), "渔业 渔业资源 非法捕捞"),
    (MediumSet(.aquaticLife), "水生生物 水生动物 水生动植物 水生野生动物"),
    (MediumSet(.constructionWaste), "建筑垃圾 渣土 建筑渣土 建筑废弃物"),
    (MediumSet(.dust), "扬尘 施工扬尘 道路扬尘 工地扬尘"),
    (MediumSet(.urbanGreen), "城市绿地 绿化 园林绿化 城市绿化 绿地 城市园林"),
    (MediumSet(.water, .air), "水气 气水 废水废气"),
    (MediumSet(.water, .air, .solidWaste), "三废"),
    (MediumSet(.other), "其他 其它 生态 生态环境 辐射 海洋 光 电磁辐射 放射性"),
  ]
  var table = WordTable<UInt32>()
  for (set, names) in words {
    for name in names.split(separator: " ") {
      for suffix in [
        "", "污染", "污染物", "环境污染", "类", "问题", "污染类", "类污染", "污染问题", "污染防治", "破坏", "生态破坏", "损害",
        "环境损害", "要素",
      ] {
        table.insert(FoldedCell(name + suffix), set.bits)
      }
    }
  }
  return table
}()

private let channelWords: WordTable<UInt32> = {
  let words: [(Channel, String)] = [
    (
      .inspectorate,
      "督察 督察发现 环保督察 生态环境保护督察 中央督察 省级督察 中央生态环境保护督察 省级生态环境保护督察 中央环保督察 省级环保督察"
    ),
    (.emergency, "突发环境事件 突发生态环境事件 突发事件 环境应急"),
    (.penalty, "行政处罚 双公示 处罚 行政处罚案件 双公示行政处罚 环境行政处罚"),
    (.crime, "涉刑 涉嫌犯罪 犯罪 刑事案件 移送涉刑案件 涉刑案件"),
    (.protectedPlace, "生态保护红线 红线 自然保护地"),
    (.routineInspection, "执法检查 日常监管 执法巡查 专项行动 日常检查 现场检查 双随机 日常执法"),
    (.complaint, "信访 举报 投诉 信访举报 信访投诉 群众举报 12369 12345 媒体曝光 举报投诉 信访件"),
    (.assigned, "上级交办 交办 上级机关交办 上级转办 领导批示"),
    (.procuratorate, "检察移送 检察机关移送 检察院移送 检察建议 移送线索"),
    (.other, "其他 其它 其他渠道"),
  ]
  var table = WordTable<UInt32>()
  for (channel, names) in words {
    let bits = ChannelSet(channel).bits
    for name in names.split(separator: " ") { table.insert(FoldedCell(String(name)), bits) }
    table.insert(FoldedCell(channel.code), bits)
    table.insert(FoldedCell(channel.wording.zh), bits)
  }
  return table
}()
