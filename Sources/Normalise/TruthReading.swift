import Vocabulary

/// Reads yes or no: 是/否, 有/无, √/×, Y/N, 1/0, 已完成/未完成, 属实/不属实 and their like.
///
/// `words` of the column go before the built-in list. What is only partly done (阶段性办结, 整改中) is
/// false, what is partly true (部分属实) is true. 不详, 待核实 and a blank are missing; a word in no
/// list is `unknownWord`, never "no".
package func readTruth(_ bytes: Span<UInt8>, words: ColumnWords = .none) -> Reading<Bool> {
  let cell = FoldedCell(bytes)
  if cell.isEmpty { return .missing }
  switch words.meaning(of: cell) {
  case .some(.unknown): return .missing
  case .some(.raw(let raw)): return .value(raw != 0)
  case nil: break
  }
  if let truth = truthWords[cell] { return .value(truth) }
  return cell.isBlank ? .missing : .unreadable(.unknownWord, WordFlaw.notInList)
}

/// Why a word is unknown.
enum WordFlaw {
  static let notInList = Wording(
    zh: "不在内置词表和来源配置的词表内",
    en: "neither the built-in list nor the profile's has it")
}

/// The built-in words.
///
/// Words that say yes of one fact and no of another (不涉及, 已核实) are not here.
private let truthWords = WordTable<Bool>([
  (
    true,
    """
    是 有 √ ✓ ✔ ☑ Y YES T TRUE 1 对 真 是的 存在 属于 位于 \
    完成 已完成 全部完成 已全部完成 \
    已修复 修复完成 已完成修复 完成修复 已修复完成 全部修复 已全部修复 \
    已整改 整改完成 已完成整改 完成整改 已整改完成 全部整改 整改到位 已整改到位 已销号 改善完成 \
    属实 基本属实 部分属实 查实 情况属实 举报属实 \
    办结 已办结 已结案 结案 已结 \
    造成生态环境损害 已造成生态环境损害 造成损害 有损害 存在损害 造成了生态环境损害 \
    已反馈 反馈 已回复 已启动 已撤销 撤销 已撤回 撤回 已移送 已缴纳 已履行 已交办 已曝光 曝光 \
    无争议 同意 已同意 一致 已达成一致
    """
  ),
  (
    false,
    """
    否 无 × ✗ ✘ ☐ N NO F FALSE 0 错 假 不是 没有 无。 不存在 不属于 不位于 非 無 \
    未完成 尚未完成 部分完成 进行中 正在进行 \
    未修复 尚未修复 部分修复 修复中 正在修复 \
    未整改 尚未整改 部分整改 整改中 正在整改 未整改到位 未销号 \
    不属实 未查实 举报不属实 不实 \
    未办结 阶段性办结 办理中 正在办理 未结案 未结 \
    未造成生态环境损害 未造成损害 无损害 没有造成生态环境损害 不存在损害 \
    未反馈 尚未反馈 未回复 未启动 未撤销 未撤回 未移送 未缴纳 未履行 未交办 未曝光 \
    有争议 不同意 未同意 不一致 未达成一致
    """
  ),
])
