/// What was harmed (环境要素).
package enum Medium: UInt8, Sendable, Hashable, CaseIterable {
  case water = 0
  case air, soil, groundwater, solidWaste, noise
  case forest, grassland, wetland, landWildlife
  case farmland, mineral, land
  case river, waterResource, soilErosion
  case fishery, aquaticLife
  case constructionWaste, dust, urbanGreen
  case other

  /// The Chinese term; also what machine outputs carry.
  package var term: String {
    switch self {
    case .water: "水"
    case .air: "大气"
    case .soil: "土壤"
    case .groundwater: "地下水"
    case .solidWaste: "固体废物"
    case .noise: "噪声"
    case .forest: "森林"
    case .grassland: "草原"
    case .wetland: "湿地"
    case .landWildlife: "野生动植物"
    case .farmland: "耕地"
    case .mineral: "矿产"
    case .land: "土地"
    case .river: "河道"
    case .waterResource: "水资源"
    case .soilErosion: "水土流失"
    case .fishery: "渔业"
    case .aquaticLife: "水生生物"
    case .constructionWaste: "建筑垃圾"
    case .dust: "扬尘"
    case .urbanGreen: "城市绿地"
    case .other: "其他"
    }
  }

  /// The term, and what it is called in English messages.
  package var wording: Wording { Wording(zh: term, en: termInEnglish) }

  private var termInEnglish: String {
    switch self {
    case .water: "water"
    case .air: "air"
    case .soil: "soil"
    case .groundwater: "groundwater"
    case .solidWaste: "solid waste"
    case .noise: "noise"
    case .forest: "forest"
    case .grassland: "grassland"
    case .wetland: "wetland"
    case .landWildlife: "wild animals and plants"
    case .farmland: "farmland"
    case .mineral: "minerals"
    case .land: "land"
    case .river: "river"
    case .waterResource: "water resources"
    case .soilErosion: "soil erosion"
    case .fishery: "fishery"
    case .aquaticLife: "aquatic life"
    case .constructionWaste: "construction waste"
    case .dust: "dust"
    case .urbanGreen: "urban green space"
    case .other: "other"
    }
  }

  /// The department proposed to handle it; no text assigns media, so this is a proposal.
  package var proposedDepartment: Department? {
    switch self {
    case .water, .air, .soil, .groundwater, .solidWaste, .noise: .ecologyEnvironment
    case .forest, .grassland, .wetland, .landWildlife: .forestryGrassland
    case .farmland, .mineral, .land: .naturalResources
    case .river, .waterResource, .soilErosion: .waterAffairs
    case .fishery, .aquaticLife: .agriculture
    case .constructionWaste, .dust, .urbanGreen: .housing
    case .other: nil
    }
  }
}

/// A competent department (办案部门), as proposed by medium.
package enum Department: UInt8, Sendable, Hashable, CaseIterable {
  case ecologyEnvironment = 0
  case forestryGrassland, naturalResources, waterAffairs, agriculture, housing

  /// The Chinese term.
  package var term: String {
    switch self {
    case .ecologyEnvironment: "生态环境"
    case .forestryGrassland: "林业和草原"
    case .naturalResources: "自然资源"
    case .waterAffairs: "水利"
    case .agriculture: "农业农村"
    case .housing: "住房和城乡建设或城市管理"
    }
  }

  /// The term, and what it is called in English messages.
  package var wording: Wording { Wording(zh: term, en: termInEnglish) }

  private var termInEnglish: String {
    switch self {
    case .ecologyEnvironment: "ecology and environment"
    case .forestryGrassland: "forestry and grassland"
    case .naturalResources: "natural resources"
    case .waterAffairs: "water affairs"
    case .agriculture: "agriculture and rural affairs"
    case .housing: "housing and urban construction, or urban management"
    }
  }
}

/// The level of an emergency or of an act of destruction, lowest first.
package enum EventLevel: UInt8, Sendable, Hashable, CaseIterable {
  case none = 0
  case general, relativelyMajor, major, extremelyMajor

  /// The word of the fact catalogue.
  package var name: String {
    switch self {
    case .none: "none"
    case .general: "general"
    case .relativelyMajor: "relatively_major"
    case .major: "major"
    case .extremelyMajor: "extremely_major"
    }
  }

  /// The Chinese term.
  package var term: String {
    switch self {
    case .none: "无"
    case .general: "一般"
    case .relativelyMajor: "较大"
    case .major: "重大"
    case .extremelyMajor: "特别重大"
    }
  }
}

/// How a damage amount was arrived at; an estimate is not a basis.
package enum DamageBasis: UInt8, Sendable, Hashable, CaseIterable {
  case estimate = 0
  case expertAssessment, comprehensiveDetermination, appraisalReport

  /// The word of the fact catalogue; `estimate` has none there.
  package var name: String {
    switch self {
    case .estimate: "estimate"
    case .expertAssessment: "expert_assessment"
    case .comprehensiveDetermination: "comprehensive_determination"
    case .appraisalReport: "appraisal_report"
    }
  }

  /// The Chinese term.
  package var term: String {
    switch self {
    case .estimate: "预估"
    case .expertAssessment: "专家评估"
    case .comprehensiveDetermination: "综合认定"
    case .appraisalReport: "鉴定评估报告"
    }
  }
}

/// The route by which damage was restored (修复途径).
package enum RestorationRoute: UInt8, Sendable, Hashable, CaseIterable {
  case adminEnforcement = 0
  case litigation, otherRoute, obligorRestoration, carbonCredit, none

  /// The word of the fact catalogue.
  package var name: String {
    switch self {
    case .adminEnforcement: "admin_enforcement"
    case .litigation: "litigation"
    case .otherRoute: "other_route"
    case .obligorRestoration: "obligor_restoration"
    case .carbonCredit: "carbon_credit"
    case .none: "none"
    }
  }

  /// Whether the damage is restored.
  package var isRestored: Bool { self != .none }

  /// What a check states (修复情况): `未修复`, `已修复（行政执法）`.
  package var condition: Wording {
    switch self {
    case .adminEnforcement: Wording(zh: "已修复（行政执法）", en: "restored by enforcement")
    case .litigation: Wording(zh: "已修复（诉讼）", en: "restored by litigation")
    case .otherRoute: Wording(zh: "已修复（其他途径）", en: "restored in another way")
    case .obligorRestoration: Wording(zh: "已修复（义务人生态修复）", en: "restored by the obligor")
    case .carbonCredit: Wording(zh: "已修复（认购碳汇）", en: "restored by carbon credits")
    case .none: Wording(zh: "未修复", en: "not restored")
    }
  }
}

/// Which inspectorate found it (督察层级).
package enum InspectorateLevel: UInt8, Sendable, Hashable, CaseIterable {
  case provincial = 0
  case central

  /// The word that profiles use.
  package var name: String { self == .central ? "central" : "provincial" }
}

/// The datum or projection a coordinate is declared in.
package enum Datum: UInt8, Sendable, Hashable, CaseIterable {
  case cgcs2000 = 0
  case wgs84, gcj02, bd09

  /// The name as declared in exports.
  package var name: String {
    switch self {
    case .cgcs2000: "CGCS2000"
    case .wgs84: "WGS-84"
    case .gcj02: "GCJ-02"
    case .bd09: "BD-09"
    }
  }
}

/// What a place is to an event: rules ask for each on its own.
package enum PlaceRole: UInt8, Sendable, Hashable, CaseIterable {
  /// Where the environment is damaged (损害区域).
  case damageArea = 0
  /// Where the event took place (事发地).
  case event
  /// Where its result came about (损害结果地).
  case result

  /// The word that profiles use.
  package var name: String {
    switch self {
    case .damageArea: "damage_area"
    case .event: "event"
    case .result: "result"
    }
  }

  /// The place as officials read it.
  package var term: String { wording.zh }

  /// The place in both languages.
  package var wording: Wording {
    switch self {
    case .damageArea: Wording(zh: "损害区域", en: "damage area")
    case .event: Wording(zh: "事发地", en: "place of the event")
    case .result: Wording(zh: "损害结果地", en: "place of its result")
    }
  }
}
