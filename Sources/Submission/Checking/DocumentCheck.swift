internal import Files
internal import Vocabulary

/// Whether documents are what their names say, and marked for those whom the package is for.
///
/// What a document says is not read: a package cannot tell whether it is the one that was meant.
struct DocumentCheck {
  let package: DescribedPackage
  let reading: PackageReading
  /// The mark that documents have in their heads, by the word of the audience; empty where not known.
  let marks: [String: String]

  /// Parts that a document of that ending must have.
  private static let neededParts = [
    "docx": ["[Content_Types].xml", "word/document.xml"],
    "xlsx": ["[Content_Types].xml", "xl/workbook.xml"],
  ]

  /// What is found, in the order of names.
  ///
  /// Time: linear in what the documents unpack to.
  var findings: [PackageFinding] {
    var findings: [PackageFinding] = []
    if !marks.isEmpty, marks[package.audience] == nil {
      findings.append(
        PackageFinding(
          .wrongAudience, path: PackageLayout.descriptor, field: "audience",
          value: package.audience,
          detail: Wording(verbatim: marks.keys.sorted().joined(separator: " "))))
    }
    for path in reading.files.keys.sorted() where path.hasPrefix(PackageLayout.document("")) {
      findings += check(path, reading.files[path] ?? [])
    }
    return findings
  }

  private func check(_ path: String, _ bytes: [UInt8]) -> [PackageFinding] {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if ending == "pdf", !bytes.starts(with: Array("%PDF-".utf8)) {
      return [PackageFinding(.badDocument, path: path, value: ending)]
    }
    guard let needed = DocumentCheck.neededParts[ending] else { return [] }
    do throws(Failure) {
      let (names, heads) = try parts(of: bytes, path)
      if let missing = needed.first(where: { !names.contains($0) }) {
        return [
          PackageFinding(
            .badDocument, path: path, value: ending,
            detail: Wording(zh: "缺少 \(missing)", en: "\(missing) is missing"))
        ]
      }
      return contradiction(path, heads)
    } catch {
      return [
        PackageFinding(
          .badDocument, path: path, value: ending, detail: error.problems.first?.detail)
      ]
    }
  }

  /// The names of all parts, each read to its end, and the text of the heads of pages.
  private func parts(
    of bytes: [UInt8], _ path: String
  ) throws(Failure) -> (names: Set<String>, heads: String) {
    let limits = PackageLimits()
    let archive = try ZipArchive(
      bytes, shown: path, partLimit: limits.fileBytes, parts: limits.files,
      refusals: PackageReading.refusals(limits))
    var names: Set<String> = []
    var heads: [UInt8] = []
    var total = 0
    for (place, raw) in archive.names.enumerated() {
      let name = String(decoding: raw, as: UTF8.self)
      names.insert(name)
      let isHead = name.hasPrefix("word/header")
      try archive.read(part: place) { (piece) throws(Failure) in
        total += piece.count
        guard total <= limits.totalBytes else {
          throw archive.refusal(PackageGathering.tooLarge(limits))
        }
        if isHead { heads += piece }
      }
    }
    return (names, String(decoding: heads, as: UTF8.self))
  }

  /// A document with the mark of another audience only.
  private func contradiction(_ path: String, _ heads: String) -> [PackageFinding] {
    guard let own = marks[package.audience], !heads.contains(own) else { return [] }
    let others = marks.values.sorted().filter { heads.contains($0) }
    guard let other = others.first else { return [] }
    return [
      PackageFinding(
        .wrongAudience, path: path, value: other,
        detail: Wording(
          zh: "包说明写的是 \(package.audience)（\(own)）",
          en: "the descriptor says \(package.audience) (\(own))"))
    ]
  }
}
