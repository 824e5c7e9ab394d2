internal import Law
internal import Pipeline
internal import Vocabulary

/// A what-if over a quarter's leads, as an object.
struct RulesCompareJSON: Encodable {
  struct Shifted<Value: Encodable>: Encodable {
    let before: Value
    let after: Value
  }

  struct RuleChange: Encodable {
    let rule: String
    let before: String
    let after: String
    let document: String
    let locator: String
    let summary: String
  }

  struct ConclusionChange: Encodable {
    let conclusion: String
    let before: String
    let after: String
    let rules: [RuleChange]
  }

  struct LeadChange: Encodable {
    let leadId: String
    let disposition: Shifted<String>
    let conclusions: [ConclusionChange]
  }

  struct Count: Encodable {
    let disposition: String
    let before: Int
    let after: Int
  }

  struct Variant: Encodable {
    let variant: String
    let undated: Int
    let changes: [LeadChange]
    let dispositions: [Count]
  }

  struct Bound: Encodable {
    let disposition: String
    let least: Int
    let most: Int
  }

  let schema = 1
  let quarter: String
  let run: Int
  let asOf: String
  let leads: Int
  /// What has changed since the run, in Chinese; empty for nothing.
  let changedSince: [String]
  let replaced: [String]
  let variants: [Variant]
  let bounds: [Bound]?

  init(_ comparison: QuarterComparison, replaced: [String]) {
    quarter = comparison.quarter.description
    run = comparison.run
    asOf = comparison.asOf.description
    leads = comparison.leads.count
    changedSince = comparison.changedSince.map(\.zh)
    self.replaced = replaced
    variants = comparison.comparisons.map { one in
      Variant(
        variant: one.kind.rawValue, undated: one.undated,
        changes: one.changes.map { LeadChange($0, comparison.leads) },
        dispositions: one.counts.map {
          Count(
            disposition: $0.disposition.rawValue, before: $0.leads.before, after: $0.leads.after)
        })
    }
    bounds = comparison.bounds?.map {
      Bound(
        disposition: $0.disposition.rawValue, least: $0.leads.lowerBound, most: $0.leads.upperBound)
    }
  }
}

extension RulesCompareJSON.LeadChange {
  fileprivate init(_ change: RuleComparison.LeadChange, _ leads: [LeadID]) {
    leadId = leads[change.place].description
    disposition = .init(
      before: change.disposition.before.rawValue, after: change.disposition.after.rawValue)
    conclusions = change.conclusions.map { one in
      RulesCompareJSON.ConclusionChange(
        conclusion: one.conclusion.name, before: one.value.before.letter,
        after: one.value.after.letter,
        rules: one.rules.map {
          RulesCompareJSON.RuleChange(
            rule: $0.rule, before: $0.value.before.letter, after: $0.value.after.letter,
            document: $0.document, locator: $0.cite.locator, summary: $0.cite.summary)
        })
    }
  }
}
