import Input
import Money
import Population

/// Reads the key `cash` of a scenario.
struct CashReader {
  private let places: [PlaceModel]
  private let findings: Findings

  /// - Parameter places: those of the scenario.
  init(_ places: [PlaceModel], _ findings: Findings) {
    self.places = places
    self.findings = findings
  }

  /// The longest delay in months.
  private static let longest = 12

  /// When funds pay; the defaults where the key is absent, and for what it does not name.
  func read(_ parent: Fields) -> CashTerms {
    var terms = CashTerms()
    guard let node = parent.optional("cash") else { return terms }
    let fields = Fields(node, "cash", findings)
    terms.settlement = fields.integer("settlement", in: 0...Self.longest) ?? terms.settlement
    terms.claims = fields.integer("claims", in: 0...Self.longest) ?? terms.claims
    terms.subsidies = fields.integer("subsidies", in: 1...MonthCells.months) ?? terms.subsidies
    terms.persistence = fields.number("persistence", in: 0...1, default: terms.persistence) ?? terms.persistence
    for (index, item) in fields.list("known").enumerated() {
      let one = Fields(item, fields.path("known[\(index + 1)]"), findings)
      if let known = known(one, among: terms.known) { terms.known.append(known) }
      one.refuseUnknown()
    }
    fields.refuseUnknown()
    return terms
  }

  private func known(_ fields: Fields, among others: [CashTerms.Known]) -> CashTerms.Known? {
    if !fields.has("owed"), !fields.has("paid") {
      findings.add(
        fields.node, fields.path, "nothing is known of the fund",
        hint: "give owed, the yuan that it owed on 1 January, or paid, or both")
    }
    let amounts = YearlyAmountReader(fields, years: [])
    let owed = fields.optional("owed").flatMap { amounts.amount($0, "owed") }
    let paid = fields.optional("paid").flatMap { self.paid($0, fields) }
    guard let written = fields.text("place"), let node = fields.node["place"] else { return nil }
    guard let place = places.first(where: { $0.id == written || $0.chinese == written })?.id else {
      fields.fault(
        node, "\(written) is not among the places of the scenario", key: "place", among: places.map(\.id),
        also: places.map(\.chinese))
      return nil
    }
    if others.contains(where: { $0.place == place }) {
      fields.fault(node, "\(place) is named above already", key: "place")
    }
    return CashTerms.Known(place: place, owed: owed, paid: paid)
  }

  private func paid(_ node: Node, _ parent: Fields) -> (amount: Yuan, through: Int)? {
    let fields = Fields(node, parent.path("paid"), findings)
    defer { fields.refuseUnknown() }
    // The last month is not among them: then the year is over, and nothing is left to be told.
    _ = fields.required("through")
    let through = fields.integer("through", in: 1...MonthCells.months - 1)
    let amount = fields.required("amount").flatMap { YearlyAmountReader(fields, years: []).amount($0, "amount") }
    guard let through, let amount else { return nil }
    if amount == .zero, let node = fields.node["amount"] {
      fields.fault(node, "a fund that has paid nothing tells nothing of the rest of the year", key: "amount")
      return nil
    }
    return (amount, through)
  }
}
