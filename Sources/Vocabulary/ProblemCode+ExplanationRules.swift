/// Explanations of rule packs.
extension ProblemExplanation {
  static let badRulePack = ProblemExplanation(
    Wording(
      zh: """
        规则包里有不认识的键、事实或结论、缺少引证、层级或有效期矛盾，或某个案例的判定与预期不符；全部问题一次列出，句首是检查项的名称。
        规则决定线索的去留，所以有一处错误就不运行。
        """,
      en: """
        A rule pack has a key, fact or conclusion that is not known, lacks a citation, contradicts \
        itself in level or validity, or decides a case otherwise than expected; all problems are \
        listed at once under the name of the check.
        Rules decide what becomes of leads, so nothing runs while one is wrong.
        """))

  static let badCaseFile = ProblemExplanation(
    Wording(
      zh: """
        案例文件里有不认识的键、规则包、事实或问题编号、重复的案例编号，或写法不合 YAML。
        """,
      en: """
        The file of cases has a key, pack, fact or question that is not known, an id used twice, \
        or is not YAML.
        """))
}
