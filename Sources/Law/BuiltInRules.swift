/// The rule files compiled into the program.
package enum BuiltInRules {
  static var facts: [UInt8] { PackageResources.facts_yaml }
  static var conclusions: [UInt8] { PackageResources.conclusions_yaml }

  static var files: [RuleLibrary.File] {
    [
      ("rules/interpretations.yaml", PackageResources.interpretations_yaml),
      ("rules/calendars/cn-workdays.yaml", PackageResources.cn_workdays_yaml),
      ("rules/cn/national-2025.pack.yaml", PackageResources.national_2025_pack_yaml),
      ("rules/cn-140000/shanxi-2025.pack.yaml", PackageResources.shanxi_2025_pack_yaml),
      ("rules/cn-140900/xinzhou-2019.pack.yaml", PackageResources.xinzhou_2019_pack_yaml),
      ("rules/cn-320000/jiangsu-2023.pack.yaml", PackageResources.jiangsu_2023_pack_yaml),
      ("rules/cn-640000/ningxia-2024.pack.yaml", PackageResources.ningxia_2024_pack_yaml),
    ]
  }

  /// The cases that go with the built-in packs, each with the results it must have.
  package static var cases: [RuleLibrary.File] {
    [
      ("rules/cn/national-2025.cases.yaml", PackageResources.national_2025_cases_yaml),
      ("rules/cn-140000/shanxi-2025.cases.yaml", PackageResources.shanxi_2025_cases_yaml),
      ("rules/cn-140900/xinzhou-2019.cases.yaml", PackageResources.xinzhou_2019_cases_yaml),
      ("rules/cn-320000/jiangsu-2023.cases.yaml", PackageResources.jiangsu_2023_cases_yaml),
      ("rules/cn-640000/ningxia-2024.cases.yaml", PackageResources.ningxia_2024_cases_yaml),
    ]
  }
}
