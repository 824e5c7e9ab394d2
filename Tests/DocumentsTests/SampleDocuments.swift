import Documents
import Testing
import Vocabulary

/// Invented documents of every kind.
enum SampleDocuments {
  static let asOf = Day(number: 20_735)

  /// A report with every kind of block and a table of so many rows.
  static func report(_ kind: OfficialKind = .reportUpwards, rows: Int = 14) -> OfficialDocument {
    let isUpwards = kind == .reportUpwards
    var document = OfficialDocument(
      kind, banner: "内部版　含责任主体信息，不得公开", organisation: "忻州市生态环境局",
      title: [
        "忻州市生态环境局关于2026年第三季度", "生态环境损害赔偿线索筛查情况的\(kind.name)",
      ], asOf: asOf, run: "R000001")
    document.addressee = isUpwards ? "山西省生态环境厅" : "各县（市、区）分局，局机关各科室"
    document.body = [
      .text(
        "按照每季度全面筛查线索的要求，我局牵头组织有关部门，对2026年第三季度（7月1日至9月30日）生态环境损害赔偿案件线索开展了筛查。现将有关情况\(isUpwards ? "报告" : "通报")如下。"
      ),
      .heading(.first, "总体情况"),
      .paragraph([
        .text("本季度共读入原始记录"), .figure(name: "records", "18,426"),
        .text("条，经校验、归并重复，形成有效线索"), .figure(name: "leads", "1,284"),
        .text("件。其中，应当启动索赔"), .figure(name: "initiate", "86"), .text("件，应当核查"),
        .figure(name: "verify", "412"), .text("件，符合可以不启动条件"),
        .figure(name: "may_not_initiate", "537"), .text("件，待人工判断"),
        .figure(name: "review", "168"), .text("件，不属于本办法范围"),
        .figure(name: "excluded", "81"), .text("件。"),
      ]),
      .heading(.second, "分县（市、区）情况"),
      .table(counties(rows)),
      .heading(.second, "分渠道情况"),
      .text("线索来自移动执法检查、生态环境保护督察、突发环境事件、检察移送、行政处罚和投诉举报等渠道。"),
      .heading(.first, "需要重点关注的线索"),
      .heading(.second, "例外情形"),
      .heading(.third, "涉及生态保护红线"),
      .text("涉及生态保护红线、自然保护地的线索，不适用显著轻微不启动的规定。"),
      .heading(.fourth, "数据口径"),
      .text("位置不能判定的，列为待核，不作“不涉及”处理。"),
      .heading(.first, "下一步工作"),
      .paragraph([
        .text("对超期未核查的线索逐件督办，责任人为"),
        .placeholder(Placeholder(tag: "owner", prompt: "责任科室")), .text("。"),
      ]),
    ]
    document.attachments = ["2026年第三季度线索台账", "例外情形（生态保护红线、自然保护地、两年内再次发生）线索清单及其证据说明"]
    document.note = "此件不公开"
    document.copies = ["市人民政府办公室", "市人民检察院", "市规划和自然资源局", "市水利局", "市农业农村局", "市林业和草原局"]
    return document
  }

  static func letter(_ kind: OfficialKind) -> OfficialDocument {
    let isTransfer = kind == .transferLetter
    var document = OfficialDocument(
      kind, banner: "内部版　含责任主体信息，不得公开", organisation: "忻州市生态环境局",
      title: isTransfer
        ? ["关于移送生态环境损害赔偿案件线索的函"] : ["关于反馈检察机关移送线索办理情况的函"],
      asOf: asOf, run: "R000001")
    document.addressee = isTransfer ? "忻州市水利局" : "忻州市人民检察院"
    document.body = [
      .paragraph([
        .text("我局在2026年第三季度线索筛查中发现的线索XS140900-2026Q3-0007（原平市，2026年7月3日，滹沱河河道内倾倒弃渣），"),
        .text(isTransfer ? "属于你局职责范围，现予移送，请依法办理。" : "系你院移送。现将办理情况反馈如下。"),
      ]),
      .heading(.first, "线索基本情况"),
      .text("当事人某某建材有限公司，统一社会信用代码91140900MA0K000000。现场检查发现在河道管理范围内倾倒弃渣约3700立方米，占用河滩地约12亩，未采取防护措施。"),
      .heading(.first, isTransfer ? "移送依据" : "办理情况"),
      isTransfer
        ? .text("依据规则包所引条款，案件线索不属于本部门管辖的，移送有管辖权的部门。")
        : .paragraph([
          .text("经核查，"), .placeholder(Placeholder(tag: "decision", prompt: "是否启动索赔及理由")),
          .text("。"),
        ]),
      .table(
        DocumentTable(
          "线索的证据材料", columns: [.init(1, .centre), .init(5), .init(3), .init(2, .centre)],
          header: [["序号", "材料", "来源", "日期"]],
          rows: (1...24).map { row in
            [
              [.text("\(row)")], [.text("现场检查笔录及照片（第\(row)组）")], [.text("移动执法检查")],
              [.text("2026-07-0\(row % 9 + 1)")],
            ]
          })),
      .text("请于收到本函之日起三十日内将办理情况函告我局。"),
    ]
    document.attachments = ["线索证据材料清单"]
    document.note = "联系人及电话：〔由承办人填写〕"
    document.copies = ["忻州市人民检察院", "忻州市司法局"]
    return document
  }

  private static func counties(_ rows: Int) -> DocumentTable {
    let names = ["忻府区", "原平市", "定襄县", "五台县", "代县", "繁峙县", "宁武县", "静乐县", "神池县"]
    return DocumentTable(
      "各县（市、区）线索筛查结果",
      columns: [.init(4)] + (0..<5).map { _ in .init(3, .right) } + [.init(5, .right)],
      header: [["县（市、区）", "有效线索", "应当启动", "应当核查", "可不启动", "超期未核", "预估损害金额（万元）"]],
      rows: (0..<rows).map { row in
        [
          [.text(names[row % names.count])], [.text("\(190 + row)")], [.text("\(11 + row % 7)")],
          [.text("61")], [.text("82")], [.text("3")], [.text("412.6")],
        ]
      }, note: "注：金额不详的线索不计入金额；位置不详的线索不在表内。")
  }
}

extension SampleDocuments {
  static let all = [
    report(), report(.bulletin, rows: 90), letter(.transferLetter), letter(.feedbackLetter),
  ]
}
