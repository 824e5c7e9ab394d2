private import Vocabulary

/// The files about leads: what they are, what the rules find, where they lie.
extension DataFile {
  static func leads(_ report: QuarterReport) -> CSVTable {
    var table = CSVTable(
      columns: DataFile.leads.columns, rows: report.leads.count, bytesPerRow: 320)
    let media = Medium.allCases
    let channels = Channel.allCases.map { (channel: $0, code: $0.code) }
    for lead in report.leads {
      table.field { $0.append(lead.id) }
      table.field { $0.append(lead.id.quarter) }
      table.field(lead.obligor) { $0.append($1) }
      table.text(lead.obligorName)
      table.text(lead.obligorCode)
      table.field(lead.county) { $0.append(digits: UInt64($1.number.magnitude), atLeast: 6) }
      table.text(lead.place)
      table.field(lead.point) { $0.append(measure: $1.longitude, decimals: 6) }
      table.field(lead.point) { $0.append(measure: $1.latitude, decimals: 6) }
      table.texts(media.lazy.filter { lead.media.contains($0) }.map(\.term))
      table.texts(channels.lazy.filter { lead.channels.contains($0.channel) }.map(\.code))
      table.field(lead.occurrence) { $0.append($1) }
      table.field(lead.discovery) { $0.append($1) }
      table.number(lead.sources.count)
      table.field(lead.amountEstimate) { $0.append($1) }
      table.field(lead.amountDetermined) { $0.append($1) }
      table.text(lead.amountBasis?.name ?? "")
      table.truth(lead.inRedLine)
      table.truth(lead.inNatureReserve)
      table.truth(lead.repeatOffender)
      table.truth(lead.scopeExcluded)
      table.truth(lead.minor)
      table.truth(lead.mayNotInitiate)
      table.truth(lead.major)
      table.truth(lead.simpleAssessment)
      table.text(lead.disposition.rawValue)
      table.texts(lead.missingFacts)
      table.field(lead.verificationDue) { $0.append($1) }
      table.number(lead.overdueDays)
      table.field(lead.feedbackDue) { $0.append($1) }
      table.text(lead.status.rawValue)
      table.text(lead.verification?.finding.rawValue ?? "")
      table.field(lead.verification?.day) { $0.append($1) }
      table.truth(lead.initiated)
      table.text(lead.verification?.decision?.reason?.rawValue ?? "")
      table.text(lead.verification?.person ?? "")
      table.endRow()
    }
    return table
  }

  static func findings(_ report: QuarterReport) -> CSVTable {
    let rows = report.leads.reduce(0) { $0 + $1.findings.count }
    var table = CSVTable(columns: DataFile.findings.columns, rows: rows, bytesPerRow: 160)
    for index in report.leads.indices {
      let id = report.leads[index].id
      let findings = report.leads[index].findings
      let order = order(of: findings) { left, right in
        precedes(findings[left].conclusion, findings[right].conclusion)
          ?? precedes(findings[left].rule, findings[right].rule)
      }
      for finding in order.lazy.map({ findings[$0] }) {
        table.field { $0.append(id) }
        table.text(finding.conclusion)
        table.truth(finding.value)
        table.text(finding.rule)
        table.text(finding.document)
        table.text(finding.locator)
        table.text(finding.pack)
        table.text(finding.facts)
        table.endRow()
      }
    }
    return table
  }

  static func zones(_ report: QuarterReport) -> CSVTable {
    let rows = report.leads.reduce(0) { $0 + $1.zones.count }
    var table = CSVTable(columns: DataFile.zones.columns, rows: rows, bytesPerRow: 128)
    for index in report.leads.indices {
      let id = report.leads[index].id
      let zones = report.leads[index].zones
      let order = order(of: zones) { left, right in
        precedes(zones[left].layer, zones[right].layer)
          ?? precedes(zones[left].feature, zones[right].feature)
          ?? precedes(zones[left].tag, zones[right].tag)
      }
      for zone in order.lazy.map({ zones[$0] }) {
        table.field { $0.append(id) }
        table.text(zone.layer)
        table.text(zone.layerVersion)
        table.text(zone.feature)
        table.text(zone.tag)
        table.truth(zone.value)
        table.field(zone.distanceMetres) { $0.append(measure: $1, decimals: 1) }
        table.field(zone.uncertaintyMetres) { $0.append(measure: $1, decimals: 1) }
        table.text(zone.method)
        table.endRow()
      }
    }
    return table
  }

  /// The places of entries in the order that is asked of their places; equal ones as they came.
  private static func order<Entry>(
    of entries: [Entry], by precedes: (Int, Int) -> Bool?
  ) -> [Int] {
    let isSorted = entries.indices.dropFirst().allSatisfy { precedes($0, $0 - 1) != true }
    guard !isSorted else { return Array(entries.indices) }
    return entries.indices.sorted { precedes($0, $1) ?? ($0 < $1) }
  }
}
