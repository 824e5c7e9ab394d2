import Files
import Testing
import Vocabulary

extension FileTests {
  @Suite("ZIP archives being made")
  struct ZipWritingTests {
    private func archive(_ parts: [(String, [UInt8], Bool)]) throws -> [UInt8] {
      var zip = try ZipWriting()
      for (name, bytes, stored) in parts { try zip.add(name, bytes, stored: stored) }
      return try zip.finish()
    }

    private static let refusals = ZipArchive.Refusals(
      code: .notAPackage, noArchive: Wording(verbatim: "damaged"),
      tooLarge: Wording(verbatim: "large"), encrypted: Wording(verbatim: "encrypted"))

    @Test("are the same again and are read back part by part, in the order they were added")
    func readBack() throws {
      let long = [UInt8](repeating: 7, count: 300_000)
      let parts: [(String, [UInt8], Bool)] = [
        ("乙/文.txt", Array("内容".utf8), false), ("甲.bin", long, true), ("空", [], false),
      ]
      let bytes = try archive(parts)
      #expect(try archive(parts) == bytes)
      #expect(bytes.count > long.count)
      let read = try ZipArchive(
        bytes, shown: "z", partLimit: 1 << 20, parts: 3, refusals: Self.refusals)
      #expect(read.names == parts.map { Array($0.0.utf8) })
      for (place, part) in parts.enumerated() {
        var content: [UInt8] = []
        try read.read(part: place) { content += $0 }
        #expect(content == part.1)
        #expect(!read.isSpecial(part: place))
      }
    }

    @Test("take no name twice")
    func twice() throws {
      var zip = try ZipWriting()
      try zip.add("a", [1])
      var isRefused = false
      do throws(Failure) { try zip.add("a", [2]) } catch { isRefused = error.status == .fault }
      #expect(isRefused)
    }
  }

  @Test("SHA-512 is that of FIPS 180-4")
  static func sha512() {
    #expect(
      SHA512Digest.hex(of: Array("abc".utf8))
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
  }
}
