/// Explanations of what is wrong with results of checks that come back (核查结果).
extension ProblemExplanation {
  static let unknownVerificationWord = ProblemExplanation(
    Wording(
      zh: """
        核查结论、数额认定方式、是否启动索赔、不启动理由只能用“字典”中的词，理由可只写代码（N03a）。
        预估数额不是认定数额，不在认定方式之列。
        """,
      en: """
        The finding, how the amount was determined, whether a claim is pressed and why not are words \
        of the register's dictionary; of a reason the code is enough (N03a).
        An estimate is no determination and is not among them.
        """),
    before: "核查结论：有一点", after: "核查结论：造成生态环境损害")

  static let incompleteVerification = ProblemExplanation(
    Wording(
      zh: """
        填了任何一列的行，都必须有核查结论、核查日期和核查人。
        损害金额和数额认定方式要么都填，要么都空；“是否启动索赔”填“否”的须有不启动理由，填了理由的须填是否启动；\
        理由为 N06 其他的须在“理由说明”中写明。整个文件同一天核查的，日期可以空着，用 --as-of 给出。
        """,
      en: """
        A row with anything in it needs the finding, the day and who checked.
        An amount and how it was determined belong together, and so do “no claim” and its reason; reason \
        N06 is to be explained in words. Where all of a file was checked on one day, days may be left \
        out and given by --as-of.
        """),
    before: "是否启动索赔：否，不启动理由：（空）", after: "是否启动索赔：否，不启动理由：N01 已履行或已修复")

  static let contradictoryVerifications = ProblemExplanation(
    Wording(
      zh: """
        同一线索同一天有两个不同的核查结果，或者一行之内自相矛盾：未造成损害却启动索赔或者有损害金额，\
        造成损害却以 N09 不启动，尚不能确定却启动索赔，撤回的行另填了结果，反馈日期、核查日期早于案发。
        以前的结果有变化的，用较晚的日期另报一行，较晚的为准；填错的，先以“撤回”收回，再重新填报。
        """,
      en: """
        One lead has two different results of one day, or a row contradicts itself: no damage, and yet \
        a claim or an amount; damage, and yet reason N09; nothing certain, and yet a claim; results \
        beside a withdrawal.
        What has changed is handed in with its own, later day, which then counts; what was wrong is \
        taken back first.
        """),
    before: "2026-10-20 造成损害，2026-10-20 未造成损害", after: "2026-10-20 造成损害，2026-11-05 未造成损害")

  static let barredReason = ProblemExplanation(
    Wording(
      zh: """
        显著轻微可以不启动索赔，但损害区域在生态保护红线、自然保护地内的，以及义务人两年内再次发生的除外；\
        认定数额超过限额的也不是数额上的显著轻微。提示里写明所依据的条款。
        位置或者既往情况未知的不拒绝，但线索仍列入需人工研判。
        """,
      en: """
        Minor damage may go without a claim, but not inside a red line or reserve, nor where the \
        obligor did it again within two years; nor is an amount above the limit minor. The provision \
        is named.
        Where place or past are unknown nothing is refused, and the lead stays in review.
        """),
    before: "红线内的线索，不启动理由：N03a 显著轻微（金额）", after: "是否启动索赔：是")
}
