/// What a problem code means, in the words of whoever works with the files.
///
/// Two to four sentences: what is wrong, how it usually comes about, and what the program did where
/// the code's consequence does not say it all.
package struct ProblemExplanation: Sendable, Hashable {
  /// A sentence or two a line.
  package let text: Wording
  /// What such a place looks like; the same in both languages, as files are.
  package let example: ProblemExample?

  init(_ text: Wording, before: String? = nil, after: String? = nil) {
    self.text = text
    example = before.map { ProblemExample(before: $0, after: after) }
  }
}

/// A place as it stands in a file, and how it should stand there.
package struct ProblemExample: Sendable, Hashable {
  package let before: String
  /// `nil` where there is nothing to mend.
  package let after: String?
}

extension ProblemCode {
  /// What the code means.
  package var explanation: ProblemExplanation {
    switch self {
    case .emptyFile: .emptyFile
    case .undecidableEncoding: .undecidableEncoding
    case .unknownProfile: .unknownProfile
    case .ambiguousProfile: .ambiguousProfile
    case .missingColumn: .missingColumn
    case .repeatedColumn: .repeatedColumn
    case .notRegularFile: .notRegularFile
    case .fileTooLarge: .fileTooLarge
    case .notText: .notText
    case .noDelimiter: .noDelimiter
    case .fileChanged: .fileChanged
    case .unusableName: .unusableName
    case .unreadableFile: .unreadableFile
    case .misplacedFile: .misplacedFile
    case .skippedFile: .skippedFile
    case .doubleEncoded: .doubleEncoded
    case .mixedEncodings: .mixedEncodings
    case .noHeader: .noHeader
    case .wrongFieldCount: .wrongFieldCount
    case .strayQuote: .strayQuote
    case .unclosedQuote: .unclosedQuote
    case .brokenCharacter: .brokenCharacter
    case .controlCharacter: .controlCharacter
    case .rowTooLong: .rowTooLong
    case .repeatedHeader: .repeatedHeader
    case .bareReturn: .bareReturn
    case .fusedRows: .fusedRows
    case .missingTail: .missingTail
    case .captionLine: .captionLine
    case .codeRow: .codeRow
    case .totalRow: .totalRow
    case .footerLine: .footerLine
    case .unreadableDate: .unreadableDate
    case .unreadableAmount: .unreadableAmount
    case .unreadableCoordinate: .unreadableCoordinate
    case .codeCheckFails: .codeCheckFails
    case .unknownCounty: .unknownCounty
    case .unknownWord: .unknownWord
    case .requiredValueMissing: .requiredValueMissing
    case .implausibleDate: .implausibleDate
    case .incompleteDate: .incompleteDate
    case .coordinateElsewhere: .coordinateElsewhere
    case .coordinatesExchanged: .coordinatesExchanged
    case .valueTooLong: .valueTooLong
    case .ruinedNumber: .ruinedNumber
    case .finerThanFen: .finerThanFen
    case .severalCounties: .severalCounties
    case .abolishedDivision: .abolishedDivision
    case .projectionUnknown: .projectionUnknown
    case .unreadablePhone: .unreadablePhone
    case .withdrawnDecision: .withdrawnDecision
    case .newVersion: .newVersion
    case .mendedElsewhere: .mendedElsewhere
    case .missingDrop: .missingDrop
    case .badConfiguration: .badConfiguration
    case .tooManyRejects: .tooManyRejects
    case .ledgerBusy: .ledgerBusy
    case .notALedger: .notALedger
    case .ledgerDamaged: .ledgerDamaged
    case .cannotCreate: .cannotCreate
    case .inputOutput: .inputOutput
    case .unknownIdentifier: .unknownIdentifier
    case .noSuchRun: .noSuchRun
    case .noWorkspace: .noWorkspace
    case .ledgerNewer: .ledgerNewer
    case .inputsChanged: .inputsChanged
    case .badProfile: .badProfile
    case .interrupted: .interrupted
    case .badYAML: .badYAML
    case .quarterClosed: .quarterClosed
    case .wrongUse: .wrongUse
    case .fault: .fault
    case .badRulePack: .badRulePack
    case .badCaseFile: .badCaseFile
    case .unreadableLayer: .unreadableLayer
    case .badGeometry: .badGeometry
    case .wrongReferenceSystem: .wrongReferenceSystem
    case .unconvertedLayer: .unconvertedLayer
    case .converterMissing: .converterMissing
    case .conversionFailed: .conversionFailed
    case .severalTables: .severalTables
    case .referenceContradicted: .referenceContradicted
    case .layerExchanged: .layerExchanged
    case .layerAstray: .layerAstray
    case .unknownVerdict: .unknownVerdict
    case .incompleteDecision: .incompleteDecision
    case .unknownSubject: .unknownSubject
    case .notIdentityQuestion: .notIdentityQuestion
    case .contradictoryDecisions: .contradictoryDecisions
    case .impossibleDecision: .impossibleDecision
    case .unreadableWorkbook: .unreadableWorkbook
    case .noDecisions: .noDecisions
    case .unknownVerificationWord: .unknownVerificationWord
    case .incompleteVerification: .incompleteVerification
    case .contradictoryVerifications: .contradictoryVerifications
    case .barredReason: .barredReason
    case .notAPackage: .notAPackage
    case .letterExists: .letterExists
    case .noLetter: .noLetter
    case .keptAside: .keptAside
    case .browserMissing: .browserMissing
    case .printingFailed: .printingFailed
    case .privateContent: .privateContent
    case .packageExists: .packageExists
    case .zeroMisfit: .zeroMisfit
    case .notAsSent: .notAsSent
    case .packageInvalid: .packageInvalid
    case .receiptMisfit: .receiptMisfit
    case .badMapping: .badMapping
    case .mappingIncomplete: .mappingIncomplete
    }
  }
}
