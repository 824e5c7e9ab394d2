internal import Vocabulary

/// What stands in tables: numbers, delegations, periodic duties, duties and powers, repeals.
extension RuleSheet {
  var parameterTable: [RuleReferenceBlock] {
    let rows = pack.parameters.flatMap { parameter in
      parameter.values.map { value in
        [
          parameter.zh, "\(parameter.term(value.number))（\(value.bound.rawValue)）",
          value.from.description, "\(value.cite.locator)：\(value.cite.summary)",
          parameter.name.asID,
        ]
      }
    }
    return RuleReferenceBlock.rows("数值", ["数值", "取值", "适用自", "条款", "名称"], rows)
  }

  /// What the document leaves to a lower level, and which packs have filled it.
  var delegationTable: [RuleReferenceBlock] {
    let rows = pack.delegations.map { delegation in
      [
        "\(delegation.cite.locator)：\(delegation.cite.summary)", delegation.level.zh,
        delegation.cap.map { "\(delegation.isHardCap ? "不得" : "原则上不")超过\($0.term)" } ?? "",
        fillings(of: delegation.slot), delegation.slot.asID,
      ]
    }
    return RuleReferenceBlock.rows("授权下级规定的事项", ["条款", "授权", "上限", "已由何者规定", "名称"], rows)
  }

  private func fillings(of slot: String) -> String {
    let fillings = library.packs.flatMap { pack in
      pack.parameters.filter { $0.fills == slot }.flatMap { parameter in
        parameter.values.map { value in
          "\(pack.shortTitle) \(value.cite.locator)：\(parameter.term(value.number))，自\(value.from)"
        }
      }
    }
    return fillings.isEmpty ? "没有规则包以数值填补" : fillings.joined(separator: "；")
  }

  var periodicTable: [RuleReferenceBlock] {
    let rows = pack.periodic.map { duty in
      [
        duty.cite.locator, duty.cite.summary, dayText(duty), duty.recipient ?? "", duty.id.asID,
        questionCell(duty.questions),
      ]
    }
    return RuleReferenceBlock.rows("周期事项", ["条款", "摘要", "周期", "报送", "编号", "存疑"], rows)
  }

  private func dayText(_ duty: PeriodicDuty) -> String {
    switch duty.period {
    case .quarterly: return "每季度"
    case .yearly:
      if duty.isDayIllegible {
        let questions = duty.questions.joined(separator: "、")
        return "每年，月份未知（原文缺失，\(questions)）"
      }
      guard let month = duty.month, let day = duty.day else { return "每年，未载明月日" }
      return "每年\(month)月\(day)日以前"
    }
  }

  /// Duties and powers that no fact of a single lead decides.
  var dutyTable: [RuleReferenceBlock] {
    let rows = pack.duties.map { duty in
      [
        duty.cite.locator, duty.cite.summary, duty.modality.rawValue, duty.id.asID,
        questionCell(duty.questions),
      ]
    }
    return RuleReferenceBlock.rows("职责与权能（不由单件线索的事实决定）", ["条款", "摘要", "性质", "编号", "存疑"], rows)
  }

  /// Repealed documents; one whose text is not at hand leaves a gap.
  var repealTable: [RuleReferenceBlock] {
    let rows = pack.repeals.map { repeal in
      [
        repeal.title, repeal.cite.map { "\($0.locator)：\($0.summary)" } ?? "",
        repeal.isEncoded ? "已收录" : "文本未收录", gapText(repeal),
      ]
    }
    return RuleReferenceBlock.rows("废止的文件与空白", ["文件", "条款", "收录", "由此产生的空白"], rows)
  }

  private func gapText(_ repeal: Repeal) -> String {
    guard !repeal.isEncoded, let days = repeal.inForce, let question = repeal.question else {
      return ""
    }
    let names = repeal.mayConclude.map { library.conclusions.zh($0).withWideBrackets }.joined(
      separator: "、")
    return "\(days.lowerBound)至\(days.upperBound)认定的线索，\(names)可能另有规定："
      + questionCell([question])
  }

  /// Provisions without a rule, and why: together with what is cited above, all of the document.
  var coverageTable: [RuleReferenceBlock] {
    let rows = pack.coverage.map { [$0.cite.locator, $0.cite.summary, $0.treatment.wording.zh] }
    return RuleReferenceBlock.rows("没有规则的条款", ["条款", "摘要", "原因"], rows)
  }

  /// Days on which the packs knowingly have no rule.
  var gapTable: [RuleReferenceBlock] {
    let rows = pack.gaps.map { gap in
      [
        "\(gap.days.lowerBound)至\(gap.days.upperBound)",
        gap.conclusions.map { library.conclusions.zh($0).withWideBrackets }.joined(separator: "、"),
        "\(gap.cite.locator)：\(gap.cite.summary)",
      ]
    }
    return RuleReferenceBlock.rows("没有规则的期间", ["期间", "结论", "说明"], rows)
  }
}
