package import Vocabulary

/// What can be wrong with a package; raw values are public names in `--json` and never change.
package enum PackageFindingKind: String, Sendable, Hashable, CaseIterable {
  // BagIt.
  case badDeclaration = "bad-declaration"
  case badTagFile = "bad-tag-file"
  case noManifest = "no-manifest"
  case badManifestLine = "bad-manifest-line"
  case repeatedPath = "repeated-path"
  case missingFile = "missing-file"
  case unlistedFile = "unlisted-file"
  case wrongHash = "wrong-hash"
  case wrongOxum = "wrong-oxum"
  case filesElsewhere = "files-elsewhere"
  case unknownAlgorithm = "unknown-algorithm"
  // Data Package.
  case foreignPackage = "foreign-package"
  case badDescriptor = "bad-descriptor"
  case wrongSize = "wrong-size"
  case unlistedTable = "unlisted-table"
  case badTable = "bad-table"
  case wrongHeader = "wrong-header"
  case missingValue = "missing-value"
  case wrongType = "wrong-type"
  case unknownWord = "unknown-word"
  case outOfRange = "out-of-range"
  case repeatedValue = "repeated-value"
  case repeatedKey = "repeated-key"
  case orphanKey = "orphan-key"
  case furtherRows = "further-rows"
  // The submission.
  case wrongIdentity = "wrong-identity"
  case badRevision = "bad-revision"
  case zeroWithLeads = "zero-with-leads"
  case wrongTotal = "wrong-total"
  case uncountedTotal = "uncounted-total"
  case badChecks = "bad-checks"
  case failedCheck = "failed-check"
  case badDocument = "bad-document"
  case wrongAudience = "wrong-audience"

  /// Whether it only says what was not checked.
  var isNote: Bool {
    switch self {
    case .unknownAlgorithm, .foreignPackage, .uncountedTotal: true
    default: false
    }
  }

  /// What to do about it.
  package var remedy: Wording {
    switch self {
    case .unknownAlgorithm, .foreignPackage:
      Wording(zh: "需要时用其他工具核对", en: "check it by other means if it matters")
    case .uncountedTotal:
      Wording(zh: "需要时与台账核对", en: "compare it with the ledger if it matters")
    case .missingFile, .wrongHash, .wrongOxum, .wrongSize, .badDocument:
      Wording(
        zh: "文件在传送中损坏或打包后被改动，请对方重新发送",
        en: "it was damaged on the way or changed after packing: ask for it again")
    case .unlistedFile, .unlistedTable:
      Wording(zh: "移走多出的文件，或请对方重新打包", en: "take the file out, or have it packed again")
    case .filesElsewhere:
      Wording(zh: "请对方把文件放进包里", en: "have the files put into the package")
    case .badDeclaration, .badTagFile, .noManifest, .badManifestLine, .repeatedPath,
      .badDescriptor, .badChecks:
      Wording(
        zh: "按 docs/package.md 的格式重新打包", en: "pack it again in the form of docs/package.md")
    case .badTable, .wrongHeader, .missingValue, .wrongType, .unknownWord, .outOfRange,
      .repeatedValue, .repeatedKey, .orphanKey, .furtherRows:
      Wording(zh: "在来源中改正后重新生成包", en: "mend the source, then make the package again")
    case .wrongTotal, .failedCheck:
      Wording(zh: "查明哪一边有误，改正后重新生成包", en: "find which side is wrong, then make it again")
    case .wrongAudience:
      Wording(
        zh: "先查明包可以给谁看，再由编制单位重新生成包",
        en: "find out first for whom it is; whoever made it makes it again")
    case .wrongIdentity, .badRevision, .zeroWithLeads:
      Wording(
        zh: "核对报送单位、季度、版次和类型，重新生成包",
        en: "check submitter, quarter, revision and type, then make it again")
    }
  }
}
