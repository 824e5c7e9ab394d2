import Testing
import Vocabulary

@testable import Intake

@Suite("Drafted profiles")
struct ProfileDraftTests {
  private let library = builtIn

  private func draft(_ columns: [(title: String, samples: [String])]) -> String {
    ProfileDraft(
      shown: "Inputs/2026Q3/未知.csv", titles: columns.map(\.title),
      samples: columns.map(\.samples), profiles: library, id: "draft"
    ).text
  }

  private func loaded(_ text: String) throws -> SourceProfile {
    try SourceProfile(yaml: Array(text.utf8), file: "draft.yaml")
  }

  private static let table: [(title: String, samples: [String])] = [
    ("巡查单编号", ["XC20260001", "XC20260002", "XC20260003"]),
    ("巡查发现日", ["2026-07-01", "2026/7/2", "2026年7月3日"]),
    ("对象", ["甲化工有限公司", "乙石料厂", "丙养殖合作社"]),
    ("对象码", ["91140900MA0K12345X", "91140900MA0K12346Y", "-"]),
    ("E", ["112.734125", "112.712345"]), ("N", ["38.412345", "38.512345"]),
    ("罚没款（万元）", ["2.5", "10"]), ("红线内", ["是", "否"]), ("行政区", ["五台县", "代县"]),
    ("受损", ["水", "大气"]), ("备注", ["无"]), ("经办", ["王小明", "李小红"]), ("手机", ["13800001234"]),
    ("上报日", ["2026-07-05"]), ("证号", ["140902199001011234"]),
  ]

  @Test("known titles, values and words are guessed with their reasons, and the draft loads")
  func guesses() throws {
    let text = draft(Self.table)
    let profile = try loaded(text)
    let found = Dictionary(uniqueKeysWithValues: profile.entries.map { ($0.field.name, $0.titles) })
    #expect(
      found == [
        "record_number": ["巡查单编号"], "discovery_date": ["巡查发现日"], "party_name": ["对象"],
        "credit_code": ["对象码"], "longitude": ["E"], "latitude": ["N"],
        "fine_amount": ["罚没款（万元）"], "in_red_line": ["红线内"], "county": ["行政区"], "media": ["受损"],
        "remarks": ["备注"], "person_id": ["证号"],
      ])
    let guessed = text.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("  #") }
    #expect(guessed.allSatisfy { $0.contains("# 猜测：") })
    #expect(text.contains("# ?: [\"上报日\"]"))
    #expect(text.contains("# ?: [\"经办\"]  # 文字"))
  }

  @Test("no value of the file stands in the draft")
  func privacy() {
    let text = draft(Self.table)
    for value in Self.table.flatMap(\.samples) where value.count > 2 {
      #expect(!text.contains(value), "\(value)")
    }
  }

  @Test("a header that a profile nearly knows is drafted after it")
  func nearest() throws {
    let text = draft([("检查编号", []), ("检查时间", []), ("被检单位", []), ("县区", [])])
    let profile = try loaded(text)
    #expect(profile.kind == .inspection)
    #expect(profile.required == [.text(.recordNumber), .day(.discovery)])
    #expect(text.contains("# ?: [\"被检单位\"]  # 没有值"))
  }

  @Test("whatever the titles and values are, the draft loads")
  func hostile() throws {
    var generator = SeededGenerator(state: 3)
    let titles = [
      "", "检查编号", "检查编号（新）", "备注", "\"", "\\", "a: b", "# x", "{", "[", "甲\n乙", "\u{202E}x", "万元",
      "日期",
      "罚款", "E", "- ", "!tag", "&a", "*b", "'", "%", "负责人", "负责人.1", "CF_WSH",
    ]
    let values = [
      "", "2026-07-01", "113.123456", "是", "甲公司", "五台县", "\"", "水", "91140900MA0K12345X", "1",
    ]
    for _ in 0..<300 {
      let columns = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        (
          title: titles.randomElement(using: &generator) ?? "",
          samples: (0..<3).compactMap { _ in values.randomElement(using: &generator) }
        )
      }
      guard columns.contains(where: { !$0.title.isEmpty }) else { continue }
      let text = draft(columns)
      #expect(throws: Never.self, "\(text)") { try loaded(text) }
    }
  }
}
