import Testing
import Vocabulary

@testable import Matching

/// What records say of when something happened, and what a lead's days keep apart.
@Suite("Leads by their days") struct EventDayTests {
  private let one = "91140981MA0A000018"

  private func match(_ records: [Said]) throws -> Matching {
    Matching(table(records), settled: SettledRows(), home: try home())
  }

  private func said(
    _ kind: SourceKind, _ number: String, day: String = "", seen: String = "",
    reported: String = ""
  ) -> Said {
    Said(
      name: "原平市宏达铸造有限公司", credit: kind == .complaint ? "" : one, number: number, day: day,
      media: MediumSet(.air), kind: kind, place: "原平市东社镇上庄村5号", seen: seen, reported: reported)
  }

  private func penalty(_ day: String) -> Said {
    var penalty = said(.penalty, "", day: day)
    penalty.document = "忻环罚〔2026〕12号"
    return penalty
  }

  @Test("a complaint made again weeks later keeps nobody away from the event that it repeats")
  func repeatedLate() throws {
    let complaint = said(.complaint, "XF20260001", reported: "2026-10-06")
    var late = said(.complaint, "XF20260003", reported: "2026-11-20")
    late.remarks = "重复件，原信访编号XF20260001"
    let inspection = said(.inspection, "1", day: "2026-10-05", seen: "2026-10-06")
    #expect(Set(try match([complaint, late, inspection]).lead).count == 1)
    // What is seen when it is made again is another event.
    let again = said(.inspection, "1", day: "2026-11-20", seen: "2026-11-20")
    let matching = try match([complaint, late, again])
    #expect(matching.lead[0] == matching.lead[1])
    #expect(matching.lead[0] != matching.lead[2])
  }

  @Test(
    "what was found days after it happened may have lasted until then, but no longer than days err")
  func lasted() throws {
    let found = said(.inspection, "1", day: "2026-10-04", seen: "2026-10-08")
    #expect(Set(try match([found, penalty("2026-10-09")]).lead).count == 1)
    #expect(Set(try match([found, penalty("2026-10-11")]).lead).count == 2)
    // Found at once, or long after: only the day itself counts.
    for seen in ["2026-10-04", "2026-10-12"] {
      let other = said(.inspection, "1", day: "2026-10-04", seen: seen)
      #expect(Set(try match([other, penalty("2026-10-09")]).lead).count == 2)
    }
  }

  @Test("what was found before the day it is said to have happened had happened by then")
  func foundBefore() throws {
    let inspection = said(.inspection, "1", day: "2026-10-08", seen: "2026-10-06")
    let complaint = said(.complaint, "XF20260001", reported: "2026-10-05")
    #expect(Set(try match([inspection, complaint]).lead).count == 1)
    let earlier = said(.complaint, "XF20260001", reported: "2026-10-04")
    #expect(Set(try match([inspection, earlier]).lead).count == 2)
  }

  @Test(
    "a letter that says neither day nor place joins the one event of its violation, else it is asked"
  )
  func undatedElsewhere() throws {
    var letter = said(.transfer, "YS1")
    (letter.received, letter.place, letter.violation) = ("2026-11-20", "", "超标排放大气污染物")
    var event = said(.inspection, "1", day: "2026-10-05")
    let asked = try match([event, letter])
    #expect(Set(asked.lead).count == 2)
    #expect(asked.review.map(\.kind) == [.leadConflict])
    event.violation = letter.violation
    #expect(Set(try match([event, letter]).lead).count == 1)
    var other = said(.inspectorate, "2", day: "2026-10-25")
    other.violation = letter.violation
    let two = try match([event, other, letter])
    #expect(Set(two.lead).count == 3)
    #expect(two.review.map(\.kind) == [.leadConflict])
  }
}
