/// The words by which sums and notes below a table are known.
enum AsideWords {
  static let totals: Set<String> = [
    "合计", "总计", "小计", "累计", "共计", "总和", "总合计", "合计数", "本页合计", "本页小计", "本页累计", "本月合计",
    "本月累计", "本季合计", "本季累计", "本季度合计", "本季度累计", "本年合计", "本年累计", "全年合计", "全市合计",
    "全省合计", "全县合计", "total", "subtotal", "grandtotal",
  ]

  static let endings = ["合计", "总计", "小计", "累计"]

  static let counters: Set<String> = [
    "元", "万元", "亿元", "千元", "家", "个", "件", "起", "条", "次", "人", "户", "宗", "项", "份", "处",
    "吨", "亩", "公顷", "平方米", "立方米", "%", "条记录", "家次", "人次",
  ]

  static let notes = ["注", "备注", "说明", "附注", "填表说明", "填报说明", "编制说明", "注释"]

  static let labels: Set<String> = bareLabels.union([
    "单位", "负责人", "电话", "数据来源", "资料来源", "来源", "统计口径", "统计范围", "统计期间", "统计时间",
    "统计日期", "截止日期", "截至日期", "截止时间", "截至时间", "数据截止时间", "盖章", "签字", "签章", "日期",
    "联系人", "联系方式", "联系电话", "传真", "邮箱",
  ])

  /// Labels that are no titles and no values either, so that they count without a colon.
  static let bareLabels: Set<String> = [
    "填表人", "制表人", "制表", "审核人", "复核人", "填报人", "经办人", "审批人", "校核人", "统计人",
    "单位负责人", "分管领导", "主管领导", "统计负责人", "填报负责人", "填报单位", "制表单位", "报送单位",
    "编制单位", "填报日期", "填表日期", "制表日期", "制表时间", "填报时间", "报送日期", "报送时间", "报出日期",
    "导出时间", "导出日期", "导出人", "打印时间", "打印日期", "打印人", "生成时间", "生成日期",
  ]

  static let closings: Set<String> = [
    "以下无正文", "以下空白", "本页无正文", "此页无正文", "以下无内容", "以下无数据", "无正文", "完", "结束",
    "endofreport", "endoffile",
  ]

  static let pageUnits: Set<String> = [
    "页", "条", "条记录", "条数据", "条信息", "行", "行数据", "项记录", "笔", "件", "家", "家企业",
  ]

  /// Texts that begin as all of them can, marks included.
  static let beginnings: [String] =
    (Array(totals) + notes + Array(labels) + Array(closings)).sorted()
    + [
      "第1页", "第１页", "共1页", "总共", "*", "—", "－", "（", "【", "〔", "※", "《", "“", "\u{3000}", "\u{A0}",
      "\u{FEFF}", "★", "●", "◆", "■", "…", "·", "–", "〖", "「",
    ]
}
