import Foundation
import Input
import Money
import Population
import Rules

/// Reads a budget file and makes a request of it, of the place and of the scenario (docs/budget.md).
public struct BudgetReader {
  let library: RuleLibrary
  let place: PlaceModel
  let findings = Findings()

  /// Whose budget, under which rule files.
  public init(library: RuleLibrary, place: PlaceModel) {
    self.library = library
    self.place = place
  }

  /// What a budget is made from.
  ///
  /// - Parameters:
  ///   - file: the budget file with its name; nil where nothing is stated.
  ///   - account: a file whose `account` is taken instead of the place's or the budget file's.
  ///   - scenario: people, luck and rules chosen; its place is replaced.
  ///   - year: the year of the budget; nil for that after the account's.
  /// - Throws: `Refusal` with every defect, and where there is no account.
  public func read(
    _ file: (text: String, name: String)?, account: (text: String, name: String)? = nil, scenario: Scenario,
    year: Int? = nil
  ) throws(Refusal) -> BudgetRequest {
    let fields = try file.map { file throws(Refusal) in
      Fields(try YAMLReader.read(file.text, file: file.name), "", findings)
    }
    fields?.expectFormat("medaid-budget/1")
    let given = try account.map { file throws(Refusal) in try self.account(in: file) }
    let own = fields.flatMap { AssistanceAccount.read($0, file: $0.node.place.file, vocabulary: library.vocabulary) }
    let inPlace = place.account.map { ($0, place.sources.first { $0.key == "account" }) }
    let found = given ?? own ?? inPlace
    var request = BudgetRequest(
      place: place, account: found?.0 ?? AssistanceAccount(year: nil, figures: [:]), lastYear: 0, year: 0,
      scenario: alone(scenario))
    request.accountSource = found?.1
    if let fields {
      state(fields, &request)
      fields.refuseUnknown()
    }
    try findings.refuseIfAny()
    guard found != nil else { throw noAccount(file?.name) }
    let source = account?.name ?? (own != nil ? file?.name : nil) ?? place.file
    try years(&request, source, year)
    try complete(request, source)
    return request
  }

  /// The scenario with the place alone, its own rules, and no comparison.
  private func alone(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    (scenario.places, scenario.placeModels) = ([place.id], [place])
    (scenario.jurisdictions, scenario.comparison) = ([place.jurisdiction], false)
    return scenario
  }

  private func account(
    in file: (text: String, name: String)
  ) throws(Refusal) -> (account: AssistanceAccount, source: Provenance?) {
    let root = Fields(try YAMLReader.read(file.text, file: file.name), "", findings)
    let found = AssistanceAccount.read(root, file: file.name, vocabulary: library.vocabulary)
    try findings.refuseIfAny()
    guard let found else {
      throw Refusal(
        Diagnostic(
          at: Place(file: file.name, line: 1), key: "account", "the file has no account",
          hint: "docs/budget.md shows the keys"))
    }
    return found
  }

  private func noAccount(_ file: String?) -> Refusal {
    Refusal(
      Diagnostic(
        at: Place(file: file ?? place.file, line: 1), key: "account",
        "there is no account of last year's assistance of \(place.id), from which a budget begins",
        hint: """
          write account: with spending and personTimes into the place file or the budget file, or name a file that has one \
          with --account; docs/budget.md shows the keys
          """))
  }

  /// The year of the account, and that of the budget.
  private func years(_ request: inout BudgetRequest, _ source: String, _ year: Int?) throws(Refusal) {
    guard let last = request.account.year.flatMap({ Int($0) }), BenefitYear.limits.contains(last) else {
      throw Refusal(
        Diagnostic(
          at: Place(file: source, line: 1), key: "account.year",
          "the year of the account is \(request.account.year.map { "\"\($0)\"" } ?? "missing")",
          hint: "write the one year that it speaks of, such as 2024"))
    }
    request.lastYear = last
    request.year = year ?? last + 1
    guard (last + 1...last + 15).contains(request.year) else {
      throw Refusal(
        Diagnostic(
          at: Place(file: source, line: 1), key: "account.year",
          "the account is of \(last), and a budget of \(request.year) is asked for",
          hint: "name a year from \(last + 1) to \(last + 15) with --year"))
    }
  }

  /// Refuses an account that lacks a part, or less of it than its one-offs take out.
  private func complete(_ request: BudgetRequest, _ source: String) throws(Refusal) {
    func refuse(_ key: String, _ reason: String, _ hint: String) {
      findings.add(Diagnostic(at: Place(file: source, line: 1), key: key, reason, hint: hint))
    }
    for item in [AssistanceAccount.Item.inpatient, .outpatient, .premiumSubsidy] where request.account.yuan(item) == nil
    {
      refuse(
        "account.\(item.rawValue)", "the account does not say it, and a budget is told part by part",
        "write the yuan of \(item.english), 0 or more")
    }
    for part in BudgetPart.allCases {
      let out = request.oneOffsLast.reduce(Yuan.zero) { $1.part == part ? $0 + $1.amount : $0 }
      let holds = request.account.amount(of: part)
      if out > holds {
        refuse(
          "oneOffs.last", "\(out.grouped) yuan are taken out of \(part.rawValue), which holds \(holds.grouped)",
          "check amounts, signs and parts")
      }
    }
    try findings.refuseIfAny()
  }
}

extension AssistanceAccount {
  /// What a part holds; 0 where the office left it out.
  public func amount(of part: BudgetPart) -> Yuan {
    func sum(_ items: [Item]) -> Yuan { items.reduce(.zero) { $0 + (yuan($1) ?? .zero) } }
    return switch part {
    case .inpatient: sum([.inpatient])
    case .outpatient: sum([.outpatient])
    case .tilted: sum([.tilted])
    case .premiumSubsidy: sum([.premiumSubsidy])
    case .other:
      (yuan(.total) ?? .zero) > sum([.inpatient, .outpatient, .tilted, .premiumSubsidy])
        ? (yuan(.total) ?? .zero) - sum([.inpatient, .outpatient, .tilted, .premiumSubsidy]) : .zero
    }
  }

  /// Settlements of a part, or persons of the premium subsidy; nil where the office left them out.
  public func times(of part: BudgetPart) -> Double? {
    switch part {
    case .inpatient: figures[.inpatientTimes]
    case .outpatient: figures[.outpatientTimes]
    case .premiumSubsidy: figures[.premiumTimes]
    case .tilted, .other: nil
    }
  }
}
