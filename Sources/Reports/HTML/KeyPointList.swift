internal import Vocabulary

/// The list of main points at the head of the page, each number a link to its leads.
struct KeyPointList {
  let points: KeyPoints

  func write(into page: inout PageWriter) {
    page.html.element("section", .class("keys"), .named("aria-labelledby", "keys")) { html in
      html.element("h2", .id("keys"), text: "要点")
      html.element("ul") { html in
        for sentence in points.sentences {
          html.element("li") { $0.sentence(sentence, isStrong: true) }
        }
      }
    }
  }
}

extension HTMLWriter {
  /// A computed sentence: numbers of leads are links to them, other totals to where they are broken
  /// down; headline figures carry their name.
  mutating func sentence(_ sentence: Sentence, isStrong: Bool = false) {
    for piece in sentence.pieces {
      switch piece {
      case .text(let words): text(words)
      case .total(let name, let number):
        element("span", .named("data-figure", name.rawValue)) { html in
          html.total(number, at: name.anchor)
        }
      case .leads(let count, let name):
        if isStrong {
          element("strong") { $0.count(count, name) }
        } else {
          self.count(count, name)
        }
      }
    }
  }

  /// A total as a link to where it is broken down.
  mutating func total(_ number: Int, at anchor: String?) {
    if let anchor, number > 0 {
      element("a", .class("to"), .href("#" + anchor), text: Numeral.grouped(number))
    } else {
      text(Numeral.grouped(number))
    }
  }
}

extension FigureName {
  /// Where the page breaks a total down; `nil` where nothing does.
  var anchor: String? {
    switch self {
    case .files, .records, .opened, .merged, .repeats: QualitySection.files
    case .rejected: QualitySection.rejects
    case .reviewItems: QualitySection.review
    default: nil
    }
  }
}

extension Disposition {
  /// The colour of the disposition in charts; its name always stands beside it.
  var ink: SVGDrawing.Ink {
    switch self {
    case .initiate: .brand
    case .verify: .mid
    case .review: .violet
    case .mayNotInitiate: .pale
    case .closeNoDamage: .sand
    case .excluded: .grey
    }
  }
}
