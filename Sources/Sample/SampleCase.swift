/// The kinds of case and of trouble the sample holds, each at least once.
///
/// Raw values name the case in listings and tests.
package enum SampleCase: String, Sendable, CaseIterable {
  // Rows and values that are wrong.
  case wrongFieldCount = "列数不符"
  case strayQuote = "引号位置不当"
  case repeatedHeader = "表头重复"
  case totalsRow = "合计行"
  case impossibleDate = "不存在的日期"
  case monthOnlyDate = "只有年月的日期"
  case missingParty = "无被检查单位"
  case missingNumber = "无编号"
  case amountInWords = "待评估金额"
  case wrongCheckDigit = "代码校验位错误"
  case letterForZero = "代码中以 O 代 0"
  case unknownWord = "词表以外的取值"
  case placeholder = "占位值"
  case zeroCode = "十八个零"
  case exchangedCoordinates = "经纬度填反"
  case sexagesimalCoordinates = "度分秒坐标"
  case noCoordinates = "无坐标"
  case otherDatum = "GCJ-02 坐标"
  case unknownCounty = "未知县区"
  case fullWidthDigits = "全角数字"
  case quotedLineBreak = "字段内换行、引号、逗号"
  case rareCharacter = "四字节汉字"
  case formulaText = "形似公式"
  case markupText = "形似网页代码"
  // Records that speak of one event or one party.
  case identicalRow = "完全相同的重复行"
  case repeatedAcrossQuarters = "跨季度重复记录"
  case emergencySeries = "初报、续报、处理结果"
  case severalSources = "一事多源"
  case sameObligorBothQuarters = "两季度同一义务人"
  case similarNames = "名称相近而代码不同"
  case oneCodeTwoNames = "同一代码而名称无关"
  case sameNameOtherCounty = "异县同名无代码"
  case branchAndParent = "分公司与总公司"
  case soleTrader = "个体工商户"
  case maskedPerson = "证件号脱敏的自然人"
  // What the rules turn on.
  case severalMedia = "一格多种污染类型"
  case minorOutside = "轻微且在红线外"
  case minorInside = "轻微但在红线内"
  case minorNearLine = "轻微且紧邻红线"
  case inReserve = "位于自然保护地"
  case inHole = "位于红线天窗内"
  case placeConflict = "自报与图层不符"
  case webMapInside = "按 GCJ-02、BD-09 填报，换算后在自然保护地内"
  case projectedInside = "按投影坐标填报，在自然保护地内"
  case undeclaredNearLine = "坐标系未注明且靠近红线"
  case areaAcrossLine = "损害范围跨红线"
  case repeatWithinTwoYears = "两年内再次造成损害"
  case repeatBeyondTwoYears = "两年以前曾造成损害"
  case priorWithoutDamage = "前案未造成损害"
  case restored = "已完成修复"
  case majorCentral = "中央督察重要问题"
  case majorProvincial = "省级督察重要问题"
  case majorEmergency = "较大突发环境事件"
  case feedbackOverdue = "检察移送逾期未反馈"
  case feedbackGiven = "检察移送已反馈"
  case withdrawnPenalty = "已撤销的处罚"
  case overdueVerification = "逾期未核查"
}

/// Where a case of the sample stands.
package struct PlacedCase: Sendable, Hashable {
  package let kind: SampleCase
  /// Path relative to the workspace.
  package let path: String
  /// Physical line, counted from 1.
  package let line: Int
  /// Data record of the file, counted from 1; 0 above the header.
  package let record: Int
}
