internal import Vocabulary

/// A pack as a lawyer reviews it, one sentence a rule beside its article: `leadscreen rules show`.
package struct RuleSheet: Sendable {
  private let library: RuleLibrary
  private let sentences: RuleSentence

  /// For packs of one chain, the nation first, so that parameters of any of them are named.
  package init(_ library: RuleLibrary, packs: [RulePack]) {
    self.library = library
    sentences = RuleSentence(library, packs: packs)
  }

  /// The whole pack, in Chinese lines.
  package func lines(_ pack: RulePack) -> [String] {
    let validity = pack.validity
    var lines = [
      "\(pack.title)　\(pack.documentNumber ?? "无文号")",
      "规则包 \(pack.id) \(pack.version)，\(pack.status.wording.zh)"
        + (pack.reviewers.isEmpty ? "，尚无复核人" : "，复核人 \(pack.reviewers.joined(separator: "、"))"),
      "施行 \(dayText(validity.notBefore)) 至 \(dayText(validity.possiblyUntil))"
        + "（\(validity.cite.locator)，\(validity.cite.summary)）",
    ]
    lines += pack.repeals.map { repeal in
      "废止 \(repeal.title)\(repeal.isEncoded ? "" : "（文本未收录）")"
    }
    lines += pack.delegations.map { delegation in
      let cap = delegation.cap.map { "，\(delegation.isHardCap ? "不得" : "原则上不")超过\($0)元" } ?? ""
      return "授权 \(delegation.cite.locator)：\(delegation.cite.summary)（\(delegation.slot)\(cap)）"
    }
    for parameter in pack.parameters {
      lines += parameter.values.map { value in
        "数值 \(parameter.zh)（\(parameter.name)）：\(value.bound.rawValue)"
          + "\(parameter.text(value.number))，自\(value.from)起，\(value.cite.locator)"
      }
    }
    for rule in pack.rules { lines += self.lines(rule) }
    for deadline in pack.deadlines { lines += self.lines(deadline) }
    lines += pack.periodic.map { duty in
      let last = duty.month.flatMap { month in duty.day.map { "，\(month)月\($0)日以前" } } ?? ""
      let to = duty.recipient.map { "，报送\($0)" } ?? ""
      return "周期 \(duty.id)　\(duty.cite.locator)：\(duty.cite.summary)"
        + "（\(duty.period == .quarterly ? "每季度" : "每年")\(last)\(to)）"
    }
    lines += pack.duties.map { duty in
      "\(duty.modality.rawValue) \(duty.id)　\(duty.cite.locator)：\(duty.cite.summary)"
    }
    return lines
  }

  /// One rule: article, summary, modality, sentence, relation, open questions.
  package func lines(_ rule: Rule) -> [String] {
    var lines = [
      "\(rule.modality.rawValue) \(rule.id)　\(rule.cite.locator)：\(rule.cite.summary)",
      "　　\(sentences.sentence(rule))",
    ]
    if let relation = rule.relation {
      lines.append(
        "　　\(relation.kind.wording.zh) \(relation.rules.joined(separator: "、"))")
    }
    if let note = rule.note { lines.append("　　注：\(note)") }
    return lines + questionLines(rule.questions)
  }

  /// One deadline: article, summary, modality, sentence, the article of its unit.
  package func lines(_ deadline: DeadlineRule) -> [String] {
    let unit = deadline.unitCite.map { "（\($0.locator)，\($0.summary)）" } ?? ""
    return [
      "\(deadline.modality.rawValue) \(deadline.id)　\(deadline.cite.locator)："
        + deadline.cite.summary,
      "　　\(sentences.sentence(deadline))\(unit)",
    ] + questionLines(deadline.questions)
  }

  private func questionLines(_ ids: [String]) -> [String] {
    ids.compactMap { library.register[$0] }.map { question in
      let reading =
        switch library.register.reading(of: question.id) {
        case .true: "按是"
        case .false: "按否"
        case .unknown, .noRule: "待定"
        }
      return "　　存疑 \(question.id)：\(question.zh)（\(reading)）"
    }
  }

  private func dayText(_ day: Day?) -> String { day.map(\.description) ?? "未载明" }
}
