import Vocabulary

@testable import Reports

/// What the fixture's traces cite and say.
enum FixtureTrace {
  /// Two documents, the second of which restates each rule of the first.
  static func directory(isHostile: Bool) -> RuleDirectory {
    func rules(_ document: String, relation: String) -> [RuleDirectory.Rule] {
      (1...findings).map { number in
        RuleDirectory.Rule(
          id: "\(document).a\(number)", locator: "第\(number)条", conclusion: "结论 \(number)",
          summary: isHostile ? PageFixture.hostileName : "例外：损害区域在生态保护红线或者自然保护地内",
          sentence: "损害区域为生态保护红线内的，结论为“结论 \(number)”。",
          relation: relation.isEmpty ? "" : relation + "第\(number)条")
      }
    }
    return RuleDirectory(
      documents: [
        .init(
          shortName: "国家", name: "环法规〔2025〕6号", title: "若干具体问题的意见", pack: "national-2025 1.1.0",
          inForce: .true, rules: rules("cn25", relation: "")),
        .init(
          shortName: "山西", name: "晋环规〔2025〕2号", title: "管理办法", pack: "shanxi-2025 1.1.0",
          inForce: .unknown, rules: rules("sx25", relation: "重申国家")),
      ],
      presumptions: [.init(name: "全国有重大影响", text: "须经认定")],
      questions: [.init(name: "A-03", text: "正式鉴定评估报告是否属于“专家评估或者综合认定”")])
  }

  private static let findings = 6

  /// Every kind of piece; each finding cites a source of the lead, and another lead's record.
  static func entry(of lead: LeadEntry, number: Int, verbosity: Int) -> TraceEntry {
    let own = Array(1...lead.sources.count)
    let other = TraceEntry.RecordPlace(name: "Inputs/2026Q2/执法检查.csv#\(number)", line: number + 1)
    return TraceEntry(
      findings: (0..<findings).map { finding in
        let value = [Truth.true, .unknown, .false][(number + finding) % 3]
        let condition: [TraceEntry.Piece] = [
          .text(String(repeating: "损害区域为生态保护红线内：否（图层比对）", count: verbosity)), .records(own),
          .text("，且（全国有重大影响："), .presumption(0), .text("，或"), .question(0), .value(.unknown),
          .text("），且同一义务人既往损害事件：2026-08-14违法是损害未知"), .records([own.count + 1]),
          .text("，回溯2年（自2025-07-10起）"), .value(value),
        ]
        return TraceEntry.Finding(
          term: "结论 \(finding + 1)", value: value,
          missing: value == .unknown ? ["经认定的损害数额", "A-03"] : [],
          grounds: [
            .init(
              rules: [
                .init(rule: finding, value: value),
                .init(rule: findings + finding, value: value, remark: "施行未知"),
              ], condition: condition),
            .init(rules: [.init(rule: finding, value: nil, remark: "被山西取代")], condition: []),
          ])
      }, others: [other], fallback: number % 7 == 0 ? "应启动" : nil)
  }
}
