internal import Vocabulary

/// Texts that conclusions rest on: every document once, its articles after it, in the order met.
struct Citations {
  private var documents: [(name: String, locators: [String])] = []

  /// Takes in what a finding rests on; one without a document adds nothing.
  mutating func insert(_ finding: FindingEntry) {
    guard !finding.document.isEmpty else { return }
    let place = documents.firstIndex { $0.name == finding.document }
    let locators = finding.locator.isEmpty ? [] : [finding.locator]
    guard let place else {
      documents.append((finding.document, locators))
      return
    }
    for locator in locators where !documents[place].locators.contains(locator) {
      documents[place].locators.append(locator)
    }
  }

  /// `晋环规〔2025〕2号 第十一条第一项、第十一条第二项`; `nil` if nothing is cited.
  var text: String? {
    guard !documents.isEmpty else { return nil }
    return documents.map { document in
      document.locators.isEmpty
        ? document.name : document.name + " " + document.locators.joined(separator: "、")
    }.joined(separator: "；")
  }
}

extension LeadEntry {
  /// What the true findings of these conclusions rest on.
  func citations(of conclusions: [String]) -> Citations {
    var cited = Citations()
    cited.insert(contentsOf: self, conclusions)
    return cited
  }
}

extension Citations {
  /// Takes in what the lead's true findings of these conclusions rest on.
  mutating func insert(contentsOf lead: LeadEntry, _ conclusions: [String]) {
    for finding in lead.findings
    where finding.value == .true && conclusions.contains(finding.conclusion) {
      insert(finding)
    }
  }
}

extension FindingEntry {
  /// `晋环规〔2025〕2号 第十一条第一项`; empty where no rule applies.
  package var citation: String {
    document.isEmpty || locator.isEmpty ? document + locator : document + " " + locator
  }
}
