import Foundation
import Testing

/// A run that is stopped, or is not alone.
@Suite struct InterruptionTests {
  @Test("killed at any moment, the next run gives what one run gives")
  func killedAtRandom() throws {
    let seed = UInt64.random(in: .min ... .max)
    var moments = SeededMoments(seed: seed)
    let golden = try SmallRun.made
    let whole = try duration()
    var killed = 0
    for number in 0..<20 {
      let bench = try SmallRun.unscreened()
      let process = try LeadscreenProgram.start(Workbench.q3, in: bench.url)
      let moment = moments.next(below: whole * 1.05)
      usleep(UInt32(moment * 1_000_000))
      process.send(signal: SIGKILL)
      if try process.outcome().isKilled { killed += 1 }
      let next = try bench.run(Workbench.q3)
      let place: Comment = "seed \(seed), kill \(number) after \(moment) s"
      #expect(next.status == 0, place)
      #expect(
        try bench.digest("Reports").names == golden.reports.names.map { "2026Q3/" + $0 }, place)
      #expect(try bench.digest("Reports/2026Q3").differences(from: golden.reports) == [], place)
      #expect(try bench.ledgerStatus() == golden.ledgerStatus, place)
    }
    print("killed \(killed) of 20 runs under way, seed \(seed)")
    #expect(killed > 5, "seed \(seed): the kills came too late to say anything")
  }

  @Test("killed in a later quarter, the earlier reports stay and the next run completes")
  func killedLater() throws {
    let seed = UInt64.random(in: .min ... .max)
    var moments = SeededMoments(seed: seed)
    let whole = try duration()
    let drop = TransferDrop(count: 10, from: 10).text()
    func bench() throws -> Workbench {
      let bench = try SmallRun.copy()
      try bench.write(drop, to: "Inputs/2026Q4/移送.csv")
      return bench
    }
    let golden = try bench()
    #expect(try golden.run(Workbench.q4).status == 0)
    let goldenReports = try golden.digest("Reports")
    for number in 0..<6 {
      let bench = try bench()
      let process = try LeadscreenProgram.start(Workbench.q4, in: bench.url)
      usleep(UInt32(moments.next(below: whole) * 1_000_000))
      process.send(signal: SIGKILL)
      _ = try process.outcome()
      let place: Comment = "seed \(seed), kill \(number)"
      #expect(
        try bench.digest("Reports/2026Q3").differences(from: SmallRun.made.reports) == [], place)
      #expect(try bench.run(["ledger", "verify"]).status == 0, place)
      #expect(try bench.run(Workbench.q4).status == 0, place)
      #expect(try bench.digest("Reports").differences(from: goldenReports) == [], place)
    }
  }

  @Test(
    "an interrupt, a termination and a hang-up end the run with 130",
    arguments: [SIGINT, SIGTERM, SIGHUP])
  func interrupted(number: Int32) throws {
    let bench = try SmallRun.unscreened()
    let process = try LeadscreenProgram.start(Workbench.q3, in: bench.url)
    try wait(for: "ledger.sqlite.lock", in: bench)
    process.send(signal: number)
    let outcome = try process.outcome()
    #expect(outcome.status == 130)
    #expect(!outcome.isKilled)
    #expect(!bench.exists("Reports/2026Q3"))
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(
      try bench.digest("Reports/2026Q3").differences(from: SmallRun.made.reports) == [])
  }

  @Test("of two runs at once both end well or one is told that the ledger is busy")
  func together() throws {
    let golden = try SmallRun.made
    for _ in 0..<3 {
      let bench = try SmallRun.unscreened()
      let first = try LeadscreenProgram.start(Workbench.q3, in: bench.url)
      let second = try LeadscreenProgram.start(Workbench.q3, in: bench.url)
      let outcomes = try [first.outcome(), second.outcome()]
      #expect(outcomes.contains { $0.status == 0 })
      #expect(outcomes.allSatisfy { $0.status == 0 || $0.status == 75 }, "\(outcomes)")
      #expect(try bench.digest("Reports/2026Q3").differences(from: golden.reports) == [])
      #expect(try bench.ledgerStatus() == golden.ledgerStatus)
    }
  }

  @Test("a run that cannot have the ledger says so with 75 and leaves it as it is")
  func busy() throws {
    let bench = try SmallRun.copy()
    let ledger = try bench.ledgerDigest()
    // Another process holds the lock a little longer than a run waits for it.
    let holder = try RunningProcess(
      URL(fileURLWithPath: NeededTool.python.rawValue),
      [
        "-c",
        "import fcntl,time; f=open('ledger.sqlite.lock','r+'); fcntl.flock(f,fcntl.LOCK_EX); "
          + "open('held','w'); time.sleep(60)",
      ], in: bench.url)
    try wait(for: "held", in: bench)
    let outcome = try bench.run(Workbench.q3)
    holder.send(signal: SIGKILL)
    _ = try holder.outcome()
    #expect(outcome.status == 75, "\(outcome.messages)")
    #expect(outcome.messages.contains("E504"))
    #expect(try bench.ledgerDigest() == ledger)
  }

  private func wait(for name: String, in bench: Workbench) throws {
    let deadline = Date(timeIntervalSinceNow: 30)
    while !bench.exists(name), Date() < deadline { usleep(500) }
    try #require(bench.exists(name))
  }

  /// How long a small run takes here and now, in seconds.
  private func duration() throws -> Double {
    let bench = try SmallRun.unscreened()
    let start = ContinuousClock.now
    try bench.run(Workbench.q3)
    let time = (ContinuousClock.now - start).components
    return Double(time.seconds) + Double(time.attoseconds) / 1e18
  }
}

/// Moments drawn from a seed that is printed when a test fails (SplitMix64).
struct SeededMoments {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below limit: Double) -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    value ^= value >> 31
    return Double(value >> 11) / Double(UInt64(1) << 53) * limit
  }
}
