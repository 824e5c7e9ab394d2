import Foundation
import Testing

/// The sample's two quarters, screened by the real program.
@Suite struct SampleScreeningTests {
  static let quarters = ["2026Q2", "2026Q3"]

  @Test("init --demo, screen 2026Q2 and screen 2026Q3 all end with 0 and say what came of it")
  func exits() throws {
    let sample = try SampleRun.made
    #expect(sample.initial.status == 0)
    #expect(sample.second.status == 0, "\(sample.second.messages)")
    #expect(sample.third.status == 0, "\(sample.third.messages)")
    #expect(sample.second.messages.contains("Reports/2026Q2/report.html"))
    #expect(sample.second.output.isEmpty)
  }

  @Test("every file of the contract is there with the contract's header", arguments: quarters)
  func files(quarter: String) throws {
    let bench = try SampleRun.made.workbench
    for name in PublicNames.files {
      #expect(bench.exists("Reports/\(quarter)/\(name)"), "\(name)")
    }
    for (name, columns) in PublicNames.columns {
      let table = try bench.table(name, of: quarter)
      #expect(table.header == columns, "\(name)")
      #expect(!table.rows.isEmpty, "\(name)")
    }
  }

  @Test("records.csv has one row for each data record of each file", arguments: quarters)
  func everyRecord(quarter: String) throws {
    let bench = try SampleRun.made.workbench
    let delivered = try DeliveredFile.all(in: bench.path("Inputs/\(quarter)"))
    let rows = try bench.table("records", of: quarter).named
    #expect(delivered.count == 6)
    #expect(rows.count == delivered.reduce(0) { $0 + $1.records.count })
    for file in delivered {
      let path = "Inputs/\(quarter)/\(file.name)"
      let numbers = rows.filter { $0["file"] == path }.compactMap { $0["record"].flatMap(Int.init) }
      #expect(numbers == Array(1...file.records.count), "\(path)")
    }
  }

  @Test("a record has a lead exactly if it was taken in, and a reason if it was not")
  func recordsAndLeads() throws {
    let bench = try SampleRun.made.workbench
    for quarter in Self.quarters {
      for row in try bench.table("records", of: quarter).named {
        let isRejected = row["status"] == "rejected"
        #expect((row["lead_id"] ?? "").isEmpty == isRejected, "\(row)")
        #expect(!isRejected || !(row["reason"] ?? "").isEmpty, "\(row)")
        #expect(["opened", "merged", "repeat", "rejected"].contains(row["status"] ?? ""))
      }
    }
  }

  @Test("a lead has one opening record, in the quarter its id names")
  func openings() throws {
    let bench = try SampleRun.made.workbench
    for quarter in Self.quarters {
      let opened = try bench.table("records", of: quarter).named
        .filter { $0["status"] == "opened" }.compactMap { $0["lead_id"] }
      let new = try bench.table("leads", of: quarter).named
        .filter { $0["status"] == "new" }.compactMap { $0["lead_id"] }
      #expect(opened.count == Set(opened).count)
      #expect(opened.sorted() == new.sorted())
      #expect(opened.allSatisfy { $0.contains("-\(quarter)-") })
    }
  }

  @Test("lead ids have the public form, are unique and sorted", arguments: quarters)
  func identifiers(quarter: String) throws {
    let ids = try SampleRun.made.workbench.table("leads", of: quarter).column("lead_id")
    #expect(ids.allSatisfy { $0.wholeMatch(of: /XS140900-2026Q[23]-\d{5}/) != nil })
    #expect(ids.count == Set(ids).count)
    #expect(ids == ids.sorted())
  }

  @Test("a lead of the second quarter keeps its id, obligor and place in the third")
  func stability() throws {
    let bench = try SampleRun.made.workbench
    let before = try bench.table("leads", of: "2026Q2").named
    let after = try Dictionary(
      bench.table("leads", of: "2026Q3").named.map { ($0["lead_id"] ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    var carried = 0
    for lead in before {
      guard let id = lead["lead_id"], let later = after[id] else { continue }
      carried += 1
      #expect(later["first_quarter"] == "2026Q2")
      // A lead that nothing new was said about is what it was.
      guard later["status"] == "open" else { continue }
      for column in ["obligor_id", "obligor_name", "place", "occurrence_date", "records"] {
        #expect(later[column] == lead[column], "\(id) \(column)")
      }
    }
    #expect(carried > 100)
    #expect(after.values.contains { $0["first_quarter"] == "2026Q2" && $0["status"] == "changed" })
  }

  @Test("every lead, obligor and record named in one table is in the table it is of")
  func references() throws {
    let bench = try SampleRun.made.workbench
    for quarter in Self.quarters {
      let leads = Set(try bench.table("leads", of: quarter).column("lead_id"))
      for table in ["findings", "zones"] {
        let named = Set(try bench.table(table, of: quarter).column("lead_id"))
        #expect(named.isSubset(of: leads), "\(table)")
      }
      let matched = try bench.table("matches", of: quarter).named
      #expect(matched.allSatisfy { $0["lead_id"] == "" || leads.contains($0["lead_id"] ?? "-") })
      #expect(matched.allSatisfy { $0["record_a"] != $0["record_b"] })
      let items = try bench.table("review", of: quarter).column("item")
      #expect(items.count == Set(items).count)
    }
  }

  @Test("truth values and amounts are written as promised", arguments: quarters)
  func values(quarter: String) throws {
    let truths = [
      "in_red_line", "in_nature_reserve", "repeat_offender", "scope_excluded", "minor",
      "may_not_initiate", "major", "simple_assessment",
    ]
    for lead in try SampleRun.made.workbench.table("leads", of: quarter).named {
      for column in truths {
        #expect(["T", "F", "U", "N"].contains(lead[column] ?? ""), "\(column)")
      }
      for column in ["amount_estimate", "amount_determined"] {
        let value = lead[column] ?? ""
        #expect(value.isEmpty || value.wholeMatch(of: /\d+\.\d\d/) != nil, "\(column) \(value)")
      }
    }
  }

  @Test("screen --json has exactly the contract's keys, and its outputs are the files written")
  func screenJSON() throws {
    let sample = try SampleRun.made
    let object = try JSONValue(sample.third.output)
    #expect(object.keys == PublicNames.screenKeys)
    #expect(object["counts"]?.keys == PublicNames.countKeys)
    #expect(object["schema"]?.number == 1)
    #expect(object["quarter"]?.text == "2026Q3")
    let outputs = try #require(object["outputs"]?.elements)
    let written = try sample.workbench.digest("Reports/2026Q3")
    #expect(Set(outputs.compactMap { $0["path"]?.text }) == Set(written.names))
    for output in outputs {
      #expect(output.keys == ["path", "bytes", "sha256"])
      #expect(output["sha256"]?.text == output["path"]?.text.flatMap { written.digests[$0] })
    }
    let keys: Set<String> = ["code", "file", "line", "column", "value", "hint"]
    let errors = try #require(object["errors"]?.elements)
    #expect(!errors.isEmpty)
    // The record's number and the wording were added to the public keys.
    #expect(errors.allSatisfy { $0.keys.subtracting(keys).isSubset(of: ["record", "message"]) })
  }

  @Test("the manifest lists every other file with its hash, and every input")
  func manifest() throws {
    let bench = try SampleRun.made.workbench
    for quarter in Self.quarters {
      let manifest = try JSONValue(bench.text("Reports/\(quarter)/manifest.json"))
      let written = try bench.digest("Reports/\(quarter)")
      let outputs = try #require(manifest["outputs"]?.elements)
      #expect(
        Set(outputs.compactMap { $0["path"]?.text })
          == Set(written.names).subtracting(["manifest.json"]))
      for output in outputs {
        #expect(output["sha256"]?.text == output["path"]?.text.flatMap { written.digests[$0] })
      }
      for input in try #require(manifest["inputs"]?.elements) {
        let path = try #require(input["path"]?.text)
        #expect(try input["sha256"]?.text == FolderDigest.of(bench.path(path)))
      }
    }
  }
}
