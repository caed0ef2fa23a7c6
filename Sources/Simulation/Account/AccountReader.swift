import Input
import Money
import Population
import Rules

/// Reads the key `account` of a scenario: one account or a list of them.
struct AccountReader {
  private let scenario: Scenario
  private let library: RuleLibrary
  private let years: [Int]
  private let findings: Findings

  /// - Parameters:
  ///   - scenario: all else that the file says.
  ///   - years: every year that is simulated, in rising order.
  init(_ scenario: Scenario, _ library: RuleLibrary, years: [Int], _ findings: Findings) {
    self.scenario = scenario
    self.library = library
    self.years = years
    self.findings = findings
  }

  /// The accounts; a defect of one is noted and leaves it out.
  func read(_ parent: Fields) -> [Scenario.Account] {
    guard let node = parent.optional("account") else { return [] }
    if let items = node.items, items.isEmpty { parent.fault(node, "the list is empty", key: "account") }
    var found: [Scenario.Account] = []
    for (index, item) in (node.items ?? [node]).enumerated() {
      let fields = Fields(item, node.items == nil ? "account" : "account[\(index + 1)]", findings)
      guard let account = account(fields) else { continue }
      if found.contains(where: { $0.place == account.place }) {
        fields.fault(fields.node["place"] ?? item, "\(account.place) has another account above", key: "place")
      }
      found.append(account)
    }
    return found
  }

  private func account(_ fields: Fields) -> Scenario.Account? {
    guard fields.node.entries != nil else { return nil }
    defer { fields.refuseUnknown() }
    let place = place(fields)
    let amounts = YearlyAmountReader(fields, years: years)
    let balance = balance(fields, amounts)
    let transfers = amounts.read("transfers", isRequired: true)
    let local = amounts.read("local", isRequired: false)
    let donations = amounts.read("donations", isRequired: false)
    let before = fields.optional("transferBefore").flatMap { amounts.amount($0, "transferBefore") }
    let surplus = surplus(fields)
    guard let place else { return nil }
    checkFloor(place, fields)
    guard let balance, let transfers else { return nil }
    return Scenario.Account(
      place: place.id, years: years, balance: balance, transferBefore: before, transfers: transfers, local: local,
      donations: donations ?? years.map { _ in .zero }, surplus: surplus)
  }

  private func place(_ fields: Fields) -> PlaceModel? {
    guard let written = fields.text("place"), let node = fields.node["place"] else { return nil }
    let places = scenario.placeModels
    guard let place = places.first(where: { $0.id == written || $0.chinese == written }) else {
      fields.fault(
        node, "\(written) is not among the places of the scenario", key: "place", among: places.map(\.id),
        also: places.map(\.chinese))
      return nil
    }
    guard library.file(place.jurisdiction) != nil, scenario.jurisdictions.contains(place.jurisdiction) else {
      findings.add(
        node, fields.path("place"),
        "\(written) is not settled under the rules of \(place.jurisdiction), its own, which an account needs",
        hint: "name \(place.jurisdiction) among the jurisdictions, or take the account out")
      return nil
    }
    return place
  }

  /// A debt is refused: it could only be paid out of money that is stated below, which would then be counted twice.
  private func balance(_ fields: Fields, _ amounts: YearlyAmountReader) -> Yuan? {
    guard let node = fields.required("balance") else { return nil }
    return amounts.amount(
      node, "balance",
      ifNegative: "write 0, and what is owed as less transfers or local budget in the year that pays it"
    )
  }

  /// Where the document asks for a least local budget, it rests on the transfer of the year before; where it does not,
  /// nothing says what a local budget left out would be.
  private func checkFloor(_ place: PlaceModel, _ fields: Fields) {
    let floors = books(place.jurisdiction).map { $0.fund?.localBudgetFloor?.rate(in: years.first ?? scenario.year) }
    if !fields.has("transferBefore"), let floor = floors.compactMap({ $0 }).first {
      findings.add(
        fields.node, fields.path("transferBefore"), "the key is missing",
        hint:
          "the yuan from above in \((years.first ?? scenario.year) - 1): the local budget is at least \(floor) of it")
    }
    if !fields.has("local"), floors.contains(nil) {
      findings.add(
        fields.node, fields.path("local"), "the key is missing",
        hint: "the rules of \(place.jurisdiction) name no least local budget that could stand in for it; 0 for none")
    }
    if let node = fields.node["transferBefore"], !floors.isEmpty, floors.allSatisfy({ $0 == nil }) {
      findings.add(
        node, fields.path("transferBefore"),
        "acts on nothing: the rules of \(place.jurisdiction) name no least local budget", hint: "take it out")
    }
  }

  /// A place's rules as they are and under each reform. Patches that do not fit are refused elsewhere.
  private func books(_ jurisdiction: String) -> [RuleBook] {
    guard let file = library.file(jurisdiction) else { return [] }
    let whole = scenario.patches[jurisdiction] ?? []
    let lists = [[]] + scenario.reforms.compactMap { $0.patches[jurisdiction] }
    return lists.compactMap { try? file.book(readings: scenario.readings, stages: [$0, whole]) }
  }

  private func surplus(_ fields: Fields) -> SurplusRule {
    SurplusRule(
      limit: limit(fields), basis: word(fields, "surplusOf") ?? .year, excess: word(fields, "excess") ?? .kept)
  }

  private func limit(_ fields: Fields) -> SurplusRule.Limit {
    guard let node = fields.optional("surplusLimit") else { return .document }
    if node.text == "none" { return .none }
    guard let text = node.text, let basisPoints = try? DecimalText.hundredths(text, limit: 10_000) else {
      fields.fault(
        node, "a percentage from 0 to 100 with at most two decimals, or none, is expected here, not \(node.named)",
        key: "surplusLimit", among: ["none"])
      return .document
    }
    if (1..<100).contains(basisPoints) {
      findings.add(
        node, fields.path("surplusLimit"), "\(text) reads as \(text) percent", hint: "write 15 for 15 %, 0 for nothing")
    }
    return .stated(Rate(basisPoints: basisPoints))
  }

  private func word<W: Word>(_ fields: Fields, _ key: String) -> W? {
    guard let node = fields.optional(key) else { return nil }
    if let word = node.text.flatMap(W.init(named:)) { return word }
    fields.fault(
      node, "\(node.named) is not known", key: key, among: W.allCases.map(\.id), also: W.allCases.map(\.chinese))
    return nil
  }
}
