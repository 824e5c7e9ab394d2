package import Law
internal import Vocabulary

/// The page of facts: for each what it is, which fields feed it, who wins, and what an absence means.
package struct FactReference: Sendable {
  private let catalogue: FactCatalogue

  /// The page for the facts of a catalogue.
  package init(_ catalogue: FactCatalogue) { self.catalogue = catalogue }

  /// The page as lines of Markdown, in the order of the catalogue.
  package var lines: [String] {
    [
      "# 事实从哪里来", "",
      "由 `scripts/make-rules` 写出，不要手改。规则只读取下表的事实；每项事实由来源的哪些字段得出、来源不一致时采用谁、"
        + "没有记录时按什么计，都以本表为准。字段名是来源配置（profile）里的名称，任何字段都可以在 `Inputs/profiles` 的配置中对应到一列。",
      "", "| 事实 | 名称 | 类型 | 来源字段 | 如何合并 | 没有记录时 |", "| --- | --- | --- | --- | --- | --- |",
    ] + Fact.allCases.map(row)
  }

  private func row(_ fact: Fact) -> String {
    let source = fact.source
    let fields = source.fields.map { "\($0.term) `\($0.name)`" }.joined(separator: "，")
    let absent =
      switch catalogue[fact].absence {
      case .strict: "未知"
      case .presumedFalse(let why): "推定为否：\(why.zh)"
      case .readAs(let other): "按“\(catalogue[other].zh)”"
      }
    let cells = [
      catalogue[fact].zh, "`\(fact.name)`", "`\(fact.kind.rawValue)`", fields, source.rule, absent,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
