import Sample
import Vocabulary

/// Something that happened: one lead.
struct TrialEvent: Sendable {
  /// Its number, which is the lead's in the truth.
  let number: Int32
  let obligor: Int32
  /// Days after the quarter's first.
  let day: Int16
  /// Place in `SampleHarm.all`.
  let harm: UInt8
  /// 0 is the obligor's own address, others are places of this event's own.
  let place: UInt8
  /// Place in `mixes`.
  let mix: UInt8

  /// Who writes of an event, with the share of such events in a thousand.
  ///
  /// A source that comes twice has written twice: follow-up reports, repeated complaints.
  static let mixes: [(sources: [TrialSource], share: Int)] = [
    ([.inspection], 252), ([.penalty], 252), ([.complaint], 56), ([.transfer], 20),
    ([.inspectorate], 36), ([.emergency], 14),
    ([.inspection, .penalty], 152), ([.complaint, .inspection], 28),
    ([.complaint, .complaint], 14),
    ([.penalty, .transfer], 24), ([.inspectorate, .penalty], 18), ([.emergency, .emergency], 14),
    ([.inspection, .penalty, .complaint], 36), ([.penalty, .transfer, .inspection], 26),
    ([.complaint, .complaint, .inspection], 10), ([.emergency, .emergency, .emergency], 6),
    ([.inspection, .penalty, .complaint, .transfer], 20),
    ([.inspectorate, .inspection, .penalty, .complaint], 16),
    ([.emergency, .emergency, .inspection, .penalty], 6),
  ]
  static let mixChoice = WeightedChoice(weights: mixes.map(\.share))

  var sources: [TrialSource] { TrialEvent.mixes[Int(mix)].sources }

  /// Whether a penalty is among the records.
  var isPenalised: Bool { sources.contains(.penalty) }
}

/// The events of a drop: one to sixty an obligor, few with many.
struct TrialEvents {
  private(set) var all: [TrialEvent] = []
  private(set) var records = 0
  private var sequence: SeededSequence
  private let counts = WeightedChoice(count: 60, steps: 3)
  private let plan: TrialPlan
  private let length: Int

  /// The records an event has on average, and the events an obligor has.
  static let recordsPerObligor = 2.0

  init(_ plan: TrialPlan, _ obligors: [TrialObligor]) {
    self.plan = plan
    sequence = SeededSequence(seed: plan.seed, part: "events")
    length = plan.quarter.lastDay.days(since: plan.quarter.firstDay) - 10
    let government = obligors.firstIndex { $0.kind == .government } ?? 0
    for (number, obligor) in obligors.enumerated() {
      add(Int32(number), obligor)
      if plan.skew == .government { addOne(Int32(government)) }
      if records >= plan.records { break }
    }
    // The order of the files says nothing of what belongs together.
    for place in all.indices.reversed() { all.swapAt(place, sequence.below(place + 1)) }
  }

  private mutating func add(_ number: Int32, _ obligor: TrialObligor) {
    var count = counts.pick(&sequence) + 1
    if obligor.kind == .government { count = 2 + sequence.below(40) }
    if obligor.kind == .person { count = min(count, 2) }
    var earlier: [(day: Int, harm: Int, place: Int)] = []
    let harms = SampleHarm.all.count
    let usual = Int(SeededSequence.mixed(UInt64(number) &+ plan.seed) % UInt64(harms))
    while earlier.count < count {
      var next = (
        day: sequence.below(length),
        harm: sequence.happens(60) ? usual : sequence.below(harms),
        place: sequence.happens(75) ? 0 : 1 + sequence.below(200)
      )
      // The same thing at the same place a week later is another event.
      if let last = earlier.last, sequence.happens(25), last.day + 17 < length {
        next = (last.day + 7 + sequence.below(8), last.harm, last.place)
      }
      let isDoubtful = earlier.contains {
        abs($0.day - next.day) < 7
          && ($0.harm == next.harm || $0.place == next.place
            || !Set(SampleHarm.all[$0.harm].media).isDisjoint(with: SampleHarm.all[next.harm].media))
      }
      if isDoubtful, earlier.count < 12 { continue }
      if isDoubtful { break }
      earlier.append(next)
      append(number, next)
    }
  }

  private mutating func addOne(_ number: Int32) {
    append(
      number,
      (sequence.below(length), sequence.below(SampleHarm.all.count), 1 + sequence.below(200)))
  }

  private mutating func append(_ number: Int32, _ event: (day: Int, harm: Int, place: Int)) {
    let mix = TrialEvent.mixChoice.pick(&sequence)
    all.append(
      TrialEvent(
        number: Int32(all.count), obligor: number, day: Int16(event.day),
        harm: UInt8(event.harm), place: UInt8(event.place), mix: UInt8(mix)))
    records += TrialEvent.mixes[mix].sources.count
  }
}
