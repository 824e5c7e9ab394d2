internal import Files
package import Vocabulary

/// Looks through finished files of an edition for what must not be in them: persons' numbers,
/// telephones, and whoever reported.
///
/// The last line: what is in an edition was admitted before. A finding says what kind of thing stands in
/// which part of a file, never the thing itself. Reads HTML, CSV, JSON and the parts of XLSX, DOCX and ZIP
/// files; memory: a few times the largest part, linear in the bytes.
package struct PublicScan: Sendable {
  /// What is looked for.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case identityNumber = "identity_number"
    case phone
    case reporterPhone = "reporter_phone"
    case reporterName = "reporter_name"

    /// As messages say it.
    package var wording: Wording {
      switch self {
      case .identityNumber: Wording(zh: "证件号码", en: "an identity number")
      case .phone: Wording(zh: "手机号码", en: "a mobile number")
      case .reporterPhone: Wording(zh: "举报人电话", en: "a reporter's telephone")
      case .reporterName: Wording(zh: "举报人姓名", en: "a reporter's name")
      }
    }
  }

  /// Something found in a file.
  package struct Finding: Sendable, Hashable {
    /// The file, and within an archive its part: `ledger.xlsx`, `xl/worksheets/sheet3.xml`.
    package let file: String
    package let part: String?
    package let kind: Kind
    package let count: Int
  }

  private let names: ReporterNames
  private let telephones: Set<[UInt8]>
  private let known: Set<[UInt8]>
  private let lastYear: Int

  /// A scan for reporters' names, their telephones and persons' numbers as the ledger has them, beside
  /// any others; `names` and `allowed` are read as `ReporterNames` reads them.
  ///
  /// Telephones of less than seven digits are left out.
  package init(
    names: Set<String>, telephones: Set<String>, identityNumbers: Set<String>,
    allowed: Set<String>, asOf: Day
  ) {
    self.names = ReporterNames(names, allowed: allowed)
    self.telephones = Set(telephones.map(PublicScan.digits).filter { $0.count >= 7 })
    known = Set(identityNumbers.map(PublicScan.digits).filter { $0.count >= 15 })
    // Nobody below ten reports or is held to account; a number of this year's is a document's.
    lastYear = Quarter(containing: asOf).year - 10
  }

  /// What is found in a file of that name below the edition's folder.
  ///
  /// Throws for an archive that cannot be read.
  package func findings(in name: String, _ bytes: [UInt8]) throws(Failure) -> [Finding] {
    guard bytes.starts(with: [0x50, 0x4B, 3, 4]) || name.hasSuffix(".zip") else {
      return findings(in: name, part: nil, bytes)
    }
    let archive = try ZipArchive(
      bytes, shown: name, partLimit: 1 << 31, parts: 100_000, refusals: PublicScan.refusals)
    var findings: [Finding] = []
    for (place, raw) in archive.names.enumerated() where raw.last != UInt8(ascii: "/") {
      var part: [UInt8] = []
      try archive.read(part: place) { (piece) throws(Failure) in part += piece }
      let inner = String(decoding: raw, as: UTF8.self)
      if part.starts(with: [0x50, 0x4B, 3, 4]) {
        findings += try self.findings(in: inner, part).map {
          Finding(
            file: name, part: [inner, $0.part].compactMap(\.self).joined(separator: "/"),
            kind: $0.kind, count: $0.count)
        }
      } else {
        findings += self.findings(in: name, part: inner, part)
      }
    }
    return findings
  }

  private func findings(in name: String, part: String?, _ bytes: [UInt8]) -> [Finding] {
    let text = PublicScan.isMarkup(part ?? name) ? MarkupText(bytes).text : bytes
    var numbers = NumberScan(known: known, telephones: telephones, lastYear: lastYear)
    numbers.read(text)
    var people = NameScan(names)
    people.read(text)
    // A file's own name is read with the file.
    let title = Array((part ?? name).utf8)
    numbers.read(title)
    people.read(title)
    let counts: [(Kind, Int)] = [
      (.identityNumber, numbers.identityNumbers), (.phone, numbers.phones),
      (.reporterPhone, numbers.reporterPhones), (.reporterName, people.found),
    ]
    return counts.filter { $0.1 > 0 }.map {
      Finding(file: name, part: part, kind: $0.0, count: $0.1)
    }
  }

  private static func isMarkup(_ name: String) -> Bool {
    [".html", ".xml", ".rels", ".svg", ".vml"].contains { name.hasSuffix($0) }
  }

  /// The digits of a text, full-width ones too; 10 for an X at the end.
  private static func digits(_ text: String) -> [UInt8] {
    var digits: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits.append(UInt8(scalar.value - 0x30))
      case 0xFF10...0xFF19: digits.append(UInt8(scalar.value - 0xFF10))
      case 0x58, 0x78, 0xFF38, 0xFF58: digits.append(10)
      default: break
      }
    }
    return digits
  }

  private static let refusals = ZipArchive.Refusals(
    code: .fault, noArchive: Wording(zh: "成果文件打不开", en: "an output cannot be opened"),
    tooLarge: Wording(zh: "成果文件过大", en: "an output is too large"),
    encrypted: Wording(zh: "成果文件有密码", en: "an output has a password"))
}
