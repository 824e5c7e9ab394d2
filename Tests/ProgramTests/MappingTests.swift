import Foundation
import Testing

/// Somebody's own form, filled by a mapping.
@Suite("Forms filled by a mapping") struct MappingTests {
  private static let folder = "Reports/packages"

  /// A workspace of three transfers, one of a hostile party, and a mapping.
  private func bench(_ mapping: String) throws -> Workbench {
    let bench = try Workbench()
    var drop = TransferDrop(count: 3)
    drop.rows[1][5] = "＝HYPERLINK(1)砂石有限公司"
    drop.rows[2][5] = "=1+1砂石有限公司"
    drop.rows[2][13] = ""
    try bench.write(drop.text(), to: "Inputs/2026Q3/移送.csv")
    try bench.write(mapping, to: "form.yaml")
    #expect(try bench.run(Workbench.q3).status == 0)
    return bench
  }

  private static let fill = ["package", "2026Q3", "--mapping", "form.yaml"]

  private static let plain = """
    mapping: 省表_1
    output: {output}
    columns:
      - {title: 编号, from: lead_id, required: true}
      - {title: 当事人, from: obligor_name}
      - {title: 发现日期, from: discovery_date, format: chinese_day}
      - {title: 记录数, from: records}
      - {title: 经办人}

    """

  @Test("CSV: no cell is a formula, the full-width ones neither; unknown columns stay empty")
  func csv() throws {
    let bench = try bench(Self.plain.replacing("{output}", with: "csv"))
    let outcome = try bench.run(Self.fill + ["--json"])
    #expect(outcome.status == 0, "\(outcome.everything)")
    let path = "\(Self.folder)/form-140900-2026Q3-省表_1.csv"
    let lead = try bench.table("leads", of: "2026Q3").column("lead_id")
    let text = try bench.text(path)
    #expect(
      text
        == """
        \u{FEFF}"编号","当事人","发现日期","记录数","经办人"
        "\(lead[0])","忻州第1号砂石有限公司","2026年9月2日","1",""
        "\(lead[1])","'＝HYPERLINK(1)砂石有限公司","2026年9月3日","1",""
        "\(lead[2])","'=1+1砂石有限公司","2026年9月4日","1",""

        """.replacing("\n", with: "\r\n"))
    let answer = try JSONValue(outcome.output)
    #expect(answer["form"]?["path"]?.text == path)
    #expect(answer["form"]?["sha256"]?.text == (try FolderDigest.of(bench.path(path))))
    #expect(answer["columns_without_source"]?.elements?.map(\.text) == ["经办人"])
    #expect(answer["missing"]?.elements?.isEmpty == true)
    #expect(outcome.messages.contains("没有来源、留空的列：经办人"), "\(outcome.messages)")
    #expect(try FileManager.default.mode(of: bench.path(path)) == 0o600)
    // Only the form is written, no package.
    #expect(try bench.digest(Self.folder).names == ["form-140900-2026Q3-省表_1.csv"])
  }

  @Test("XLSX: texts are texts and start no formula, numbers numbers; the same bytes again")
  func xlsx() throws {
    let bench = try bench(Self.plain.replacing("output: {output}\n", with: ""))
    #expect(try bench.run(Self.fill).status == 0)
    let path = "\(Self.folder)/form-140900-2026Q3-省表_1.xlsx"
    let first = try FolderDigest.of(bench.path(path))
    let read = try NeededTool.python.run(
      [
        "-c",
        """
        import sys, zipfile, re
        z = zipfile.ZipFile(sys.argv[1])
        x = z.read('xl/worksheets/sheet1.xml').decode()
        print('<f>' in x, *re.findall(r'<t[^>]*>([^<]*)</t>', x), sep='|')
        print(*re.findall(r'<c r="(D\\d)"[^>]*><v>([^<]*)</v>', x))
        """, path,
      ], in: bench.url)
    let lead = try bench.table("leads", of: "2026Q3").column("lead_id")
    #expect(
      read.output
        == """
        False|编号|当事人|发现日期|记录数|经办人|\(lead[0])|忻州第1号砂石有限公司|2026年9月2日|\
        \(lead[1])|'＝HYPERLINK(1)砂石有限公司|2026年9月3日|\(lead[2])|'=1+1砂石有限公司|2026年9月4日
        ('D2', '1') ('D3', '1') ('D4', '1')

        """, "\(read.everything)")
    let again = try bench.run(Self.fill)
    #expect(again.status == 0 && !again.messages.contains("E524"))
    #expect(try FolderDigest.of(bench.path(path)) == first)
  }

  @Test("what is missing is listed by lead, and a form with gaps is written only as a draft")
  func missing() throws {
    let bench = try bench(
      """
      mapping: m
      output: csv
      columns:
        - {title: 编号, from: lead_id, required: true}
        - {title: 审批文号, required: true}
        - {title: 金额, from: amount_determined, format: ten_thousand_yuan, required: true}
        - {title: 处置, from: disposition, codes: {initiate: QD}}
        - {title: 当事人, from: obligor_name, max_length: 11}
        - {title: 地点, from: place, format: chinese_day}
      """)
    let leads = try bench.table("leads", of: "2026Q3")
    let outcome = try bench.run(Self.fill + ["--json"])
    #expect(outcome.status == 65)
    let missing = try #require(try JSONValue(outcome.output)["missing"]?.elements)
    let found = missing.map { item in
      [item["lead_id"]?.text ?? "", item["column"]?.text ?? "", item["reason"]?.text ?? ""]
    }
    var expected = [["", "审批文号", "no_source"]]
    for (place, lead) in try leads.column("lead_id").enumerated() {
      if try leads.column("amount_determined")[place].isEmpty {
        expected.append([lead, "金额", "missing"])
      }
      if try leads.column("disposition")[place] != "initiate" {
        expected.append([lead, "处置", "no_code"])
      }
      if try leads.column("obligor_name")[place].count > 11 {
        expected.append([lead, "当事人", "too_long"])
      }
      expected.append([lead, "地点", "wrong_format"])
    }
    #expect(found == expected)
    #expect(Set(found.map { $0[2] }).count >= 4, "\(found)")
    #expect(try bench.digest(Self.folder).names == ["form-140900-2026Q3-m-missing.csv"])
    let list = try bench.text("\(Self.folder)/form-140900-2026Q3-m-missing.csv")
    #expect(list.split(separator: "\r\n").count == expected.count + 1)
    #expect(list.contains("\"\",\"审批文号\",\"没有对应的来源列\",\"\""))
    let draft = try bench.run(Self.fill + ["--draft"])
    #expect(draft.status == 0 && draft.messages.contains("E906"), "\(draft.messages)")
    #expect(bench.exists("\(Self.folder)/form-140900-2026Q3-m-draft.csv"))
    #expect(!bench.exists("\(Self.folder)/form-140900-2026Q3-m.csv"))
  }

  @Test("a form that people went on filling is kept aside")
  func edited() throws {
    let bench = try bench(Self.plain.replacing("{output}", with: "csv"))
    #expect(try bench.run(Self.fill).status == 0)
    let path = "\(Self.folder)/form-140900-2026Q3-省表_1.csv"
    let written = try bench.text(path)
    try bench.write(written.replacing("\"\"\r\n", with: "\"张三\"\r\n"), to: path)
    let outcome = try bench.run(Self.fill)
    #expect(outcome.status == 0 && outcome.messages.contains("E524 \(path)"), "\(outcome.messages)")
    #expect(try bench.text(path) == written)
    let kept = try bench.digest("\(Self.folder)/kept").names
    #expect(kept.count == 1)
    #expect(try bench.text("\(Self.folder)/kept/\(try #require(kept.first))").contains("张三"))
    // Packages beside forms are found as before.
    #expect(try bench.run(["package", "2026Q3"]).status == 0)
  }

  @Test("dry, it writes nothing")
  func dryRun() throws {
    let bench = try bench(Self.plain.replacing("{output}", with: "csv"))
    #expect(try bench.run(Self.fill + ["--dry-run"]).status == 0)
    #expect(!bench.exists(Self.folder))
  }

  @Test(
    "badly written ones are refused with file and line, and nothing is written",
    arguments: [
      ("mapping: ../x\ncolumns: []\n", "E905 form.yaml:1"),
      ("mapping: a/b\ncolumns: []\n", "E905 form.yaml:1"),
      ("mapping: m\noutput: pdf\ncolumns: []\n", "E905 form.yaml:2"),
      ("mapping: m\ncolumns:\n  - {title: 一, from: lead_id, form: x}\n", "E905 form.yaml:3"),
      ("mapping: m\ncolumns: &a [*a]\n", "E905 form.yaml:2"),
      ("mapping: m\ncolumns: [{title: 一", "E905 form.yaml"),
      ("", "E905 form.yaml"),
    ])
  func refused(mapping: String, message: String) throws {
    let bench = try bench(mapping)
    let outcome = try bench.run(Self.fill)
    #expect(outcome.status == 78 && outcome.messages.contains(message), "\(outcome.messages)")
    #expect(!bench.exists(Self.folder))
  }

  @Test("a mapping that is not there is 66; options that do not belong together are 64")
  func wrongUse() throws {
    let bench = try bench("x")
    #expect(try bench.run(["package", "2026Q3", "--mapping", "none.yaml"]).status == 66)
    #expect(try bench.run(Self.fill + ["--zero", "没有"]).status == 64)
    #expect(try bench.run(["package", "2026Q3", "--draft"]).status == 64)
    #expect(try bench.run(["package", "2025Q1", "--mapping", "form.yaml"]).status == 78)
  }

  @Test("the example of the documentation fills a form from the sample")
  func example() throws {
    let bench = try SampleRun.copy()
    let example = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/mappings/example.yaml")
    try bench.write(Data(contentsOf: example), to: "form.yaml")
    let outcome = try bench.run(Self.fill)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(bench.exists("\(Self.folder)/form-140900-2026Q3-example.xlsx"))
  }
}
