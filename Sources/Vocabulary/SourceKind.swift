/// The kinds of export the program takes in; a profile names its kind.
package enum SourceKind: UInt8, Sendable, Hashable, CaseIterable {
  case inspection = 0
  case inspectorate = 1
  case emergency = 2
  case transfer = 3
  case penalty = 4
  case complaint = 5
  /// Earlier compensation cases with their outcome: the memory for repeat offenders, not leads.
  case history = 6

  /// The word profiles and machine outputs use.
  package var name: String {
    switch self {
    case .inspection: "inspection"
    case .inspectorate: "inspectorate"
    case .emergency: "emergency"
    case .transfer: "transfer"
    case .penalty: "penalty"
    case .complaint: "complaint"
    case .history: "history"
    }
  }

  /// The kind that profiles write as `name`; `nil` for any other text.
  package init?(name: some StringProtocol) {
    guard let kind = SourceKind.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  /// 执法检查, 督察, 突发环境事件, 检察移送, 双公示行政处罚, 信访举报, 历史赔偿案件.
  package var wording: Wording {
    switch self {
    case .inspection: Wording(zh: "执法检查", en: "inspections")
    case .inspectorate: Wording(zh: "督察", en: "inspectorate findings")
    case .emergency: Wording(zh: "突发环境事件", en: "emergencies")
    case .transfer: Wording(zh: "检察移送", en: "procuratorate transfers")
    case .penalty: Wording(zh: "双公示行政处罚", en: "administrative penalties")
    case .complaint: Wording(zh: "信访举报", en: "complaints")
    case .history: Wording(zh: "历史赔偿案件", en: "earlier compensation cases")
    }
  }
}

/// The ten screening channels (线索渠道) of 环法规〔2022〕31号; numbers from C05 on are unverified.
package enum Channel: UInt8, Sendable, Hashable, CaseIterable {
  case inspectorate = 1
  case emergency = 2
  case penalty = 3
  case crime = 4
  /// A property of the place rather than of a source.
  case protectedPlace = 5
  case routineInspection = 6
  case complaint = 7
  case assigned = 8
  case procuratorate = 9
  case other = 10

  /// `C01` to `C10`.
  package var code: String { "C" + padded(Int(rawValue), to: 2) }

  /// The channel written as `code`; `nil` for any other text.
  package init?(code: some StringProtocol) {
    guard let channel = Channel.allCases.first(where: { $0.code == code }) else { return nil }
    self = channel
  }

  /// The channel's name, shortened from the text.
  package var wording: Wording {
    switch self {
    case .inspectorate: Wording(zh: "中央和省级督察发现", en: "central or provincial inspectorate")
    case .emergency: Wording(zh: "突发生态环境事件", en: "environmental emergency")
    case .penalty: Wording(zh: "资源与环境行政处罚", en: "administrative penalty")
    case .crime: Wording(zh: "涉嫌破坏环境资源犯罪", en: "suspected crime")
    case .protectedPlace: Wording(zh: "红线等特殊区域内事件", en: "event in a protected place")
    case .routineInspection: Wording(zh: "日常监管和执法巡查", en: "routine supervision")
    case .complaint: Wording(zh: "信访投诉和举报曝光", en: "complaint or exposure")
    case .assigned: Wording(zh: "上级机关交办", en: "assigned by a superior body")
    case .procuratorate: Wording(zh: "检察机关移送", en: "transferred by the procuratorate")
    case .other: Wording(zh: "赔偿权利人确定的其他渠道", en: "other channel")
    }
  }
}

extension SourceKind {
  /// The channel a record of this kind comes through; history is no channel.
  package var channel: Channel? {
    switch self {
    case .inspection: .routineInspection
    case .inspectorate: .inspectorate
    case .emergency: .emergency
    case .transfer: .procuratorate
    case .penalty: .penalty
    case .complaint: .complaint
    case .history: nil
    }
  }
}

/// A set of channels, or of media: one bit a case, whose raw values must be below 32.
package struct CaseSet<Case: RawRepresentable & CaseIterable & Sendable>: Hashable, Sendable
where Case.RawValue == UInt8 {
  /// Bit `n` for the case with raw value `n`, as the ledger keeps it.
  package private(set) var bits: UInt32

  /// The set with those bits; empty without.
  package init(bits: UInt32 = 0) { self.bits = bits }

  /// The set of those cases.
  package init(_ cases: Case...) {
    bits = 0
    for one in cases { insert(one) }
  }

  package var isEmpty: Bool { bits == 0 }
  package var count: Int { bits.nonzeroBitCount }

  /// Whether the case is in the set.
  package func contains(_ one: Case) -> Bool { bits & (1 << UInt32(one.rawValue)) != 0 }

  /// Adds a case.
  package mutating func insert(_ one: Case) { bits |= 1 << UInt32(one.rawValue) }

  /// Adds the cases of another set.
  package mutating func formUnion(_ other: CaseSet) { bits |= other.bits }

  /// The cases in their declared order.
  package var cases: [Case] { Case.allCases.filter { contains($0) } }
}

extension MediumSet {
  /// Calls `body` with every medium that says which: all but 其他.
  @inlinable
  package func forEachNamed(_ body: (UInt8) -> Void) {
    var rest = bits & ~(1 << UInt32(Medium.other.rawValue))
    while rest != 0 {
      body(UInt8(truncatingIfNeeded: rest.trailingZeroBitCount))
      rest &= rest - 1
    }
  }
}

/// The channels something came through.
package typealias ChannelSet = CaseSet<Channel>
/// The media that were harmed.
package typealias MediumSet = CaseSet<Medium>
