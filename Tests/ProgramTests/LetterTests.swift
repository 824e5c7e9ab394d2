import Foundation
import Testing

/// Letters about single leads.
@Suite("Letters") struct LetterTests {
  @Test("are written for the lead that has a ground for them, and never over a changed one")
  func letters() throws {
    let bench = try Workbench()
    try bench.write(TransferDrop(count: 2).text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let leads = try bench.table("leads", of: "2026Q3").column("lead_id")
    // 河道 is the matter of the water authority, and the procuratorate sent it.
    let asked = ["report", "2026Q3", "--letters"] + leads
    let outcome = try bench.run(asked)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let folder = "Reports/2026Q3-letters"
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.path(folder).path)
      .sorted()
    #expect(
      names == leads.flatMap { ["\($0)-检察反馈函.docx", "\($0)-移送函.docx"] }.sorted())
    let written = try bench.digest(folder)
    #expect(try bench.run(asked).status == 0)
    #expect(try bench.digest(folder) == written)
    try bench.write("改过", to: "\(folder)/\(names[3])")
    try bench.remove("\(folder)/\(names[0])")
    let refused = try bench.run(asked)
    #expect(refused.status == 73 && refused.messages.contains("E519"))
    #expect(try bench.text("\(folder)/\(names[3])") == "改过")
    #expect(!bench.exists("\(folder)/\(names[0])"))
  }

  @Test("say for whom they are, and do not name who reported")
  func reporters() throws {
    let bench = try Workbench()
    try bench.write(
      """
      信访编号,受理日期,举报内容,被举报对象,县区,举报地点,环境要素,举报人
      XF20260801,2026-08-02,欧阳举报反映河道内倾倒垃圾,忻州市宏达采砂有限公司,忻府区,欧阳举报家门前河道,河道,欧阳举报
      """, to: "Inputs/2026Q3/信访举报.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let lead = try #require(try bench.table("leads", of: "2026Q3").column("lead_id").first)
    #expect(try bench.run(["report", "2026Q3", "--letters", lead]).status == 0)
    let read = try NeededTool.python.run(
      [
        "-c",
        "import re, sys, zipfile; archive = zipfile.ZipFile(sys.argv[1]); print(re.sub('<[^>]*>', '',"
          + " ''.join(archive.read(name).decode() for name in archive.namelist() if 'xml' in name)))",
        "Reports/2026Q3-letters/\(lead)-移送函.docx",
      ], in: bench.url)
    try #require(read.status == 0, "\(read.messages)")
    #expect(read.output.contains("供收函单位办理案件使用") && !read.output.contains("内部版"))
    #expect(read.output.contains("忻州市宏达采砂有限公司") && read.output.contains("家门前河道"))
    #expect(!read.output.contains("欧阳举报"))
  }

  @Test("nor does a party's own cell that says who reported")
  func reporterInParty() throws {
    let bench = try Workbench()
    try bench.write(
      """
      信访编号,受理日期,举报内容,被举报对象,县区,举报地点,环境要素,举报人
      XF20260801,2026-08-02,河道内倾倒垃圾,刘成（举报人李大山）,忻府区,南云中河河道,河道,李大山
      XF20260802,2026-08-03,河道内倾倒垃圾,李大山采砂有限公司,原平市,滹沱河河道,河道,李大山
      """, to: "Inputs/2026Q3/信访举报.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let leads = try bench.table("leads", of: "2026Q3")
    let names = Set(try leads.column("obligor_name"))
    #expect(names == ["刘成（举报人某某）", "李大山采砂有限公司"], "\(names)")
    let page = try bench.text("Reports/2026Q3/report.html")
    #expect(!page.contains("举报人李大山") && page.contains("刘成（举报人某某）"))
    for table in ["leads", "records", "matches", "review"] {
      let text = try bench.text("Reports/2026Q3/data/\(table).csv")
      #expect(!text.contains("举报人李大山"), "\(table)")
    }
  }
}
