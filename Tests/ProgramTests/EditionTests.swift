import Foundation
import Testing

/// `report --audience` and `package --audience`, as people use them.
@Suite("Editions for others") struct EditionTests {
  /// A complaint about an organisation; what its place says is told to other authorities.
  private func complaints(
    place: String, reporter: String = "匿名", phone: String = "13912345671", other: String = "欧阳建国"
  ) -> String {
    """
    信访编号,受理日期,举报内容,被举报对象,县区,举报地点,举报人,联系电话,办理状态
    XF1,2026-08-02,夜间排烟,忻州市宏达铸造有限公司,忻府区,\(place),\(reporter),\(phone),待办理
    XF2,2026-08-03,渗坑排污,王小明,忻府区,村东,\(other),,待办理

    """
  }

  private func screened(place: String = "工业园东区") throws -> Workbench {
    let bench = try Workbench()
    try bench.write(complaints(place: place), to: "Inputs/2026Q3/信访.csv")
    try bench.write(TransferDrop(count: 12).text(), to: "Inputs/2026Q3/移送.csv")
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return bench
  }

  @Test("each lies in a folder of its own, the same again, readable by its owner only")
  func written() throws {
    let bench = try screened()
    let own = try bench.digest("Reports/2026Q3")
    for (audience, count) in [("share", 14), ("public", 5)] {
      let outcome = try bench.run(["report", "2026Q3", "--audience", audience, "--json"])
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.output.contains("\"path\":\"report.html\""))
      let folder = "Reports/2026Q3-\(audience)"
      let digest = try bench.digest(folder)
      #expect(digest.names.count == count, "\(digest.names)")
      #expect(digest.names.contains("manifest.json"))
      #expect(try bench.run(["report", "2026Q3", "--audience", audience]).status == 0)
      #expect(try bench.digest(folder) == digest)
      for name in digest.names {
        let mode =
          try FileManager.default.attributesOfItem(atPath: bench.path("\(folder)/\(name)").path)[
            .posixPermissions] as? Int
        #expect(mode == 0o600, "\(name)")
      }
      #expect(try bench.text(folder + "/manifest.json").contains("\"audience\" : \"\(audience)\""))
    }
    #expect(try bench.digest("Reports/2026Q3") == own)
  }

  @Test("other authorities read organisations in full, persons by their surname, no source's words")
  func share() throws {
    let bench = try screened()
    #expect(try bench.run(["report", "2026Q3", "--audience", "share"]).status == 0)
    let own = try bench.table("leads", of: "2026Q3").named
    let shared = try bench.table("leads", of: "2026Q3-share").named
    #expect(own.map { $0["lead_id"] } == shared.map { $0["lead_id"] })
    #expect(own.map { $0["disposition"] } == shared.map { $0["disposition"] })
    #expect(shared.contains { $0["obligor_name"] == "忻州市宏达铸造有限公司" && $0["place"] == "工业园东区" })
    #expect(shared.contains { $0["obligor_name"] == "王某某" && $0["place"] == "" })
    #expect(own.contains { $0["obligor_name"] == "王小明" })
    for name in ["report.html", "data/records.csv", "manifest.json"] {
      let text = try bench.text("Reports/2026Q3-share/\(name)")
      for secret in ["王小明", "夜间排烟", "Inputs/2026Q3/", "欧阳建国", "13912345671"] {
        #expect(!text.contains(secret), "\(name) has \(secret)")
      }
    }
    #expect(try bench.text("Reports/2026Q3-share/data/records.csv").contains("文件1（信访举报）"))
  }

  @Test("everybody reads counts, small ones withheld")
  func everybody() throws {
    let bench = try screened()
    #expect(try bench.run(["report", "2026Q3", "--audience", "public"]).status == 0)
    let page = try bench.text("Reports/2026Q3-public/report.html")
    #expect(page.contains("公开版") && page.contains("&lt;3") && page.contains("—"))
    for secret in ["宏达", "王小明", "王某某", "XS140900", "href=\"#l", "<script", "工业园", "信访.csv"] {
      #expect(!page.contains(secret), "\(secret)")
    }
    #expect(!bench.exists("Reports/2026Q3-public/data"))
  }

  @Test("a lead's own reporter is masked in what its records say, in every edition")
  func masked() throws {
    let bench = try Workbench()
    let row = "XF1,2026-08-02,邸明田来电反映夜间排烟,忻州市宏达铸造有限公司,忻府区,义井镇邸明田家门口,邸明田,13912345671,待办理"
    let rejected = "XF3,2026-13-02,邸明田来电反映,忻州市宏达铸造有限公司,忻府区,邸明田宅旁,邸明田,13912345671,待办理"
    let header = "信访编号,受理日期,举报内容,被举报对象,县区,举报地点,举报人,联系电话,办理状态"
    try bench.write("\(header)\n\(row)\n\(rejected)\n", to: "Inputs/2026Q3/信访.csv")
    try bench.write(TransferDrop(count: 12).text(), to: "Inputs/2026Q3/移送.csv")
    let run = try bench.run(Workbench.q3)
    #expect(run.status == 0, "\(run.messages)")
    for audience in ["share", "public"] {
      let outcome = try bench.run(["report", "2026Q3", "--audience", audience])
      #expect(outcome.status == 0, "\(outcome.messages)")
    }
    for folder in ["2026Q3", "2026Q3-share"] {
      let leads = try bench.table("leads", of: folder).named
      #expect(leads.contains { $0["place"] == "义井镇某某家门口" }, "\(folder)")
    }
    #expect(try bench.text("Reports/2026Q3/report.html").contains("某某来电反映夜间排烟"))
    #expect(try bench.run(["package", "2026Q3"]).status == 0)
    var texts = ["messages": run.everything]
    for folder in ["Reports/2026Q3", "Reports/2026Q3-share", "Reports/2026Q3-public"] {
      for name in try bench.digest(folder).names where !name.hasPrefix("data/rejects/") {
        texts["\(folder)/\(name)"] =
          name.hasSuffix("x")
          ? try unpacked("\(folder)/\(name)", bench) : try bench.text("\(folder)/\(name)")
      }
    }
    let lead = try #require(
      try bench.table("leads", of: "2026Q3").named.first { $0["place"] == "义井镇某某家门口" })
    for id in [lead["lead_id"] ?? "", "Inputs/2026Q3/信访.csv#1", "Inputs/2026Q3/信访.csv#2"] {
      let explained = try bench.run(["explain", id])
      #expect(explained.status == 0, "\(id): \(explained.messages)")
      texts["explain \(id)"] = explained.everything
    }
    for (name, text) in texts { #expect(!text.contains("邸明田"), "\(name)") }
    // The rejected rows alone are as they came, for their owner only.
    let rejects = "Reports/2026Q3/data/rejects/信访.csv"
    #expect(try bench.text(rejects) == "\(header)\n\(rejected)\n")
    let mode =
      try FileManager.default.attributesOfItem(atPath: bench.path(rejects).path)[.posixPermissions]
      as? Int
    #expect(mode == 0o600)
    for name in try bench.digest("Reports/packages").names {
      let text = name.hasSuffix(".zip") ? try unpacked("Reports/packages/\(name)", bench) : ""
      #expect(!text.contains("邸明田") && !text.contains("data/rejects"), "\(name)")
    }
  }

  /// The names and the bytes of an archive's parts as text.
  private func unpacked(_ name: String, _ bench: Workbench) throws -> String {
    let script = """
      import io, sys, zipfile
      def tell(source):
          archive = zipfile.ZipFile(source)
          for name in archive.namelist():
              part = archive.read(name)
              print(name)
              if part[:4] == b"PK\\3\\4":
                  tell(io.BytesIO(part))
              else:
                  print(part.decode("utf-8", "replace"))
      sys.stdout.reconfigure(encoding="utf-8")
      tell(sys.argv[1])
      """
    let outcome = try NeededTool.python.run(["-c", script, name], in: bench.url)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return outcome.output
  }

  @Test("a reporter, a telephone or an identity number in a finished file stops the run")
  func refused() throws {
    let bench = try screened()
    #expect(try bench.run(["report", "2026Q3", "--audience", "share"]).status == 0)
    let before = try bench.digest("Reports/2026Q3-share")
    // The place of an organisation is told; here somebody typed another lead's reporter into it.
    try bench.write(complaints(place: "义井镇欧阳建国家门口", other: "欧阳建国"), to: "Inputs/2026Q3/信访.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let refused = try bench.run(["report", "2026Q3", "--audience", "share"])
    #expect(refused.status == 78, "\(refused.messages)")
    #expect(refused.messages.contains("E530"))
    #expect(refused.messages.contains("Reports/2026Q3-share/data/leads.csv"))
    #expect(refused.messages.contains("xl/worksheets/sheet3.xml"))
    #expect(refused.messages.contains("举报人姓名"))
    #expect(!refused.everything.contains("欧阳"))
    #expect(try bench.digest("Reports/2026Q3-share") == before)
    #expect(!bench.exists("Reports/2026Q3-share.part"))
    let package = try bench.run(["package", "2026Q3", "--audience", "share"])
    #expect(package.status == 78 && package.messages.contains("leads.csv"), "\(package.messages)")
    #expect(!bench.exists("Reports/packages-share"))
    // The house may read it, and everybody reads no places.
    #expect(try bench.run(["report", "2026Q3"]).status == 0)
    #expect(try bench.run(["report", "2026Q3", "--audience", "public"]).status == 0)
  }

  @Test("a telephone in the configuration stops the public edition")
  func organisation() throws {
    let bench = try Workbench(
      configuration: "jurisdiction: \"140900\"\norganisation: 忻州市生态环境局 13812345678\n")
    try bench.write(TransferDrop(count: 3).text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let refused = try bench.run(
      ["report", "2026Q3", "--audience", "public", "--json", "--lang", "en"])
    #expect(refused.status == 78)
    #expect(refused.output.contains("\"code\":\"E530\""))
    #expect(!refused.everything.contains("13812345678"))
    #expect(!bench.exists("Reports/2026Q3-public"))
  }

  @Test("dry, every file is made and scanned and none is left")
  func dryRun() throws {
    let bench = try screened()
    let before = try bench.digest("Reports")
    for audience in ["internal", "share", "public"] {
      let outcome = try bench.run(["report", "2026Q3", "--audience", audience, "--dry-run"])
      #expect(outcome.status == 0 && outcome.messages.contains("可写"), "\(outcome.messages)")
    }
    #expect(try bench.digest("Reports") == before)
  }

  @Test("a package for other authorities is valid, has its own shelf and that edition's names")
  func package() throws {
    let bench = try screened()
    #expect(try bench.run(["package", "2026Q3"]).status == 0)
    let own = try bench.digest("Reports/packages")
    let made = try bench.run(["package", "2026Q3", "--audience", "share", "--json"])
    #expect(made.status == 0, "\(made.messages)")
    let folder = "Reports/packages-share/XZ-140900-2026Q3-r1"
    #expect(try bench.run(["package", "--verify", folder + ".zip"]).status == 0)
    let leads = try bench.text(folder + "/data/tables/leads.csv")
    #expect(leads.contains("王某某") && !leads.contains("王小明"))
    #expect(try bench.text(folder + "/data/datapackage.json").contains("share"))
    #expect(try bench.digest("Reports/packages") == own)
    let again = try bench.run(["package", "2026Q3", "--audience", "share"])
    #expect(again.status == 0 && again.messages.contains("内容未变"))
    let open = try bench.run(["package", "2026Q3", "--audience", "public"])
    #expect(open.status == 64, "\(open.messages)")
  }

  @Test("letters are the house's own, and audiences are named")
  func usage() throws {
    let bench = try screened()
    let letters = ["report", "2026Q3", "--letters", "XS140900-2026Q3-00001"]
    #expect(try bench.run(letters + ["--audience", "share"]).status == 64)
    #expect(try bench.run(["report", "2026Q3", "--audience", "everybody"]).status == 64)
    let help = try bench.run(["report", "--help"])
    #expect(help.output.contains("--audience") && help.output.contains("--dry-run"))
  }
}
