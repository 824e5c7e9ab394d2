/// Whether a name or a number says nothing: blank, `无`, `-`, `/`, `不详`, `NULL`, `0`, zeros only.
///
/// For names, numbers and codes. In an amount a zero is zero, and free text is kept as it stands.
package func isPlaceholder(_ bytes: Span<UInt8>) -> Bool {
  let cell = FoldedCell(bytes)
  return cell.isBlank || cell.isZero
}

/// The same of a name that is folded already, in UTF-16.
package func isPlaceholder(_ units: [UInt16]) -> Bool {
  var cell = FoldedCell()
  for unit in units {
    if let folded = FoldedCell.folded(UInt32(unit)) { cell.append(folded) }
    if cell.overflows { return false }
  }
  cell.dropExportMarks()
  return cell.isBlank || cell.isZero
}

extension FoldedCell {
  /// Whether the cell is empty, a word for "not known", or nothing but dashes, strokes and dots.
  var isBlank: Bool {
    // Most cells begin with a digit, and nothing that says "not known" does.
    guard !overflows, digit(at: 0) == nil else { return false }
    if isEmpty || unknownWords[self] != nil { return true }
    for index in 0..<count {
      switch self[index] {
      case 0x20, 0x2D, 0x2E, 0x2F, 0x5C, 0x5F, 0x2A, 0x3F, 0x7E, 0x2026, 0x3001, 0x3002: continue
      default: return false
      }
    }
    return true
  }
}

private let unknownWords = WordTable<Bool>([
  (
    true,
    """
    无 没有 暂无 不详 未详 未知 不明 不清 不清楚 不知 待定 待查 待核 待核实 待核查 待确认 待补 待补充 \
    待填 待评估 待鉴定 待认定 待测算 待定损 评估中 鉴定中 核实中 核查中 正在评估 正在鉴定 正在核实 \
    未评估 未鉴定 未认定 未测算 未定 未填 未填写 未提供 未登记 未定级 未分级 待定级 空 空白 略 缺 缺失 无法确定 不适用 不涉及 \
    暂未评估 暂未鉴定 尚未评估 尚未鉴定 尚未核实 暂不清楚 (空) (无) 無 不詳 \
    NULL (NULL) <NULL> NIL NONE N/A #N/A #VALUE! #REF! NA N.A. \\N UNKNOWN UNDEFINED TBD
    """
  )
])
