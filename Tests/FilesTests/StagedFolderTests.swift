import Files
import Foundation
import Glibc
import Testing
import Vocabulary

extension FileTests {
  @Suite("Staged folders")
  struct StagedFolderTests {
    private let folder: TemporaryFolder
    private var target: String { folder.path("2026Q3") }

    init() throws { folder = try TemporaryFolder() }

    private func staged() throws -> StagedFolder {
      try StagedFolder(replacing: target, shown: "Reports/2026Q3")
    }

    @Test("appear whole when they are published and not before")
    func appears() throws {
      let staged = try staged()
      try staged.write(Array("甲".utf8), to: "report.html")
      try staged.write(Array("乙".utf8), to: "data/rejects/督察.csv")
      #expect(!RegularFile.exists(target))
      try staged.publish()
      #expect(
        try folder.names() == [
          "2026Q3", "2026Q3/data", "2026Q3/data/rejects", "2026Q3/data/rejects/督察.csv",
          "2026Q3/report.html",
        ])
      #expect(try folder.text(of: "2026Q3/data/rejects/督察.csv") == "乙")
      #expect(try folder.mode(of: "2026Q3") == 0o700)
      #expect(try folder.mode(of: "2026Q3/data/rejects") == 0o700)
      #expect(try folder.mode(of: "2026Q3/report.html") == 0o600)
    }

    @Test("replace the whole of what was there")
    func replaces() throws {
      try folder.createFolder("2026Q3/data")
      try folder.write("旧", to: "2026Q3/report.html")
      try folder.write("旧", to: "2026Q3/data/leads.csv")
      try folder.write("有人放在这里", to: "2026Q3/备注.txt")
      let staged = try staged()
      try staged.write(Array("新".utf8), to: "report.html")
      #expect(try folder.text(of: "2026Q3/report.html") == "旧")
      try staged.publish()
      #expect(try folder.names() == ["2026Q3", "2026Q3/report.html"])
      #expect(try folder.text(of: "2026Q3/report.html") == "新")
    }

    @Test("given up leave what was there as it was")
    func abandoned() throws {
      try folder.createFolder("2026Q3")
      try folder.write("旧", to: "2026Q3/report.html")
      do {
        let staged = try staged()
        try staged.write(Array("新".utf8), to: "report.html")
        try staged.write(Array("新".utf8), to: "data/leads.csv")
        #expect(RegularFile.exists(staged.staging))
      }
      #expect(try folder.names() == ["2026Q3", "2026Q3/report.html"])
      #expect(try folder.text(of: "2026Q3/report.html") == "旧")
    }

    @Test("sweep what a killed run left, and publish none of it")
    func sweeps() throws {
      try folder.write("别动", to: "other.txt")
      try folder.createFolder("elsewhere")
      try folder.write("别动", to: "elsewhere/kept")
      try folder.createFolder("2026Q3.part/a/b")
      try folder.write("一半", to: "2026Q3.part/a/b/half.csv")
      try folder.link("2026Q3.part/a/link", to: folder.path("elsewhere"))
      try folder.link("2026Q3.part/file", to: folder.path("other.txt"))
      // As unpacking an archive made under GBK leaves them.
      let name = folder.path("2026Q3.part/a/").utf8.map(CChar.init(bitPattern:)) + [-42, -48, 0]
      let descriptor = unsafe open(name, O_CREAT | O_WRONLY, 0o600)
      try #require(descriptor >= 0)
      close(descriptor)
      let staged = try staged()
      #expect(try RegularFile.names(in: staged.staging, shown: "x") == [])
      try staged.publish()
      #expect(try folder.names() == ["2026Q3", "elsewhere", "elsewhere/kept", "other.txt"])
    }

    @Test("take a file or a link in the staging place for litter")
    func strangeLitter() throws {
      try folder.createFolder("elsewhere")
      try folder.link("2026Q3.part", to: folder.path("elsewhere"))
      let staged = try staged()
      try staged.write([0x31], to: "x")
      try staged.publish()
      #expect(try folder.names() == ["2026Q3", "2026Q3/x", "elsewhere"])
    }

    @Test("bring back the old folder after a crash between two renames")
    func recovers() throws {
      try folder.createFolder("2026Q3.old")
      try folder.write("旧", to: "2026Q3.old/report.html")
      try folder.createFolder("2026Q3.part")
      try folder.write("新", to: "2026Q3.part/report.html")
      do {
        let staged = try staged()
        #expect(try folder.text(of: "2026Q3/report.html") == "旧")
        try staged.write([0x31], to: "x")
      }
      #expect(try folder.names() == ["2026Q3", "2026Q3/report.html"])
    }

    @Test("sweep the old folder after a crash behind two renames")
    func sweepsOld() throws {
      try folder.createFolder("2026Q3.old")
      try folder.write("旧", to: "2026Q3.old/report.html")
      try folder.createFolder("2026Q3")
      try folder.write("新", to: "2026Q3/report.html")
      do { _ = try staged() }
      #expect(try folder.names() == ["2026Q3", "2026Q3/report.html"])
      #expect(try folder.text(of: "2026Q3/report.html") == "新")
    }

    @Test("take the place of a link and leave alone what it led to")
    func linkedTarget() throws {
      try folder.createFolder("elsewhere")
      try folder.write("别动", to: "elsewhere/kept")
      try folder.link("2026Q3", to: folder.path("elsewhere"))
      let staged = try staged()
      try staged.write([0x31], to: "x")
      try staged.publish()
      #expect(try folder.names() == ["2026Q3", "2026Q3/x", "elsewhere", "elsewhere/kept"])
    }

    @Test("that were taken away fail to be published, and the old ones stay")
    func takenAway() throws {
      try folder.createFolder("2026Q3")
      try folder.write("旧", to: "2026Q3/report.html")
      let staged = try staged()
      StagedFolder.remove(staged.staging)
      let failure = #expect(throws: Failure.self) { try staged.publish() }
      #expect(failure?.problems.map(\.file) == ["Reports/2026Q3"])
      #expect(try folder.text(of: "2026Q3/report.html") == "旧")
    }

    @Test("that cannot be made name the place")
    func closed() async {
      await #expect(processExitsWith: .success) { try FileTests.StagedFolderTests().closedAlone() }
    }

    private func closedAlone() throws {
      try folder.createFolder("closed")
      try #require(unsafe chmod(folder.path("closed"), 0o555) == 0)
      defer { unsafe chmod(folder.path("closed"), 0o700) }
      try asOrdinaryUser {
        let failure = #expect(throws: Failure.self) {
          try StagedFolder(replacing: folder.path("closed/2026Q3"), shown: "Reports/2026Q3")
        }
        #expect(failure?.status == .cannotCreate)
        #expect(failure?.problems.map(\.file) == ["Reports/2026Q3"])
      }
    }

    @Test("are not made among litter that cannot be removed")
    func stubbornLitter() async {
      await #expect(processExitsWith: .success) {
        try FileTests.StagedFolderTests().stubbornLitterAlone()
      }
    }

    private func stubbornLitterAlone() throws {
      try folder.createFolder("closed/2026Q3.part")
      try folder.write("", to: "closed/2026Q3.part/stays")
      try #require(unsafe chmod(folder.path("closed/2026Q3.part"), 0o555) == 0)
      defer { unsafe chmod(folder.path("closed/2026Q3.part"), 0o700) }
      try #require(unsafe chmod(folder.path("closed"), 0o777) == 0)
      try asOrdinaryUser {
        let failure = #expect(throws: Failure.self) {
          try StagedFolder(replacing: folder.path("closed/2026Q3"), shown: "Reports/2026Q3")
        }
        #expect(failure?.status == .cannotCreate)
      }
    }

    @Test("and files are removed; what is not there, or only linked to, is not touched")
    func removal() throws {
      try folder.createFolder("a/b/c")
      try folder.write("", to: "a/b/c/file")
      try folder.write("", to: "file")
      try folder.createFolder("kept")
      try folder.write("", to: "kept/file")
      try folder.link("link", to: folder.path("kept"))
      for name in ["a", "file", "link", "none"] { StagedFolder.remove(folder.path(name)) }
      #expect(try folder.names() == ["kept", "kept/file"])
    }
  }
}
