internal import Vocabulary

/// The corrections as a list for people.
package enum CorrectionList {
  /// A row a correction, in their order; write it by `PeopleCSV` or as a sheet.
  package static func table(_ corrections: [Correction]) -> PeopleTable {
    PeopleTable(
      titles: ["线索编号", "表", "行", "主键", "列", "报送的值", "退回代码", "退回理由"],
      rows: corrections.map { correction in
        [
          correction.leadID?.description ?? "", correction.table, String(correction.row),
          correction.key, correction.field ?? "", correction.value ?? "", correction.code,
          correction.reason,
        ]
      })
  }
}
