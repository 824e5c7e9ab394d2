@testable import Submission
import Testing
import Vocabulary

@Suite("Packages, hostile")
struct HostilePackageTests {
  private func refusal(_ zip: [UInt8], _ limits: PackageLimits = PackageLimits()) -> String {
    let (status, messages) = problems {
      _ = try PackageReading(zip: zip, shown: "包.zip", limits: limits)
    }
    #expect(status == .unusableInput)
    #expect(messages.count == 1)
    return messages.first ?? ""
  }

  @Test(
    "with a path that leads elsewhere are refused by its name",
    arguments: [
      ("../../ledger.sqlite", "upwards"), ("包/../../x", "upwards"), ("/etc/passwd", "absolute"),
      ("C:/x", "Windows"), ("包\\..\\x", "Windows"), ("包//x", "empty"), ("包/./x", "empty"),
      ("包/a\u{1B}[2Jb", "it is no ZIP"), ("包/a\u{202E}gpj.exe", "control"),
      (String(repeating: "a/", count: 20) + "x", "empty or needless"),
      (String(repeating: "长", count: 400), "too long"),
    ])
  func slip(name: String, reason: String) throws {
    var files = PackageFiles(try SampleContent().built())
    files.files = Dictionary(uniqueKeysWithValues: files.files.map { ("包/\($0.key)", $0.value) })
    // No archive of ours has such names; a stranger's may. One beyond ASCII is marked as UTF-8.
    let mark = name.utf8.allSatisfy { $0 < 0x80 } ? "" : "包"
    let written = mark + String(repeating: "~", count: name.utf8.count - mark.utf8.count)
    files[written] = "x"
    let message = refusal(
      try files.zip(in: "").replacing(Array(written.utf8), by: Array(name.utf8)))
    #expect(message.hasPrefix("E902 包.zip "))
    #expect(message.contains(reason))
    #expect(!message.contains("\u{1B}"))
  }

  @Test("with a link are refused, in a ZIP and in a folder")
  func links() throws {
    let built = try SampleContent().built()
    var zip = built.zip
    // The external attributes of the first part in the directory say what unpacking makes of it.
    let directory = try #require(zip.place(of: [0x50, 0x4B, 1, 2]))
    zip.replaceSubrange(directory + 38..<directory + 42, with: [0, 0, 0xFF, 0xA1])
    #expect(
      refusal(zip).contains("a link, a device or a pipe; value “XZ-140900-2026Q3-r1/bagit.txt”"))

    for (name, destination) in [("data/l.csv", "/etc/passwd"), ("data/dir", "/etc")] {
      let folder = try TemporaryFolder()
      try folder.write(built)
      try folder.link("\(built.name)/\(name)", to: destination)
      let (status, messages) = problems {
        _ = try PackageReading(folder: folder.path(built.name), shown: "包")
      }
      #expect(status == .unusableInput)
      #expect(messages.first?.contains("a pipe; value “\(name)”") == true)
    }
    let folder = try TemporaryFolder()
    try folder.write(built)
    try folder.write([], to: "\(built.name)/data/a\u{1B}b")
    let (_, messages) = problems {
      _ = try PackageReading(folder: folder.path(built.name), shown: "包")
    }
    #expect(messages.first?.contains("the path has control characters") == true)
    try folder.link("l", to: built.name)
    let (status, _) = problems { _ = try PackageReading(folder: folder.path("l"), shown: "包") }
    #expect(status == .unusableInput)
  }

  @Test("with one name twice are refused, in other case and composition too")
  func twice() throws {
    var files = PackageFiles(try SampleContent().built())
    files["data/documents/b1"] = "1"
    files["data/documents/b2"] = "2"
    let zip = try files.zip()
    let name = Array("data/documents/b2".utf8)
    #expect(
      refusal(zip.replacing(name, by: Array("data/documents/b1".utf8))).contains("stands twice"))
    #expect(
      refusal(zip.replacing(name, by: Array("data/documents/B1".utf8))).contains("stands twice"))
    // Composed and decomposed, as two machines would write one name.
    files["data/documents/e\u{301}"] = "1"
    files["data/documents/xyz"] = "2"
    let composed = Array("data/documents/\u{E9}.".utf8)
    var clash = try files.zip().replacing(Array("data/documents/xyz".utf8), by: composed)
    #expect(try PackageReading(zip: clash, shown: "z").files.count == 13)
    clash = try files.zip().replacing(
      Array("data/documents/xyz".utf8), by: Array("data/documents/e\u{301}".utf8))
    #expect(refusal(clash).contains("stands twice"))
  }

  @Test("that unpack to too much are refused before it is all read")
  func bombs() throws {
    var files = PackageFiles(try SampleContent().built())
    files.files["data/documents/0"] = [UInt8](repeating: 0, count: 40 << 20)
    let zip = try files.zip()
    #expect(zip.count < 1 << 20)
    var limits = PackageLimits()
    limits.fileBytes = 32 << 20
    #expect(refusal(zip, limits).contains("too large or too many files"))
    limits = PackageLimits()
    limits.totalBytes = 39 << 20
    #expect(refusal(zip, limits).contains("too large or too many files"))
    limits = PackageLimits()
    limits.files = 9
    #expect(refusal(zip, limits).contains("too large or too many files"))
    limits.files = 10
    #expect(throws: Never.self) { _ = try PackageReading(zip: zip, shown: "z", limits: limits) }
  }

  @Test("that are cut anywhere are refused")
  func truncated() throws {
    let zip = try SampleContent().built().zip
    for count in stride(from: 1, to: zip.count, by: 97) {
      #expect(
        refusal(Array(zip.prefix(count))).contains("it is no ZIP, or is damaged or cut short"))
    }
  }

  @Test("with bytes before or behind the archive are refused; a comment is none of them")
  func further() throws {
    let zip = try SampleContent().built().zip
    let record = Array(zip.suffix(22))
    #expect(record.starts(with: [0x50, 0x4B, 5, 6]))
    let message = "there are bytes before or behind the ZIP"
    #expect(refusal(zip + Array("x".utf8)).contains(message))
    #expect(refusal(zip + [UInt8](repeating: 0, count: 70_000)).contains("E902"))
    // A second end record behind what was added.
    #expect(refusal(zip + Array("more".utf8) + record).contains(message))
    // What was put before it, with the offset of the directory put right.
    var shifted = zip
    let offset = zip.count - 22 + 16
    let start = zip[offset..<offset + 4].reversed().reduce(0) { $0 << 8 | Int($1) } + 1
    for byte in 0..<4 { shifted[offset + byte] = UInt8(truncatingIfNeeded: start >> (8 * byte)) }
    #expect(refusal(Array("x".utf8) + shifted).hasPrefix("E902 包.zip "))
    var commented = zip
    commented[zip.count - 2] = 3
    #expect(throws: Never.self) {
      _ = try PackageReading(zip: commented + Array("山".utf8), shown: "z")
    }
  }

  @Test("with a flipped bit are refused or found wanting, never valid")
  func flipped() throws {
    let built = try SampleContent().built()
    let whole = PackageFiles(built).files
    var generator = SeededGenerator(seed: 20_261_005)
    for _ in 0..<300 {
      var zip = built.zip
      zip[Int.random(in: 0..<zip.count, using: &generator)] ^=
        1 << UInt8.random(in: 0..<8, using: &generator)
      do throws(Failure) {
        let reading = try PackageReading(zip: zip, shown: "z")
        let isWhole = reading.files == whole
        #expect(isWhole || PackageVerifier.check(reading).contains(where: \.isFault))
      } catch {
        #expect(error.problems.map(\.code) == [.notAPackage])
      }
    }
  }

  @Test("that are no packages are refused")
  func none() throws {
    var files = PackageFiles(try SampleContent().built())
    files.files["bagit.txt"] = nil
    #expect(refusal(try files.zip()).contains("there is no bagit.txt"))
    files = PackageFiles(try SampleContent().built())
    files.files = Dictionary(uniqueKeysWithValues: files.files.map { ("包/\($0.key)", $0.value) })
    files["__MACOSX/x"] = "x"
    #expect(refusal(try files.zip(in: "")).contains("more than one folder"))
    let folder = try TemporaryFolder()
    #expect(
      problems { _ = try PackageReading(folder: folder.path("无"), shown: "无") }.status
        == .missingInput)
    #expect(
      problems { _ = try PackageReading(folder: folder.path("."), shown: "空") }.status
        == .unusableInput)
    #expect(
      problems { _ = try PackageReading(zip: folder.path("无"), shown: "无") }.status == .missingInput
    )
  }
}

/// Pseudo-random numbers that are the same every time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension [UInt8] {
  /// The first place where these bytes stand.
  func place(of bytes: [UInt8]) -> Int? {
    indices.first { self[$0...].starts(with: bytes) }
  }

  /// Everywhere the same number of other bytes.
  func replacing(_ old: [UInt8], by new: [UInt8]) -> [UInt8] {
    precondition(old.count == new.count)
    var result = self
    for place in indices where self[place...].starts(with: old) {
      result.replaceSubrange(place..<place + old.count, with: new)
    }
    return result
  }
}
