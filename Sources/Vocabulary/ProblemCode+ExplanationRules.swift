/// Explanations of rule packs and layers.
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

  static let unreadableLayer = ProblemExplanation(
    Wording(
      zh: """
        图层不是有效的 GeoJSON，或超过大小、顶点数、要素数的上限。
        常见于只改了扩展名的 Shapefile 或 KML，或没有写完的导出。缺了图层就不能判断是否位于保护区，所以不带病运行。
        """,
      en: """
        The layer is not valid GeoJSON, or above the limits of size, vertices or features.
        It comes of a shapefile or KML under another name, or of an export cut short. Without the \
        layer no place can be judged, so the run does not go on.
        """))

  static let badGeometry = ProblemExplanation(
    Wording(
      zh: """
        图层里没有任何面，或坐标超出经纬度的范围，多半是经纬度颠倒。
        可以放心修复或略去的小毛病（环未闭合、顶点不足、点和线）只作提示，不停止运行。
        """,
      en: """
        The layer has no polygon, or coordinates beyond longitude and latitude, most likely \
        exchanged.
        Small flaws that can safely be put right or left out (unclosed rings, too few vertices, \
        points and lines) are notices and stop nothing.
        """),
    before: "[38.41, 112.73]", after: "[112.73, 38.41]")

  static let wrongReferenceSystem = ProblemExplanation(
    Wording(
      zh: """
        图层声明的坐标系不是 CRS84、EPSG:4326 或 EPSG:4490，或坐标明显是以米计的投影坐标。
        按错误的坐标系判断，位置会偏出几百米到几百公里。
        """,
      en: """
        The layer declares a reference system other than CRS84, EPSG:4326 or EPSG:4490, or its \
        coordinates are clearly metres of a projection.
        Judged in a wrong system, places would be off by hundreds of metres to hundreds of \
        kilometres.
        """),
    before: "EPSG:4547", after: "EPSG:4490")
}
