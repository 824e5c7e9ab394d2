import Vocabulary

/// Reads a reference system of several words, in any order: a datum, the width of a zone, its number or
/// meridian, or a code of EPSG, with the words that go with every projection between them.
struct ReferenceSystemGrammar {
  private var scanner: CellScanner
  private var datum: Datum?
  private var zone: ProjectionZone?
  /// Why the words cannot be used; `nil` where one of them is not known.
  private(set) var flaw: Wording?
  /// Whether a code of an earlier datum was met.
  private(set) var isEarlier = false

  init(_ scanner: CellScanner) { self.scanner = scanner }

  /// The system; `nil` if a word is not known or two contradict each other.
  mutating func read() -> ReferenceSystem? {
    guard !scanner.cell.overflows else { return nil }
    skipSeparators()
    while !scanner.isAtEnd {
      guard acceptDatum() || acceptCode() || acceptZone() || acceptCommonWord(), flaw == nil,
        !isEarlier
      else { return nil }
      skipSeparators()
    }
    guard datum != nil || zone != nil else { return nil }
    return ReferenceSystem(datum: datum, zone: zone)
  }

  private mutating func skipSeparators() {
    while scanner.acceptOne(of: " ,;/_-():、·.。+|[]") {}
  }

  private mutating func acceptDatum() -> Bool {
    for (named, words) in ReferenceSystemGrammar.datums {
      for word in words where scanner.accept(word: word) {
        if let datum, datum != named { flaw = ReferenceFlaw.contradiction }
        datum = named
        return true
      }
    }
    return false
  }

  /// `EPSG:4526` and `4526`; the codes of CGCS2000 in the order EPSG has them.
  private mutating func acceptCode() -> Bool {
    let start = scanner
    if scanner.accept(word: "EPSG") { skipSeparators() }
    guard scanner.digitCount == 4, let code = scanner.number(digits: 4) else {
      scanner = start
      return false
    }
    switch code {
    case 4490: join(.cgcs2000, nil)
    case 4326: join(.wgs84, nil)
    case 4491...4501: join(.cgcs2000, ProjectionZone(number: code - 4491 + 13))
    case 4502...4512: join(.cgcs2000, ProjectionZone(number: code - 4502 + 13))
    case 4513...4533: join(.cgcs2000, ProjectionZone(number: code - 4513 + 25))
    case 4534...4554: join(.cgcs2000, ProjectionZone(number: code - 4534 + 25))
    case 4610, 2327...2390, 4214, 2401...2442, 4555: isEarlier = true
    default:
      scanner = start
      return false
    }
    return true
  }

  /// `3度带`, `3-degree`, `38带`, `第38带`, `ZONE 38`, `带号38`, `CM 114E`, `中央经线114°30′`, `114°E`.
  private mutating func acceptZone() -> Bool {
    let start = scanner
    if acceptWidth() || acceptNumber() || acceptMeridian() { return true }
    scanner = start
    return false
  }

  private mutating func acceptWidth() -> Bool {
    let start = scanner
    guard scanner.digitCount <= 1,
      let width = scanner.acceptOne(of: "3三") ? 3 : scanner.acceptOne(of: "6六") ? 6 : nil
    else { return false }
    while scanner.acceptOne(of: " _-") {}
    guard scanner.acceptOne(of: "度°º˚") || scanner.accept(word: "DEGREE") else {
      scanner = start
      return false
    }
    _ = scanner.accept("分")
    _ = scanner.accept("带")
    join(nil, ProjectionZone(meridianMinutes: nil, widthDegrees: width))
    return true
  }

  private mutating func acceptNumber() -> Bool {
    let start = scanner
    let isNamed = scanner.accept(word: "ZONE") || scanner.accept(word: "带号")
    if isNamed { skipSeparators() }
    if !isNamed { _ = scanner.accept("第") }
    guard scanner.digitCount == 2, let number = scanner.number(digits: 2) else {
      scanner = start
      return false
    }
    _ = scanner.accept("号")
    guard scanner.accept("带") || isNamed else {
      scanner = start
      return false
    }
    guard let named = ProjectionZone(number: number) else {
      flaw = CoordinateFlaw.zone
      return true
    }
    join(nil, named)
    return true
  }

  private mutating func acceptMeridian() -> Bool {
    let start = scanner
    let names = ["中央经线", "中央子午线", "CENTRAL MERIDIAN", "CENTRAL_MERIDIAN", "CM", "L0"]
    let isNamed = names.contains { scanner.accept(word: $0) }
    if isNamed {
      while scanner.acceptOne(of: " _:=为是-") {}
    }
    _ = scanner.accept(word: "东经") || scanner.accept("E")
    let digits = scanner.digitCount
    guard digits == 2 || digits == 3, let degrees = scanner.number(digits: digits) else {
      scanner = start
      return false
    }
    var minutes = 0
    if scanner.accept(word: ".5") { minutes = 30 }
    let isMarked = scanner.acceptOne(of: "度°º˚E")
    if scanner.digitCount == 2, let given = scanner.number(digits: 2) {
      guard given < 60, minutes == 0, scanner.acceptOne(of: "分′'") else {
        scanner = start
        return false
      }
      minutes = given
    }
    _ = scanner.accept("E")
    guard isNamed || isMarked,
      let named = ProjectionZone(meridianMinutes: degrees * 60 + minutes, widthDegrees: nil)
    else {
      scanner = start
      return false
    }
    join(nil, named)
    return true
  }

  private mutating func acceptCommonWord() -> Bool {
    ReferenceSystemGrammar.commonWords.contains { scanner.accept(word: $0) }
  }

  private mutating func join(_ named: Datum?, _ other: ProjectionZone?) {
    if let named {
      if let datum, datum != named { flaw = ReferenceFlaw.contradiction }
      datum = named
    }
    guard let other else { return }
    guard let zone else {
      self.zone = other
      return
    }
    guard let joined = zone.joined(with: other) else {
      flaw = ReferenceFlaw.contradiction
      return
    }
    self.zone = joined
  }

  /// Words that begin another stand behind it.
  private static let datums: [(Datum, [String])] = [
    (
      .cgcs2000,
      [
        "CGCS2000", "CGCS-2000", "CGCS_2000", "CGCS 2000", "2000国家大地坐标系", "2000国家大地",
        "国家大地坐标系2000", "国家大地2000", "国家2000", "大地2000", "中国2000",
        "CHINA GEODETIC COORDINATE SYSTEM 2000", "CHINA_GEODETIC_COORDINATE_SYSTEM_2000",
      ]
    ),
    (.wgs84, ["WGS84", "WGS-84", "WGS_84", "WGS 84", "WGS_1984", "WGS1984", "WGS 1984"]),
  ]

  private static let commonWords = [
    "高斯-克吕格", "高斯克吕格", "高斯·克吕格", "高斯", "GAUSS-KRUGER", "GAUSS KRUGER", "GAUSS_KRUGER",
    "GAUSS-KRÜGER", "GK", "投影坐标系", "平面直角坐标系", "平面坐标系", "直角坐标系", "投影坐标", "平面坐标", "投影",
    "坐标系", "坐标",
  ]
}
