internal import Vocabulary

/// How large a lead's damage is, in the bands of the chart; raw values stand in links.
enum AmountBand: Int, CaseIterable {
  case upTo3000 = 0
  case upTo10000, upTo50000, upTo100000, upTo300000, upTo500000, above, unknown

  /// The band of a lead by its determined amount, or by the estimate while there is none.
  init(_ lead: LeadEntry) {
    guard let amount = lead.amount else {
      self = .unknown
      return
    }
    self =
      AmountBand.allCases.first { band in band.bound.map { amount.fen <= $0 * 100 } ?? false }
      ?? .above
  }

  /// The largest amount in yuan, itself included; `nil` for the last bands.
  private var bound: Int64? {
    switch self {
    case .upTo3000: 3_000
    case .upTo10000: 10_000
    case .upTo50000: 50_000
    case .upTo100000: 100_000
    case .upTo300000: 300_000
    case .upTo500000: 500_000
    case .above, .unknown: nil
    }
  }

  var term: String {
    switch self {
    case .upTo3000: "≤3千"
    case .upTo10000: "3千–1万"
    case .upTo50000: "1–5万"
    case .upTo100000: "5–10万"
    case .upTo300000: "10–30万"
    case .upTo500000: "30–50万"
    case .above: ">50万"
    case .unknown: "未知"
    }
  }
}

/// How far a lead that is still to be verified is from its deadline; raw values stand in links.
enum DueBand: Int, CaseIterable {
  case lateOver60 = 0
  case lateOver30, late, within7, within15, within30, later, unknown

  /// The band of a lead; `nil` for one that is settled or was verified in time.
  init?(_ lead: LeadEntry, asOf: Day) {
    guard let overdue = lead.overdueDays else {
      guard lead.isVerificationPending else { return nil }
      self = .unknown
      return
    }
    if overdue > 0 {
      self = overdue > 60 ? .lateOver60 : overdue > 30 ? .lateOver30 : .late
      return
    }
    guard lead.isVerificationPending, let due = lead.verificationDue, due >= asOf else {
      return nil
    }
    let left = due.days(since: asOf)
    self = left <= 7 ? .within7 : left <= 15 ? .within15 : left <= 30 ? .within30 : .later
  }

  var term: String {
    switch self {
    case .lateOver60: "超60日以上"
    case .lateOver30: "超31–60日"
    case .late: "超1–30日"
    case .within7: "7日内"
    case .within15: "8–15日"
    case .within30: "16–30日"
    case .later: "30日以后"
    case .unknown: "是否超期不明"
    }
  }

  var isLate: Bool {
    switch self {
    case .lateOver60, .lateOver30, .late: true
    case .within7, .within15, .within30, .later, .unknown: false
    }
  }
}
