internal import Files
internal import Vocabulary

/// What RFC 8493 demands of a bag: that it is complete, and that every file has its listed hash.
struct BagCheck {
  private let files: [String: [UInt8]]
  private(set) var findings: [PackageFinding] = []
  /// Hashes by algorithm and path, for each is needed several times.
  private var hashes: [String: [String: String]] = [:]

  init(_ reading: PackageReading) { files = reading.files }

  /// SHA-256 of a file; `nil` if there is none.
  mutating func hash(of path: String, _ algorithm: String = "sha256") -> String? {
    if let known = hashes[algorithm]?[path] { return known }
    guard let bytes = files[path] else { return nil }
    let hash = algorithm == "sha512" ? SHA512Digest.hex(of: bytes) : SHA256Digest.hex(of: bytes)
    hashes[algorithm, default: [:]][path] = hash
    return hash
  }

  /// Checks declaration, manifests and Payload-Oxum.
  mutating func run() {
    checkDeclaration()
    let payload = files.keys.filter { $0.hasPrefix(PackageLayout.payload) }
    checkManifests("manifest-", covering: payload)
    let tags = files.keys.filter {
      !$0.hasPrefix(PackageLayout.payload) && !$0.hasPrefix("tagmanifest-")
    }
    checkManifests("tagmanifest-", covering: tags)
    if files["fetch.txt"] != nil { add(.filesElsewhere, path: "fetch.txt") }
    checkOxum(payload)
  }

  private mutating func add(
    _ kind: PackageFindingKind, path: String, line: Int? = nil, value: String? = nil,
    detail: Wording? = nil
  ) {
    findings.append(
      PackageFinding(kind, path: path, line: line, value: value, detail: detail))
  }

  private mutating func checkDeclaration() {
    let (tags, bad) = BagTags.read(files[PackageLayout.declaration] ?? [])
    let version = BagTags.value("BagIt-Version", in: tags)
    let encoding = BagTags.value("Tag-File-Character-Encoding", in: tags)
    guard bad.isEmpty, tags.count == 2, version == "1.0" || version == "0.97",
      encoding?.uppercased() == "UTF-8"
    else {
      add(
        .badDeclaration, path: PackageLayout.declaration,
        detail: Wording(
          zh: "应为两行：BagIt-Version: 1.0 和 Tag-File-Character-Encoding: UTF-8",
          en: "two lines are expected: BagIt-Version: 1.0, Tag-File-Character-Encoding: UTF-8"))
      return
    }
  }

  /// Checks each manifest of a kind; one of payload must list every file, one of tags need not.
  private mutating func checkManifests(_ prefix: String, covering expected: [String]) {
    let isPayload = prefix == "manifest-"
    let names = files.keys.filter {
      $0.hasPrefix(prefix) && $0.hasSuffix(".txt") && !$0.contains("/")
    }.sorted()
    var isAnyChecked = false
    for name in names {
      let algorithm = String(name.dropFirst(prefix.count).dropLast(4)).lowercased()
      guard algorithm == "sha256" || algorithm == "sha512" else {
        add(.unknownAlgorithm, path: name, value: algorithm)
        continue
      }
      isAnyChecked = true
      let listed = checkLines(of: name, algorithm, isPayload: isPayload)
      for path in expected.sorted() where isPayload && !listed.contains(Array(path.utf8)) {
        add(.unlistedFile, path: path, detail: Wording(verbatim: name))
      }
    }
    if isPayload, !isAnyChecked { add(.noManifest, path: PackageLayout.manifest) }
  }

  /// The paths that a manifest lists, each with its hash compared.
  private mutating func checkLines(
    of name: String, _ algorithm: String, isPayload: Bool
  ) -> Set<[UInt8]> {
    var listed: Set<[UInt8]> = []
    for (place, line) in BagTags.lines(files[name] ?? []).enumerated() where !line.isEmpty {
      guard let (hash, path) = ManifestLine.parts(line),
        hash.utf8.count == (algorithm == "sha512" ? 128 : 64), PackagePath.fault(path) == nil,
        path.hasPrefix(PackageLayout.payload) == isPayload, !path.hasPrefix("tagmanifest-")
      else {
        add(.badManifestLine, path: name, line: place + 1, value: String(line))
        continue
      }
      // Under the name that the file has, which may be decomposed on another machine.
      let known = files.index(forKey: path).map { files[$0].key } ?? path
      guard listed.insert(Array(known.utf8)).inserted else {
        add(.repeatedPath, path: name, line: place + 1, value: path)
        continue
      }
      guard let actual = self.hash(of: known, algorithm) else {
        add(.missingFile, path: path, detail: Wording(verbatim: name))
        continue
      }
      if actual != hash {
        add(.wrongHash, path: path, value: actual, detail: Wording(verbatim: "\(name): \(hash)"))
      }
    }
    return listed
  }

  /// Compares `Payload-Oxum: BYTES.FILES`, which packages of others may leave out.
  private mutating func checkOxum(_ payload: [String]) {
    guard let bytes = files[PackageLayout.description] else { return }
    let (tags, bad) = BagTags.read(bytes)
    for line in bad { add(.badTagFile, path: PackageLayout.description, line: line) }
    guard tags.contains(where: { $0.label.lowercased() == "payload-oxum" }) else { return }
    let size = payload.reduce(0) { $0 + (files[$1]?.count ?? 0) }
    let oxum = "\(size).\(payload.count)"
    let stated = BagTags.value("Payload-Oxum", in: tags)
    if stated != oxum {
      add(
        .wrongOxum, path: PackageLayout.description, value: stated,
        detail: Wording(zh: "实际为 \(oxum)", en: "it is \(oxum)"))
    }
  }
}
