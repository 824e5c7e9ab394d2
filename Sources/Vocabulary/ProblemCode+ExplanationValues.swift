/// Explanations of values: days, amounts, numbers, words.
extension ProblemExplanation {
  static let unreadableDate = ProblemExplanation(
    Wording(
      zh: """
        日期的写法不在程序认得的各种形式之内，或日历上没有这一天，或年月日的次序不止一种读法。
        常见于手工填写。程序不把 2 月 30 日顺延，也不猜 03/04/2025 是三月还是四月。
        """,
      en: """
        The date is in no form that is known, or the calendar has no such day, or its order can be \
        read in two ways.
        It comes of typing by hand. 30 February is not moved on to March, and 03/04/2025 is not \
        guessed at.
        """),
    before: "2026-02-30", after: "2026-02-28")

  static let unreadableAmount = ProblemExplanation(
    Wording(
      zh: """
        金额不是一个确定的非负数：是区间、约数、负数、文字，或千分位的位置不对。
        常见于把说明写进了金额栏。程序不取区间的任何一端，按未知处理，不当作零。“待评估”“/”“无”本来就是未知，不报此码。单元格写的单位与列名的单位不同时，按单元格读，并以此码提示核对。
        """,
      en: """
        The amount is not one exact figure: a range, a rough figure, a negative one, words, or \
        misplaced separators.
        It comes of remarks in the amount's column. No end of a range is taken; the amount is \
        unknown, not zero. 待评估, / and 无 are unknown anyway and are no problem. A unit in the \
        cell that is not the title's is taken, and flagged with this code.
        """),
    before: "50-80万元", after: "待评估")

  static let codeCheckFails = ProblemExplanation(
    Wording(
      zh: """
        统一社会信用代码、组织机构代码、注册号或身份证号与校验位不符、长度不对或有遮盖。
        常见于抄写错误，或把字母 O 写成数字 0 一类的混淆；能看出时消息给出可能的写法，程序不改。号码原样保留，只作弱证据，不单凭它认定同一义务人。
        """,
      en: """
        A unified social credit code, an organisation's or register's code or a person's number \
        fails its check character, has the wrong length or is masked.
        It comes of copying errors or of letters taken for digits; where it shows, the message \
        says what may be meant, and nothing is changed. The number is kept as it is, as weak \
        evidence: it alone never makes two records one obligor.
        """),
    before: "9114B902YW0003424J", after: "91148902YW0003424J")

  static let unknownWord = ProblemExplanation(
    Wording(
      zh: """
        这一列只认词表中的写法，这个值不在其中；一格有几个词时，认得的照用，不认得的不计。
        常见于来源系统换了说法。来源配置的 words 可以补充词语。
        """,
      en: """
        The column takes words of a list, and this is none of them; of several words in one cell \
        those that are known count.
        It comes of a source that has changed its terms. The words of a source profile can be \
        added to.
        """),
    before: "整改状态：未达序时进度", after: "整改状态：整改中")

  static let requiredValueMissing = ProblemExplanation(
    Wording(
      zh: """
        来源配置要求每条记录都有这个值，而这一格为空，或只有“/”“无”一类的占位。
        没有编号、日期或当事人的记录无法归并，也无法计算期限。
        """,
      en: """
        The source profile requires the value in every record, and the cell is empty or holds a \
        placeholder such as / or 无.
        A record without its number, its day or its party can be neither matched nor timed.
        """))

  static let implausibleDate = ProblemExplanation(
    Wording(
      zh: """
        日期本身写法正确，但早于 1990 年或晚于基准日（--as-of）。
        常见于年份敲错。日期照所写的使用，并提示核对，因为它决定期限和两年内再犯的判断。
        人工判定的日期晚于基准日（未写时为今天）的，整批不予登记。
        """,
      en: """
        The date is well written but lies before 1990 or after the as-of day (--as-of).
        It comes of a mistyped year. The date is used as it stands and named, for deadlines and \
        the two years of a repeat depend on it.
        A decision of a day after the as-of day (else today) is not taken in.
        """),
    before: "2062-07-03", after: "2026-07-03")

  static let incompleteDate = ProblemExplanation(
    Wording(
      zh: """
        只写了年份、月份或季节，不能确定是哪一天。
        常见于发生时间不详。程序不补成月初或月末：期限和再犯判断都以日计。
        """,
      en: """
        Only a year, a month or a season is given, which is not a day.
        It comes of events whose day is not known. It is not filled in to the first or last of the \
        month, for deadlines count by days.
        """),
    before: "2026年7月", after: "2026年7月3日")

  static let valueTooLong = ProblemExplanation(
    Wording(
      zh: """
        内容超过该字段的上限：名称和编号 500 字，正文 4000 字。
        常见于把整篇文书贴进一格，或引号错位使几格并成了一格。原文仍随原始记录保存，不截断使用。
        """,
      en: """
        The value is longer than its field may be: 500 characters for names and numbers, 4,000 for \
        running text.
        It comes of a whole document pasted into a cell, or of quotes that made several cells one. \
        The original stays with the source record; it is not used cut short.
        """))

  static let ruinedNumber = ProblemExplanation(
    Wording(
      zh: """
        十五位以上的号码被电子表格当成了数值：变成科学计数法，或末几位成了 0，原号已经丢失。
        用表格软件打开再保存 CSV 就会这样。剩下的几位许多号码都相同，所以不用来比对；末几位为 0 而校验位仍然相符的，照用并标注。
        """,
      en: """
        A number of more than fifteen digits was taken for a quantity by a spreadsheet: it has an \
        exponent or ends in zeros, and the original is lost.
        Opening a CSV in a spreadsheet and saving it does this. Many numbers share what is left, \
        so nothing is matched by it; one that ends in zeros and still fits its check is used and \
        flagged.
        """),
    before: "1.40902E+17", after: "140902********1234")

  static let finerThanFen = ProblemExplanation(
    Wording(
      zh: """
        金额有不足一分的尾数。各项限额都是上限（“以下”“不超过”），所以向上取整到分，不会把超过限额的金额算成未超过。
        常见于由万元换算，或带出了计算误差。
        """,
      en: """
        The amount has a part below one fen. Limits are upper limits (以下, 不超过), so it is rounded \
        up to the fen and never falls within a limit that it exceeds.
        It comes of conversion from 万元, or of an error of computation that was exported.
        """),
    before: "0.30000001万元", after: "3000.01元")

  static let unreadablePhone = ProblemExplanation(
    Wording(
      zh: """
        联系电话不是手机号、固定电话或服务号码的任何一种写法。
        常见于把姓名、说明写进了电话栏，或漏了一位。内容原样保留。
        """,
      en: """
        The telephone number is written like no mobile, landline or service number.
        It comes of a name or a remark in its column, or of a digit left out. What is there is \
        kept as typed.
        """),
    before: "1390350123", after: "13903501234")
}
