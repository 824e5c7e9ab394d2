import Foundation
import Testing

/// Whoever reported, and the numbers of persons, stay in the ledger.
@Suite struct PrivacyTests {
  /// Everything below a quarter's reports as text, workbooks unpacked; not the rejected rows in
  /// their own form, which go back to whoever delivered them.
  private func published(_ bench: Workbench, _ quarter: String) throws -> [String: String] {
    var texts: [String: String] = [:]
    for name in try bench.digest("Reports/\(quarter)").names
    where !name.hasPrefix("data/rejects/") {
      texts[name] =
        name.hasSuffix(".xlsx")
        ? try unpacked("Reports/\(quarter)/\(name)", bench)
        : try bench.text("Reports/\(quarter)/\(name)")
    }
    return texts
  }

  private func unpacked(_ name: String, _ bench: Workbench) throws -> String {
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      for name in archive.namelist():
          sys.stdout.buffer.write(archive.read(name) + b"\\n")
      """
    let outcome = try NeededTool.python.run(["-c", script, name], in: bench.url)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return outcome.output
  }

  @Test(
    "no reporter, telephone or person's number of the sample is in a report",
    arguments: SampleScreeningTests.quarters)
  func sample(quarter: String) throws {
    let bench = try SampleRun.made.workbench
    var phones: Set<String> = []
    var names: Set<String> = []
    for drop in SampleScreeningTests.quarters {
      for file in try DeliveredFile.all(in: bench.path("Inputs/\(drop)")) {
        phones.formUnion(file.values(of: ["联系电话", "举报人电话"]))
        names.formUnion(file.values(of: ["举报人", "举报人姓名", "信访人"]))
        phones.formUnion(
          file.values(of: ["CF_XDR_ZJHM", "CF_FR_ZJHM", "法定代表人证件号码"]).filter {
            $0.utf8.count >= 15
          })
      }
    }
    try #require(phones.count > 100)
    try #require(names.count > 100)
    // A party or its representative may bear the name of somebody who reported.
    for drop in SampleScreeningTests.quarters {
      for file in try DeliveredFile.all(in: bench.path("Inputs/\(drop)")) {
        names.subtract(file.values(of: Self.publicNames))
      }
    }
    names.subtract(["匿名"])
    for (file, text) in try published(bench, quarter) {
      let words = Set(
        text.unicodeScalars.split { !(0x4E00...0x9FFF).contains($0.value) }.map(String.init))
      let found = phones.filter { text.contains($0) } + names.filter { words.contains($0) }
      #expect(found.isEmpty, "\(file): \(found)")
    }
  }

  /// Columns that name those whom the registers are about.
  private static let publicNames: Set<String> = [
    "当事人", "责任主体", "责任单位", "涉事单位", "被检查单位名称", "检查对象", "法定代表人", "负责人", "CF_XDR_MC",
    "CF_FRDB", "行政相对人名称", "被举报对象", "被举报单位", "是否属实", "办理状态",
  ]

  @Test("damaged rows do not give their reporters away")
  func damagedRows() throws {
    let bench = try Workbench()
    let header = "信访编号,受理日期,举报内容,被举报对象,县区,举报人,联系电话,办理状态"
    let rows = [
      // A day there is not, a field too many, too few, a stray quote, an unclosed one, no number.
      "XF1,2026-13-01,夜间排烟,甲厂,忻府区,欧阳举报甲,13912345671,待办理",
      "XF2,2026-08-02,夜间,排烟,甲厂,忻府区,欧阳举报乙,13912345672,待办理",
      "XF3,2026-08-02,甲厂,忻府区,欧阳举报丙,13912345673,待办理",
      "XF4,2026-08-02,夜间\"排烟,甲厂,忻府区,欧阳举报丁,13912345674,待办理",
      "XF5,2026-08-02,\"夜间\"排烟,甲厂,忻府区,欧阳举报戊,13912345675,待办理",
      ",2026-08-02,夜间排烟,甲厂,忻府区,欧阳举报己,0350-3912345,待办理",
      ",2026-08-02,夜间排烟,甲厂,忻府区,欧阳举报庚,139 1234 5677,待办理",
      ",2026-08-02,夜间排烟,甲厂,忻府区,欧阳举报辛 139-1234-5678,,待办理",
      "XF9,2026-08-02,夜间排烟,甲厂,忻府区,欧阳举报壬,13912345679,待办理",
    ]
    try bench.write(([header] + rows).joined(separator: "\n") + "\n", to: "Inputs/2026Q3/信访.csv")
    let outcome = try bench.run(Workbench.q3 + ["--max-rejects", "100%"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try bench.table("rejects", of: "2026Q3").rows.count >= 6)
    var texts = try published(bench, "2026Q3")
    texts["messages"] = outcome.everything
    for number in 1...rows.count {
      texts["explain \(number)"] = try bench.run(
        ["explain", "Inputs/2026Q3/信访.csv#\(number)"]).everything
    }
    for (file, text) in texts {
      for secret in ["欧阳举报", "391234567", "3912345", "1234 567", "1234-567"] {
        #expect(!text.contains(secret), "\(file) has \(secret)")
      }
    }
  }

  @Test("numbers typed into names and facts are masked where a lead or its obligor is explained")
  func explanations() throws {
    let bench = try Workbench()
    let phone = "13812345678"
    let party = ["当事人": "忻州砂石有限公司\(phone)", "证件号码": "140902199001011234", "案发地点": "忻府区\(phone)"]
    try bench.write(TransferDrop([1, 2], party).text(), to: "Inputs/2026Q2/移送.csv")
    #expect(try bench.run(Workbench.q2).status == 0)
    // A newer version of the first joins it; the party's other lead is the same obligor's.
    try bench.write(
      TransferDrop([1], party.merging(["基本案情": "联系\(phone)"]) { $1 }).text(),
      to: "Inputs/2026Q3/更正.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    var texts = try published(bench, "2026Q3")
    let leads = try bench.table("leads", of: "2026Q3").named
    let joined = try #require(leads.first { $0["records"] == "2" })
    let ofLead = try bench.run(["explain", joined["lead_id"] ?? ""])
    let ofObligor = try bench.run(["explain", joined["obligor_id"] ?? ""])
    #expect(ofLead.status == 0 && ofObligor.status == 0)
    #expect(ofLead.output.contains("为何归为一件"))
    #expect(ofObligor.output.contains("为何是同一义务人"))
    #expect(ofObligor.output.contains("忻州砂石有限公司138****5678"))
    texts["explain lead"] = ofLead.everything
    texts["explain obligor"] = ofObligor.everything
    for (file, text) in texts {
      for secret in [phone, "140902199001011234"] {
        #expect(!text.contains(secret), "\(file) has \(secret)")
      }
    }
  }
}
