package import Vocabulary

extension ReviewItem.Kind {
  /// What officials read.
  package var term: String {
    switch self {
    case .codeNameConflict: "同一代码名称不符"
    case .ambiguousObligor: "义务人不能确定"
    case .documentConflict: "同一文号当事人不同"
    case .leadConflict: "与两件以上线索相关"
    case .placeConflict: "位置申报与图层不符"
    case .tension: "结论相互抵触"
    case .withdrawnDecision: "所依决定已撤销"
    case .valueConflict: "来源数值不一致"
    }
  }
}
