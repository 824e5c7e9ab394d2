/// Explanations of files that cannot be read.
extension ProblemExplanation {
  static let emptyFile = ProblemExplanation(
    Wording(
      zh: """
        文件里没有任何文字，或只有编码标记和空行。
        通常是导出中断，或系统在该季度没有数据时仍写出了空文件。
        """,
      en: """
        The file holds no text at all, or nothing but a byte order mark and blank lines.
        Usually an export was cut short, or the system wrote an empty file because it had no data.
        """))

  static let undecidableEncoding = ProblemExplanation(
    Wording(
      zh: """
        通篇检查后，文件既不是 UTF-8 也不是 GB18030，或者两种都读得通而无法分辨，或者是不受支持的 Big5。
        常见于文件被其他软件转存过，或全文只有一两个汉字。程序不猜测编码，因为猜错会把姓名和地点读成别的字。
        """,
      en: """
        Read from end to end, the file is neither UTF-8 nor GB18030, or reads as both and cannot \
        be told, or is Big5, which is not supported.
        It comes of files converted by other software, or with one or two Chinese characters in \
        all. The encoding is never guessed, for a wrong guess turns names and places into others.
        """))

  static let unknownProfile = ProblemExplanation(
    Wording(
      zh: """
        表头与任何一份来源配置都不相符，程序不知道各列的含义。
        常见于新系统的导出，或列名整体改过。消息给出最接近的来源和它还缺的列；leadscreen check --write-profile 可以据此起草一份配置。
        """,
      en: """
        The header fits no source profile, so what the columns mean is not known.
        It comes of an export from a new system, or of titles that were all renamed. The message \
        names the nearest profile and the columns it lacks; leadscreen check --write-profile \
        drafts one.
        """))

  static let ambiguousProfile = ProblemExplanation(
    Wording(
      zh: """
        两份来源配置与表头同样相符，无法断定这是哪一种数据。
        通常是工作区里自写的配置与内置配置的必备列相同。程序不任选其一。
        """,
      en: """
        Two source profiles fit the header equally, so which kind of data this is cannot be told.
        Usually a profile of the workspace requires the same columns as a built-in one. Neither is \
        picked.
        """))

  static let missingColumn = ProblemExplanation(
    Wording(
      zh: """
        最接近的来源配置所必备的一列，在表头里没有找到。
        常见于导出时漏选该列，或列名换了写法。消息列出程序认得的几种列名。
        """,
      en: """
        A column that the nearest source profile requires is not in the header.
        It comes of a column left out of the export, or of another title for it. The message lists \
        the titles that are known.
        """),
    before: "检查编号,被检查单位名称,县区", after: "检查编号,检查日期,被检查单位名称,县区")

  static let repeatedColumn = ProblemExplanation(
    Wording(
      zh: """
        两列的列名指同一个字段，而内容不同，不能断定以哪一列为准。
        常见于表格拼接，或把旧值另存了一列。第二列为空或与第一列完全相同时不算问题。
        """,
      en: """
        Two columns answer to the same field but differ, so which of them counts cannot be told.
        It comes of tables pasted together, or of old values kept beside. A second column that is \
        empty or says the same is no problem.
        """),
    before: "当事人,当事人,县区", after: "当事人,原当事人,县区")

  static let notRegularFile = ProblemExplanation(
    Wording(
      zh: """
        这个名字指向的是链接、目录、管道或设备，不是文件本身。
        通常是快捷方式，或解压后多了一层目录。程序不跟随链接，以免读到工作区之外的内容。
        """,
      en: """
        The name stands for a link, a folder, a pipe or a device, not for a file.
        Usually it is a shortcut, or a folder that unpacking has left. Links are not followed, so \
        that nothing outside the workspace is read.
        """))

  static let fileTooLarge = ProblemExplanation(
    Wording(
      zh: """
        文件的字节数超过上限，读入之前就已拒绝。
        一个季度的导出到不了这个大小，通常是误放了备份、日志或全库转储。消息给出大小和上限。
        """,
      en: """
        The file has more bytes than the limit and was refused before it was read.
        No export of a quarter is that large; usually it is a backup, a log or the dump of a whole \
        database. The message gives size and limit.
        """))

  static let notText = ProblemExplanation(
    Wording(
      zh: """
        文件虽然以 .csv 为名，内容却是电子表格、压缩包、图片、PDF、网页或其他格式。
        常见于直接改了扩展名。程序只指明格式，不解压、不转换。
        """,
      en: """
        Though it is called .csv, the file is a workbook, an archive, an image, a PDF, a web page \
        or the like.
        Usually only its name was changed. The format is named; nothing is unpacked or converted.
        """),
    before: "处罚.xlsx → 处罚.csv", after: "处罚.xlsx → 另存为 CSV UTF-8")

  static let noDelimiter = ProblemExplanation(
    Wording(
      zh: """
        没有一种分隔符能把各行分成相同的列数，所以看不出表格。
        常见于用全角逗号或空格对齐的文字，或只有一列的清单。
        """,
      en: """
        No delimiter splits the rows into the same number of columns, so there is no table to be \
        seen.
        It comes of text aligned by full-width commas or spaces, or of a list with one column.
        """),
    before: "移送函号，当事人，案由", after: "移送函号,当事人,案由")

  static let fileChanged = ProblemExplanation(
    Wording(
      zh: """
        读取期间文件的大小或修改时间变了，读到的内容可能一半新一半旧。
        通常是导出或复制还没有结束。
        """,
      en: """
        While it was read, the file's size or time of change became another, so what was read may \
        be half old and half new.
        Usually an export or a copy has not ended yet.
        """))

  static let unusableName = ProblemExplanation(
    Wording(
      zh: """
        文件名不是 UTF-8，或含有换行等控制字符，不能写进清单和报表。
        常见于在旧版 Windows 上打包、在 Linux 上解压。
        """,
      en: """
        The file's name is not UTF-8 or has control characters such as line breaks, and cannot \
        stand in lists and reports.
        It comes of archives packed on an old Windows and unpacked on Linux.
        """))

  static let unreadableFile = ProblemExplanation(
    Wording(
      zh: """
        系统不让程序读这个文件：没有权限、文件不存在，或磁盘出错。
        消息里写明了系统给出的原因。
        """,
      en: """
        The system does not let the program read the file: no permission, no such file, or a disk \
        error.
        The message says which of these it is.
        """))

  static let misplacedFile = ProblemExplanation(
    Wording(
      zh: """
        历史赔偿案件放进了季度目录，或季度数据放进了历史目录。
        两类数据的用途不同：历史案件只用于判断两年内是否再犯，不产生线索，所以不能代放。
        """,
      en: """
        Earlier cases lie in a quarter's folder, or a quarter's data in the folder of earlier cases.
        The two serve different ends: earlier cases only tell repeat offenders and open no leads, \
        so one cannot stand for the other.
        """),
    before: "Inputs/2026Q3/历史赔偿案件.csv", after: "Inputs/history/历史赔偿案件.csv")

  static let skippedFile = ProblemExplanation(
    Wording(
      zh: """
        目录里有不按导出读取的文件：隐藏文件、临时或未写完的文件，或扩展名不是 .csv、.tsv 的文件。
        提示是为了不让数据因名字不对而被悄悄漏掉。
        """,
      en: """
        The folder holds a file that is not read as an export: hidden, temporary or unfinished, or \
        neither .csv nor .tsv.
        It is named so that no data is left out in silence for its name.
        """))

  static let doubleEncoded = ProblemExplanation(
    Wording(
      zh: """
        文件的编码没有错，内容却是乱码：文本曾被当成别的编码打开，又存了一次，甚至汉字已经丢失，只剩问号或“锟斤拷”。
        这种损坏不一定能还原，程序不替来源方还原。
        """,
      en: """
        The encoding is sound but the text is gibberish: it was once opened in another encoding \
        and saved again, and the Chinese may be lost, with question marks in its place.
        Such damage cannot always be undone, and the program does not undo it for the source.
        """),
    before: "å½“äº‹äºº", after: "当事人")

  static let mixedEncodings = ProblemExplanation(
    Wording(
      zh: """
        文件的一部分是 UTF-8，另一部分是 GB18030。
        通常是把两个系统的导出首尾拼接成了一个文件。按任何一种编码读，另一部分都是乱码。
        """,
      en: """
        One part of the file is UTF-8, another is GB18030.
        Usually exports of two systems were glued together. Read in either encoding, the other \
        part is gibberish.
        """))

  static let noHeader = ProblemExplanation(
    Wording(
      zh: """
        文件开头的各行里没有一行像列名，第一行就是数据。
        常见于导出时没有勾选“包含标题行”。程序按列名而不是按位置认列，没有列名就不能读。
        """,
      en: """
        None of the first rows looks like column titles; the file begins with data.
        It comes of exports without the header row. Columns are known by their titles, never by \
        their place, so without titles nothing can be read.
        """),
    before: "忻检公移〔2026〕1号,忻州市人民检察院,2026-08-02", after: "移送函号,移送检察院,移送日期")
}
