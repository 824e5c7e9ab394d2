extension ProblemCode {
  /// What to do about it.
  package var remedy: Wording {
    switch self {
    case .emptyFile:
      Wording(
        zh: "补交有内容的文件，或把它移出目录", en: "supply the file with its content, or take it out of the folder"
      )
    case .undecidableEncoding:
      Wording(zh: "另存为 UTF-8 后重新提交", en: "save it as UTF-8 and drop it again")
    case .unknownProfile:
      Wording(
        zh: "用 leadscreen check 查看列名，在 Inputs/profiles 写一份来源配置",
        en: "see the columns with leadscreen check and write a profile in Inputs/profiles")
    case .ambiguousProfile:
      Wording(zh: "在配置中写明区分两者的必备列", en: "name the required columns that tell the two apart")
    case .missingColumn:
      Wording(
        zh: "补上该列，或在来源配置中写出它的实际名称", en: "add the column, or write its actual title into the profile"
      )
    case .repeatedColumn: Wording(zh: "删去或改名其中一列", en: "remove or rename one of them")
    case .notRegularFile:
      Wording(
        zh: "用文件本身替换链接、设备或目录", en: "put the file itself in place of the link, device or folder")
    case .fileTooLarge: Wording(zh: "拆分文件后重新提交", en: "split the file and drop it again")
    case .notText: Wording(zh: "从原系统导出为 CSV", en: "export it as CSV from its system")
    case .noDelimiter:
      Wording(
        zh: "用逗号、制表符或分号分隔，并保证各行列数一致",
        en: "separate by comma, tab or semicolon, with the same number of columns in each row")
    case .fileChanged: Wording(zh: "等导出完成后重新运行", en: "run again when the export is complete")
    case .unusableName:
      Wording(zh: "改为不含控制字符的 UTF-8 文件名", en: "rename it to UTF-8 without control characters")
    case .unreadableFile:
      Wording(zh: "核对路径和权限后重新运行", en: "check its path and permissions and run again")
    case .misplacedFile:
      Wording(
        zh: "历史赔偿案件放入 Inputs/history，其他来源放入 Inputs 下的季度目录",
        en: "earlier cases belong in Inputs/history, other sources in the quarter's folder")
    case .skippedFile:
      Wording(zh: "是数据的，改为 .csv 名称后重新提交", en: "if it is data, name it .csv and drop it again")
    case .doubleEncoded:
      Wording(
        zh: "从原系统重新导出，不要用错误的编码打开后另存",
        en: "export it again; do not open it in a wrong encoding and save it")
    case .mixedEncodings:
      Wording(zh: "分别导出各部分，不要拼接文件", en: "export the parts separately; do not glue files together")
    case .noHeader: Wording(zh: "补上一行列名", en: "add a row of column titles")
    case .wrongFieldCount:
      Wording(
        zh: "检查该行的分隔符和引号，补齐或删去多余的列",
        en: "check delimiters and quotes of this row, and add or remove fields")
    case .strayQuote:
      Wording(
        zh: "把字段内的引号写成两个，并用引号括住整个字段",
        en: "double the quotes inside the field and enclose the field in quotes")
    case .unclosedQuote: Wording(zh: "补上闭合的引号", en: "add the closing quote")
    case .brokenCharacter: Wording(zh: "按原文更正该字段", en: "correct the field from the original")
    case .controlCharacter: Wording(zh: "删去控制字符", en: "remove the control character")
    case .rowTooLong:
      Wording(
        zh: "检查是否漏了引号或换行，缩短后重新提交",
        en: "look for a missing quote or line break, shorten it and drop it again")
    case .repeatedHeader: Wording(zh: "无需处理", en: "nothing to do")
    case .bareReturn:
      Wording(zh: "核对该行后删除回车符", en: "look at the row and remove the carriage return")
    case .fusedRows: Wording(zh: "在源表中拆成两行", en: "split it into two rows")
    case .missingTail: Wording(zh: "无需处理，按空值登记", en: "nothing to do; they are taken as empty")
    case .captionLine: Wording(zh: "无需处理", en: "nothing to do")
    case .codeRow: Wording(zh: "无需处理", en: "nothing to do")
    case .totalRow:
      Wording(
        zh: "无需处理；如是真实记录，请改动首列后重报",
        en: "nothing to do; if it is a record, change its first cell and drop it again")
    case .footerLine:
      Wording(
        zh: "无需处理；如是真实记录，请补全后重报",
        en: "nothing to do; if it is a record, complete it and drop it again")
    case .unreadableDate:
      Wording(zh: "按 2026-07-03 的形式填写真实存在的日期", en: "write an existing day like 2026-07-03")
    case .unreadableAmount:
      Wording(
        zh: "只填数字，单位写在列名中；未知则留空",
        en: "write digits only, the unit in the column title; leave it blank if unknown")
    case .unreadableCoordinate:
      Wording(
        zh: "按十进制度或度分秒填写经纬度",
        en: "write longitude and latitude in decimal degrees or degrees, minutes, seconds")
    case .codeCheckFails:
      Wording(
        zh: "核对证照后更正；更正前只作参考",
        en: "correct it from the certificate; until then it is weak evidence only")
    case .unknownCounty:
      Wording(zh: "填写行政区划代码或规范名称", en: "write its division code or its proper name")
    case .unknownWord:
      Wording(zh: "改用词表中的写法；未知则留空", en: "use a word of the list; leave it blank if unknown")
    case .requiredValueMissing: Wording(zh: "补填后重新提交", en: "fill it in and drop it again")
    case .implausibleDate:
      Wording(
        zh: "核对年份；确为未来或久远日期的请在备注说明",
        en: "check the year; explain a future or very old date in the remarks")
    case .incompleteDate:
      Wording(zh: "补全到日；补全前按未知处理", en: "complete it to the day; until then it counts as unknown")
    case .coordinateElsewhere:
      Wording(
        zh: "核对经纬度；更正前按未知处理", en: "check longitude and latitude; until then the place is unknown")
    case .coordinatesExchanged:
      Wording(zh: "已按换位后使用，请在原系统更正", en: "used in the right order; correct it in the source system")
    case .valueTooLong: Wording(zh: "缩短到上限以内", en: "shorten it to the limit")
    case .ruinedNumber: Wording(zh: "把该列设为文本后从原系统重新导出", en: "export again with the column as text")
    case .finerThanFen: Wording(zh: "核对金额", en: "check the amount")
    case .severalCounties: Wording(zh: "核对主要发生地，分行填报", en: "check which is meant; one row for each")
    case .abolishedDivision: Wording(zh: "核对现行区划", en: "check the division now in force")
    case .projectionUnknown:
      Wording(zh: "补上带号或改填经纬度", en: "give the zone, or longitude and latitude")
    case .unreadablePhone: Wording(zh: "核对电话号码", en: "check the number")
    case .withdrawnDecision:
      Wording(zh: "如撤销标记有误，更正后重新提交", en: "if the mark is wrong, correct it and drop it again")
    case .newVersion: Wording(zh: "核对改动是否属实", en: "check that the change is meant")
    case .mendedElsewhere: Wording(zh: "无需处理", en: "nothing to do")
    case .missingDrop:
      Wording(
        zh: "把导出的 CSV 放入 Inputs 下以季度命名的目录，或用 --inputs 指定",
        en: "put the CSV exports into the quarter's folder under Inputs, or name it with --inputs")
    case .badConfiguration:
      Wording(
        zh: "按 docs/configuration.md 更正 leadscreen.yaml",
        en: "correct leadscreen.yaml as docs/configuration.md says")
    case .tooManyRejects:
      Wording(
        zh: "更正退回的行，或用 --max-rejects 放宽上限", en: "mend the rejected rows, or raise --max-rejects")
    case .ledgerBusy: Wording(zh: "等它结束后再运行", en: "run again when it has ended")
    case .notALedger:
      Wording(
        zh: "恢复备份，或移开该文件后重建", en: "restore a backup, or move the file away to begin a new ledger")
    case .ledgerDamaged: Wording(zh: "从备份恢复", en: "restore it from a backup")
    case .cannotCreate:
      Wording(zh: "检查目录权限和磁盘空间", en: "check the folder's permissions and the disk space")
    case .inputOutput: Wording(zh: "检查磁盘后重新运行", en: "check the disk and run again")
    case .unknownIdentifier:
      Wording(
        zh: "改用已有的编号：列出了可用的即用其中之一；线索和义务人见报表，记录写作 文件#记录号，代码如 E301",
        en: "use an id there is: one of those named, else a lead or obligor of the reports, "
          + "FILE#RECORD, or a code such as E301")
    case .noSuchRun: Wording(zh: "先运行 leadscreen screen", en: "run leadscreen screen first")
    case .noWorkspace:
      Wording(
        zh: "用 leadscreen init 建立，或用 --workspace 指定",
        en: "make one with leadscreen init, or name it with --workspace")
    case .ledgerNewer: Wording(zh: "升级程序", en: "upgrade the program")
    case .inputsChanged:
      Wording(
        zh: "恢复当时的文件；最近的季度也可以重新运行 leadscreen screen",
        en: "restore the files of that run; the latest quarter can also be screened again")
    case .badProfile:
      Wording(zh: "按 docs/profiles.md 更正", en: "correct it as docs/profiles.md says")
    case .interrupted: Wording(zh: "重新运行即可", en: "just run again")
    case .badYAML: Wording(zh: "按提示的行更正", en: "correct the line named")
    case .quarterClosed:
      Wording(
        zh: "把迟到的文件放入当前季度的目录；重写报表用 leadscreen report",
        en:
          "put late files into the current quarter's folder; use leadscreen report to write the reports again"
      )
    case .wrongUse: Wording(zh: "用 --help 查看写法", en: "see --help")
    case .fault: Wording(zh: "带上此信息联系维护者", en: "report it with this message")
    case .badRulePack:
      Wording(
        zh: "按 docs/rule-packs.md 更正；更正前不会运行",
        en: "correct it as docs/rule-packs.md says; nothing runs before")
    case .badCaseFile:
      Wording(zh: "按 docs/rule-packs.md 更正", en: "correct it as docs/rule-packs.md says")
    case .unreadableLayer:
      Wording(zh: "提供面要素的 GeoPackage 或 GeoJSON", en: "supply a GeoPackage or GeoJSON with polygons")
    case .badGeometry: Wording(zh: "在制图软件中修复后重新提供", en: "repair it in a GIS and supply it again")
    case .wrongReferenceSystem:
      Wording(
        zh: "转换为 CGCS2000 经纬度（EPSG:4490）",
        en: "convert it to CGCS2000 longitude and latitude (EPSG:4490)")
    case .unconvertedLayer:
      Wording(zh: "运行 leadscreen layers add 加这个文件", en: "run leadscreen layers add with this file")
    case .converterMissing:
      Wording(
        zh: "安装 gdal-bin；或在另一台电脑上运行上面的命令，把生成的 .gpkg 拿来",
        en: "install gdal-bin; or run the command above on another machine and bring the .gpkg")
    case .conversionFailed:
      Wording(
        zh: "按提示检查文件，或在制图软件中导出为 GeoPackage",
        en: "look at the file as it says, or export a GeoPackage from a GIS")
    case .severalTables:
      Wording(
        zh: "用 layers add 的 --layer，或在 leadscreen.yaml 中该图层的 layer 写明表名",
        en:
          "name the table by --layer of layers add, or in the layer's key layer in leadscreen.yaml")
    case .layerExchanged:
      Wording(
        zh: "给改动后的图层写新的 version（layers 下还要写 valid_from）；如果是误改，放回原文件和原来的写法",
        en: """
          give the changed layer a version of its own (under layers a valid_from too), or put the \
          first file and entry back
          """)
    case .layerAstray:
      Wording(
        zh: "运行 leadscreen layers check，核对文件、坐标系和中央经线；改正后写新的 version",
        en: """
          run leadscreen layers check; compare file, reference system and central meridian, and give \
          the corrected layer a version of its own
          """)
    case .referenceContradicted:
      Wording(
        zh: "查明图层实际的坐标系，改正 crs，或重新导出",
        en: "find out the layer's real system, then correct crs or export it again")
    case .unknownVerdict: Wording(zh: "填“同一”“不同”或“不能确定”", en: "write same, different or unsure")
    case .incompleteDecision:
      Wording(zh: "补齐后重新提交整个文件", en: "fill them in and hand in the whole file again")
    case .unknownSubject:
      Wording(
        zh: "照抄最近一期 data/review.csv 或 leads.csv 中的编号",
        en: "copy the ids from the latest data/review.csv or leads.csv")
    case .notIdentityQuestion:
      Wording(
        zh: "清空该行的结论，按 docs/decisions.md 所列办法处理",
        en: "clear the verdict of the row; docs/decisions.md says how such items are settled")
    case .contradictoryDecisions:
      Wording(
        zh: "核对列出的各项，改正其中一项后重新提交", en: "check those listed, correct one of them and hand in again")
    case .impossibleDecision:
      Wording(
        zh: "改判，或者先更正记录、先判定义务人",
        en: "judge otherwise, or mend the record or judge the obligors first")
    case .unreadableWorkbook:
      Wording(zh: "用 WPS、Excel 或 LibreOffice 另存为 .xlsx", en: "save it again as .xlsx")
    case .noDecisions:
      Wording(
        zh: "用 ledger.xlsx 的“待人工研判”，或按 docs/decisions.md 加列",
        en: "use the review sheet of ledger.xlsx, or add the columns that docs/decisions.md names")
    case .unknownVerificationWord:
      Wording(
        zh: "从 ledger.xlsx 的下拉列表中选择，取值见“字典”",
        en: "choose from the list in ledger.xlsx; its dictionary has all words")
    case .incompleteVerification:
      Wording(
        zh: "补齐后重新提交整个文件；没有核查的行请留空",
        en: "fill it in and hand in the whole file again; leave rows blank that nobody checked")
    case .contradictoryVerifications:
      Wording(
        zh: "改正其中一处后重新提交；确有变化的，核查日期填变化的那一天",
        en: "correct one of them and hand in again; what has changed since has a later day")
    case .barredReason:
      Wording(
        zh: "改填启动索赔或其他不启动理由；事实有误的，先更正来源记录或图层",
        en:
          "press the claim or give another reason; where a fact is wrong mend the record or layer first"
      )
    case .letterExists:
      Wording(zh: "要重写，先把它移走或改名", en: "to have it written again, move it away or rename it")
    case .noLetter:
      Wording(
        zh: "移送函要有其他部门的环境要素，检察反馈函要有检察机关移送的记录；先补来源",
        en:
          "a transfer needs a medium of another department, an answer a record of the procuratorate's; complete the sources"
      )
    case .keptAside:
      Wording(
        zh: "填好的 ledger.xlsx 用 leadscreen decide 提交；其他文件需要时从那里取用，不要再放回报表目录",
        en:
          "hand in a filled ledger.xlsx by leadscreen decide; take other files from there, and do not put them back among the reports"
      )
    case .browserMissing:
      Wording(
        zh: "用任何浏览器打开 report.html 打印为 PDF，或安装 chromium",
        en: "open report.html in any browser and print it to a PDF, or install chromium")
    case .printingFailed:
      Wording(
        zh: "报表已写出；用浏览器打开 report.html 打印，或用 --pdf-seconds 放宽时限",
        en:
          "the reports are written; print report.html from a browser, or allow more time by --pdf-seconds"
      )
    case .privateContent:
      Wording(
        zh: "在内部版中找到这一处的来源，更正来源记录（地点、文号等栏里的姓名、电话、证件号码）或者配置，重新筛查后再写",
        en:
          "find the source of the place in the internal edition, mend the record (names, telephones or numbers typed into places or document numbers) or the configuration, screen again and write again"
      )
    case .packageExists:
      Wording(
        zh: "要更正已报送的内容，用 --revise 写明理由，另成一版",
        en: "to correct what was sent, give --revise with the reason: it becomes the next revision")
    case .zeroMisfit:
      Wording(
        zh: "没有线索时用 --zero 写明理由；有线索时不用 --zero",
        en: "give --zero with the reason where there are no leads, and leave it out where there are"
      )
    case .notAsSent:
      Wording(
        zh: "把报送的那个 ZIP 放回原处（备份中的，或请接收方发回），再重试",
        en: "put the ZIP that was sent back (from a backup or the receiver), then try again")
    case .notAPackage:
      Wording(
        zh: "请对方重新打包发送；不要用解压软件自行打开",
        en: "ask for the package again; do not unpack it by other programs")
    case .packageInvalid:
      Wording(zh: "本单位的重新生成，他人的退回对方", en: "make it again if it is ours; send it back if it is not")
    case .receiptMisfit:
      Wording(
        zh: "核对是不是这个包、这一版的回执，请接收方更正",
        en: "check that it answers this package and revision; have the receiver correct it")
    case .badMapping:
      Wording(
        zh: "按提示改正后重试；写法见 docs/package.md", en: "mend it as it says; docs/package.md has the format"
      )
    case .mappingIncomplete:
      Wording(zh: "在来源中补齐，或在映射里改为非必填", en: "complete the sources, or let the mapping do without")
    }
  }
}
