internal import Vocabulary

/// The list of main points at the head of the page, each number a link to its leads.
struct KeyPointList {
  let points: KeyPoints

  func write(into page: inout PageWriter) {
    page.html.element("section", .class("keys"), .named("aria-labelledby", "keys")) { html in
      html.element("h2", .id("keys"), text: "要点")
      html.element("ul") { html in
        for sentence in points.sentences {
          html.element("li") { html in
            for piece in sentence.pieces { html.piece(piece) }
          }
        }
      }
    }
  }
}

extension HTMLWriter {
  /// A piece of a computed sentence; headline figures carry their name.
  fileprivate mutating func piece(_ piece: Sentence.Piece) {
    switch piece {
    case .text(let words): text(words)
    case .total(let name, let number):
      element("span", .named("data-figure", name.rawValue), text: Numeral.grouped(number))
    case .leads(let count, let name?):
      element("strong", .named("data-figure", name.rawValue)) { $0.count(count) }
    case .leads(let count, nil): element("strong") { $0.count(count) }
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
