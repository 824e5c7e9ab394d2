import Testing

@testable import Intake

@Suite("What cells look like")
struct CellShapeTests {
  @Test(
    "values are told from words",
    arguments: [
      ("", .empty), ("　", .text), ("-", .placeholder), ("待评估", .placeholder), ("2026-07-03", .date),
      ("2026/7/3", .date), ("2026.7.3", .date), ("2026年7月3日", .date), ("20260703", .date),
      ("28/01/2018", .date), ("2026-07-03 12:30", .date), ("2026-07-03T12:30:00Z", .date),
      ("2026年7月", .date), ("12:30", .time), ("12:30:05", .time), ("20261303", .integer),
      ("12", .integer),
      ("-3", .integer), ("12.5", .decimal), ("1,200", .decimal), ("$74.69", .decimal),
      ("3%", .decimal),
      ("1.2万元", .decimal), ("3000元", .decimal), ("113.1,38.2", .coordinates),
      ("113°15′30″", .coordinates),
      ("91140900MA0K12345X", .creditCode), ("140902199001011234", .personNumber),
      ("14090219900101123X", .personNumber), ("140902********1234", .personNumber),
      ("13800001234", .phone),
      ("138****1234", .phone), ("0350-1234567", .phone), ("是", .yesOrNo),
      ("晋忻环罚〔2026〕12号", .documentNumber), ("JC140927-202606-0132", .code), ("甲公司", .text),
      ("罚款金额", .text), ("CF_CFLB1", .text), ("PM2.5", .text), ("2026年第三季度", .text), ("第3列", .text),
      ("https://example.org/1", .address), ("1号排口", .text), ("1.2.3.4", .text),
    ] as [(String, CellShape)])
  func shapes(cell: String, shape: CellShape) {
    #expect(CellShape(cell) == shape)
  }
}
