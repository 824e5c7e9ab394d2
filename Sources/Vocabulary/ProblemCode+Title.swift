extension ProblemCode {
  /// What is wrong, in a few words.
  package var title: Wording {
    switch self {
    case .emptyFile: Wording(zh: "文件是空的", en: "the file is empty")
    case .undecidableEncoding: Wording(zh: "编码无法判定", en: "the encoding cannot be decided")
    case .unknownProfile: Wording(zh: "没有适用的来源配置", en: "no source profile fits")
    case .ambiguousProfile: Wording(zh: "两份来源配置同样适用", en: "two source profiles fit equally")
    case .missingColumn: Wording(zh: "缺少必备列", en: "a required column is missing")
    case .repeatedColumn: Wording(zh: "两列对应同一字段", en: "two columns answer to one field")
    case .notRegularFile: Wording(zh: "不是普通文件", en: "not a regular file")
    case .fileTooLarge: Wording(zh: "文件超过大小上限", en: "the file is above the size limit")
    case .notText: Wording(zh: "不是文本表格", en: "not a text table")
    case .noDelimiter: Wording(zh: "分隔符无法判定", en: "the delimiter cannot be decided")
    case .fileChanged: Wording(zh: "读取过程中文件被改动", en: "the file changed while it was read")
    case .unusableName: Wording(zh: "文件名无法使用", en: "the file name cannot be used")
    case .unreadableFile: Wording(zh: "文件无法读取", en: "the file cannot be read")
    case .misplacedFile: Wording(zh: "文件放错了目录", en: "the file is in the wrong folder")
    case .skippedFile: Wording(zh: "不是数据导出，已跳过", en: "not an export; skipped")
    case .doubleEncoded: Wording(zh: "文本被编码了两次", en: "the text was encoded twice")
    case .mixedEncodings: Wording(zh: "文件混用了两种编码", en: "two encodings in one file")
    case .noHeader: Wording(zh: "找不到表头", en: "no header row was found")
    case .wrongFieldCount:
      Wording(zh: "列数与表头不符", en: "the number of fields differs from the header")
    case .strayQuote: Wording(zh: "引号位置不当", en: "a quote stands where none can")
    case .unclosedQuote: Wording(zh: "引号没有闭合", en: "a quote is not closed")
    case .brokenCharacter: Wording(zh: "字符损坏", en: "a character is broken")
    case .controlCharacter: Wording(zh: "含有控制字符", en: "a control character")
    case .rowTooLong: Wording(zh: "行或字段超过长度上限", en: "a row or field is above the length limit")
    case .repeatedHeader: Wording(zh: "表头重复出现，不作记录", en: "the header once more; no record")
    case .bareReturn: Wording(zh: "行内有孤立的回车符", en: "a carriage return inside a row")
    case .fusedRows: Wording(zh: "两行并成了一行", en: "two rows are fused into one")
    case .missingTail:
      Wording(zh: "行尾缺少空列，已按空值补齐", en: "empty columns missing at the row's end were filled in")
    case .captionLine:
      Wording(zh: "表头上方的标题或说明，不作记录", en: "a title or note above the header; no record")
    case .codeRow:
      Wording(zh: "列名的代码行或第二行列名，不作记录", en: "a second row of titles or codes; no record")
    case .totalRow: Wording(zh: "合计行，不作记录", en: "a row of totals; no record")
    case .footerLine: Wording(zh: "表尾说明，不作记录", en: "a note below the table; no record")
    case .unreadableDate: Wording(zh: "日期无法识别", en: "the date cannot be read")
    case .unreadableAmount: Wording(zh: "金额无法识别", en: "the amount cannot be read")
    case .unreadableCoordinate: Wording(zh: "坐标无法识别", en: "the coordinate cannot be read")
    case .codeCheckFails: Wording(zh: "代码校验不通过", en: "the code fails its check")
    case .unknownCounty: Wording(zh: "县区无法识别", en: "the county is not known")
    case .unknownWord: Wording(zh: "取值不在词表内", en: "the word is not in the list")
    case .requiredValueMissing: Wording(zh: "必填值缺失", en: "a required value is missing")
    case .implausibleDate: Wording(zh: "日期不合常理", en: "the date is not plausible")
    case .incompleteDate: Wording(zh: "日期不完整", en: "the date is incomplete")
    case .coordinateElsewhere: Wording(zh: "坐标不在中国范围内", en: "the coordinate lies outside China")
    case .coordinatesExchanged: Wording(zh: "经度与纬度填反", en: "longitude and latitude were exchanged")
    case .valueTooLong: Wording(zh: "内容超过长度上限", en: "the value is above the length limit")
    case .ruinedNumber: Wording(zh: "长数字已被电子表格改坏", en: "a long number ruined by a spreadsheet")
    case .finerThanFen: Wording(zh: "金额细于一分，已向上取整", en: "an amount finer than one fen, rounded up")
    case .severalCounties: Wording(zh: "一格写了几个县区", en: "several counties in one cell")
    case .abolishedDivision: Wording(zh: "行政区划代码或名称已撤销", en: "the division has been abolished")
    case .projectionUnknown:
      Wording(zh: "投影坐标缺少带号，不能换算", en: "projected coordinates without their zone")
    case .unreadablePhone: Wording(zh: "电话号码无法识别", en: "the telephone number cannot be read")
    case .withdrawnDecision:
      Wording(zh: "决定已撤销，不作为线索", en: "the decision was withdrawn: not a lead")
    case .newVersion:
      Wording(
        zh: "同一条记录的新版本，以本条为准", en: "a newer version of a record taken in before; this one counts")
    case .mendedElsewhere:
      Wording(zh: "已由另行补报的记录代替", en: "replaced by a mended record dropped since")
    case .missingDrop: Wording(zh: "没有找到这个季度的数据", en: "there is no drop for this quarter")
    case .badConfiguration: Wording(zh: "配置有误", en: "the configuration is wrong")
    case .tooManyRejects:
      Wording(zh: "退回的记录过多，未作任何登记", en: "too many rejected records; nothing was recorded")
    case .ledgerBusy: Wording(zh: "另一次运行正在使用台账", en: "another run holds the ledger")
    case .notALedger: Wording(zh: "不是本程序的台账", en: "not a ledger of this program")
    case .ledgerDamaged: Wording(zh: "台账已损坏", en: "the ledger is damaged")
    case .cannotCreate: Wording(zh: "无法写出成果", en: "an output cannot be created")
    case .inputOutput: Wording(zh: "读写出错", en: "an input or output error")
    case .unknownIdentifier: Wording(zh: "没有这个编号", en: "there is no such id")
    case .noSuchRun: Wording(zh: "台账中没有这个季度的运行", en: "the ledger has no run of this quarter")
    case .noWorkspace: Wording(zh: "没有找到工作区", en: "no workspace was found")
    case .ledgerNewer: Wording(zh: "台账由更新的版本写成", en: "the ledger was written by a newer version")
    case .inputsChanged:
      Wording(zh: "图层、规则或配置已改变", en: "layers, rules or configuration have changed")
    case .badProfile: Wording(zh: "来源配置有误", en: "the source profile is wrong")
    case .interrupted: Wording(zh: "已中断，未作任何登记", en: "interrupted; nothing was recorded")
    case .badYAML: Wording(zh: "YAML 写法有误", en: "the YAML is not usable")
    case .quarterClosed:
      Wording(zh: "已有更晚季度的登记，本季度不再变更", en: "a later quarter is recorded; this one is closed")
    case .wrongUse: Wording(zh: "命令用法有误", en: "the command is used wrongly")
    case .fault: Wording(zh: "程序内部错误", en: "a fault in the program")
    case .badRulePack: Wording(zh: "规则包有误", en: "the rule pack is wrong")
    case .badCaseFile: Wording(zh: "案例文件有误", en: "the case file is wrong")
    case .unreadableLayer: Wording(zh: "图层无法读取", en: "the layer cannot be read")
    case .badGeometry: Wording(zh: "图层几何有误", en: "the layer's geometry is wrong")
    case .wrongReferenceSystem:
      Wording(zh: "坐标参考系不受支持", en: "the reference system is not supported")
    case .unconvertedLayer: Wording(zh: "图层要先转换", en: "the layer must be converted first")
    case .converterMissing:
      Wording(zh: "本机没有 GDAL，不能转换图层", en: "this machine has no GDAL to convert layers with")
    case .conversionFailed: Wording(zh: "图层转换失败", en: "the layer could not be converted")
    case .severalTables:
      Wording(zh: "不知道读哪一个图层表", en: "it is not known which table of the file is the layer")
    case .layerExchanged:
      Wording(zh: "同一版本的图层与登记时不同", en: "a layer version is not what was registered")
    case .layerAstray:
      Wording(zh: "图层位置有误或可疑", en: "the layer lies, or may lie, in the wrong place")
    case .referenceContradicted:
      Wording(zh: "坐标参考系前后矛盾", en: "the reference system is contradicted")
    case .unknownVerdict: Wording(zh: "结论无法识别", en: "the verdict is not one that is known")
    case .incompleteDecision:
      Wording(zh: "判定缺少决定人、日期或理由", en: "a decision lacks its person, day or reason")
    case .unknownSubject: Wording(zh: "判定的对象在台账中找不到", en: "the ledger does not have what is judged")
    case .notIdentityQuestion:
      Wording(zh: "该事项不是“是否同一”的问题", en: "the item does not ask whether two are one")
    case .contradictoryDecisions: Wording(zh: "判定相互抵触", en: "decisions contradict each other")
    case .impossibleDecision:
      Wording(zh: "判为同一的两边不可能同一", en: "two that are judged same cannot be one")
    case .unreadableWorkbook: Wording(zh: "工作簿无法读取", en: "the workbook cannot be read")
    case .noDecisions: Wording(zh: "文件中没有填写判定的地方", en: "the file has no place for decisions")
    case .unknownVerificationWord:
      Wording(zh: "核查结果的用词无法识别", en: "a word of the result of a check is not one that is known")
    case .incompleteVerification:
      Wording(zh: "核查结果缺少必填项", en: "the result of a check lacks what it must have")
    case .contradictoryVerifications:
      Wording(zh: "核查结果相互抵触", en: "results of checks contradict each other")
    case .barredReason:
      Wording(
        zh: "不得以显著轻微为由不启动索赔", en: "a claim cannot be dropped for minor damage here")
    case .letterExists:
      Wording(zh: "函件已有，且被人改过", en: "the letter is there, and somebody changed it")
    case .noLetter: Wording(zh: "这件线索没有可发的函", en: "there is no letter to be written about the lead")
    case .keptAside:
      Wording(
        zh: "报表目录中有人改动或放入的文件，已另存", en: "somebody changed the file or put it there; it was kept")
    case .browserMissing:
      Wording(zh: "本机没有 Chromium，未生成 PDF", en: "there is no Chromium; no PDF was made")
    case .printingFailed: Wording(zh: "PDF 没有打印成", en: "the PDF could not be printed")
    case .privateContent:
      Wording(
        zh: "对外版本中有不得外传的内容", en: "an edition for others holds what must not leave the house")
    case .packageExists:
      Wording(zh: "这个季度已有内容不同的报送包", en: "the quarter has a package of other content already")
    case .zeroMisfit: Wording(zh: "零报告与在册线索不符", en: "a zero report and the register do not agree")
    case .notAsSent:
      Wording(
        zh: "报送过的包不见了，或不是台账记的那一个",
        en: "the package that was sent is gone, or is not the one that the ledger recorded")
    case .notAPackage:
      Wording(zh: "不是报送包，或不能安全打开", en: "it is no package, or cannot be opened safely")
    case .packageInvalid: Wording(zh: "报送包有错", en: "the package is not valid")
    case .receiptMisfit: Wording(zh: "回执与报送包对不上", en: "the receipt does not fit the package")
    case .badMapping: Wording(zh: "列映射有错", en: "the column mapping is not valid")
    case .mappingIncomplete:
      Wording(zh: "映射后必填的内容不全", en: "what the mapping requires is not all there")
    }
  }
}
