/// Explanations of what is wrong with packages, receipts and mappings.
extension ProblemExplanation {
  static let letterExists = ProblemExplanation(
    Wording(
      zh: """
        函件是给人改的：文号、主送机关、办理结果都由承办人填写。改过的函件从不覆盖，一次要写几份而其中一份改过时，全都不写。
        """,
      en: """
        Letters are there to be changed: number, addressee and decision are filled in by people. A changed \
        one is never written over, and of several nothing is written.
        """),
    before: "Reports/2026Q3-letters/XS140900-2026Q3-00042-移送函.docx")

  static let noLetter = ProblemExplanation(
    Wording(
      zh: """
        移送函写给环境要素所属的其他部门，检察反馈函写给移送线索的检察院。两样都没有依据时不写，以免发错。
        """,
      en: """
        A 移送函 goes to another department that the media propose, a 检察反馈函 to the procuratorate that \
        sent the lead. Without a ground for either nothing is written, lest it be sent in error.
        """),
    before: "leadscreen report 2026Q3 --letters XS140900-2026Q3-00042")

  static let keptAside = ProblemExplanation(
    Wording(
      zh: """
        Reports/季度 由程序整个重写。写之前按其中的 manifest.json 核对：被人改过的、放进去的文件先另存，文件名后加上内容的哈希，从不覆盖。
        没有 manifest.json 或它已损坏时，全部文件都存。WPS、Office 打开文件时的锁文件不存。
        """,
      en: """
        Reports/QUARTER is written anew as a whole. Before that it is compared with its manifest.json: files \
        that somebody changed or put there are kept in Reports/QUARTER-kept, a digest of their content in \
        their names, nothing written over.
        All files are kept where the manifest is missing or damaged. Lock files of open documents are not.
        """),
    before: "Reports/2026Q3/ledger.xlsx", after: "Reports/2026Q3-kept/ledger-1f0a93c2.xlsx")

  static let browserMissing = ProblemExplanation(
    Wording(
      zh: """
        PDF 由本机的 Chromium 或 Chrome 在后台打印 report.html 得到，程序按 PATH 找它。
        没有也不影响报表：report.html 本身就能打印成 A4。
        """,
      en: """
        A PDF is report.html, printed in the background by this machine's Chromium or Chrome, which is \
        looked for on PATH.
        Reports do not depend on it: report.html itself prints to A4.
        """),
    before: "leadscreen report 2026Q3 --pdf")

  static let printingFailed = ProblemExplanation(
    Wording(
      zh: """
        浏览器没有在时限内打印完、中途退出，或写出的不是完整的 PDF。浏览器和它的子进程都已结束，原有的 PDF 未动。
        报表很大或本机很忙时会超时；容器里缺少权限时浏览器启动不了。
        """,
      en: """
        The browser did not end in time, ended by an error, or wrote no whole PDF. It and its children \
        have ended, and a PDF that was there is as it was.
        Large reports or a busy machine take more time; in a container the browser may lack permissions.
        """),
    before: "leadscreen report 2026Q3 --pdf",
    after: "leadscreen report 2026Q3 --pdf --pdf-seconds 900")

  static let privateContent = ProblemExplanation(
    Wording(
      zh: """
        共享版和公开版写好以后，逐个文件（包括 XLSX、DOCX、ZIP 的各个部分）查找身份证号、手机号和举报人的姓名、电话。
        找到一处就不发布，原有的目录不动；消息只说在哪个文件、是哪一类，不重复内容。
        """,
      en: """
        The finished files of the share and public editions, parts of XLSX, DOCX and ZIP included, are \
        looked through for identity numbers, mobile numbers, and reporters' names and telephones.
        One is enough: nothing is published and the folder that was there stays. The message says which \
        file and what kind, never the thing itself.
        """),
    before: "leadscreen report 2026Q3 --audience share")

  static let packageExists = ProblemExplanation(
    Wording(
      zh: """
        Reports/packages 里已有这个季度的报送包，现在台账给出的内容与它不同。已报送的包从不覆盖，否则接收方手里的和本单位的对不上。
        内容相同则不算错：包原样留着。
        """,
      en: """
        Reports/packages has a package of the quarter, and the ledger gives other content by now. What \
        was sent is never written over, lest the receiver's copy differ from ours.
        The same content is no error: the package stays as it is.
        """),
    before: "leadscreen package 2026Q3", after: "leadscreen package 2026Q3 --revise 补充两件线索")

  static let zeroMisfit = ProblemExplanation(
    Wording(
      zh: """
        没有在册线索的季度也要报送，即零报告，须写明理由；有线索的季度不能作零报告。
        这样“没有报”和“报了没有”分得清。
        """,
      en: """
        A quarter without leads is reported too, as a zero report with its reason; one with leads cannot \
        be a zero report.
        So nothing to report and nothing reported can be told apart.
        """),
    before: "leadscreen package 2026Q1", after: "leadscreen package 2026Q1 --zero 本季没有发现线索")

  static let notAsSent = ProblemExplanation(
    Wording(
      zh: """
        台账记着报送过的每一版的哈希。Reports/packages 里的 ZIP 不见了或被换过时，不再生成同一版，也不登记它的回执。
        按现在的内容能得到同样的字节，则自动放回，不算错。
        """,
      en: """
        The ledger has the digest of every revision that was made. Where the ZIP in Reports/packages is gone \
        or another one, the revision is not made anew and no answer to it is taken in.
        Where the register still gives the same bytes they are put back, and nothing is wrong.
        """),
    before: "leadscreen package 2026Q3", after: "Reports/packages/XZ-140900-2026Q3-r1.zip")

  static let notAPackage = ProblemExplanation(
    Wording(
      zh: """
        目录或压缩包里没有 bagit.txt，或者含有链接、向上级目录的路径、绝对路径、重名文件、加密文件，或者解压后超过大小和个数的上限。
        这样的包不解压、不校验，因为按它的名字写文件会覆盖别处的内容。
        """,
      en: """
        The folder or archive has no bagit.txt, or has links, paths that lead upwards, absolute or \
        repeated names, encrypted parts, or unpacks beyond the limits of size and number.
        Nothing of it is unpacked or checked, for files written by its names could replace others.
        """),
    before: "../../ledger.sqlite", after: "data/tables/leads.csv")

  static let packageInvalid = ProblemExplanation(
    Wording(
      zh: """
        清单、哈希、文件个数、表结构、主键外键、合计或核对结果中有一项不符。每一处都单独列出文件、行、列和处理办法。
        常见于包在传送中损坏，或打包后有人改动、增删了文件。
        """,
      en: """
        A manifest, a hash, a number of files, a table's schema or keys, a total or a check does not \
        hold. Each place is named by file, row and field.
        It comes of damage on the way, or of files changed, added or removed after packing.
        """),
    before: "manifest-sha256.txt：leads.csv 的哈希不符")

  static let receiptMisfit = ProblemExplanation(
    Wording(
      zh: """
        回执的写法不合约定，或者它的包哈希、幂等标识、条数与我们报送的那一版不一致，或者“报送＝接收＋退回”不成立。
        对不上的回执一律不登记，以免把别的包、别的版本的退回意见记到线索上。
        """,
      en: """
        The receipt is not written as agreed, or its hash, key or counts are not those of the revision \
        that was sent, or submitted is not accepted plus rejected.
        Nothing of it is recorded, so that no answer to another package is kept with a lead.
        """),
    before: "submitted 1072, accepted 1069, rejected 2",
    after: "submitted 1072, accepted 1070, rejected 2")

  static let badMapping = ProblemExplanation(
    Wording(
      zh: """
        列映射文件里有不认识的键、来源列或格式，列名重复或为空，或 YAML 写法有错。所有问题一次列出。
        """,
      en: """
        The mapping has an unknown key, source column or format, a title that is empty or stands \
        twice, or is not the strict YAML that is read. All problems are listed at once.
        """),
    before: "from: leadid", after: "from: lead_id")

  static let mappingIncomplete = ProblemExplanation(
    Wording(
      zh: """
        映射要求必填的列没有来源，或者某些线索在该列没有值、取值不在代码表里、超过规定长度。
        缺什么就列什么，不用零、“否”或空格代替。
        """,
      en: """
        A column that the mapping requires has no source, or leads have no value there, a value \
        without a code, or one that is too long.
        What is missing is listed; no zero, no “no” and no blank stands in for it.
        """),
    before: "认定金额：（空），required: true")
}
