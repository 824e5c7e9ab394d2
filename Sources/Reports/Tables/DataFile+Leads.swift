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
      let findings = sorted(report.leads[index].findings) { left, right in
        precedes(left.conclusion, right.conclusion) ?? precedes(left.rule, right.rule) ?? false
      }
      for finding in findings {
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
      let zones = sorted(report.leads[index].zones) { left, right in
        precedes(left.layer, right.layer) ?? precedes(left.feature, right.feature)
          ?? precedes(left.tag, right.tag) ?? false
      }
      for zone in zones {
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

  /// The entries in that order, entries of one place as they came; no copy if they are sorted.
  private static func sorted<Entry>(
    _ entries: [Entry], by precedes: (Entry, Entry) -> Bool
  ) -> [Entry] {
    let isSorted = entries.indices.dropFirst().allSatisfy {
      !precedes(entries[$0], entries[$0 - 1])
    }
    guard !isSorted else { return entries }
    return entries.indices.sorted { left, right in
      if precedes(entries[left], entries[right]) { return true }
      return !precedes(entries[right], entries[left]) && left < right
    }.map { entries[$0] }
  }
}
