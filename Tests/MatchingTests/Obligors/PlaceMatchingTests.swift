import Testing
import Vocabulary

@testable import Matching

/// What the places say that records name: a wrong join blames somebody who has nothing to do with it.
@Suite("Obligors by place")
struct PlaceMatchingTests {
  private let one = "91140981MA0A000018"
  private let shop = "92140981MA0A00001X"
  private let person = "110105194912310021"
  private let daixian = 140_923

  private func match(_ records: [Said]) throws -> Matching {
    Matching(table(records), settled: SettledRows(), home: try home())
  }

  /// An inspection on one day of waste water.
  private func inspected(
    _ name: String, _ place: String, credit: String = "", county: Int = 140_981,
    number: String = "JC-2026-0001", representative: String = "", day: String = "2026-07-06"
  ) -> Said {
    Said(
      name: name, credit: credit, authority: "忻州市生态环境局", number: number, county: county, day: day,
      media: MediumSet(.water), place: place, representative: representative)
  }

  /// A complaint on that day.
  private func reported(
    _ name: String, _ place: String, county: Int = 140_981, day: String = "2026-07-06"
  ) -> Said {
    Said(
      name: name, number: "XF-2026-0009", county: county, media: MediumSet(.water),
      kind: .complaint, place: place, reported: day)
  }

  @Test(
    "public bodies and villages of two places are two, without a question",
    arguments: [
      ("生态环境局", "", 140_923, "", 140_922), ("城关镇人民政府", "", 140_923, "", 140_922),
      ("上庄村村民委员会", "东社镇上庄村", 140_981, "峪口乡上庄村", 140_923),
      ("上庄村村民委员会", "东社镇上庄村", 140_981, "苏龙口镇上庄村", 140_981),
      ("上庄村委会", "东社镇上庄村", 140_981, "苏龙口镇上庄村", 140_981),
      ("上庄村股份经济合作社", "东社镇上庄村", 140_981, "苏龙口镇上庄村", 140_981),
    ])
  func bodiesApart(
    _ name: String, _ place: String, _ county: Int, _ otherPlace: String, _ otherCounty: Int
  ) throws {
    let matching = try match([
      inspected(name, place, county: county), reported(name, otherPlace, county: otherCounty),
    ])
    #expect(matching.obligor[0] != matching.obligor[1])
    #expect(matching.review.isEmpty)
    #expect(matching.refused.allSatisfy { $0.reasons == [.publicPlaces] })
  }

  @Test("a public body of one place is one, whether its name says the place or its record")
  func bodiesOne() throws {
    for records in [
      [reported("城关镇人民政府", "", county: daixian), inspected("城关镇人民政府", "", county: daixian)],
      [
        reported("城关镇人民政府", "", county: daixian),
        inspected("代县城关镇人民政府", "", county: daixian),
      ],
      [
        reported("上庄村村民委员会", "东社镇上庄村"),
        inspected("上庄村委会", "原平市东社镇上庄村"),
      ],
    ] {
      let matching = try match(records)
      #expect(matching.obligor[0] == matching.obligor[1])
    }
  }

  @Test("a village committee that does not say its town is asked about")
  func townMissing() throws {
    let matching = try match([
      inspected("上庄村村民委员会", "东社镇上庄村"), reported("上庄村村民委员会", ""),
    ])
    #expect(matching.obligor[0] != matching.obligor[1])
    #expect(matching.review.map(\.kind) == [.ambiguousObligor])
    #expect(matching.refused.map(\.reasons) == [[.unsupported]])
  }

  @Test("one day is no evidence at two places")
  func dayApart() throws {
    let apart = [
      (inspected("原平市小李饭店", "南街1号", credit: shop), reported("小李饭店", "北街7号")),
      (inspected("原平市小李饭店", "东社镇上庄村", credit: shop), reported("小李饭店", "苏龙口镇下庄村")),
      (
        inspected("原平市宏达铸造有限公司", "东社镇上庄村", credit: one),
        reported("原平市鸿达铸造有限公司", "苏龙口镇下庄村")
      ),
      (inspected("张伟", "东社镇上庄村"), reported("张伟", "苏龙口镇下庄村")),
    ]
    for (left, right) in apart {
      let matching = try match([left, right])
      #expect(matching.obligor[0] != matching.obligor[1])
    }
    // Coordinates tell as well.
    var (left, right) = (
      inspected("原平市宏达铸造有限公司", "", credit: one), reported("原平市鸿达铸造有限公司", "")
    )
    #expect(Set(try match([left, right]).obligor).count == 1)
    (left.point, right.point) = ((112.7, 38.7), (112.8, 38.7))
    #expect(Set(try match([left, right]).obligor).count == 2)
  }

  @Test("a shop's bare name is another's in the next village; with its division it is one")
  func shops() throws {
    func matched(_ name: String) throws -> Matching {
      try match([
        inspected(name, "东社镇上庄村", credit: shop), reported(name, "东社镇下庄村", day: "2026-09-01"),
      ])
    }
    let bare = try matched("小李饭店")
    #expect(bare.obligor[0] != bare.obligor[1])
    #expect(bare.refused.map(\.reasons) == [[.unsupported]])
    #expect(bare.review.map(\.kind) == [.ambiguousObligor])
    let whole = try matched("原平市鑫源翔养殖场")
    #expect(whole.obligor[0] == whole.obligor[1])
  }

  @Test("a person of one name is asked about where nobody says one place")
  func personPlaceless() throws {
    var known = inspected("张伟", "东社镇上庄村")
    known.person = person
    for (place, day) in [("", "2026-07-06"), ("东社镇", "2026-09-01")] {
      let matching = try match([known, reported("张伟", place, day: day)])
      #expect(matching.obligor[0] != matching.obligor[1])
      #expect(matching.review.map(\.kind) == [.ambiguousObligor])
    }
    for (place, day) in [("东社镇上庄村", "2026-09-01"), ("东社镇", "2026-07-06")] {
      let matching = try match([known, reported("张伟", place, day: day)])
      #expect(matching.obligor[0] == matching.obligor[1])
    }
  }

  @Test("a name of three characters and an event of these days are enough where one says no place")
  func rarePersonPlaceless() throws {
    func matched(_ name: String, day: String, county: Int = 140_981) throws -> Matching {
      try match([
        inspected(name, "东社镇上庄村"), reported(name, "", county: county, day: day),
      ])
    }
    #expect(Set(try matched("李毅康", day: "2026-07-09").obligor).count == 1)
    for (name, day, county) in [
      ("李毅", "2026-07-06", 140_981), ("李毅康", "2026-09-01", 140_981),
      ("李毅康", "2026-07-06", daixian), ("李毅某", "2026-07-06", 140_981),
    ] {
      let matching = try matched(name, day: day, county: county)
      #expect(matching.obligor[0] != matching.obligor[1], "\(name) \(day) \(county)")
    }
    // A character of the same sound makes it another person's name.
    let other = try match([
      inspected("李毅康", "东社镇上庄村"), reported("李义康", "", day: "2026-07-06"),
    ])
    #expect(other.obligor[0] != other.obligor[1])
  }

  @Test("a slip within a word of trades needs a place or an event beside the county")
  func tradeWord() throws {
    func matched(_ place: String, day: String) throws -> Matching {
      try match([
        inspected("原平市桂颖路桥工程有限公司", "东社镇上庄村", credit: one),
        reported("原平市桂颖路合工程有限公司", place, day: day),
      ])
    }
    #expect(Set(try matched("东社镇上庄村", day: "2026-07-08").obligor).count == 1)
    #expect(Set(try matched("", day: "2026-07-08").obligor).count == 1)
    #expect(Set(try matched("", day: "2026-09-01").obligor).count == 2)
    #expect(Set(try matched("苏龙口镇下庄村", day: "2026-07-08").obligor).count == 2)
  }

  @Test("a report that says no place, under the number of one that does, is no rival of the place")
  func personReportedTwice() throws {
    var first = reported("张伟", "")
    (first.kind, first.number, first.reported) = (.emergency, "TF1409-2026-0007", "")
    (first.day, first.facts) = ("2026-07-06", "初报")
    var second = first
    (second.place, second.facts) = ("东社镇振兴街", "续报")
    let matching = try match([first, second, inspected("张伟", "东社镇振兴街104号")])
    #expect(Set(matching.obligor) == [0])
  }

  @Test("a hidden name is never joined by village and day, and hides as many characters as it has")
  func hidden() throws {
    var known = inspected("李建国", "东社镇上庄村")
    known.person = person
    for name in ["李某", "李某某"] {
      let matching = try match([known, reported(name, "东社镇上庄村")])
      #expect(matching.obligor[0] != matching.obligor[1])
      #expect(matching.review.map(\.kind) == [.ambiguousObligor])
    }
    known.name = "李建"
    let matching = try match([known, reported("李某某", "东社镇上庄村")])
    #expect(matching.obligor[0] != matching.obligor[1])
    #expect(matching.review.isEmpty)
  }

  @Test(
    "two firms of one sweep are two: place and day join no names that differ",
    arguments: [
      ("原平市宏达铸造有限公司", "原平市宏伟铸造有限公司"), ("中国一冶集团有限公司", "中国一冶集团工程有限公司"),
      ("原平市宏达有限公司", "原平市宏达物流有限公司"), ("原平市宏达铸造有限公司", "原平市宏达铸造机械有限公司"),
    ])
  func sweep(_ name: String, _ other: String) throws {
    for place in ["东社镇上庄村", "东社镇上庄村5号"] {
      let inspection = try match([
        inspected(name, place, credit: one), inspected(other, place, number: "JC-2026-0002"),
      ])
      #expect(inspection.obligor[0] != inspection.obligor[1])
      let complaint = try match([
        inspected(name, place, credit: one), reported(other, place),
      ])
      #expect(complaint.obligor[0] != complaint.obligor[1])
    }
  }

  @Test("two inspections that one body numbered apart are no common event")
  func numberedApart() throws {
    func matched(_ number: String, _ authority: String) throws -> Matching {
      var later = inspected("原平市鸿达铸造有限公司", "", number: number)
      later.authority = authority
      return try match([inspected("原平市宏达铸造有限公司", "", credit: one), later])
    }
    let apart = try matched("JC-2026-0002", "忻州市生态环境局")
    #expect(apart.obligor[0] != apart.obligor[1])
    #expect(apart.review.map(\.kind) == [.ambiguousObligor])
    let other = try matched("JC-2026-0002", "定襄县水利局")
    #expect(other.obligor[0] == other.obligor[1])
  }

  @Test("a character of the same sound needs more than a county")
  func homophone() throws {
    let coded = inspected("原平市宏达铸造有限公司", "", credit: one)
    let bare = try match([coded, reported("原平市鸿达铸造有限公司", "", day: "2026-09-01")])
    #expect(bare.obligor[0] != bare.obligor[1])
    #expect(bare.review.map(\.kind) == [.ambiguousObligor])
    #expect(bare.refused.map(\.reasons) == [[.unsupported]])
    let sameDay = try match([coded, reported("原平市鸿达铸造有限公司", "")])
    #expect(sameDay.obligor[0] == sameDay.obligor[1])
  }

  @Test("a company's name without a division is asked about in a second county")
  func otherCounty() throws {
    let name = "宏达铸造有限公司"
    let two = try match([
      inspected(name, "东社镇"), reported(name, "峪口乡", county: daixian, day: "2026-08-20"),
    ])
    #expect(two.obligor[0] != two.obligor[1])
    #expect(two.review.map(\.kind) == [.ambiguousObligor])
    let same = try match([
      inspected(name, "东社镇"), reported(name, "", day: "2026-08-20"),
      reported(name, "", county: 140_900, day: "2026-09-20"),
    ])
    #expect(Set(same.obligor).count == 1)
  }
}
