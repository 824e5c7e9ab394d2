internal import Vocabulary

extension ManifestContent {
  /// What weighed the pairs of parties, in bits, and how the parties met.
  struct Matching: Encodable {
    var model, pairs, refused: Int
    var joinBits, reviewBits, marginBits: Double
    /// By family of keys, those that met anybody.
    var blocks: [String: Block]
    /// By whose codes were masked; left out for a run that did not look.
    var maskedCodes: [String: Masked]?

    /// `masked == found + wrong + missed`; `asked` is counted among the missed.
    struct Masked: Encodable {
      var obligors, contested, masked, found, wrong, missed, asked: Int
      /// `null` where there is too little to say anything.
      var precision, recall: Share?

      enum CodingKeys: CodingKey {
        case obligors, contested, masked, found, wrong, missed, asked, precision, recall
      }

      func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(obligors, forKey: .obligors)
        try values.encode(contested, forKey: .contested)
        try values.encode(masked, forKey: .masked)
        try values.encode(found, forKey: .found)
        try values.encode(wrong, forKey: .wrong)
        try values.encode(missed, forKey: .missed)
        try values.encode(asked, forKey: .asked)
        try values.encode(precision, forKey: .precision)
        try values.encode(recall, forKey: .recall)
      }
    }

    /// Shares of 0 to 1 with four decimals; `low` and `high` are the 95 % interval.
    struct Share: Encodable {
      var value, low, high: Double
    }
  }

  struct Block: Encodable {
    var blocks, refined, overflowing, partiesLeftOut, pairs: Int
  }
}

extension ManifestContent.Matching {
  init(_ account: MatchingAccount, refused: Int) {
    let met = BlockReport.Family.allCases.filter { account.blocks[$0] != BlockReport.Account() }
    self.init(
      model: Int(account.model), pairs: account.blocks.weighed, refused: refused,
      joinBits: Double(account.join) / 1000, reviewBits: Double(account.review) / 1000,
      marginBits: Double(account.margin) / 1000,
      blocks: Dictionary(
        uniqueKeysWithValues: met.map { family in
          let one = account.blocks[family]
          return (
            family.rawValue,
            ManifestContent.Block(
              blocks: one.blocks, refined: one.refined, overflowing: one.overflowing,
              partiesLeftOut: one.partiesLeftOut, pairs: one.pairs)
          )
        }),
      maskedCodes: account.masked.isEmpty
        ? nil
        : Dictionary(
          uniqueKeysWithValues: account.masked.map { ($0.kind.rawValue, Masked($0)) }))
  }
}

extension ManifestContent.Matching.Masked {
  fileprivate init(_ codes: MaskedCodes) {
    self.init(
      obligors: codes.obligors, contested: codes.contested, masked: codes.masked,
      found: codes.found, wrong: codes.wrong, missed: codes.missed, asked: codes.asked,
      precision: codes.precision.map(ManifestContent.Matching.Share.init),
      recall: codes.recall.map(ManifestContent.Matching.Share.init))
  }
}

extension ManifestContent.Matching.Share {
  fileprivate init(_ proportion: Proportion) {
    func rounded(_ share: Double) -> Double { Double(Proportion.basisPoints(share)) / 10_000 }
    let interval = proportion.interval
    self.init(
      value: rounded(proportion.share), low: rounded(interval.lowerBound),
      high: rounded(interval.upperBound))
  }
}
