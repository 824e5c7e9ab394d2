/// The closed list of what can be wrong; codes are public and never change their meaning.
///
/// E1 files, E2 rows, E3 values, E4 records set aside, E5 the workspace and the run, E6 rule packs,
/// E7 layers. A value problem whose `rejectsRow` is decided by the profile: in a required field it
/// rejects the row, elsewhere the value is unknown and the record is kept and flagged.
package enum ProblemCode: String, Sendable, Hashable, CaseIterable {
  case emptyFile = "E101"
  case undecidableEncoding = "E102"
  case unknownProfile = "E103"
  case ambiguousProfile = "E104"
  case missingColumn = "E105"
  case repeatedColumn = "E106"
  case notRegularFile = "E107"
  case fileTooLarge = "E108"
  case notText = "E109"
  case noDelimiter = "E110"
  case fileChanged = "E111"
  case unusableName = "E112"
  case unreadableFile = "E113"
  case misplacedFile = "E114"

  case wrongFieldCount = "E201"
  case strayQuote = "E202"
  case unclosedQuote = "E203"
  case brokenCharacter = "E204"
  case controlCharacter = "E205"
  case rowTooLong = "E206"
  case repeatedHeader = "E207"

  case unreadableDate = "E301"
  case unreadableAmount = "E302"
  case unreadableCoordinate = "E303"
  case codeCheckFails = "E304"
  case unknownCounty = "E305"
  case unknownWord = "E306"
  case requiredValueMissing = "E307"
  case implausibleDate = "E308"
  case incompleteDate = "E309"
  case coordinateElsewhere = "E310"
  case coordinatesExchanged = "E311"
  case valueTooLong = "E312"

  case withdrawnDecision = "E401"

  case missingDrop = "E501"
  case badConfiguration = "E502"
  case tooManyRejects = "E503"
  case ledgerBusy = "E504"
  case notALedger = "E505"
  case ledgerDamaged = "E506"
  case cannotCreate = "E507"
  case inputOutput = "E508"
  case unknownIdentifier = "E509"
  case noSuchRun = "E510"
  case noWorkspace = "E511"
  case ledgerNewer = "E512"
  case inputsChanged = "E513"
  case badProfile = "E514"
  case interrupted = "E515"
  case badYAML = "E516"
  case fault = "E599"

  case badRulePack = "E601"
  case badCaseFile = "E602"

  case unreadableLayer = "E701"
  case badGeometry = "E702"
  case wrongReferenceSystem = "E703"
}
