import Testing
import Vocabulary

@testable import Matching

@Suite("Leads by site and day, and by what records cite")
struct SiteMatchingTests {
  private let one = "91140981MA0A000018"
  private let two = "91140981MA0A000026"
  private let site = "原平市东社镇上庄村5号"

  private func match(_ records: [Said]) throws -> Matching {
    Matching(table(records), settled: SettledRows(), home: try home())
  }

  private func said(
    _ kind: SourceKind, _ number: String, day: String = "", seen: String = "",
    reported: String = "", place: String? = nil, media: MediumSet = MediumSet(.air)
  ) -> Said {
    Said(
      name: "原平市宏达铸造有限公司", credit: kind == .complaint ? "" : one, number: number, day: day,
      media: media, kind: kind, place: place ?? site, seen: seen, reported: reported)
  }

  @Test("several bodies on one event: days off by a few, and a complaint in the week after")
  func severalBodies() throws {
    let matching = try match([
      said(.inspection, "1", day: "2026-10-05"), said(.inspectorate, "2", day: "2026-10-07"),
      said(.complaint, "3", reported: "2026-10-09"),
    ])
    #expect(Set(matching.lead).count == 1)
    #expect(Set(matching.leadJoins.map(\.rule)) == [.sameSite, .repeatedComplaint])
  }

  @Test("a week apart on one site are two events, and a complaint between them joins the nearer")
  func weekApart() throws {
    let matching = try match([
      said(.inspection, "1", day: "2026-10-05"), said(.inspectorate, "2", day: "2026-10-12"),
      said(.complaint, "3", reported: "2026-10-14"),
    ])
    #expect(matching.lead[0] != matching.lead[1])
    #expect(matching.lead[2] == matching.lead[1])
  }

  @Test("a complaint that fits two events is asked about")
  func ambiguous() throws {
    let matching = try match([
      said(.inspection, "1", day: "2026-10-03"), said(.inspectorate, "2", day: "2026-10-08"),
      said(.complaint, "3", reported: "2026-10-08", place: ""),
    ])
    #expect(Set(matching.lead).count == 3)
    #expect(matching.review.map(\.kind) == [.leadConflict])
  }

  @Test("a record without a place between two events at different places is asked about")
  func unplacedBetween() throws {
    let events = [
      said(.inspection, "1", day: "2026-10-05"),
      said(.inspection, "2", day: "2026-10-06", place: "原平市东社镇下庄村7号"),
    ]
    let unplaced = said(.inspectorate, "3", day: "2026-10-07", place: "")
    let matching = try match(events + [unplaced])
    #expect(Set(matching.lead).count == 3)
    #expect(matching.review.map(\.kind) == [.leadConflict])
    #expect(Set(try match([events[0], unplaced]).lead).count == 1)
  }

  @Test("another site, another medium or another obligor is another event")
  func others() throws {
    let matching = try match([
      said(.inspection, "1", day: "2026-10-05"),
      said(.inspectorate, "2", day: "2026-10-06", place: "原平市东社镇下庄村7号"),
      said(.emergency, "3", day: "2026-10-06", media: MediumSet(.noise)),
      Said(
        name: "原平市金茂锻压有限公司", credit: two, number: "4", day: "2026-10-05", media: MediumSet(.air),
        place: site),
    ])
    #expect(Set(matching.lead).count == 4)
  }

  @Test("complaints made again within a week are one, later ones only if they say what they repeat")
  func repeated() throws {
    var late = said(.complaint, "XF20260003", reported: "2026-11-20")
    let matching = try match([
      said(.complaint, "XF20260001", reported: "2026-10-05"),
      said(.complaint, "XF20260002", reported: "2026-10-08"), late,
    ])
    #expect(matching.lead[0] == matching.lead[1])
    #expect(matching.lead[0] != matching.lead[2])
    late.remarks = "重复件，原信访编号XF20260001"
    let cited = try match([said(.complaint, "XF20260001", reported: "2026-10-05"), late])
    #expect(cited.lead[0] == cited.lead[1])
    #expect(cited.leadJoins.map(\.rule) == [.citedNumber])
  }

  @Test(
    "who was fined before is fined again: another event than the decision it mentions, and asked")
  func mentionedBefore() throws {
    var penalty = said(.penalty, "", day: "2026-05-01", media: MediumSet(.water))
    penalty.document = "晋环罚〔2026〕12号"
    var inspection = said(
      .inspection, "1", day: "2026-08-20", place: "原平市苏龙口镇下庄村", media: MediumSet(.soil))
    inspection.facts = "该单位曾因外排废水被晋环罚〔2026〕12号处罚，本次检查又发现堆放固废"
    let other = try match([penalty, inspection])
    #expect(other.lead[0] != other.lead[1])
    #expect(other.review.map(\.kind) == [.leadConflict])
    // By its place alone, too.
    (penalty.day, inspection.media) = ("", MediumSet(.water))
    let elsewhere = try match([penalty, inspection])
    #expect(elsewhere.lead[0] != elsewhere.lead[1])
    #expect(elsewhere.review.map(\.kind) == [.leadConflict])
    inspection.place = site
    #expect(Set(try match([penalty, inspection]).lead).count == 1)
  }

  @Test("complaints every three days are not one lead for ever: a week later is another event")
  func endless() throws {
    let days = stride(from: 1, through: 31, by: 3).map { $0 < 10 ? "0\($0)" : "\($0)" }
    let matching = try match(
      days.enumerated().map { said(.complaint, "XF2026000\($0)", reported: "2026-07-\($1)") })
    for (one, lead) in matching.lead.enumerated() {
      for (other, its) in matching.lead.enumerated() where lead == its {
        #expect(abs(one - other) * 3 <= 6)
      }
    }
    #expect(Set(matching.lead).count < days.count)
  }

  @Test("a letter whose facts name another village is no lead's elsewhere, and a document asks")
  func villageOfFacts() throws {
    let elsewhere = "2026年10月7日检查，发现占用原平市苏龙口镇下庄村林地"
    var letter = said(.penalty, "", place: "")
    letter.document = "晋环罚〔2026〕12号"
    letter.facts = elsewhere
    let event = said(.inspection, "1", day: "2026-10-05")
    #expect(Set(try match([event, letter]).lead).count == 2)
    var own = said(.inspection, "2", day: "2026-10-07", place: "原平市苏龙口镇下庄村7号")
    own.document = letter.document
    let found = try match([event, letter, own])
    #expect(found.lead[1] == found.lead[2])
    #expect(found.lead[0] != found.lead[1])
    // The document of two places.
    own.place = "原平市东社镇上庄村5号"
    let apart = try match([letter, own])
    #expect(apart.lead[0] != apart.lead[1])
    #expect(apart.review.map(\.kind) == [.documentConflict])
  }

  @Test(
    "the village of the facts is the only one behind a town, with or without words before it",
    arguments: [
      ("占用杨家湾镇北枣庄村林地", "北枣庄村", true), ("在东社镇附近下庄村倾倒", "下庄村", true),
      ("在东社镇上庄村、苏龙口镇下庄村倾倒", "上庄村", false), ("现场检查发现外排废水超标", "上庄村", false),
      ("东社镇村民反映", "村", false), ("", "上庄村", false),
    ])
  func villages(_ facts: String, _ village: String, _ isNamed: Bool) {
    let found = VillagesOfFacts.village(in: Array(facts.utf8).span)
    #expect(
      found.contains(TextPolynomial.hash(NameKey.folded(Array(village.utf8).span))) == isNamed)
  }

  @Test("an inspection whose facts name the complaint it followed belongs to its event")
  func citedInFacts() throws {
    var inspection = said(.inspection, "JC-2026-0007", day: "2026-10-20")
    inspection.facts = "根据信访件XF20260706012现场检查，外排废水超标"
    let complaint = said(.complaint, "XF20260706012", reported: "2026-10-05")
    let matching = try match([complaint, inspection])
    #expect(matching.lead[0] == matching.lead[1])
    #expect(matching.leadJoins.map(\.rule) == [.citedNumber])
    inspection.facts = "根据信访件XF20260706013现场检查，外排废水超标"
    #expect(Set(try match([complaint, inspection]).lead).count == 2)
  }

  @Test("a late transfer that cites the decision belongs to its event")
  func transfer() throws {
    var transfer = said(.transfer, "YS1", place: "")
    transfer.facts = "经审查，该公司超标排放，行政处罚决定书文号晋环罚〔2026〕第12号，现移送。"
    var penalty = said(.penalty, "")
    penalty.document = "晋环罚[2026]12号"
    let matching = try match([transfer, penalty])
    #expect(matching.lead[0] == matching.lead[1])
    #expect(matching.leadJoins.first?.rule == .citedNumber)
  }

  @Test(
    "the first whole day of the facts counts where no column says it",
    arguments: [
      ("2026-10-05，执法人员发现", "2026-10-05"), ("经查，2026年10月5日该厂", "2026-10-05"),
      ("2026/9/30夜间", "2026-09-30"), ("12026-10-05", nil), ("2026年10月", nil), ("文号〔2026〕12号", nil),
      ("2026-13-40", nil), ("", nil),
    ])
  func days(_ text: String, _ expected: String?) {
    let bytes = Array(text.utf8)
    #expect(StatedDays.firstDay(in: bytes.span) == expected.flatMap { Day(iso: $0) })
  }

  @Test("one document under two media and violations is a question, not a lead")
  func mistypedDocument() throws {
    func penalty(_ violation: String, _ media: MediumSet) -> Said {
      Said(
        name: "原平市宏达铸造有限公司", credit: one, document: "晋环罚〔2026〕12号", authority: "原平分局",
        violation: violation, media: media, kind: .penalty)
    }
    let matching = try match([penalty("超标排放", MediumSet(.air)), penalty("毁林", MediumSet(.forest))])
    #expect(matching.lead[0] != matching.lead[1])
    #expect(matching.review.map(\.kind) == [.documentConflict])
  }

  @Test("a record that names nobody joins the one event at its place, and asks where there are two")
  func nobody() throws {
    let nobody = Said(
      name: "个体户", number: "9", media: MediumSet(.air), kind: .complaint, place: site,
      reported: "2026-10-07")
    let event = said(.inspection, "1", day: "2026-10-05")
    let single = try match([event, nobody])
    #expect(single.lead[0] == single.lead[1])
    let neighbour = Said(
      name: "原平市金茂锻压有限公司", credit: two, number: "4", day: "2026-10-06", media: MediumSet(.air),
      place: site)
    let several = try match([event, nobody, neighbour])
    #expect(Set(several.lead).count == 3)
    #expect(several.review.map(\.kind) == [.leadConflict])
  }

  @Test(
    "a record that names nobody joins the one event within 300 m, whatever cell borders lie between"
  )
  func nobodyNearby() throws {
    for (north, isOne) in [(38.0049, true), (38.0051, true), (38.0085, false)] {
      var event = said(.inspection, "1", day: "2026-10-05", place: "")
      event.point = (112.7, 38.0050)
      let nobody = Said(
        name: "个体户", number: "9", media: MediumSet(.air), kind: .complaint,
        reported: "2026-10-07", point: (112.7, north))
      #expect((Set(try match([event, nobody]).lead).count == 1) == isOne, "\(north)")
    }
  }

  @Test("what an inspection writes of a decision may be a slip; two decisions are two events")
  func mistypedCitation() throws {
    var penalty = said(.penalty, "", day: "2026-10-05")
    penalty.document = "晋环罚〔2026〕12号"
    var inspection = said(.inspection, "1", day: "2026-10-05")
    inspection.document = "晋环罚〔2026〕17号"
    let one = try match([penalty, inspection])
    #expect(one.lead[0] == one.lead[1])
    var second = penalty
    second.document = "晋环罚〔2026〕17号"
    let two = try match([penalty, second])
    #expect(two.lead[0] != two.lead[1])
  }

  @Test("many records of one obligor on one day cost linear time")
  func skew() throws {
    let matching = try match(
      (0..<6000).map {
        said(.complaint, "\($0)", reported: "2026-10-05", place: "东社镇\($0 % 900)村\($0)号")
      })
    #expect(matching.lead.count == 6000)
  }

  @Test("a record without place or document does not chain two sites of one obligor")
  func chain() throws {
    let matching = try match([
      said(.inspection, "1", day: "2026-10-05"), said(.transfer, "2", day: "2026-10-06", place: ""),
      said(.inspectorate, "3", day: "2026-10-07", place: "原平市东社镇下庄村7号"),
    ])
    #expect(matching.lead[0] != matching.lead[2])
    let sameDay = try match([
      said(.inspection, "1", day: "2026-10-05"),
      said(.inspectorate, "2", day: "2026-10-05", place: "原平市东社镇下庄村7号"),
    ])
    #expect(Set(sameDay.lead).count == 2)
  }

  @Test("two letters, findings or reports that one body numbers apart are two events")
  func numbered() throws {
    for kind in [SourceKind.transfer, .inspectorate, .emergency] {
      let one = said(kind, "TF20260001", day: "2026-10-05")
      let two = said(kind, "TF20260002", day: "2026-10-06")
      #expect(Set(try match([one, two]).lead).count == 2)
      #expect(Set(try match([one, said(kind, "TF20260001", day: "2026-10-06")]).lead).count == 1)
    }
    // Another body's letter may be of the same event.
    var (one, two) = (
      said(.transfer, "1甲号", day: "2026-10-05"), said(.transfer, "1乙号", day: "2026-10-06")
    )
    (one.authority, two.authority) = ("忻州市人民检察院", "山西省监察委员会")
    #expect(Set(try match([one, two]).lead).count == 1)
  }

  @Test(
    "a letter without a day joins the one event of its site before it; of two a person says which")
  func undated() throws {
    var letter = said(.transfer, "YS1")
    letter.received = "2026-11-20"
    let event = said(.inspection, "1", day: "2026-10-05")
    #expect(Set(try match([event, letter]).lead).count == 1)
    // Another record of the event that says no place does not hide the one that does.
    let unplacedEvent = said(.inspectorate, "7", day: "2026-10-05", place: "")
    #expect(Set(try match([unplacedEvent, event, letter]).lead).count == 1)
    let later = said(.inspectorate, "2", day: "2026-10-25")
    let two = try match([event, later, letter])
    #expect(Set(two.lead).count == 3)
    #expect(two.review.map(\.kind) == [.leadConflict])
    // Half a year later, or at a place nobody knows, it joins nothing.
    #expect(Set(try match([said(.inspection, "1", day: "2026-05-05"), letter]).lead).count == 2)
    letter.place = ""
    let unplaced = try match([event, letter])
    #expect(Set(unplaced.lead).count == 2)
    #expect(unplaced.review.map(\.kind) == [.leadConflict])
  }
}
