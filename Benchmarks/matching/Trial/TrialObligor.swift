import Sample
import Vocabulary

/// One who may have to answer: what the register, were there one, would say.
struct TrialObligor: Sendable {
  enum Kind: UInt8, Sendable, CaseIterable {
    case enterprise, branch, cooperative, soleTrader, person, village, government

    /// The word in truth.csv.
    var name: String {
      switch self {
      case .enterprise: "enterprise"
      case .branch: "branch"
      case .cooperative: "cooperative"
      case .soleTrader: "sole-trader"
      case .person: "person"
      case .village: "village"
      case .government: "government"
      }
    }

    /// The two characters that its credit code begins with; `nil` for a person, who has none.
    var codePrefix: String? {
      switch self {
      case .enterprise, .branch: "91"
      case .cooperative: "93"
      case .soleTrader: "92"
      case .village: "54"
      case .government: "11"
      case .person: nil
      }
    }
  }

  /// What the bundle that an obligor was made in has in common.
  enum Likeness: UInt8, Sendable {
    case none
    /// Names one character apart, in one city.
    case numeral, direction, homophone, otherCharacter
    /// One core under two regions or forms.
    case core
    /// A branch, or the parent of one.
    case branch
    /// Another firm of the same owner at the same address.
    case sister
  }

  var kind: Kind
  var likeness = Likeness.none
  var region = ""
  /// Whether the region stands in brackets behind the brand.
  var isRegionInside = false
  /// 字号, or a person's name.
  var brand = ""
  var trade = ""
  /// What stands in brackets before the form and is no region; empty for none.
  var bracket = ""
  var form = ""
  /// Behind the form: the branch.
  var tail = ""
  var site: TrialSite
  var representative = ""
  /// What the code is made from; no two obligors share one, but in a drop that is skewed so.
  var serial: Int

  /// The whole name as registered.
  var name: String { written(region: region, form: form) }

  /// The name with other words for region and form.
  func written(region: String, form: String) -> String {
    isRegionInside && !region.isEmpty
      ? "\(brand)（\(region)）\(trade)\(bracketed)\(form)\(tail)"
      : "\(region)\(brand)\(trade)\(bracketed)\(form)\(tail)"
  }

  private var bracketed: String { bracket.isEmpty ? "" : "（\(bracket)）" }

  /// 字号 and trade, what is left of a name without region and form.
  var core: String { "\(brand)\(trade)" }

  /// The unified social credit code, or a person's number.
  func code(_ drop: TrialDrop) -> String {
    let places = drop.places
    let serial = serial + drop.plan.firstNumber
    let county = Int(places.counties[Int(site.county)].code.number)
    guard let prefix = kind.codePrefix else {
      return CheckDigits.inventedPerson(
        county: county, birthday: Day(number: Int32(serial * 7919 % 14_000) - 3200),
        serial: serial / 14_000)
    }
    return String(
      decoding: CheckDigits.inventedCreditBytes(kind: prefix, county: county, serial: serial),
      as: UTF8.self)
  }
}
