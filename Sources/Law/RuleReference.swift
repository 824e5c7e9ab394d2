internal import Vocabulary

/// All rule packs as one page that a lawyer can check beside the documents: docs/rules.md.
package struct RuleReference: Sendable {
  private let library: RuleLibrary

  /// A page for the packs, questions and facts of a library.
  package init(_ library: RuleLibrary) { self.library = library }

  /// The lines of the page in Markdown, a section a pack.
  package var lines: [String] {
    var lines = RuleReference.introduction + RuleReference.whatIf + packTable.flatMap(\.markdown)
    for pack in library.packs {
      lines += ["", "## \(pack.id)"]
      let title = "\(pack.title)　\(pack.documentNumber ?? "无文号")"
      lines += RuleReferenceBlock.paragraph(title).markdown
      lines += RuleSheet(library, pack).blocks.flatMap(\.markdown)
    }
    let ending = tensionBlocks + questionBlocks + presumptionBlocks + checkBlocks
    return lines + ending.flatMap(\.markdown)
  }

  /// Every pack with its force.
  private var packTable: [RuleReferenceBlock] {
    let headings = ["规则包", "文件", "文号", "适用地区", "层级", "状态", "施行自", "施行至", "规则", "期限"]
    let rows = library.packs.map { pack in
      [
        pack.id.asID, pack.title, pack.documentNumber ?? "无文号",
        pack.jurisdiction?.description ?? "全国", pack.level.zh,
        "\(pack.status.wording.zh) \(pack.version)", pack.validity.fromText,
        pack.validity.untilText, String(pack.rules.count), String(pack.deadlines.count),
      ]
    }
    return [.title(2, "规则包 · Packs"), .table(headings, rows)]
  }

  /// The pairs of conclusions that a person has to weigh against each other.
  private var tensionBlocks: [RuleReferenceBlock] {
    let rows = library.conclusions.tensions.map { tension in
      [
        library.conclusions.zh(tension.first).withWideBrackets,
        library.conclusions.zh(tension.second).withWideBrackets, tension.question,
      ]
    }
    return [
      .title(2, "相互冲突的结论 · Conclusions that pull apart"),
      .paragraph("两个结论都成立或者可能成立的，交人工研判；“可以不启动索赔”须已经成立才算。"),
      .table(["结论", "与之冲突的结论", "存疑"], rows),
    ]
  }

  /// The register of open questions, each with how it is read and the provisions it bears on.
  private var questionBlocks: [RuleReferenceBlock] {
    let rows = library.register.questions.map { question in
      [
        question.id, question.zh, library.register.readingText(question.id),
        library.packs.compactMap { provisions($0, askedIn: question.id) }.joined(separator: "；"),
      ]
    }
    return [
      .title(2, "存疑问题 · Open questions"),
      .paragraph(
        "文本没有回答、由复核人署名答复的问题。“待定”的，取决于它的结论为未知；答复写入 Inputs/rules 下以 interpretations.yaml 结尾的文件，写明答复人和日期。"
      ),
      .table(["编号", "问题", "目前处理", "涉及条款"], rows),
    ]
  }

  private func provisions(_ pack: RulePack, askedIn id: String) -> String? {
    let locators = pack.askedQuestions.filter { $0.id == id }.map(\.cite.locator)
    var distinct: [String] = []
    for locator in locators where !distinct.contains(locator) { distinct.append(locator) }
    return distinct.isEmpty ? nil : "\(pack.id.asID) \(distinct.joined(separator: "、"))"
  }

  /// The facts that count as false while nobody has recorded them, each with the reason.
  private var presumptionBlocks: [RuleReferenceBlock] {
    let rows = Fact.allCases.compactMap { fact -> [String]? in
      guard case .presumedFalse(let why) = library.catalogue[fact].absence else { return nil }
      return [library.catalogue[fact].zh.withWideBrackets, why.zh, fact.name.asID]
    }
    return [
      .title(2, "推定为否的事实 · Presumed facts"),
      .paragraph("只有须由机关作出行为才存在的事实，没有记录时推定为否，判定过程中注明“推定”。地点、金额、日期从不推定；其余事实没有记录即为未知。"),
      .table(["事实", "理由", "名称"], rows),
    ]
  }

  /// Every check of `rules check`, with what it is for.
  private var checkBlocks: [RuleReferenceBlock] {
    let rows = LintRule.allCases.map { check in
      let text = check.explanation
      return [
        check.rawValue.asID, check.isWarning ? "留意" : "错误", text.summary, text.avoid,
        text.prefer, text.rationale,
      ]
    }
    return [
      .title(2, "规则包的检查 · Checks"),
      .paragraph(
        "`leadscreen rules check` 一次列出全部问题，每条写明检查名称、文件和行号。“错误”使规则包不被采用或者不算完整；“留意”只供复核，不影响使用。"
      ),
      .table(["检查", "级别", "查什么", "避免", "应写", "理由"], rows),
    ]
  }
}
