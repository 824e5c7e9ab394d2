import Foundation
import Testing

/// `report --pdf`: the page printed by a browser, or a clear word.
@Suite("Printed reports") struct PrintedReportTests {
  private static let pdf = "Reports/2026Q3.pdf"
  private static let command = ["report", "2026Q3", "--pdf"]

  /// A workspace, and a browser that is a script of ours.
  private func bench(browser body: String) throws -> (Workbench, [String: String?]) {
    let bench = try SmallRun.copy()
    try bench.write("#!/bin/sh\n\(body)\n", to: "bin/chromium")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: bench.path("bin/chromium").path)
    return (bench, ["PATH": bench.path("bin").path + ":/usr/bin:/bin"])
  }

  /// Whether a process is there, its number written by the script; one that nobody waited for is not.
  private func isRunning(_ name: String, in bench: Workbench) throws -> Bool {
    let number = try bench.text(name).trimmingCharacters(in: .whitespacesAndNewlines)
    let status = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
    return status.map { !$0.contains(") Z ") } ?? false
  }

  private func litter(_ bench: Workbench) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: bench.path("Reports").path)
      .filter { !["2026Q3", "2026Q3.pdf"].contains($0) }
  }

  @Test("are whole, their owner's alone, of the as-of day, and the same bytes again")
  func printed() throws {
    let bench = try SmallRun.copy()
    let outcome = try bench.run(Self.command + ["--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let bytes = try Data(contentsOf: bench.path(Self.pdf))
    #expect(bytes.starts(with: Data("%PDF-".utf8)) && bytes.count > 20_000)
    #expect(bytes.range(of: Data("/CreationDate (D:20261015000000".utf8)) != nil)
    #expect(bytes.range(of: Data("/ModDate (D:20261015000000".utf8)) != nil)
    #expect(try FileManager.default.mode(of: bench.path(Self.pdf)) == 0o600)
    let stated = try JSONValue(outcome.output)["pdf"]
    #expect(stated?["path"]?.text == Self.pdf)
    #expect(stated?["sha256"]?.text == (try FolderDigest.of(bench.path(Self.pdf))))
    #expect(try !bench.text("Reports/2026Q3/manifest.json").contains(".pdf"))
    #expect(try bench.run(Self.command).status == 0)
    #expect(try Data(contentsOf: bench.path(Self.pdf)) == bytes)
    #expect(try litter(bench) == [])
    #expect(
      try bench.digest("Reports/2026Q3").differences(from: try SmallRun.made.reports) == [])
  }

  @Test("are made of the edition that is asked for")
  func edition() throws {
    let bench = try SmallRun.copy()
    let outcome = try bench.run(
      ["report", "2026Q3", "--audience", "public", "--pdf", "--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try JSONValue(outcome.output)["pdf"]?["path"]?.text == "Reports/2026Q3-public.pdf")
    #expect(!bench.exists(Self.pdf))
    let read = try NeededTool.pdftotext.run(["Reports/2026Q3-public.pdf", "-"], in: bench.url)
    #expect(read.status == 0 && read.output.contains("公开版"), "\(read.messages)")
    #expect(!read.output.contains("内部版"))
  }

  @Test("without a browser are left out with a word, and that is no error")
  func missing() throws {
    let bench = try SmallRun.copy()
    let outcome = try bench.run(Self.command + ["--json"], environment: ["PATH": ""])
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("E525 \(Self.pdf) 本机没有 Chromium"), "\(outcome.messages)")
    #expect(outcome.output.contains("\"pdf\":null"))
    #expect(try !bench.run(["report", "2026Q3", "--json"]).output.contains("\"pdf\""))
    #expect(!bench.exists(Self.pdf))
  }

  @Test(
    "a browser that fails is 74 with the reason; what was printed before stays",
    arguments: [
      ("echo 坏了 /etc/x >&2; exit 3", "chromium 返回 3：坏了 …"),
      ("exit 0", "chromium 没有写出 PDF"),
      (
        "for a; do case $a in --print-to-pdf=*) echo '<html>' > \"${a#*=}\";; esac; done",
        "没有写出 PDF"
      ),
      (
        "for a; do case $a in --print-to-pdf=*) ln -s /etc/passwd \"${a#*=}\";; esac; done",
        "没有写出 PDF"
      ),
      ("kill -11 $$", "被信号 11 中止"),
      ("while :; do echo 乱说; done >&2 & sleep 1; exit 4", "chromium 返回 4：乱说"),
    ])
  func failing(body: String, reason: String) throws {
    let (bench, environment) = try bench(browser: body)
    try bench.write("上次打印的", to: Self.pdf)
    let outcome = try bench.run(Self.command + ["--pdf-seconds", "20"], environment: environment)
    #expect(outcome.status == 74)
    #expect(
      outcome.messages.contains("E526 \(Self.pdf) PDF 没有打印成：")
        && outcome.messages.contains(reason), "\(outcome.messages)")
    #expect(try bench.text(Self.pdf) == "上次打印的")
    #expect(try litter(bench) == [])
  }

  @Test("a browser that hangs is ended with its children when its time is over")
  func hanging() throws {
    let (bench, environment) = try bench(
      browser: "sleep 600 & echo $! > '{child}'; echo $$ > '{self}'; wait")
    for name in ["child", "self"] {
      let script = try bench.text("bin/chromium")
      try bench.write(
        script.replacing("{\(name)}", with: bench.path(name).path), to: "bin/chromium")
    }
    let outcome = try bench.run(Self.command + ["--pdf-seconds", "1"], environment: environment)
    #expect(outcome.status == 74 && outcome.messages.contains("超过时限"), "\(outcome.messages)")
    #expect(try !isRunning("child", in: bench))
    #expect(try !isRunning("self", in: bench))
    try bench.remove("child")
    // An interrupt ends all of it too.
    let process = try LeadscreenProgram.start(
      Self.command, in: bench.url, environment: environment)
    while try !bench.exists("child") || bench.text("child").isEmpty { usleep(5_000) }
    process.send(signal: SIGINT)
    #expect(try process.outcome().status == 130)
    #expect(try !isRunning("child", in: bench))
    #expect(try !isRunning("self", in: bench))
  }

  @Test("a browser sees a copy of the page, a private folder and nothing of our environment")
  func surroundings() throws {
    var (bench, environment) = try bench(
      browser: """
        { env; ls -ld "$HOME" "$HOME/report.html"; for a; do echo "$a"; done; } > '{seen}'; exit 1
        """)
    let seen = bench.path("seen").path
    try bench.write(
      try bench.text("bin/chromium").replacing("{seen}", with: seen), to: "bin/chromium")
    environment["SECRET"] = "x"
    #expect(try bench.run(Self.command, environment: environment).status == 74)
    let text = try bench.text("seen")
    #expect(!text.contains("SECRET"))
    #expect(text.contains("drwx------") && text.contains("-rw-------"))
    #expect(text.contains("--host-resolver-rules=MAP * ~NOTFOUND"))
    #expect(text.contains("file://") && text.contains("/2026Q3.pdf.printing.part/report.html"))
    #expect(text.contains("--no-sandbox") == (geteuid() == 0))
  }

  @Test("a time that is none is a wrong use", arguments: ["0", "-1", "x"])
  func wrongTime(seconds: String) throws {
    #expect(try SmallRun.copy().run(Self.command + ["--pdf-seconds=\(seconds)"]).status == 64)
  }
}
