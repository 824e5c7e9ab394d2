/// Explanations of places.
extension ProblemExplanation {
  static let unreadableCoordinate = ProblemExplanation(
    Wording(
      zh: """
        坐标既不是十进制度，也不是度分秒，或只有经度、纬度之一，或两个都是同一个轴。
        常见于把地址写进坐标栏。没有可用的坐标，是否位于保护区只能是未知。
        """,
      en: """
        The coordinate is neither decimal degrees nor degrees, minutes and seconds, or one of the \
        two is missing, or both are of one axis.
        It comes of an address in its column. Without a usable point, whether the place lies in a \
        protected area is unknown.
        """),
    before: "112.73.45", after: "112.7345")

  static let unknownCounty = ProblemExplanation(
    Wording(
      zh: """
        县区的名称或代码不在行政区划表里，或几处同名而无法分辨，或现行代码里没有它的去处。
        常见于写了开发区、乡镇或简称。
        """,
      en: """
        The county's name or code is not in the table of divisions, or several have the name, or \
        it has no place among today's codes.
        It comes of development zones, townships or short names.
        """),
    before: "城区", after: "长治市城区")

  static let coordinateElsewhere = ProblemExplanation(
    Wording(
      zh: """
        经度或纬度不在中国的范围内（经度 73–136，纬度 3–54）。
        常见于小数点错位、漏了一位，或写了西经、南纬。
        """,
      en: """
        Longitude or latitude lies outside China (73–136 and 3–54).
        It comes of a misplaced decimal point, a digit left out, or a west or south mark.
        """),
    before: "1.127345", after: "112.7345")

  static let coordinatesExchanged = ProblemExplanation(
    Wording(
      zh: """
        经度栏里是纬度，纬度栏里是经度。中国的经度和纬度数值不重叠，所以能够断定，程序按正确的次序使用。
        常见于列名与数据错位，或由“纬度,经度”次序的系统导出。
        """,
      en: """
        The column of longitudes holds the latitude and the other way round. In China their values \
        do not overlap, so it is certain, and they are used in the right order.
        It comes of titles set over the wrong columns, or of a system that writes latitude first.
        """),
    before: "经度 38.41，纬度 112.73", after: "经度 112.73，纬度 38.41")

  static let severalCounties = ProblemExplanation(
    Wording(
      zh: """
        一格里写了几个县区，不能断定线索归哪一个。
        常见于跨县的河流污染或多点违法。程序不任选其一，也不拆成几条记录：同属一个市的登记到市，否则按未知。
        """,
      en: """
        One cell names several counties, so to which the lead belongs is not certain.
        It comes of pollution across county lines, or of offences at several sites. None is picked \
        and the record is not split: if all are of one city, the city is taken, and otherwise \
        nothing.
        """),
    before: "忻府区、定襄县", after: "忻府区")

  static let abolishedDivision = ProblemExplanation(
    Wording(
      zh: """
        行政区划的名称或代码已经撤销或更名，消息给出年份和现在的区划。只有一个去处的，按现行区划登记；分给几处的，县区按未知。
        常见于历史数据和没有更新区划表的系统。
        """,
      en: """
        The division's name or code has been abolished or changed; the message gives the year and \
        what it is now. Where that is one division it is recorded; where it was divided, the \
        county is unknown.
        It comes of older data and of systems whose table of divisions is out of date.
        """),
    before: "140402（长治市城区）", after: "140403（长治市潞州区）")

  static let projectionUnknown = ProblemExplanation(
    Wording(
      zh: """
        坐标是以米计的投影坐标，但看不出分带，同样的数字在不同的带里相距数百公里。
        常见于测绘软件的导出。八位横坐标的前两位就是带号；只有六位的需另写带号或中央经线。
        """,
      en: """
        The coordinates are metres of a projection, but their zone does not show, and the same \
        figures lie hundreds of kilometres apart in other zones.
        It comes of surveying software. The first two of eight digits are the zone; with six, the \
        zone or central meridian must be given.
        """),
    before: "476512.3, 4253187.6", after: "38476512.3, 4253187.6")
}
