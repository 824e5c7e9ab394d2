/// Explanations of what is wrong with files of people's decisions.
extension ProblemExplanation {
  static let unknownVerdict = ProblemExplanation(
    Wording(
      zh: """
        “结论”只能是“同一”“不同”或“不能确定”，也可写 same、different、unsure。
        空着的行表示尚未决定，跳过不算错；填了决定人、日期或理由却没有结论的，也不能收下。
        """,
      en: """
        A verdict is 同一, 不同 or 不能确定, or in English same, different or unsure.
        A row without any answer has not been decided and is passed over; one with a person, a day or \
        a reason but no verdict cannot be taken in either.
        """),
    before: "结论：应该是一家", after: "结论：同一")

  static let incompleteDecision = ProblemExplanation(
    Wording(
      zh: """
        判定必须有决定人、日期和理由：它们与判定一起记入台账，解释和归并关系都会引用。
        整个文件同一天决定的，日期可以空着，用 --as-of 给出。
        """,
      en: """
        A decision needs the person, the day and the reason: they are kept with it in the ledger and \
        quoted wherever it counts.
        Where all of a file was decided on one day, days may be left out and given by --as-of.
        """),
    before: "结论：同一，决定人：（空）", after: "结论：同一，决定人：张三，日期：2026-10-20，理由：同一排口")

  static let unknownSubject = ProblemExplanation(
    Wording(
      zh: """
        事项编号、线索编号、义务人编号或“文件#记录号”在台账里找不到，两边不是同一类，或者两边是同一条记录。
        常见于编号被改动，填的是别的工作区的清单，或记录已按更正后的文件重新登记，该事项不再存在。
        """,
      en: """
        The id of the item, of a lead, of an obligor or of a record (FILE#RECORD) is not in the \
        ledger, the two sides are of different kinds, or they are one and the same record.
        It comes of ids that were changed, of a list of another workspace, or of records that a \
        mended file has replaced since.
        """),
    before: "编号：R1（台账中没有）", after: "编号：照抄最近一期 data/review.csv 的 item")

  static let notIdentityQuestion = ProblemExplanation(
    Wording(
      zh: """
        该事项问的不是两边是否同一，而是位置、数额、结论等以哪个为准，“同一”“不同”回答不了它。
        这类事项靠补充或更正来源记录、登记图层、签署规则的存疑答复来解决。
        """,
      en: """
        The item does not ask whether two sides are one, but which place, amount or conclusion \
        holds, so that same or different is no answer.
        Such items are settled by better records, by layers, or by signed answers to open questions \
        of the rules.
        """),
    before: "类别：位置申报与图层不符，结论：同一", after: "类别：位置申报与图层不符，结论：（空）")

  static let contradictoryDecisions = ProblemExplanation(
    Wording(
      zh: """
        判定之间相互抵触：同一对象既判同一又判不同，或者几项“同一”连起来与一项“不同”相反。
        提示里列出相抵触的各方；整个文件不收，台账不变。后来的文件可以改判以前的结论，同一批文件里不可以自相矛盾。
        """,
      en: """
        Decisions contradict each other: the same pair is judged same and different, or several \
        that say same lead to the opposite of one that says different.
        Both sides are shown; nothing of the files is recorded. A later file may change what an \
        earlier one said of a pair, but files given together must agree.
        """),
    before: "甲乙同一，乙丙同一，甲丙不同", after: "甲乙同一，乙丙同一")

  static let impossibleDecision = ProblemExplanation(
    Wording(
      zh: """
        判为同一的两边有不同的有效统一社会信用代码或证件号码，或者两条线索的赔偿义务人不同。
        不同的代码就是不同的主体，人工判定也不能合并；如果是代码填错，应更正来源记录。两条线索的义务人确为一家的，先判定义务人同一。
        """,
      en: """
        The two sides judged same have different valid credit codes or person ids, or are leads of \
        different obligors.
        Two codes are two parties, whatever anybody decides; where a code is wrong the record is to be \
        mended. Where two leads have one obligor under two ids, judge the obligors same first.
        """),
    before: "义务人 911409…01 与 911409…28 判为同一", after: "更正填错的代码后重新报送")

  static let unreadableWorkbook = ProblemExplanation(
    Wording(
      zh: """
        文件不是 XLSX 工作簿，已损坏、加密，或者解压后大得不像台账（防止压缩炸弹）。
        旧格式 .xls 和 .et 不能读取；XML 里带有实体定义的一律拒绝。
        """,
      en: """
        The file is no XLSX workbook, is damaged or encrypted, or is far larger unpacked than a \
        register can be (a zip bomb).
        The old formats .xls and .et are not read; XML that defines entities is refused.
        """),
    before: "ledger.xls", after: "ledger.xlsx（另存为“Excel 工作簿”）")

  static let noDecisions = ProblemExplanation(
    Wording(
      zh: """
        工作簿里没有“待人工研判”和“线索台账”工作表，或者表头缺少必要的列：编号（或对象一和对象二）、结论、决定人、日期、理由；\
        核查结果须有线索编号、核查结论、核查日期、核查人。
        data/review.csv 本身没有填写列，加上 verdict、person、day、reason 四列即可。
        """,
      en: """
        The workbook has no sheet 待人工研判, or the header lacks columns: the item (or both sides), \
        the verdict, the person, the day and the reason.
        The file data/review.csv itself has none to be filled in: add verdict, person, day and reason.
        """),
    before: "item,kind,left,right,…", after: "item,kind,left,right,…,verdict,person,day,reason")
}
