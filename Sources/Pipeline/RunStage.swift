package import Vocabulary

/// The stages of a run, as progress and timings name them.
package enum RunStage: String, Sendable, CaseIterable {
  case intake, ledger, matching, record, zones, rules, reports, workbook

  package var wording: Wording {
    switch self {
    case .intake: Wording(zh: "读取", en: "intake")
    case .ledger: Wording(zh: "载入台账", en: "ledger")
    case .matching: Wording(zh: "归并", en: "matching")
    case .record: Wording(zh: "登记", en: "record")
    case .zones: Wording(zh: "比对图层", en: "zones")
    case .rules: Wording(zh: "适用规则", en: "rules")
    case .reports: Wording(zh: "生成报表", en: "reports")
    case .workbook: Wording(zh: "生成台账表", en: "workbook")
    }
  }
}

/// How long each stage took; for `--json` and benchmarks, never for an output file.
package struct StageTimes: Sendable {
  /// Seconds by stage, in the order the stages were entered.
  package private(set) var seconds: [(stage: RunStage, seconds: Double)] = []
  private let progress: @Sendable (RunStage, Double?) -> Void

  /// `progress` hears of every stage, with the share done where it is known; from several threads.
  package init(progress: @escaping @Sendable (RunStage, Double?) -> Void = { _, _ in }) {
    self.progress = progress
  }

  /// Runs `body` as a part of `stage`.
  package mutating func measure<T>(
    _ stage: RunStage, _ body: () throws(Failure) -> T
  ) throws(Failure) -> T {
    progress(stage, nil)
    let start = ContinuousClock.now
    defer { add(stage, ContinuousClock.now - start) }
    return try body()
  }

  /// Says how far the present stage is.
  package func report(_ stage: RunStage, share: Double) { progress(stage, share) }

  private mutating func add(_ stage: RunStage, _ duration: Duration) {
    let seconds =
      Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    if let index = self.seconds.firstIndex(where: { $0.stage == stage }) {
      self.seconds[index].seconds += seconds
    } else {
      self.seconds.append((stage, seconds))
    }
  }
}
