import Files
import Foundation
import Glibc
import Testing
import Vocabulary

extension FileTests {
  @Suite("Regular files")
  struct RegularFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// How reading is refused; `nil` if it is not.
    private func refusal(_ path: String, limit: Int = 1000) -> Failure? {
      do throws(Failure) {
        _ = try RegularFile.read(path, shown: "Inputs/x.csv", limit: limit)
        return nil
      } catch {
        return error
      }
    }

    @Test("are read whole", arguments: [0, 1, 4095, 4096, 100_000])
    func reads(size: Int) throws {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path("x")))
      #expect(try RegularFile.read(folder.path("x"), shown: "x", limit: size) == bytes)
    }

    @Test(
      "have permissions, which links and absent files have not", arguments: [0o600, 0o644, 0o400])
    func permissions(mode: Int) throws {
      try folder.write("甲", to: "file")
      try folder.link("link", to: folder.path("file"))
      try #require(unsafe chmod(folder.path("file"), mode_t(mode)) == 0)
      #expect(try RegularFile.permissions(of: folder.path("file"), shown: "x") == mode)
      for name in ["link", "none"] {
        #expect(throws: Failure.self) {
          try RegularFile.permissions(of: folder.path(name), shown: "x")
        }
      }
    }

    @Test("are told from links, folders, pipes and devices without waiting for them")
    func kinds() throws {
      try folder.write("甲", to: "file")
      try folder.link("link", to: folder.path("file"))
      try folder.link("dangling", to: folder.path("none"))
      try folder.link("loop", to: folder.path("loop"))
      try folder.createFolder("folder")
      try #require(unsafe mkfifo(folder.path("pipe"), 0o600) == 0)
      let refused = [
        ("link", "it is a symbolic link"), ("dangling", "it is a symbolic link"),
        ("loop", "it is a symbolic link"), ("folder", "it is a folder"),
        ("pipe", "it is a device or a pipe"),
      ].map { (folder.path($0.0), $0.1) }
      let devices = ["/dev/zero", "/dev/null", "/dev/full"].map { ($0, "it is a device or a pipe") }
      for (path, reason) in refused + devices {
        let failure = try #require(refusal(path))
        #expect(failure.status == .unusableInput)
        #expect(failure.problems.map(\.code) == [.notRegularFile])
        #expect(failure.problems.map(\.file) == ["Inputs/x.csv"])
        #expect(failure.problems.first?.detail?.en == reason)
      }
    }

    @Test("above the limit are refused by their size, before a byte is read")
    func limit() throws {
      try folder.write("0123456789", to: "ten")
      #expect(refusal(folder.path("ten"), limit: 10) == nil)
      let over = try #require(refusal(folder.path("ten"), limit: 9))
      #expect(over.problems.map(\.code) == [.fileTooLarge])
      // A terabyte that takes no room: reading it would not end.
      try folder.write("", to: "sparse")
      try #require(unsafe truncate(folder.path("sparse"), 1 << 40) == 0)
      let sparse = try #require(refusal(folder.path("sparse"), limit: 1 << 30))
      #expect(sparse.problems.map(\.code) == [.fileTooLarge])
      #expect(sparse.problems.first?.detail?.en.contains("1099511627776 bytes") == true)
    }

    @Test("that are not there are a missing input")
    func missing() throws {
      let failure = try #require(refusal(folder.path("none")))
      #expect(failure.status == .missingInput)
      #expect(failure.problems.map(\.code) == [.unreadableFile])
      #expect(failure.problems.map(\.file) == ["Inputs/x.csv"])
      try folder.write("", to: "file")
      let below = try #require(refusal(folder.path("file/x")))
      #expect(below.problems.first?.detail?.en == "a part of the path is not a folder")
    }

    @Test("that may not be read are refused by name")
    func forbidden() async {
      await #expect(processExitsWith: .success) {
        try FileTests.RegularFileTests().forbiddenAlone()
      }
    }

    private func forbiddenAlone() throws {
      try folder.write("秘密", to: "locked")
      try #require(unsafe chmod(folder.path("locked"), 0) == 0)
      defer { unsafe chmod(folder.path("locked"), 0o700) }
      try asOrdinaryUser {
        let failure = try #require(refusal(folder.path("locked")))
        #expect(failure.problems.map(\.code) == [.unreadableFile])
        #expect(failure.problems.first?.detail?.zh == "没有权限")
      }
    }

    @Test("that grow while they are read are refused")
    func growing() throws {
      let path = folder.path("growing")
      try folder.write("", to: "growing")
      try #require(unsafe truncate(path, 64 << 20) == 0)
      let writer = Process()
      writer.executableURL = URL(fileURLWithPath: "/bin/sh")
      writer.arguments = ["-c", "while printf x; do :; done >> \"$1\"", "sh", path]
      try writer.run()
      defer {
        kill(writer.processIdentifier, SIGKILL)
        writer.waitUntilExit()
      }
      // The writer may be kept waiting during one reading, hardly during a hundred.
      var failure: Failure?
      for _ in 0..<100 where failure == nil { failure = refusal(path, limit: 1 << 30) }
      #expect(failure?.problems.map(\.code) == [.fileChanged])
    }

    @Test("are listed by the bytes of their names, hidden ones included")
    func names() throws {
      for name in ["b", "a", "B", ".hidden", "督察", "é", "e\u{301}", "z~", "a b", "a\nb"] {
        try folder.write("", to: name)
      }
      let names = try RegularFile.names(in: folder.path, shown: "Inputs")
      #expect(
        names.map { Array($0.utf8) }
          == [".hidden", "B", "a", "a\nb", "a b", "b", "e\u{301}", "z~", "é", "督察"].map {
            Array($0.utf8)
          })
    }

    @Test("whose names are not UTF-8 are listed, for the caller to refuse")
    func brokenName() throws {
      let bytes: [CChar] = folder.path("").utf8.map(CChar.init(bitPattern:)) + [-42, -48, 0]
      let descriptor = unsafe open(bytes, O_CREAT | O_WRONLY, 0o600)
      try #require(descriptor >= 0)
      close(descriptor)
      let names = try RegularFile.names(in: folder.path, shown: "Inputs")
      #expect(names.count == 1)
      #expect(names.first?.unicodeScalars.contains("\u{FFFD}") == true)
    }

    @Test("in a folder that cannot be listed are not taken for none")
    func unlisted() async {
      await #expect(processExitsWith: .success) {
        try FileTests.RegularFileTests().unlistedAlone()
      }
    }

    private func unlistedAlone() throws {
      let missing = #expect(throws: Failure.self) {
        try RegularFile.names(in: folder.path("none"), shown: "Inputs/2026Q3")
      }
      #expect(missing?.status == .inputOutput)
      #expect(missing?.problems.map(\.file) == ["Inputs/2026Q3"])
      try folder.createFolder("locked")
      try #require(unsafe chmod(folder.path("locked"), 0) == 0)
      defer { unsafe chmod(folder.path("locked"), 0o700) }
      try asOrdinaryUser {
        let locked = #expect(throws: Failure.self) {
          try RegularFile.names(in: folder.path("locked"), shown: "locked")
        }
        #expect(locked?.problems.first?.detail?.zh == "没有权限")
      }
    }

    @Test("and folders are found where they are")
    func presence() throws {
      try folder.write("", to: "file")
      try folder.createFolder("folder")
      try folder.link("dangling", to: folder.path("none"))
      try folder.link("toFolder", to: folder.path("folder"))
      let names = ["file", "folder", "dangling", "toFolder", "none"]
      #expect(names.filter { RegularFile.exists(folder.path($0)) } == Array(names.dropLast()))
      #expect(names.filter { RegularFile.isFolder(folder.path($0)) } == ["folder", "toFolder"])
    }
  }

  @Suite("Words for what the system says")
  struct SystemWordingTests {
    @Test("differ for what differs, and give the number of the rest")
    func wording() {
      let numbers = [
        ENOENT, EACCES, ENOSPC, EROFS, EMFILE, EIO, EISDIR, ENAMETOOLONG, EFBIG, ENOTDIR, ENOTTY,
      ]
      #expect(Set(numbers.map(systemWording)).count == numbers.count)
      #expect(systemWording(EPERM) == systemWording(EACCES))
      #expect(systemWording(ENOTTY).en == "system error 25")
    }
  }

  @Suite("SHA-256")
  struct SHA256DigestTests {
    @Test(
      "is that of FIPS 180-4",
      arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
          "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
          String(repeating: "a", count: 1_000_000),
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
      ])
    func vectors(text: String, digest: String) {
      let bytes = Array(text.utf8)
      #expect(SHA256Digest.hex(of: bytes) == digest)
      #expect(SHA256Digest.contentHash(of: bytes).description == digest.prefix(32))
    }
  }
}
