internal import ArgumentParser
internal import Files
internal import Foundation
internal import Geography
internal import Intake
internal import Law
internal import Ledger
internal import Pipeline
internal import Vocabulary
internal import Workspace

struct DoctorCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "doctor", zh: "检查本机和工作区：能做什么，缺什么。",
    en: "What this machine and workspace have and lack.")

  @OptionGroup var common: CommonOptions

  private struct Finding: Encodable {
    let name: String
    let isFine: Bool
    let detail: String
  }

  func perform() throws(Failure) -> ExitStatus {
    let findings = machine() + workspace()
    if common.json {
      try common.console.result(try JSONText.of(ListJSON(findings)))
    } else {
      let width = findings.map { DisplayWidth.of($0.name) }.max() ?? 0
      let lines = findings.map {
        ($0.isFine ? "  " : "! ") + DisplayWidth.padded($0.name, to: width) + "  "
          + Problem.printable($0.detail, limit: 400)
      }
      try common.console.result(lines.joined(separator: "\n") + "\n")
    }
    return .done
  }

  private func machine() -> [Finding] {
    let language = common.lang
    let chromium = PrintedReport.browser(in: ProcessInfo.processInfo.environment)?.path
    return [
      Finding(name: "leadscreen", isFine: true, detail: Release.version),
      Finding(name: "SQLite", isFine: true, detail: Ledger.engineVersion),
      Finding(name: "GEOS", isFine: true, detail: LayerCheck.engineVersion),
      Finding(
        name: "Chromium", isFine: chromium != nil,
        detail: chromium
          ?? Wording(
            zh: "没有安装；report.html 可用任何浏览器打开和打印",
            en: "not installed; report.html opens and prints in any browser"
          )[language]),
    ]
  }

  private func workspace() -> [Finding] {
    let language = common.lang
    let title = Wording(zh: "工作区", en: "workspace")[language]
    do throws(Failure) {
      let screening = try common.open()
      var findings = [
        Finding(name: title, isFine: true, detail: screening.workspace.root),
        Finding(
          name: Wording(zh: "规则包", en: "rule packs")[language],
          isFine: screening.engine.packs.count > 1,
          detail: screening.engine.packs.map { "\($0.id) \($0.version)" }.joined(separator: ", ")),
        Finding(
          name: Wording(zh: "图层", en: "layers")[language], isFine: !screening.layers.isEmpty,
          detail: screening.layers.map { $0.source.path }.joined(separator: ", ")),
        Finding(
          name: Wording(zh: "来源配置", en: "profiles")[language], isFine: true,
          detail: screening.profiles.profiles.map(\.id).joined(separator: ", ")),
      ]
      if RegularFile.exists(screening.workspace.ledgerPath) {
        let status = try screening.openLedger().status()
        findings.append(
          Finding(
            name: Wording(zh: "台账", en: "ledger")[language], isFine: true,
            detail: "\(status.runs.count) runs, \(status.bytes) bytes"))
      }
      return findings
    } catch {
      return error.problems.map {
        Finding(name: title, isFine: false, detail: $0.message(in: language))
      }
    }
  }
}
