import Population
import Simulation

/// The files that a run leaves in its folder.
enum RunFiles {
  /// What a run was made from.
  static let manifest = "manifest.json"
  /// The scenario as written, before the command line replaced anything.
  static let scenario = "scenario.yaml"
  /// One row a person and year.
  static let microdata = "microdata.csv"
  /// The accounts of the places' funds; they stand in words in the report on the fund.
  static let account = "fund-account.csv"
  /// What the funds pay in which month and year.
  static let cash = "cash.csv"
  /// Who passes the warning line in which month.
  static let warning = "early-warning.csv"
  /// How firm the order of documents is.
  static let standing = "standing.csv"
  /// What reforms bring if patients answer to prices.
  static let response = "response.csv"
  /// Their balances and spending over the years.
  static let accountFigure = "figures/fund-account.svg"

  /// One page for whoever decides.
  static let brief = "brief.md"

  /// Every report that a run can write.
  static let all =
    ["fund-exposure", "burden", "policy-impact", "comparison"].flatMap {
      ["\($0).md", "\($0).csv", "figures/\($0).svg"]
    } + [brief, microdata, account, accountFigure, cash, warning, standing, response]

  /// The copy of a place file, under the name that the scenario calls it by.
  static func place(_ place: PlaceModel) -> String {
    let name = place.file.split(separator: "/").last.map(String.init) ?? place.id
    return "\(PlaceFile.copies)/\(name)"
  }

  /// The copy of an illness file, under the name that the scenario calls it by.
  static func illness(_ model: IllnessModel) -> String {
    "\(IllnessModel.copies)/\(model.file.split(separator: "/").last.map(String.init) ?? "illness.yaml")"
  }

  /// The copies of a scenario's reform files, under their own names.
  static func reforms(_ scenario: Scenario) -> [(path: String, text: String)] {
    var seen: Set<String> = []
    return scenario.reformFiles.filter { seen.insert($0.copy).inserted }.map {
      ("\(ReformFile.copies)/\($0.copy)", $0.text)
    }
  }

  /// Names of the reports that a scenario asks for, without their endings.
  static func reports(_ scenario: Scenario) -> [String] {
    ["fund-exposure", "burden"] + (scenario.reforms.isEmpty ? [] : ["policy-impact"])
      + (scenario.comparison ? ["comparison"] : [])
  }
}
