package import Vocabulary

extension PackageFindingKind {
  /// What kind of thing is wrong.
  package var title: Wording {
    switch self {
    case .badDeclaration: Wording(zh: "bagit.txt 不合规范", en: "bagit.txt is not as it must be")
    case .badTagFile: Wording(zh: "标签文件不合规范", en: "the tag file is not as it must be")
    case .noManifest: Wording(zh: "没有可核对的清单", en: "there is no manifest that can be checked")
    case .badManifestLine: Wording(zh: "清单中的一行无法识别", en: "a line of the manifest cannot be read")
    case .repeatedPath: Wording(zh: "清单中重复列出", en: "listed twice in the manifest")
    case .missingFile: Wording(zh: "清单所列文件不在包中", en: "a listed file is missing")
    case .unlistedFile: Wording(zh: "文件不在清单中", en: "the file is in no manifest")
    case .wrongHash: Wording(zh: "哈希不符", en: "the hash does not match")
    case .wrongOxum: Wording(zh: "字节数或文件数不符", en: "the number of bytes or files does not match")
    case .filesElsewhere: Wording(zh: "有文件不在包中，要另行下载", en: "files are to be fetched elsewhere")
    case .unknownAlgorithm: Wording(zh: "算法不支持，未核对", en: "not checked: unknown algorithm")
    case .foreignPackage:
      Wording(zh: "不是本系统的报送包，只核对了清单", en: "not a package of ours: only its manifests were checked")
    case .badDescriptor: Wording(zh: "包说明不合约定", en: "the descriptor is not as agreed")
    case .wrongSize: Wording(zh: "文件大小与包说明不符", en: "the size is not that of the descriptor")
    case .unlistedTable: Wording(zh: "表不在包说明中", en: "the descriptor does not name the table")
    case .badTable: Wording(zh: "表无法读取", en: "the table cannot be read")
    case .wrongHeader: Wording(zh: "表头与包说明不符", en: "the header is not that of the descriptor")
    case .missingValue: Wording(zh: "必填的值为空", en: "a required value is missing")
    case .wrongType: Wording(zh: "值的类型不符", en: "the value is not of its type")
    case .unknownWord: Wording(zh: "取值不在约定之列", en: "the value is none of the agreed ones")
    case .outOfRange: Wording(zh: "值超出范围", en: "the value is out of range")
    case .repeatedValue: Wording(zh: "值重复", en: "the value stands twice")
    case .repeatedKey: Wording(zh: "主键重复", en: "the primary key stands twice")
    case .orphanKey: Wording(zh: "所引用的行不存在", en: "the row that is referred to is not there")
    case .furtherRows: Wording(zh: "还有同类的行", en: "there are further rows of the kind")
    case .wrongIdentity: Wording(zh: "标识前后不一", en: "the identities do not agree")
    case .badRevision: Wording(zh: "版次或类型不成立", en: "revision and type do not go together")
    case .zeroWithLeads: Wording(zh: "零报告中有线索", en: "a zero report has leads")
    case .wrongTotal: Wording(zh: "合计与表不符", en: "the total is not that of the table")
    case .uncountedTotal:
      Wording(zh: "合计没有对应的表，未核对", en: "not checked: the total has no table")
    case .badChecks: Wording(zh: "核对结果文件不合约定", en: "the file of checks is not as agreed")
    case .failedCheck: Wording(zh: "核对未通过", en: "a check has failed")
    case .badDocument:
      Wording(zh: "不是文件名所说的那种文件，或已损坏", en: "it is no file of the kind its name says, or is damaged")
    case .wrongAudience: Wording(zh: "给谁看前后不一", en: "for whom it is does not agree")
    }
  }
}
