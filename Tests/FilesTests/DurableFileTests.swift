import Files
import Foundation
import Glibc
import Testing
import Vocabulary

extension FileTests {
  @Suite("Durable files")
  struct DurableFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// How writing fails; `nil` if it does not.
    private func failure(_ bytes: [UInt8] = [0x31], to name: String) -> Failure? {
      do throws(Failure) {
        try DurableFile.write(bytes, to: folder.path(name), shown: "Reports/\(name)")
        return nil
      } catch {
        return error
      }
    }

    @Test(
      "are their owner's only under any umask",
      arguments: [0, 0o022, 0o027, 0o077, 0o277, 0o777] as [mode_t])
    func mode(mask: mode_t) async {
      await #expect(processExitsWith: .success) { [mask = mask as mode_t] in
        try FileTests.DurableFileTests().modeAlone(mask)
      }
    }

    private func modeAlone(_ mask: mode_t) throws {
      umask(mask)
      #expect(failure(to: "x") == nil)
      try DurableFile.createFolder(folder.path("a/b"), shown: "a/b")
      #expect(try folder.mode(of: "x") == 0o600)
      #expect(try folder.mode(of: "a") == 0o700)
      #expect(try folder.mode(of: "a/b") == 0o700)
    }

    @Test(
      "hold what was written, in place of what was there", arguments: [0, 1, 65_536, 3_000_001])
    func replaces(size: Int) throws {
      try folder.write("旧的内容", to: "x")
      try #require(unsafe chmod(folder.path("x"), 0o666) == 0)
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 131) }
      #expect(failure(bytes, to: "x") == nil)
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("x"))) == Data(bytes))
      #expect(try folder.mode(of: "x") == 0o600)
      #expect(try folder.names() == ["x"])
    }

    @Test("take the place of a link and leave alone what it led to")
    func links() throws {
      try folder.write("别动", to: "other")
      try folder.link("x", to: folder.path("other"))
      try folder.link("x.part", to: folder.path("other"))
      #expect(failure(to: "x") == nil)
      #expect(try folder.text(of: "other") == "别动")
      #expect(try folder.text(of: "x") == "1")
      #expect(try folder.names() == ["other", "x"])
    }

    @Test("do not mind what a killed run left under the temporary name")
    func litter() throws {
      try folder.write("一半", to: "x.part")
      try #require(unsafe chmod(folder.path("x.part"), 0o644) == 0)
      #expect(failure(to: "x") == nil)
      #expect(try folder.mode(of: "x") == 0o600)
      // Opening a pipe to write would wait for a reader for ever.
      try #require(unsafe mkfifo(folder.path("y.part"), 0o600) == 0)
      #expect(failure(to: "y") == nil)
      #expect(try folder.text(of: "y") == "1")
      #expect(try folder.names() == ["x", "y"])
    }

    @Test("that cannot take their place leave nothing behind and name the place")
    func occupied() throws {
      try folder.createFolder("x/inner")
      let found = try #require(failure(to: "x"))
      #expect(found.status == .cannotCreate)
      #expect(found.problems.map(\.code) == [.cannotCreate])
      #expect(found.problems.map(\.file) == ["Reports/x"])
      #expect(found.problems.first?.detail?.en == "it is a folder")
      #expect(try folder.names() == ["x", "x/inner"])
    }

    @Test("that break off halfway leave the old file and nothing else")
    func halfway() async {
      await #expect(processExitsWith: .success) { try FileTests.DurableFileTests().halfwayAlone() }
    }

    private func halfwayAlone() throws {
      try folder.write("旧的内容", to: "x")
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit()
      try #require(unsafe getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      var small = limit
      small.rlim_cur = 8 << 20
      try #require(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &small) == 0)
      let found = failure([UInt8](repeating: 0x2E, count: (8 << 20) + 1), to: "x")
      unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #expect(found?.status == .inputOutput)
      #expect(found?.problems.map(\.file) == ["Reports/x"])
      #expect(found?.problems.first?.detail?.en == "the file size is limited")
      #expect(try folder.text(of: "x") == "旧的内容")
      #expect(try folder.names() == ["x"])
    }

    @Test("in a folder that may not be written say so by name")
    func readOnly() async {
      await #expect(processExitsWith: .success) { try FileTests.DurableFileTests().readOnlyAlone() }
    }

    private func readOnlyAlone() throws {
      try folder.createFolder("closed")
      try #require(unsafe chmod(folder.path("closed"), 0o555) == 0)
      defer { unsafe chmod(folder.path("closed"), 0o700) }
      try asOrdinaryUser {
        let file = try #require(failure(to: "closed/x"))
        #expect(file.status == .cannotCreate)
        #expect(file.problems.map(\.file) == ["Reports/closed/x"])
        #expect(file.problems.first?.detail?.zh == "没有权限")
        let below = #expect(throws: Failure.self) {
          try DurableFile.createFolder(folder.path("closed/a/b"), shown: "Reports/closed/a/b")
        }
        #expect(below?.problems.map(\.file) == ["Reports/closed/a/b"])
        #expect(below?.problems.first?.detail?.zh == "没有权限")
      }
      #expect(try folder.names() == ["closed"])
    }

    @Test("in a folder that is not there say so by name")
    func noFolder() throws {
      let found = try #require(failure(to: "none/x"))
      #expect(found.status == .cannotCreate)
      #expect(found.problems.map(\.file) == ["Reports/none/x"])
      #expect(found.problems.first?.detail?.en == "no such file")
    }

    @Test("lie in folders that are made once and then left as they are")
    func folders() throws {
      try folder.createFolder("open")
      try #require(unsafe chmod(folder.path("open"), 0o755) == 0)
      try folder.link("link", to: folder.path("open"))
      for path in ["open", "open/a/b/c", "open/a/b/c/", "link", "link/d"] {
        try DurableFile.createFolder(folder.path(path), shown: path)
      }
      #expect(try folder.mode(of: "open") == 0o755)
      #expect(
        try folder.names() == ["link", "open", "open/a", "open/a/b", "open/a/b/c", "open/d"])
    }

    @Test("do not take a file for a folder", arguments: ["x", "x/a", "x/a/b"])
    func fileInTheWay(path: String) throws {
      try folder.write("别动", to: "x")
      let found = #expect(throws: Failure.self) {
        try DurableFile.createFolder(folder.path(path), shown: path)
      }
      #expect(found?.status == .cannotCreate)
      #expect(found?.problems.map(\.file) == [path])
      #expect(found?.problems.first?.detail?.en == "a part of the path is not a folder")
      #expect(try folder.text(of: "x") == "别动")
    }

    @Test(
      "have a folder by their path",
      arguments: [
        ("a", "."), ("a/b", "a"), ("a/b/c", "a/b"), ("/a", "/"), ("/", "/"), ("/a/b", "/a"),
        ("", "."), ("a/", "a"), ("忻州/报表", "忻州"), ("a/\u{301}b", "a"),
      ])
    func folderOf(path: String, folder: String) {
      #expect(DurableFile.folder(of: path) == folder)
    }
  }
}
