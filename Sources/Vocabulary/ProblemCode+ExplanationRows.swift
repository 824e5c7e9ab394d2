/// Explanations of rows and records: damaged ones, those that are none, and those set against others.
extension ProblemExplanation {
  static let wrongFieldCount = ProblemExplanation(
    Wording(
      zh: """
        这一行的栏数与表头的列数不同，哪个值属于哪一列已不能确定。
        常见于内容里有逗号而没有用引号括住，或一行被截断。只有行尾缺少向来为空的列时才会补齐（E210）。
        """,
      en: """
        The row has more or fewer fields than the header has columns, so which value belongs to \
        which column is not certain.
        It comes of a comma in a value without quotes, or of a row cut short. Only columns at the \
        end that are always empty are filled in (E210).
        """),
    before: "XF-17,忻府区,砂石厂,夜间排污,直排河道", after: "XF-17,忻府区,砂石厂,\"夜间排污,直排河道\"")

  static let strayQuote = ProblemExplanation(
    Wording(
      zh: """
        引号出现在字段中间，或闭合的引号后面还有文字，不能断定字段在哪里结束。
        常见于内容本身带英寸号或引号，而导出时没有转义。
        """,
      en: """
        A quote stands in the middle of a field, or text follows a closing quote, so where the \
        field ends is not certain.
        It comes of inch signs or quotations in a value that the export did not escape.
        """),
    before: "XF-17,埋设12\"管道", after: "XF-17,\"埋设12\"\"管道\"")

  static let unclosedQuote = ProblemExplanation(
    Wording(
      zh: """
        引号打开后没有闭合，后面的行会被当成同一个字段。
        常见于内容被截断。程序只退回引号所在的这一行，从下一行起照常读。
        """,
      en: """
        A quote was opened and never closed, so the rows after it would pass for the same field.
        It comes of a value that was cut short. Only the row where the quote stands is given up; \
        reading goes on with the next.
        """),
    before: "XF-17,\"现场发现,忻府区", after: "XF-17,\"现场发现\",忻府区")

  static let brokenCharacter = ProblemExplanation(
    Wording(
      zh: """
        字段里有不成字的字节，或属于另一种编码的字节。
        常见于按固定字节数截断的文本，最后一个汉字只剩半个。损坏只影响这一个字段，其余照常读。
        """,
      en: """
        The field holds bytes that are no character, or one of another encoding.
        It comes of text cut at a number of bytes, which leaves half of the last character. Only \
        this field is harmed; the others are read.
        """))

  static let controlCharacter = ProblemExplanation(
    Wording(
      zh: """
        字段里有空字符、响铃等控制字符，或改变书写方向的字符，正常文本里不会有。
        常见于从终端、数据库或即时通讯软件复制的内容，也可能是有意隐藏文字。
        """,
      en: """
        The field holds a NUL, a bell or another control character, or one that turns the \
        direction of writing; no ordinary text has these.
        It comes of text copied from terminals, databases or chats, and may also be meant to hide \
        something.
        """))

  static let rowTooLong = ProblemExplanation(
    Wording(
      zh: """
        一行超过 4 MiB，一个字段超过 1 MiB，或一行超过 2000 列。表头超限时整个文件不读入。
        几乎总是漏了换行或引号，后面的内容并进了同一行。
        """,
      en: """
        A row is above 4 MiB, a field above 1 MiB, or a row has more than 2,000 columns. If it is \
        the header, the whole file is refused.
        Nearly always a line break or a quote is missing, and what follows ran into one row.
        """))

  static let repeatedHeader = ProblemExplanation(
    Wording(
      zh: """
        表头在数据中间又出现了一次。
        常见于把几个导出首尾拼接，或分页导出。
        """,
      en: """
        The header stands once more among the data.
        It comes of exports glued together, or of an export by pages.
        """))

  static let bareReturn = ProblemExplanation(
    Wording(
      zh: """
        行内有一个不在引号里、后面也没有换行符的回车符。栏数对得上，所以没有把它当成行的结束。
        常见于在电子表格的单元格里按过回车，或换行方式不同的文件拼接。
        """,
      en: """
        A carriage return without a line feed stands in the row outside quotes. The number of \
        fields is right, so it was not taken for the row's end.
        It comes of line breaks typed into a cell, or of files with other line ends pasted together.
        """))

  static let fusedRows = ProblemExplanation(
    Wording(
      zh: """
        一行的栏数恰是两行之和，两条记录之间的换行丢失了，合并处的两个值不能分开。
        常见于拼接文件时前一个文件末尾没有换行。
        """,
      en: """
        The row is as long as two: the line break between two records was lost, and the two values \
        where they meet cannot be parted.
        It comes of glued files, when the first did not end in a line break.
        """),
    before: "XF-17,忻府区,已结XF-18,代县,在办", after: "XF-17,忻府区,已结 ⏎ XF-18,代县,在办")

  static let missingTail = ProblemExplanation(
    Wording(
      zh: """
        这一行比表头少几栏，缺的都在行尾，而这几列在文件里向来是空的，所以按空值补齐，没有猜测任何内容。
        常见于电子表格另存时省去了行尾的空格子。
        """,
      en: """
        The row lacks fields at its end, in columns that are empty throughout the file; they were \
        filled in as empty, and nothing was guessed.
        Spreadsheets leave out empty cells at the end of a row when they save.
        """),
    before: "XF-17,忻府区,砂石厂", after: "XF-17,忻府区,砂石厂,,")

  static let captionLine = ProblemExplanation(
    Wording(
      zh: """
        表头上方的一行是标题、填报单位或说明，不是数据。
        """,
      en: """
        A row above the header is a title, the name of the reporting body or a note, not data.
        """),
    before: "忻州市2026年第三季度执法检查情况表")

  static let codeRow = ProblemExplanation(
    Wording(
      zh: """
        紧挨表头的一行是字段代码或第二行列名，不是数据。
        """,
      en: """
        A row next to the header holds field codes or a second set of titles, not data.
        """),
    before: "CF_WSH,CF_XDR_MC,CF_JDRQ")

  static let totalRow = ProblemExplanation(
    Wording(
      zh: """
        这一行是合计、总计或小计，其中的数字已由各行给出，再计就重复了。
        如果确是一条名称以“合计”开头的记录，它不会丢失，在清单里可以查到。
        """,
      en: """
        The row is a total or subtotal; its figures are in the other rows and would count twice.
        A real record whose first cell begins with such a word is not lost: the list has it.
        """),
    before: "合计,,,,128000.00")

  static let footerLine = ProblemExplanation(
    Wording(
      zh: """
        表格下方的一行是填表人、日期或注释，不是数据。
        """,
      en: """
        A row below the table names who filled it in, a date or a note; it is not data.
        """),
    before: "填表人：王某　审核人：李某")

  static let withdrawnDecision = ProblemExplanation(
    Wording(
      zh: """
        记录所依据的决定已被撤销，没有其他记录支持这件线索。
        它列在退回清单里，但不计入 --max-rejects，因为该行本身没有错。另有记录支持时，线索保留并请人研判。
        """,
      en: """
        The decision on which the record rests was withdrawn, and no other record supports the lead.
        It is listed among the rejects but does not count towards --max-rejects, for nothing is \
        wrong with the row. Where other records support the lead it stays, and a person is asked.
        """))

  static let newVersion = ProblemExplanation(
    Wording(
      zh: """
        这条记录以前读入过，编号相同而内容有改动，所以作为同一条记录的新版本登记，以本条为准。
        它不产生第二件线索，金额不重复相加；旧版本仍留在台账里。
        """,
      en: """
        The record was taken in before under the same number with other content; it is recorded as \
        a new version of it, and this one counts.
        It opens no second lead and nothing is added twice into a sum; the old version stays in \
        the ledger.
        """),
    before: "忻检公移〔2026〕7号 … 45000.00", after: "忻检公移〔2026〕7号 … 54000.00")

  static let mendedElsewhere = ProblemExplanation(
    Wording(
      zh: """
        这一行曾被退回，更正后的记录已在另一个文件里补报并读入。
        原文件没有改动，所以这一行仍计在退回数内，但不再需要更正。
        """,
      en: """
        The row was rejected, and its mended record has been dropped in another file and taken in.
        The first file is as it was, so the row still counts as rejected, but there is nothing \
        left to mend.
        """))
}
