import Vocabulary

/// The files of a drop and their columns.
enum TrialSource: Int, Sendable, CaseIterable {
  case inspection = 0
  case penalty, complaint, transfer, inspectorate, emergency

  var kind: SourceKind {
    switch self {
    case .inspection: .inspection
    case .penalty: .penalty
    case .complaint: .complaint
    case .transfer: .transfer
    case .inspectorate: .inspectorate
    case .emergency: .emergency
    }
  }

  /// The file's place below a workspace.
  func path(_ quarter: Quarter) -> String {
    let name =
      switch self {
      case .inspection: "执法检查"
      case .penalty: "双公示行政处罚"
      case .complaint: "信访举报"
      case .transfer: "检察移送"
      case .inspectorate: "督察问题"
      case .emergency: "突发环境事件"
      }
    return "Inputs/\(quarter)/\(name)_\(quarter).csv"
  }

  /// Titles as such exports have them, and the fields that the built-in profiles read them as.
  var columns: [(title: String, field: Field)] {
    switch self {
    case .inspection:
      [
        ("检查编号", .text(.recordNumber)), ("检查日期", .day(.discovery)), ("检查单位", .text(.authority)),
        ("县区", .county), ("被检查单位名称", .text(.partyName)), ("统一社会信用代码", .text(.creditCode)),
        ("法定代表人", .text(.legalRepresentative)), ("检查地点", .text(.place)), ("经度", .longitude),
        ("纬度", .latitude), ("违法行为类型", .text(.violation)), ("违法事实", .text(.facts)), ("环境要素", .media),
        ("违法行为发生日期", .day(.occurrence)), ("处罚决定书文号", .text(.documentNumber)),
      ]
    case .penalty:
      [
        ("行政相对人名称", .text(.partyName)), ("统一社会信用代码", .text(.creditCode)),
        ("法定代表人", .text(.legalRepresentative)), ("证件号码", .identityNumber),
        ("处罚决定书文号", .text(.documentNumber)), ("违法行为类型", .text(.violation)),
        ("违法事实", .text(.facts)), ("处罚决定日期", .day(.decision)), ("处罚机关", .text(.authority)),
        ("县区", .county), ("违法地点", .text(.place)), ("环境要素", .media),
        ("违法行为发生日期", .day(.occurrence)),
      ]
    case .complaint:
      [
        ("信访编号", .text(.recordNumber)), ("受理日期", .day(.reportReceived)), ("举报内容", .text(.facts)),
        ("被举报对象", .text(.partyName)), ("县区", .county), ("举报地点", .text(.place)), ("经度", .longitude),
        ("纬度", .latitude), ("污染类型", .media), ("备注", .text(.remarks)),
      ]
    case .transfer:
      [
        ("移送函号", .text(.recordNumber)), ("移送检察院", .text(.authority)),
        ("接收日期", .day(.transferReceived)), ("当事人", .text(.partyName)), ("证件号码", .identityNumber),
        ("案发日期", .day(.occurrence)), ("案发地点", .text(.place)), ("县区", .county),
        ("案由", .text(.violation)), ("基本案情", .text(.facts)), ("环境要素", .media),
      ]
    case .inspectorate:
      [
        ("问题编号", .text(.recordNumber)), ("交办日期", .day(.discovery)), ("所在县区", .county),
        ("责任主体", .text(.partyName)), ("统一社会信用代码", .text(.creditCode)), ("问题位置", .text(.place)),
        ("问题描述", .text(.facts)), ("污染类型", .media), ("违法行为发生日期", .day(.occurrence)),
      ]
    case .emergency:
      [
        ("事件编号", .text(.recordNumber)), ("事件名称", .text(.eventName)), ("发生时间", .day(.occurrence)),
        ("接报时间", .day(.discovery)), ("发生地点", .text(.place)), ("县区", .county), ("经度", .longitude),
        ("纬度", .latitude), ("涉事单位", .text(.partyName)), ("统一社会信用代码", .text(.creditCode)),
        ("事件原因", .text(.facts)), ("影响要素", .media),
      ]
    }
  }
}
