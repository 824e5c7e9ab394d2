import Files
import Glibc
import Metering
import Pipeline
import Reports
import Vocabulary

/// Measures what is written of a quarter: `ReportBenchmark page|ledger|tables LEADS|WORKSPACE FOLDER`.
///
/// The quarter is an invented one of so many leads, or 2026Q4 of a workspace, screened first if need be.
/// One line on standard output: what, leads, CPU seconds, wall seconds, bytes, and the peak of memory
/// beyond what the quarter itself takes.
@main struct ReportBenchmark {
  static func main() throws(Failure) {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let report = try quarter(arguments[2]) else {
      print("usage: ReportBenchmark page|ledger|tables LEADS|WORKSPACE FOLDER")
      exit(64)
    }
    let folder = arguments[3]
    switch arguments[1] {
    case "page":
      let (page, reading) = ProcessMeter.measure { HTMLReport.render(report) }
      try DurableFile.write(page, to: "\(folder)/report.html", shown: "report.html")
      say("page", report, page.count, reading)
    case "ledger":
      let path = "\(folder)/\(LedgerWorkbook.name)"
      let (result, reading) = ProcessMeter.measure {
        Result { () throws(Failure) in try LedgerWorkbook.write(report, to: path) }
      }
      try result.get()
      say("ledger", report, RegularFile.size(of: path), reading)
    default:
      let (bytes, reading) = ProcessMeter.measure {
        DataFile.allCases.reduce(0) { $0 + $1.bytes(of: report).count }
      }
      say("tables", report, bytes, reading)
    }
  }

  private static func quarter(_ argument: String) throws(Failure) -> QuarterReport? {
    if let leads = Int(argument) { return InventedQuarter(leads: leads).report() }
    guard let quarter = Quarter("2026Q4"), let asOf = Day(year: 2027, month: 1, day: 10) else {
      return nil
    }
    var times = StageTimes()
    return try Screening.open(folder: argument, current: argument)
      .screen(ScreenRequest(quarter: quarter, asOf: asOf), times: &times).report
  }

  private static func say(
    _ what: String, _ report: QuarterReport, _ bytes: Int, _ reading: ProcessMeter.Reading
  ) {
    func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
    print(
      what, report.leads.count, rounded(reading.cpuSeconds), rounded(reading.wallSeconds), bytes,
      reading.peakBytesBeyond, separator: " ")
  }
}
