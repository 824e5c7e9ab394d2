package import Vocabulary

/// What is sent, which decides the form: a paper with a red head (GB/T 9704-2012, 7) or a letter
/// (10.1).
package enum OfficialKind: Sendable, Hashable, CaseIterable {
  /// 上行文: to a higher authority, with who signs it.
  case reportUpwards
  /// 下行文: to those below.
  case bulletin
  /// To the department whose matter a lead is.
  case transferLetter
  /// To the procuratorate that sent a lead.
  case feedbackLetter

  /// `报告`, `通报`, `移送函`, `检察反馈函`.
  package var name: String {
    switch self {
    case .reportUpwards: "报告"
    case .bulletin: "通报"
    case .transferLetter: "移送函"
    case .feedbackLetter: "检察反馈函"
    }
  }

  /// Whether it has the form of a letter.
  var isLetter: Bool {
    switch self {
    case .reportUpwards, .bulletin: false
    case .transferLetter, .feedbackLetter: true
    }
  }
}

/// An official document as it is written: what stands in it, and nothing of how it looks.
///
/// What only people may decide (its number, who signs, its day) is no part of it: a field to fill
/// in stands there.
package struct OfficialDocument: Sendable, Hashable {
  package let kind: OfficialKind
  /// For whom it is, on every page: `内部版　含责任主体信息，不得公开`.
  package let banner: String
  /// What every page must also say, such as that a rule pack is on trial.
  package var warnings: [String] = []
  /// The issuing organisation, in full or by its standard short name.
  package let organisation: String
  /// The title, one line each as its sense breaks it; a line holds 20 characters.
  package let title: [String]
  /// To whom, without a colon; `nil` leaves it to be filled in.
  package var addressee: String?
  package var body: [Block] = []
  /// The attachments' names, in order.
  package var attachments: [String] = []
  /// 附注, without brackets: `此件不公开`.
  package var note: String?
  /// 抄送: who also gets it.
  package var copies: [String] = []
  /// 印发机关; `nil` leaves it to be filled in, and letters have none.
  package var printer: String?
  /// The day it speaks of, which the file's properties have; no clock is read.
  package let asOf: Day
  /// What it was made from, kept in the file's properties.
  package let run: String

  /// A document without body, attachments, note or copies as yet.
  package init(
    _ kind: OfficialKind, banner: String, organisation: String, title: [String], asOf: Day,
    run: String
  ) {
    self.kind = kind
    self.banner = banner
    self.organisation = organisation
    self.title = title
    self.asOf = asOf
    self.run = run
  }
}
