extension Field {
  /// The field as officials read it, for reports and explanations.
  package var term: String {
    switch self {
    case .text(let field): field.term
    case .day(let field): field.term
    case .amount(let field): field.term
    case .truth(let field): field.term
    case .choice(let field): field.term
    case .county: "县区"
    case .longitude: "经度"
    case .latitude: "纬度"
    case .coordinates: "经纬度"
    case .media: "环境要素"
    case .channel: "线索渠道"
    case .identityNumber: "证件号码"
    }
  }
}

extension Field {
  /// The field as officials read it, and as profiles name it.
  package var wording: Wording { Wording(zh: term, en: name) }
}

extension TextField {
  /// The field as officials read it.
  package var term: String {
    switch self {
    case .recordNumber: "编号"
    case .partyName: "当事人"
    case .creditCode: "统一社会信用代码"
    case .personID: "身份证件号码"
    case .weakCode: "未通过校验的代码"
    case .registrationNumber: "工商注册号"
    case .organisationCode: "组织机构代码"
    case .permitNumber: "许可或管制编号"
    case .legalRepresentative: "法定代表人"
    case .place: "地点"
    case .violation: "违法类型"
    case .facts: "事实"
    case .documentNumber: "文号"
    case .authority: "机关"
    case .legalBasis: "依据"
    case .penaltyContent: "处罚内容"
    case .inspectionRound: "督察批次"
    case .eventName: "事件名称"
    case .remarks: "备注"
    case .reporter: "举报人"
    case .reporterPhone: "举报人电话"
    case .placeShape: "损害范围坐标"
    }
  }
}

extension DayField {
  /// The field as officials read it.
  package var term: String {
    switch self {
    case .occurrence: "发生日期"
    case .discovery: "发现日期"
    case .transferReceived: "移送接收日期"
    case .reportReceived: "举报受理日期"
    case .decision: "决定日期"
    case .rectified: "整改完成日期"
    case .feedbackDue: "反馈期限"
    case .feedback: "反馈日期"
    case .closed: "结案日期"
    case .investigationEnd: "调查结束日期"
    case .appraisalCommission: "鉴定委托书生效日期"
    case .negotiationServed: "磋商通知送达日期"
    }
  }
}

extension AmountField {
  /// The field as officials read it.
  package var term: String {
    switch self {
    case .damage: "损害金额"
    case .fine: "罚款金额"
    case .confiscated: "没收金额"
    case .appraisalFee: "鉴定评估费用"
    case .responseCost: "应急处置费用"
    case .directLoss: "直接经济损失"
    }
  }
}

extension TruthField {
  /// The field as officials read it.
  package var term: String {
    switch self {
    case .declaredRedLine: "是否位于生态保护红线"
    case .declaredReserve: "是否位于自然保护地"
    case .damageConfirmed: "是否认定造成损害"
    case .rectified: "是否完成整改"
    case .restored: "是否完成修复"
    case .importantIssue: "是否重要问题"
    case .explicitlyAssigned: "是否明确交办索赔"
    case .filmExposed: "是否警示片曝光"
    case .substantiated: "是否属实"
    case .caseClosed: "是否办结"
    case .fedBack: "是否已反馈"
    case .withdrawn: "是否已撤销"
    case .factsSimple: "事实是否简单"
    case .liabilityUndisputed: "责任是否无争议"
    case .agencyConsents: "机关是否同意"
    case .obligorAgrees: "义务人是否同意"
    case .noCompensationNeeded: "是否无需赔偿"
    case .noObviousImpact: "是否未造成明显影响"
    case .noPenaltyBenchmark: "是否符合不予处罚情形"
    case .personalOrPropertyOnly: "是否仅涉人身财产损害"
    case .noResponsibleParty: "是否历史遗留无责任主体"
    case .crossCounty: "是否跨县"
    case .crossCity: "是否跨设区市"
    case .crossProvince: "是否跨省"
    case .inNingdongBase: "是否位于宁东基地"
    case .declaredKeyFunctionZone: "是否位于重点生态功能区"
    case .declaredProhibitedZone: "是否位于禁止开发区"
    case .declaredStrictProtection: "是否位于其他严格保护区域"
    case .declaredSpringProtection: "是否位于泉域重点保护区"
    case .damageSmall: "是否认定损害较小"
    case .lossesPaid: "是否已赔偿损失和费用"
    case .otherRegulationGround: "是否有其他不启动情形"
    case .provincialOtherException: "是否省级认为应当启动"
    case .centralFinding: "是否中央督察发现"
    case .provincialFinding: "是否省级督察发现"
    case .assignedMajorMatter: "是否上级交办重大事项"
    case .nationwideInfluence: "是否全国有重大影响"
    case .provinceInfluence: "是否本省有重大影响"
    case .severeConsequence: "是否确定造成严重后果"
    case .difficultCase: "是否疑难案件"
    case .shortAndMinorPollution: "是否持续时间短且显著轻微"
    case .immediatelyRectifiedAndCleaned: "是否立即整改并完成清除"
    case .nonListedSpeciesMinor: "是否非重点保护物种且显著轻微"
    case .minorCorrectedNoConsequence: "是否显著轻微并及时纠正且无后果"
    case .appraisalCompleted: "是否完成鉴定评估"
    case .restorationPlanDrafted: "是否形成修复方案"
    case .eventInRedLine: "事发地是否位于生态保护红线"
    case .eventInReserve: "事发地是否位于自然保护地"
    case .eventInKeyFunctionZone: "事发地是否位于重点生态功能区"
    case .eventInProhibitedZone: "事发地是否位于禁止开发区"
    case .eventInStrictProtection: "事发地是否位于其他严格保护区域"
    case .resultInRedLine: "损害结果地是否位于生态保护红线"
    case .resultInReserve: "损害结果地是否位于自然保护地"
    case .resultInStrictProtection: "损害结果地是否位于其他严格保护区域"
    }
  }
}

extension ChoiceField {
  /// The field as officials read it.
  package var term: String {
    switch self {
    case .emergencyLevel: "事件级别"
    case .destructionLevel: "生态破坏级别"
    case .damageBasis: "数额认定方式"
    case .restorationRoute: "修复途径"
    case .inspectorateLevel: "督察层级"
    case .datum: "坐标系"
    case .placeRole: "坐标所指"
    }
  }
}
