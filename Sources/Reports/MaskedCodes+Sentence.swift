internal import Vocabulary

extension MaskedCodes {
  /// What the masked codes show of the matching, for officials.
  var sentence: String {
    guard masked > 0 else {
      return "\(kind.words)：没有两条以上有名称的记录写明同一\(kind.number)，无从检验。"
    }
    var text =
      "\(kind.words)：\(Numeral.grouped(obligors)) 个义务人中遮盖了 \(Numeral.grouped(masked)) 条记录的\(kind.number)，"
      + "归对 \(Numeral.grouped(found)) 条，错归他人 \(Numeral.grouped(wrong)) 条，"
      + "未归并 \(Numeral.grouped(missed)) 条（其中 \(Numeral.grouped(asked)) 条已列入人工研判）；"
      + "准确率\(Self.words(precision))，召回率\(Self.words(recall))。"
    if contested > 0 {
      text += "另有 \(Numeral.grouped(contested)) 个\(kind.number)写在互不相干的名称下，不作为检验依据。"
    }
    return text
  }

  /// The share with its interval, or that the sample is too small.
  private static func words(_ proportion: Proportion?) -> String {
    guard let proportion else { return "样本不足（少于 \(Proportion.least) 条）" }
    let interval = proportion.interval
    return " \(percent(proportion.share))（95% 置信区间 \(percent(interval.lowerBound)) 至 "
      + "\(percent(interval.upperBound))）"
  }

  private static func percent(_ share: Double) -> String {
    let points = Proportion.basisPoints(share)
    let decimals = points % 100
    return "\(points / 100).\(decimals < 10 ? "0" : "")\(decimals)%"
  }
}

extension MatchingAccount {
  /// How the check was made, and how its figures are to be taken.
  static let checkMethod =
    "每次运行遮盖本批部分记录的已知号码（连同组织机构代码、注册号等可推知的编号），与其余全部记录重新归并一次，再与号码对照。"
    + "每个义务人至多遮盖一半、不超过 4 条，每类号码合计不超过 20,000 条，按内容摘要选取，同样的输入结果相同。"
    + "所示为有号码的记录在没有号码时的归并质量，不代表本来就没有号码的记录；并入无号码一方的错误无从发现。"
}

extension MaskedCodes.Kind {
  fileprivate var words: String {
    switch self {
    case .organisation: "单位"
    case .person: "个人"
    }
  }

  fileprivate var number: String {
    switch self {
    case .organisation: "统一社会信用代码"
    case .person: "证件号码"
    }
  }
}
