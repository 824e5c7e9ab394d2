/// Explanations of what stops a run: the workspace, the ledger, the command line.
extension ProblemExplanation {
  static let missingDrop = ProblemExplanation(
    Wording(
      zh: """
        该季度的目录不存在，或里面没有一个可读的 .csv、.tsv 文件。
        常见于季度写错，或数据放在别处。
        """,
      en: """
        The quarter's folder is not there, or holds no readable .csv or .tsv file.
        It comes of a wrong quarter, or of data that lies elsewhere.
        """),
    before: "leadscreen screen 2026Q3", after: "Inputs/2026Q3/执法检查.csv")

  static let badConfiguration = ProblemExplanation(
    Wording(
      zh: """
        leadscreen.yaml 里有不认识的键、缺少 jurisdiction、不合格的取值，或写法不合 YAML；全部问题一次列出，各附行号。
        常见于代码没有加引号、用了制表符缩进，或图层路径写到了工作区之外。
        """,
      en: """
        The configuration, leadscreen.yaml, has a key that is not known, lacks jurisdiction, holds \
        a value that is not allowed, or is not YAML; all problems are listed at once with their \
        lines.
        It comes of codes without quotes, of tabs for indentation, or of layer paths that lead out \
        of the workspace.
        """),
    before: "jurisdiction: 140900", after: "jurisdiction: \"140900\"")

  static let tooManyRejects = ProblemExplanation(
    Wording(
      zh: """
        退回的记录占比超过上限（--max-rejects，默认 20%），多半是整个文件有问题，而不是个别行。
        程序宁可不登记，也不拿残缺的数据出报表。随后列出被退回的前若干行。
        """,
      en: """
        The share of rejected records is above the limit (--max-rejects, 20 % by default): most \
        likely a whole file is wrong, not single rows.
        Nothing is recorded rather than a report made from fragments. The first rejected rows \
        follow.
        """))

  static let ledgerBusy = ProblemExplanation(
    Wording(
      zh: """
        另一个 leadscreen 正在写同一份台账，等待的时间已到。
        """,
      en: """
        Another leadscreen is writing the same ledger, and the time to wait for it has passed.
        """))

  static let notALedger = ProblemExplanation(
    Wording(
      zh: """
        ledger.sqlite 不是本程序写的台账：长度为零、不是数据库，或是别的软件的数据库。
        常见于复制中断，或同名文件覆盖了它。程序不改动它，也不另建新台账。
        """,
      en: """
        The file ledger.sqlite was not written by this program: it has no bytes, is no database, \
        or is another program's.
        It comes of a copy cut short, or of another file of the same name. It is left as it is, \
        and no new ledger is made in its place.
        """))

  static let ledgerDamaged = ProblemExplanation(
    Wording(
      zh: """
        台账文件的页、表结构、引用或摘要链有一处对不上：磁盘损坏，或内容被其他软件改动过。
        leadscreen ledger verify 指出第一处；在恢复之前，由它得出的报表都不可靠。
        """,
      en: """
        A page, the schema, a reference or the chain of digests of the ledger does not hold: the \
        disk is damaged, or its content was changed with other software.
        Running leadscreen ledger verify names the first place; until it is restored, no report \
        made from it can be relied on.
        """))

  static let cannotCreate = ProblemExplanation(
    Wording(
      zh: """
        成果文件或目录无法建立：没有权限、已有同名文件、磁盘已满或只读。
        消息写明是哪一个路径和系统给出的原因。原有的报表和台账保持不变。
        """,
      en: """
        An output file or folder cannot be made: no permission, something of that name is there, \
        or the disk is full or read-only.
        The message names the path and the system's reason. Earlier reports and the ledger stay as \
        they were.
        """))

  static let inputOutput = ProblemExplanation(
    Wording(
      zh: """
        读写途中系统报错：磁盘已满、设备故障或文件大小受限。
        没有写完的内容已撤回，原有的报表和台账保持不变。
        """,
      en: """
        The system reported an error while reading or writing: a full disk, a failing device or a \
        limit on file sizes.
        What was half written has been taken back; earlier reports and the ledger stay as they were.
        """))

  static let unknownIdentifier = ProblemExplanation(
    Wording(
      zh: """
        台账和规则里没有这个线索、义务人、记录、规则包或代码。
        常见于抄错编号，或在另一个工作区里查找。
        """,
      en: """
        Ledger and rules have no lead, obligor, record, pack or code of that id.
        It comes of a mistyped id, or of looking in another workspace.
        """),
    before: "XS140900-2026Q3-42", after: "XS140900-2026Q3-00042")

  static let noSuchRun = ProblemExplanation(
    Wording(
      zh: """
        台账里没有这个季度的运行记录，所以没有报表可以重写。
        """,
      en: """
        The ledger has no run of this quarter, so there is no report to write again.
        """))

  static let noWorkspace = ProblemExplanation(
    Wording(
      zh: """
        当前目录和它的各级上级目录里都没有 leadscreen.yaml，或 --workspace 所指的目录里没有。
        """,
      en: """
        Neither the current folder nor any above it has a leadscreen.yaml, or the one named by \
        --workspace has none.
        """))

  static let ledgerNewer = ProblemExplanation(
    Wording(
      zh: """
        台账的结构版本比本程序认得的新：它已由更新的版本升级过，旧版本不能再写。
        """,
      en: """
        The ledger's schema is newer than this program knows: a newer version has upgraded it, and \
        an older one must not write to it.
        """))

  static let inputsChanged = ProblemExplanation(
    Wording(
      zh: """
        运行之后，程序版本、配置、规则包或图层变了，用现在的这些写不出与当时逐字节相同的报表。
        消息写明哪一项变了。已写出的报表不受影响。
        """,
      en: """
        Since the run, the program's version, the configuration, the rule packs or the layers have \
        changed, so the same bytes cannot be written again.
        The message says which. Reports written before are not affected.
        """))

  static let badProfile = ProblemExplanation(
    Wording(
      zh: """
        Inputs/profiles 里的来源配置有不认识的键或字段、重复的编号或列名，或写法不合 YAML；全部问题一次列出，各附行号。
        """,
      en: """
        A source profile in Inputs/profiles has a key or field that is not known, an id or title \
        used twice, or is not YAML; all problems are listed at once with their lines.
        """),
    before: "kind: 处罚", after: "kind: penalty")

  static let interrupted = ProblemExplanation(
    Wording(
      zh: """
        运行被 Ctrl-C 或系统信号中断。没有登记任何内容，原有的报表和台账保持不变。
        """,
      en: """
        The run was ended by Ctrl-C or a signal. Nothing was recorded; earlier reports and the \
        ledger stay as they were.
        """))

  static let badYAML = ProblemExplanation(
    Wording(
      zh: """
        文件不是可用的 YAML：写法有误、键重复，或用了锚点、别名、类型标记和制表符缩进，这些一律不接受。
        """,
      en: """
        The file is not usable YAML: it is malformed, repeats a key, or has anchors, aliases, tags \
        or tabs for indentation, all of which are refused.
        """))

  static let quarterClosed = ProblemExplanation(
    Wording(
      zh: """
        台账里已有更晚季度的登记，这个季度的线索和期限已被后面的季度引用，不能再改。
        迟到的数据归入当前季度，线索的发生日和发现日仍是它自己的。
        """,
      en: """
        A later quarter is recorded and builds on this one's leads and deadlines, so this one is \
        not changed any more.
        Late data goes into the current quarter; its leads keep their own days of occurrence and \
        discovery.
        """))

  static let wrongUse = ProblemExplanation(
    Wording(
      zh: """
        命令行里的选项或取值不适用于这个命令。
        """,
      en: """
        An option or value of the command line does not go with the command.
        """))

  static let fault = ProblemExplanation(
    Wording(
      zh: """
        程序遇到了不该出现的情况，这是程序的错误，不是数据的错误。没有登记任何内容。
        """,
      en: """
        The program met what should not be possible: an error of the program, not of the data. \
        Nothing was recorded.
        """))
}
