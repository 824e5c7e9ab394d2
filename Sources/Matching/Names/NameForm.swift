/// The legal form or the kind of body that a name ends in.
///
/// 有限责任公司 is 有限公司 and 股份有限责任公司 is 股份有限公司; 股份 and 有限 stay different.
package enum NameForm: UInt8, Sendable, CaseIterable {
  case none
  /// 有限公司.
  case limited
  /// 股份有限公司.
  case jointStock
  /// 集团有限公司.
  case groupLimited
  /// 集团股份有限公司.
  case groupJointStock
  /// 集团公司, 集团.
  case group
  /// 公司, 总公司.
  case company
  /// 合作社.
  case cooperative
  /// 联合社.
  case cooperativeUnion
  /// 厂.
  case works
  /// 合伙企业.
  case partnership
  /// 个体工商户.
  case soleTrader
  /// 经营部, 商店: what shops are called by, one for the other.
  case shop
  /// 人民政府.
  case government
  /// 街道办事处.
  case subdistrict
  /// 管理委员会.
  case committee
  /// 村民委员会.
  case villagers
  /// 居民委员会.
  case residents

  /// Spellings at the end of a name; blanks between them.
  var words: String {
    switch self {
    case .none: ""
    case .limited: "有限公司"
    case .jointStock: "股份有限公司 股份公司"
    case .groupLimited: "集团有限公司"
    case .groupJointStock: "集团股份有限公司 集团股份公司"
    case .group: "集团公司 集团 集团总公司"
    case .company: "公司 总公司"
    case .cooperative: "农民专业合作社 专业合作社 合作社"
    case .cooperativeUnion: "联合社 合作社联合社 专业合作社联合社 农民专业合作社联合社"
    case .works: "厂 总厂"
    case .partnership: "合伙企业 有限合伙 普通合伙 特殊普通合伙 合伙企业有限合伙 普通合伙企业"
    case .soleTrader: "个体工商户"
    case .shop:
      "部 经营部 门市部 服务部 销售部 经销部 批发部 零售部 供应部 维修部 修理部 加工部 商店 专卖店 便利店 小卖部 商行 车行 中心"
    case .government: "人民政府 政府"
    case .subdistrict: "街道办事处 街道办"
    case .committee: "管理委员会 管委会"
    case .villagers: "村民委员会 村委会 村委"
    case .residents: "居民委员会 居委会 社区居委会 社区居民委员会"
    }
  }

  /// The one spelling of forms that have several for one thing; `nil` where each keeps its own.
  var spelling: String? {
    switch self {
    case .cooperative: "专业合作社"
    case .government: "人民政府"
    case .subdistrict: "街道办事处"
    case .committee: "管理委员会"
    case .villagers: "村民委员会"
    case .residents: "居民委员会"
    default: nil
    }
  }

  /// Whether what stands before the form is the place of a public body.
  var isPublicBody: Bool {
    switch self {
    case .government, .subdistrict, .committee, .villagers, .residents: true
    default: false
    }
  }
}
