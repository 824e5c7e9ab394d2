import Testing
import Vocabulary

@testable import Intake

@Suite("How profiles fit")
struct ProfileFitTests {
  private let library = builtIn

  /// The headers each source is known to have, by profile.
  private static let headers: [(id: String, titles: String)] = [
    (
      "inspection",
      """
      检查编号 检查日期 检查单位 县区 被检查单位名称 统一社会信用代码 法定代表人 单位地址 经度 纬度 坐标系 违法行为类型 违法事实 \
      环境要素 违法行为发生日期 是否完成整改 整改完成日期 是否完成修复 修复途径 处罚决定书文号 罚款金额（万元） 损害金额（元） \
      数额认定方式 鉴定评估费用（元） 是否位于生态保护红线 备注
      """
    ),
    (
      "inspection",
      "检查编号 检查日期 检查单位 行政区划 检查对象 社会信用代码 负责人 检查地点 违法事实/检查情况 检查情况 企业名称"
    ),
    (
      "inspectorate",
      """
      问题编号 督察批次 督察层级 交办日期 所在县区 责任主体 统一社会信用代码 问题位置 经度 纬度 问题描述 污染类型 是否重要问题 \
      是否明确交办索赔 是否警示片曝光 违法行为发生日期 整改状态 是否完成修复 是否属实 是否办结 损害金额（万元）
      """
    ),
    ("inspectorate", "受理编号 督察层级 交办日期 责任单位 交办问题基本情况"),
    (
      "emergency",
      """
      事件编号 事件名称 事件级别 报告类型 发生时间 接报时间 发生地点 县区 经度 纬度 涉事单位 统一社会信用代码 事件原因 影响要素 \
      应急处置费用（元） 直接经济损失（万元） 损害金额（元）
      """
    ),
    (
      "transfer",
      """
      移送函号 移送检察院 移送日期 接收日期 接收单位 当事人 证件号码 案发日期 案发地点 县区 经度 纬度 案由 基本案情 环境要素 \
      损害评估金额（元） 反馈期限 是否反馈 反馈日期
      """
    ),
    (
      "penalty",
      """
      CF_XDR_MC CF_XDR_LB CF_XDR_SHXYM CF_XDR_GSZC CF_XDR_ZZJG CF_XDR_SWDJ CF_XDR_SYDW CF_XDR_SHZZ CF_FRDB \
      CF_FR_ZJLX CF_FR_ZJHM CF_XDR_ZJLX CF_XDR_ZJHM CF_WSH CF_WFXW CF_SY CF_YJ CF_CFLB CF_NR CF_NR_FK \
      CF_NR_WFFF CF_NR_ZKDX CF_JDRQ CF_YXQ CF_GSJZQ CF_CFJG CF_CFJGDM CF_SJLY CF_SJLYDM BZ
      """
    ),
    (
      "penalty",
      """
      行政相对人名称 类别 代码_1(统一社会信用代码) 代码_2(工商注册号) 代码_3(组织机构代码) 代码_4(税务登记号) 代码_5(事业单位证书号) \
      代码_6(社会组织登记证号) 法定代表人 证件类型 证件号码 行政处罚决定书文号 违法行为类型 违法事实 处罚依据 处罚类别 处罚内容 \
      罚款金额(万元) 没收金额(万元) 暂扣或吊销证照 处罚决定日期 处罚有效期 公示截止期 处罚机关 数据来源单位 备注
      """
    ),
    (
      "penalty",
      """
      CF_WSH CF_CFMC CF_CFLB1 CF_CFLB2 CF_SY CF_YJ CF_XDR_MC CF_XDR_SHXYM CF_XDR_ZDM CF_XDR_GSDJ CF_XDR_SWDJ \
      CF_XDR_SFZ CF_FR CF_JG CF_JDRQ CF_XZJG CF_ZT DFBM SJC BZ
      """
    ),
    ("complaint", "信访编号 受理日期 举报内容 被举报对象 县区 举报地点 经度 纬度 污染类型 是否属实 办理状态 举报人 联系电话 是否要求赔偿"),
    ("history", "案件编号 赔偿义务人 统一社会信用代码 违法行为发生日期 认定结论 损害金额（元）"),
  ]

  @Test("every header a source is known to have is recognised by its profile", arguments: headers)
  func completeness(id: String, titles: String) throws {
    let titles = titles.split(separator: " ").map(String.init)
    let profile = try #require(library.profiles.first { $0.id == id })
    let unknown = FoldedTitle.header(titles).enumerated()
      .filter { !profile.knows($0.element) }.map { titles[$0.offset] }
    #expect(unknown == [])
    let fit = try ProfileFit.choosing(from: library, titles: titles, shown: "x.csv", line: 1)
    #expect(fit.profile.id == id)
    #expect(fit.recognised == titles.count)
    #expect(fit.score == 100)
  }

  @Test("a profile's titles fold to different texts wherever they mean different fields")
  func distinct() {
    for profile in library.profiles {
      var owners: [String: Field] = [:]
      for entry in profile.entries {
        for title in entry.titles + entry.otherwise {
          let owner = owners.updateValue(entry.field, forKey: FoldedTitle(title).text)
          #expect(owner == nil, "\(profile.id): \(title) is there twice")
        }
      }
      for title in profile.kept {
        #expect(owners[FoldedTitle(title).text] == nil, "\(profile.id): \(title) is kept and read")
      }
    }
  }

  @Test("a title that stands otherwise is read only where the better one is missing")
  func otherwise() throws {
    func places(_ titles: [String]) throws -> [String?] {
      let all = ["检查编号", "检查日期", "企业名称"] + titles
      let fit = try ProfileFit.choosing(from: library, titles: all, shown: "x.csv", line: 1)
      return fit.entries.dropFirst(3).map { $0?.field.name }
    }
    #expect(try places(["单位地址"]) == ["place"])
    #expect(try places(["单位地址", "检查地点"]) == [nil, "place"])
    #expect(try places(["注册地址", "单位地址"]) == [nil, "place"])
    #expect(try places(["行政区划代码", "县区"]) == [nil, "county"])
    #expect(try places(["行政区划代码"]) == ["county"])
  }

  @Test("scores say what is recognised and what is missing, the best first")
  func scores() {
    let ranking = ProfileScore.ranking(
      of: ["问题编号", "督察批次", "问题描述", "经度", "纬度", "某列", ""], in: library)
    #expect(ranking.count == library.profiles.count)
    #expect(ranking.first?.id == "inspectorate")
    #expect(ranking.first?.recognised == 5)
    #expect(ranking.first?.of == 6)
    #expect(ranking.first?.missing.first?.hasPrefix("交办日期／交办时间") == true)
    #expect(zip(ranking, ranking.dropFirst()).allSatisfy { $0.score >= $1.score })
    #expect(ranking.last?.score == 0)
  }

  @Test("a title that few profiles know outweighs several that all know")
  func specific() throws {
    let one = """
      {id: one, kind: inspection, title: 甲, required: [remarks],
       fields: {remarks: [备注], longitude: [经度], latitude: [纬度], county: [县区]}}
      """
    let two = """
      {id: two, kind: inspection, title: 乙, required: [remarks],
       fields: {remarks: [备注], record_number: [巡护单编号], facts: [巡护情况]}}
      """
    let library = try ProfileLibrary.load(
      extra: [("one.yaml", Array(one.utf8)), ("two.yaml", Array(two.utf8))])
    let titles = ["备注", "经度", "纬度", "县区", "巡护单编号", "巡护情况"]
    let fit = try ProfileFit.choosing(from: library, titles: titles, shown: "x.csv", line: 1)
    #expect(fit.profile.id == "two")
    #expect(fit.recognised == 3)
  }

  @Test("a tie is an error that gives both scores, and one more known column breaks it")
  func tie() throws {
    let twin = """
      {id: twin, kind: inspection, title: 又一份, required: [record_number],
       fields: {record_number: [检查编号], discovery_date: [检查日期], party_name: [企业名称]}}
      """
    let library = try ProfileLibrary.load(extra: [("twin.yaml", Array(twin.utf8))])
    let failure = #expect(throws: Failure.self) {
      try ProfileFit.choosing(
        from: library, titles: ["检查编号", "检查日期", "企业名称"], shown: "x.csv", line: 4)
    }
    #expect(failure?.problems.map(\.code) == [.ambiguousProfile])
    #expect(failure?.problems.first?.line == 4)
    #expect(
      failure?.problems.first?.detail?.en
        == "inspection scores 100, twin scores 100; each knows 3 columns")
    let fit = try ProfileFit.choosing(
      from: library, titles: ["检查编号", "检查日期", "企业名称", "县区"], shown: "x.csv", line: 4)
    #expect(fit.profile.id == "inspection")
  }
}
