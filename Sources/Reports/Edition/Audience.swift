/// For whom an edition of the report is made; raw values are words of the command line.
package enum Audience: String, Sendable, Hashable, CaseIterable {
  /// The bureau itself: everything but persons' numbers and reporters.
  case inHouse = "internal"
  /// Other authorities: no person's name, no source's own words.
  case share
  /// Everybody: figures alone, small ones withheld.
  case open = "public"

  /// `内部版　含责任主体信息，不得公开`: what every page says.
  package var banner: String {
    switch self {
    case .inHouse: "内部版　含责任主体信息，不得公开"
    case .share: "共享版　限有关机关工作使用，不得公开"
    case .open: "公开版　仅含统计数字，较小的数字不公布"
    }
  }

  /// What follows the quarter in the names of its folders: `2026Q3-share`; nothing for the house's own.
  package var folderSuffix: String { self == .inHouse ? "" : "-\(rawValue)" }

  /// `内部版`: the mark in margins and footers.
  package var mark: String {
    switch self {
    case .inHouse: "内部版"
    case .share: "共享版"
    case .open: "公开版"
    }
  }
}
