package import Vocabulary

extension ReviewItem.Kind {
  /// What officials read.
  package var term: String { wording.zh }

  /// The same in both languages.
  package var wording: Wording {
    switch self {
    case .codeNameConflict:
      Wording(zh: "同一代码名称不符", en: "one code, names that do not agree")
    case .ambiguousObligor: Wording(zh: "义务人不能确定", en: "of which obligor it is cannot be told")
    case .documentConflict:
      Wording(zh: "同一文号当事人不同", en: "one document number, several parties or matters")
    case .leadConflict:
      Wording(zh: "与两件以上线索相关", en: "tied to more than one lead")
    case .placeConflict: Wording(zh: "位置申报与图层不符", en: "declared places and the map differ")
    case .placesDisagree: Wording(zh: "各处位置结论相反", en: "places contradict each other")
    case .layerVersion: Wording(zh: "图层新旧版本结论不同", en: "versions of a layer differ")
    case .countyConflict: Wording(zh: "坐标与所填县区不符", en: "point outside the stated county")
    case .unreadableShape: Wording(zh: "损害范围坐标无法读取", en: "the stated area cannot be read")
    case .tension: Wording(zh: "结论相互抵触", en: "two conclusions pull apart")
    case .withdrawnDecision: Wording(zh: "所依决定已撤销", en: "the decision it rests on was withdrawn")
    case .valueConflict: Wording(zh: "来源数值不一致", en: "sources state different values")
    }
  }
}
