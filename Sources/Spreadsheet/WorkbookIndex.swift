internal import Vocabulary

/// The parts that a part names (ECMA-376 part 2): `_rels/workbook.xml.rels`.
final class Relations: XMLReceiver {
  struct Relation {
    let id: String
    /// The last word of the type's address, which both editions of the standard share.
    let type: String
    /// The name of the part in the archive.
    let target: String
  }

  private(set) var found: [Relation] = []
  private let folder: String

  /// Targets are relative to `folder`, which is empty or ends in a slash.
  init(folder: String) { self.folder = folder }

  func start(_ name: String, _ attributes: [String: String]) throws(XMLFault) {
    guard name == "Relationship", attributes["TargetMode"] != "External",
      found.count < SpreadsheetLimits.parts, let target = attributes["Target"]
    else { return }
    found.append(
      Relation(
        id: attributes["Id"] ?? "",
        type: attributes["Type"]?.split(separator: "/").last.map(String.init) ?? "",
        target: resolved(target)))
  }

  func text(_ bytes: [UInt8]) throws(XMLFault) {}

  func end(_ name: String) throws(XMLFault) {}

  private func resolved(_ target: String) -> String {
    let whole = target.hasPrefix("/") ? target : folder + target
    var steps: [Substring] = []
    for step in whole.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// The sheets of a workbook, in their order, and from where it counts days.
final class WorkbookIndex: XMLReceiver {
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var countsFrom1904 = false

  func start(_ name: String, _ attributes: [String: String]) throws(XMLFault) {
    switch name {
    case "sheet":
      guard sheets.count < SpreadsheetLimits.parts else { return }
      sheets.append((attributes["name"] ?? "", attributes["id"] ?? ""))
    case "workbookPr": countsFrom1904 = ["1", "true", "on"].contains(attributes["date1904"])
    default: break
    }
  }

  func text(_ bytes: [UInt8]) throws(XMLFault) {}

  func end(_ name: String) throws(XMLFault) {}
}
