import Testing
import Vocabulary

@testable import Reports

@Suite("Machine-readable files")
struct DataFileTests {
  @Test("names and columns are those that are published", arguments: DataFile.allCases)
  func headers(file: DataFile) {
    let published: [DataFile: String] = [
      .records: "file,record,line,status,lead_id,obligor_id,reason",
      .rejects: "file,record,line,code,column,value,hint,raw",
      .leads:
        "lead_id,first_quarter,obligor_id,obligor_name,obligor_code,county_code,place,longitude,latitude,media,channels,occurrence_date,discovery_date,records,amount_estimate,amount_determined,amount_basis,in_red_line,in_nature_reserve,repeat_offender,scope_excluded,minor,may_not_initiate,major,simple_assessment,disposition,missing_facts,verification_due,overdue_days,feedback_due,status,verification,verified_on,initiated,not_initiated_reason,decided_by",
      .findings: "lead_id,conclusion,value,rule,document,locator,pack,facts",
      .matches: "lead_id,record_a,record_b,rule,weight_bits,evidence,decided_by",
      .review: "item,kind,left,right,question,evidence,weight_bits,stake",
      .zones:
        "lead_id,layer,layer_version,feature,tag,value,distance_m,uncertainty_m,method",
      .setAside: "file,line,kind,code,text",
    ]
    let header = file.bytes(of: HostileReport.empty)
    #expect(String(decoding: header, as: UTF8.self) == (published[file] ?? "") + "\n")
    #expect(file.name == "data/\(file.rawValue).csv")
  }

  @Test("a hostile quarter gives the files on record", arguments: DataFile.allCases)
  func golden(file: DataFile) throws {
    let bytes = file.bytes(of: HostileReport.report())
    _ = try StrictCSV(bytes)
    try Recorded.compare(bytes, with: "\(file.rawValue).csv")
  }

  @Test("every record of every file is in records.csv, in order")
  func completeRecords() throws {
    let report = HostileReport.report()
    let rows = try StrictCSV(DataFile.records.bytes(of: report)).records
    for account in report.files {
      let own = rows.filter { $0["file"] == account.path }
      #expect(own.compactMap { $0["record"] } == (1...account.records).map(String.init))
      for (status, count) in [
        ("opened", account.opened), ("merged", account.merged), ("repeat", account.repeats),
        ("rejected", account.rejected),
      ] {
        #expect(own.count { $0["status"] == status } == count)
      }
    }
    #expect(rows.count == report.files.reduce(0) { $0 + $1.records })
  }

  @Test("a record that came back mended has nothing left to do")
  func mendedRecord() throws {
    var report = HostileReport.report()
    func hints() throws -> [String] {
      try StrictCSV(DataFile.rejects.bytes(of: report)).records.compactMap { $0["hint"] }
    }
    let remedy = ProblemCode.unreadableDate.remedy.zh
    #expect(try hints().allSatisfy { !$0.contains(remedy) && $0.contains("补报.csv#1") })
    #expect(ReportTotals(report).mended == report.files.count)
    for place in report.records.indices {
      report.records[place].account.reasons.removeAll { $0 == .mendedElsewhere }
    }
    #expect(try hints().allSatisfy { $0.hasSuffix(remedy) })
    #expect(ReportTotals(report).mended == 0)
  }

  @Test("rows set aside name their file, also one of earlier cases, and why they are no records")
  func setAside() throws {
    let report = HostileReport.report()
    let rows = try StrictCSV(DataFile.setAside.bytes(of: report)).records
    #expect(rows.map { $0["code"] } == ["E211", "E207", "E213", "E214"])
    #expect(rows.map { $0["line"] } == ["1", "20", "44", "7"])
    #expect(rows[0]["file"] == report.files[0].path)
    #expect(rows[3]["file"] == report.history[0].path)
  }

  @Test("rows of findings, zones and matches do not depend on the order of the report")
  func sortedRows() {
    let report = HostileReport.report()
    var shuffled = report
    shuffled.matches.reverse()
    for index in shuffled.leads.indices {
      shuffled.leads[index].findings.reverse()
      shuffled.leads[index].zones.reverse()
    }
    for file in [DataFile.findings, .zones, .matches] {
      #expect(file.bytes(of: report) == file.bytes(of: shuffled))
    }
  }

  @Test("what is not known is empty, never zero")
  func unknownValues() throws {
    var report = HostileReport.empty
    report.leads = [
      LeadEntry(
        id: LeadID(jurisdiction: report.jurisdiction, quarter: report.quarter, serial: 1),
        status: .new, disposition: .verify)
    ]
    let row = try #require(try StrictCSV(DataFile.leads.bytes(of: report)).records.first)
    let unknown = [
      "obligor_id", "obligor_name", "obligor_code", "county_code", "place", "longitude",
      "latitude", "media", "channels", "occurrence_date", "discovery_date", "amount_estimate",
      "amount_determined", "amount_basis", "missing_facts", "verification_due", "overdue_days",
      "feedback_due",
    ]
    for column in unknown { #expect(row[column] == "", "\(column)") }
    #expect(row["in_red_line"] == "U")
    #expect(row["minor"] == "N")
  }
}
