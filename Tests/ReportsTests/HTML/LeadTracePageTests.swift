import Testing
import Vocabulary

@testable import Reports

@Suite("Rule traces in the HTML report") struct LeadTracePageTests {
  /// A report of one lead with that many sources and that trace.
  private func page(_ condition: [TraceEntry.Piece], sources: Int = 1) throws -> RenderedPage {
    var report = try PageFixture(leads: 1, carriedOver: 0).report()
    report.leads[0].sources = (1...sources).map { number in
      SourceEntry(
        name: "甲.csv#\(number)", line: number + 1, kind: .complaint, day: nil,
        summary: "")
    }
    report.trace = { _ in
      TraceEntry(
        findings: [
          .init(
            term: "重大案件", value: .unknown, missing: ["跨设区市"],
            grounds: [
              .init(
                rules: [
                  .init(rule: 0, value: .unknown), .init(rule: 6, value: .unknown),
                  .init(rule: 7, value: .false, remark: "施行未知"),
                ], condition: condition),
              .init(rules: [.init(rule: 1, value: nil, remark: "被山西取代")], condition: []),
            ])
        ], fallback: "应启动")
    }
    return try RenderedPage(report)
  }

  private func trace(_ page: RenderedPage) throws -> String {
    try #require(page.text.components(between: "<dl class=\"tr\">", and: "</details>").first)
  }

  @Test("cite each rule by its article, with the value it has, once for those that share it")
  func citations() throws {
    let trace = try trace(page([.text("影响<大>"), .value(.unknown)]))
    #expect(
      trace.contains(
        "<dt><b>重大案件：未知</b></dt><dd><a href=\"#r1\">国家 第1条</a>、"
          + "<a href=\"#r7\">山西 第1条</a> <b>未知</b>、"
          + "<a href=\"#r8\">山西 第2条</a>（施行未知） <b>否</b>：影响&lt;大&gt;（未知）</dd>"
          + "<dd><a href=\"#r2\">国家 第2条</a>（被山西取代）</dd><dd>另待补：跨设区市</dd>"))
    #expect(trace.contains("<dt>研判前按</dt><dd>应启动</dd>"))
  }

  @Test("lead from a presumption to its reason and from a question to its text")
  func entries() throws {
    let page = try page([.text("影响："), .presumption(0), .text("，或"), .question(0)])
    #expect(
      try trace(page).contains(
        "影响：<a href=\"#f1\">推定为否</a>，或<a href=\"#q1\">A-03</a></dd>"))
    #expect(page.text.contains("<dt id=\"f1\">全国有重大影响</dt><dd>须经认定</dd>"))
    #expect(page.text.contains("<dt id=\"q1\">A-03</dt><dd>正式鉴定评估报告是否"))
  }

  @Test("number the sources of a lead, and further records behind them")
  func records() throws {
    func place(_ name: String, _ line: Int) -> TraceEntry.RecordPlace {
      .init(name: name, line: line)
    }
    let page = try page(
      [
        .records([4, 2, 3, 1].map { place("甲.csv#\($0)", $0 + 1) }), .text("与"),
        .records([place("乙<.csv#9", 10), place("甲.csv#14", 15), place("甲.csv#2", 3)]),
        .text("与"), .records([place("乙<.csv#9", 10)]),
      ], sources: 14)
    let trace = try trace(page)
    #expect(
      trace.contains(
        "：［<a href=\"#s1.1\">1–4</a>］与［<a href=\"#s1.2\">2</a>、<a href=\"#s1.14\">14–15</a>］"
          + "与［<a href=\"#s1.15\">15</a>］</dd>"))
    #expect(page.text.contains("<li id=\"s1.12\"><code>甲.csv#12</code> 第 13 行</li></ol>另有 2 条"))
    #expect(
      trace.contains(
        "<dt>另引记录</dt><dd><ol><li value=\"14\" id=\"s1.14\"><code>甲.csv#14</code> 第 15 行</li>"
          + "<li value=\"15\" id=\"s1.15\"><code>乙&lt;.csv#9</code> 第 10 行</li></ol></dd>"))
  }

  @Test("stand on a list that has every rule once, with its article, summary and condition")
  func directory() throws {
    let page = try RenderedPage(PageFixture(leads: 2, carriedOver: 0).report())
    #expect(page.text.contains("<h3>山西：管理办法（晋环规〔2025〕2号）</h3>"))
    #expect(page.text.contains("shanxi-2025 1.1.0，施行：未知"))
    #expect(
      page.text.contains(
        "<dt id=\"r8\">第2条</dt><dd><b>结论 2</b>　例外：损害区域在生态保护红线或者自然保护地内"
          + "<small>损害区域为生态保护红线内的，结论为“结论 2”。（sx25.a2）　重申国家第2条</small></dd>"))
    let anchors = page.tags.compactMap { $0.attributes["id"] }.filter { $0.first == "r" }
    #expect(anchors.count { Int($0.dropFirst()) != nil } == 12)
    let none = try RenderedPage(HostileReport.report())
    #expect(none.text.contains("没有适用的规则包。"))
  }
}
