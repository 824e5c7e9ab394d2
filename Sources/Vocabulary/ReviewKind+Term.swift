extension ReviewItem.Kind {
  /// What officials read: what there is to decide.
  package var term: String {
    switch self {
    case .codeNameConflict: "同一代码、名称不符"
    case .ambiguousObligor: "名称对应多个义务人"
    case .documentConflict: "同一文号、当事人不明"
    case .leadConflict: "一条记录对应两件往季线索"
    case .placeConflict: "来源与图层不一致"
    case .tension: "结论相互牵制"
    case .withdrawnDecision: "所依决定已撤销"
    case .valueConflict: "来源之间金额或日期不一致"
    }
  }
}
