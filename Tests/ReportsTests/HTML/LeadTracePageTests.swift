import Testing
import Vocabulary

@testable import Reports

@Suite("Rule traces in the HTML report") struct LeadTracePageTests {
  /// A report of one lead with that many sources and that trace.
  private func page(
    _ condition: [TraceEntry.Piece], sources: Int = 1, others: [TraceEntry.RecordPlace] = []
  ) throws -> RenderedPage {
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
        ], others: others, fallback: "应启动")
    }
    return try RenderedPage(report)
  }

  /// The blocks that conclusions lead to.
  private func trace(_ page: RenderedPage) throws -> String {
    try #require(page.text.components(between: "<dl class=\"tr\">", and: "</dl></div>").first)
  }

  /// The conclusions of the first lead.
  private func conclusions(_ page: RenderedPage) throws -> String {
    try #require(page.text.components(between: "<dl class=\"cs\">", and: "</details>").first)
  }

  @Test("cite each rule by its article, with the value it has, once for those that share it")
  func citations() throws {
    let page = try page([.text("影响<大>"), .value(.unknown)])
    #expect(
      try trace(page).contains(
        "<dt id=\"t1\"><b>重大案件：未知</b></dt><dd><a href=\"#r1\">国家 第1条</a>、"
          + "<a href=\"#r7\">山西 第1条</a> <b>未知</b>、"
          + "<a href=\"#r8\">山西 第2条</a>（施行未知） <b>否</b>：影响&lt;大&gt;（未知）</dd>"
          + "<dd><a href=\"#r2\">国家 第2条</a>（被山西取代）</dd><dd>另待补：跨设区市</dd>"))
    #expect(
      try conclusions(page).hasPrefix(
        "<dt>未知</dt><dd><a href=\"#t1\">重大案件</a></dd><dt>研判前按</dt><dd>应启动</dd></dl>"))
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

  @Test("cite records by their number in the lead, and list those that are not among its sources")
  func records() throws {
    let page = try page(
      [.records([4, 2, 3, 1]), .text("与"), .records([15, 14, 2]), .text("与"), .records([15])],
      sources: 14, others: [.init(name: "乙<.csv#9", line: 10)])
    #expect(
      try trace(page).contains(
        "：［<var>1–4</var>］与［<var>2</var>、<var>14–15</var>］与［<var>15</var>］</dd>"))
    #expect(page.text.contains("<li><code>甲.csv#12</code> 第 13 行　信访举报</li></ol>另有 2 条"))
    #expect(
      try conclusions(page).contains(
        "<dt>另引记录</dt><dd><ol><li value=\"14\"><code>甲.csv#14</code> 第 15 行</li>"
          + "<li value=\"15\"><code>乙&lt;.csv#9</code> 第 10 行</li></ol></dd>"))
  }

  @Test("are said once, however many leads they are of")
  func once() throws {
    var report = try PageFixture(leads: 40, carriedOver: 0).report()
    @Sendable func finding(_ term: String, _ pattern: Int?) -> TraceEntry.Finding {
      .init(
        term: term, value: .false, missing: [],
        grounds: [.init(rules: [.init(rule: 0, value: .false)], condition: [.text(term)])],
        pattern: pattern)
    }
    // The same pattern, the same words without one, and words of a lead's own.
    report.trace = { place in
      TraceEntry(findings: [
        finding("一", 7), finding("二", nil), finding("三 \(place)", 100 + place),
      ])
    }
    let page = try RenderedPage(report)
    let blocks = try trace(page).components(between: "<dt id=\"t", and: "\"")
    #expect(blocks == (1...42).map(String.init))
    #expect(page.elements("a").count { $0.attributes["href"] == "#t1" } == 40)
    #expect(page.elements("a").count { $0.attributes["href"] == "#t2" } == 40)
    #expect(page.elements("a").count { $0.attributes["href"] == "#t42" } == 1)
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
