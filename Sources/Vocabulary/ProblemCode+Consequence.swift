/// What the program does about a problem; raw values are public names in `--json` and never change.
package enum ProblemConsequence: String, Sendable, Hashable, CaseIterable {
  /// A whole input file is not read.
  case fileRefused = "file_refused"
  /// A data record is not taken in.
  case rowRejected = "row_rejected"
  /// A row is no data record.
  case rowSetAside = "row_set_aside"
  /// A sound record opens no lead and needs no mending.
  case recordLeftOut = "record_left_out"
  /// A value counts as unknown; in a required column its record is rejected.
  case valueUnknown = "value_unknown"
  /// The record counts as it is, with the code for people to look at.
  case recordFlagged = "record_flagged"
  /// What a layer says of places counts as unknown.
  case verdictUnknown = "verdict_unknown"
  /// Nothing is recorded or written.
  case runStopped = "run_stopped"
  /// Something was passed over that most likely is no data.
  case notice

  /// The class in a word or two.
  package var title: Wording {
    switch self {
    case .fileRefused: Wording(zh: "拒绝文件", en: "file refused")
    case .rowRejected: Wording(zh: "退回该行", en: "row rejected")
    case .rowSetAside: Wording(zh: "该行不作记录", en: "row set aside")
    case .recordLeftOut: Wording(zh: "记录不作为线索", en: "record left out")
    case .valueUnknown: Wording(zh: "值按未知", en: "value unknown")
    case .recordFlagged: Wording(zh: "照用并标注", en: "record flagged")
    case .verdictUnknown: Wording(zh: "结论按未知", en: "verdict unknown")
    case .runStopped: Wording(zh: "停止运行", en: "run stopped")
    case .notice: Wording(zh: "提示", en: "notice")
    }
  }

  /// What became of the row, the value, the file or the run, in one sentence.
  package var explanation: Wording {
    switch self {
    case .fileRefused:
      Wording(
        zh: "整个文件不读入，本次运行什么也不登记；加 --skip-unreadable 时跳过这个文件，列入退回清单。",
        en: """
          The whole file is not read and the run records nothing; with --skip-unreadable the file is \
          passed over and listed among the rejects.
          """)
    case .rowRejected:
      Wording(
        zh: "该行不读入，列在 data/rejects.csv，并按来源文件的格式原样写出一份，更正后可直接补报。",
        en: """
          The row is not taken in; it is listed in data/rejects.csv and written out as it stands in \
          its file's own form, to be mended and dropped again.
          """)
    case .rowSetAside:
      Wording(
        zh: "该行不算数据记录，列在 data/set_aside.csv，并计入清单（manifest.json）里该文件的行数。",
        en: """
          The row is no data record; it is listed in data/set_aside.csv and counted with its file in \
          manifest.json.
          """)
    case .recordLeftOut:
      Wording(
        zh: "该记录不产生线索，连同代码列在 data/rejects.csv。",
        en: "The record opens no lead and is listed with its code in data/rejects.csv.")
    case .valueUnknown:
      Wording(
        zh: "这个值按未知处理，不当作零或“否”，记录照常读入并标注；如果是来源配置的必备值，整行退回。",
        en: """
          The value counts as unknown, never as zero or no, and the record is taken in and flagged; a \
          value that the source profile requires rejects the row.
          """)
    case .recordFlagged:
      Wording(
        zh: "记录照常读入，代码标注在 data/records.csv，供人核对。",
        en: "The record is taken in, with the code in data/records.csv for people to check.")
    case .verdictUnknown:
      Wording(
        zh: "运行照常完成，但不据该图层认定任何地点在界外，结论按未知。",
        en: "The run goes on, but the layer makes no place outside: its verdict is unknown.")
    case .runStopped:
      Wording(
        zh: "命令到此停止，不登记任何内容，原有的台账和报表保持不变。",
        en: """
          The command stops and records nothing; the ledger and earlier reports stay as they were.
          """)
    case .notice:
      Wording(
        zh: "只作提示，不影响其他文件和记录。",
        en: "Only a notice; other files and records are not affected.")
    }
  }
}

extension ProblemCode {
  /// What the program does about it.
  package var consequence: ProblemConsequence {
    switch self {
    case .emptyFile, .undecidableEncoding, .unknownProfile, .ambiguousProfile, .missingColumn,
      .repeatedColumn, .notRegularFile, .fileTooLarge, .notText, .noDelimiter, .fileChanged,
      .unusableName, .unreadableFile, .misplacedFile, .doubleEncoded, .mixedEncodings, .noHeader:
      .fileRefused
    case .skippedFile, .keptAside, .browserMissing: .notice
    case .layerAstray: .verdictUnknown
    case .wrongFieldCount, .strayQuote, .unclosedQuote, .rowTooLong, .fusedRows,
      .requiredValueMissing:
      .rowRejected
    case .repeatedHeader, .captionLine, .codeRow, .totalRow, .footerLine: .rowSetAside
    case .brokenCharacter, .controlCharacter, .unreadableDate, .unreadableAmount,
      .unreadableCoordinate, .unknownCounty, .unknownWord, .incompleteDate, .coordinateElsewhere,
      .valueTooLong, .ruinedNumber, .severalCounties, .projectionUnknown:
      .valueUnknown
    case .bareReturn, .missingTail, .codeCheckFails, .implausibleDate, .coordinatesExchanged,
      .finerThanFen, .abolishedDivision, .unreadablePhone, .newVersion:
      .recordFlagged
    case .withdrawnDecision, .mendedElsewhere: .recordLeftOut
    case .missingDrop, .badConfiguration, .tooManyRejects, .ledgerBusy, .notALedger, .ledgerDamaged,
      .cannotCreate, .inputOutput, .unknownIdentifier, .noSuchRun, .noWorkspace, .ledgerNewer,
      .inputsChanged, .badProfile, .interrupted, .badYAML, .quarterClosed, .wrongUse, .fault,
      .badRulePack, .badCaseFile, .unreadableLayer, .badGeometry, .wrongReferenceSystem,
      .unconvertedLayer, .converterMissing, .conversionFailed, .severalTables,
      .referenceContradicted, .layerExchanged,
      .unknownVerdict, .incompleteDecision, .unknownSubject, .notIdentityQuestion,
      .contradictoryDecisions, .impossibleDecision, .unreadableWorkbook, .noDecisions,
      .unknownVerificationWord, .incompleteVerification, .contradictoryVerifications, .barredReason,
      .letterExists, .noLetter, .printingFailed, .privateContent, .packageExists, .zeroMisfit,
      .notAsSent, .notAPackage,
      .packageInvalid,
      .receiptMisfit, .badMapping,
      .mappingIncomplete:
      .runStopped
    }
  }
}
