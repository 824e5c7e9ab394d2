import Foundation
import Testing

/// A workspace of two quarters with a case of everything that `explain` tells: joins by every kind of
/// reason, a refusal, a question, a branch, a decision, a newer version, a repeat, a reject, a record
/// that contradicts the map.
struct ExplainScene: Sendable {
  let bench: Workbench

  private static let header =
    TransferDrop.header + ["经纬度", "是否位于生态保护红线", "法制审核意见", "联系人手机"]
  private static let layer = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"云中山"},
    "geometry":{"type":"Polygon","coordinates":[[[112.6,38.6],[112.8,38.6],[112.8,38.8],
    [112.6,38.8],[112.6,38.6]]]}}]}
    """

  /// One scene for all tests, which only read it.
  static var made: ExplainScene { get throws { try result.get() } }

  private static let result = Result { try ExplainScene() }

  private init() throws {
    bench = try Workbench(
      configuration: """
        jurisdiction: "140900"
        organisation: 忻州市生态环境局
        layers:
          - {path: 红线.geojson, tag: red_line, version: "1"}

        """)
    SampleRun.removeAtExit(bench.folder.url)
    try bench.write(ExplainScene.layer, to: "红线.geojson")
    try bench.write(ExplainScene.drop(ExplainScene.earlier), to: "Inputs/2026Q2/移送.csv")
    #expect(try bench.run(Workbench.q2).status == 0)
    try bench.write(ExplainScene.drop(ExplainScene.later), to: "Inputs/2026Q3/移送.csv")
    // The reject is one of few rows.
    let screen = Workbench.q3 + ["--max-rejects", "50%"]
    let outcome = try bench.run(screen)
    #expect(outcome.status == 0, "\(outcome.everything)")
    let (third, fourth) = (ExplainScene.record(3), ExplainScene.record(4))
    let answers = [
      [
        Decisions.said("线索", ExplainScene.record(7), ExplainScene.record(8), "同一"),
        Decisions.said("义务人", third, fourth, "不能确定"),
      ], [Decisions.said("义务人", third, fourth, "不同", day: "2026-10-21")],
    ]
    for (number, rows) in answers.enumerated() {
      try bench.write(Decisions.answers(rows), to: "判定\(number + 1).csv")
      let taken = try bench.run(["decide", "判定\(number + 1).csv"])
      #expect(taken.status == 0, "\(taken.everything)")
    }
    #expect(try bench.run(screen).status == 0)
  }

  /// The name of a record of the later quarter, counted from 1.
  static func record(_ number: Int) -> String { "Inputs/2026Q3/移送.csv#\(number)" }

  /// What the record with that number is of: `lead_id`, `obligor_id`.
  func id(_ column: String, ofRecord number: Int) throws -> String {
    let rows = try bench.table("records", of: "2026Q3").named
    return try #require(rows[number - 1][column])
  }

  /// The Chinese of the scene that any output may hold.
  ///
  /// Typed values (河道, 否) are none of it: they are
  /// said in the language asked for.
  static var stated: [String] {
    let typed: Set = ["环境要素", "是否位于生态保护红线"]
    let rows = earlier + later
    let cells = rows.flatMap { zip(header, $0).filter { !typed.contains($0.0) }.map(\.1) }
    return cells + rows.map { $0.joined(separator: ",") } + [
      "Inputs/2026Q2/移送.csv", "Inputs/2026Q3/移送.csv", "判定1.csv", "判定2.csv", "张三", "看过案卷", "红线 1:",
      "红线: yes", "接收日期", "移送日期", "接收单位", "法制审核意见", "联系人手机",
    ]
  }

  private static let village = ["案发地点": "原平市东社镇上庄村5号", "县区": "原平市"]

  private static let earlier = [
    row(90, ["当事人": "定襄县鑫源锻造有限公司", "案发地点": "定襄县河边镇", "县区": "定襄县"])
  ]

  /// In the order of their numbers.
  private static let later = [
    // 1, 2: one event, two obligors' names that weigh enough; the map says otherwise than one of them.
    row(
      1, village, ["当事人": "原平市宏达铸造有限公司", "案发日期": "2026-07-02", "环境要素": "河道、土壤"],
      aside: ["112.700000,38.700000", "否", "建议立案", "13812345678"]),
    row(
      2, village,
      ["当事人": "宏达铸造有限公司", "案发日期": "2026-07-03", "移送检察院": "原平市人民检察院"]),
    // 3, 4: two works of one brand, told apart by a number.
    row(20, village, ["当事人": "原平市金茂第一铸造有限公司", "案发日期": "2026-08-05"]),
    row(21, village, ["当事人": "原平市金茂第二铸造有限公司", "案发日期": "2026-08-05"]),
    // 5, 6: one code; 6 is a branch of nobody.
    row(30, ["当事人": "五台县恒通矿业有限公司", "证件号码": "91110000710925462X"]),
    row(31, ["当事人": "恒通矿业有限公司", "证件号码": "91110000710925462X"]),
    // 7, 8: joined by a person; 9: a branch of 7.
    row(40, ["当事人": "繁峙县永丰水泥有限公司", "案发地点": "繁峙县砂河镇", "县区": "繁峙县"]),
    row(41, ["当事人": "繁峙县永丰水泥有限公司", "案发地点": "繁峙县大营镇", "县区": "繁峙县"]),
    row(42, ["当事人": "繁峙县永丰水泥有限公司代县分公司", "案发地点": "代县峨口镇", "县区": "代县"]),
    // 10: a newer version; 11: a repeat; 12: a reject.
    row(
      90,
      [
        "当事人": "定襄县鑫源锻造有限公司", "案发地点": "定襄县河边镇", "县区": "定襄县", "损害评估金额（元）": "8000",
        "基本案情": "", "环境要素": "土壤",
      ]),
    row(42, ["当事人": "繁峙县永丰水泥有限公司代县分公司", "案发地点": "代县峨口镇", "县区": "代县"]),
    row(50, ["接收日期": "2026年9月31日"]),
    // 13, 14: two legal forms, which is a question.
    row(60, ["当事人": "保德县天成煤业有限公司", "案发地点": "保德县桥头镇", "县区": "保德县"]),
    row(69, ["当事人": "保德县天成煤业股份有限公司", "案发地点": "保德县桥头镇", "县区": "保德县"]),
  ]

  private static func row(
    _ number: Int, _ first: [String: String], _ second: [String: String] = [:],
    aside: [String] = ["", "", "", ""]
  ) -> [String] {
    TransferDrop([number], first.merging(second) { $1 }).rows[0] + aside
  }

  private static func drop(_ rows: [[String]]) -> String {
    var drop = TransferDrop(count: 0)
    drop.rows = rows
    return drop.text(header: header)
  }
}
