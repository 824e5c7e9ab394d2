internal import Vocabulary

extension RowKind {
  /// The kind as officials read it.
  var term: String {
    switch self {
    case .mark: "文件标记"
    case .caption: "标题说明"
    case .header: "表头"
    case .codes: "代码行"
    case .record: "记录"
    case .repeatedHeader: "重复表头"
    case .total: "合计行"
    case .footer: "表尾说明"
    case .blank: "空行"
    }
  }

  /// The kinds of rows that are no part of the table proper, which outputs count one by one.
  static let aroundTable: [RowKind] = [
    .caption, .codes, .repeatedHeader, .total, .footer, .blank,
  ]
}
