import Rules

/// Collects the values that act on a figure and says on what ground they stand together.
struct FigureGrounds {
  private let book: RuleBook
  private let routed: Set<String>
  private var worst = FigureStatus.assumption
  private var hasNumber = false
  private var lacksNumber = false

  init(_ book: RuleBook) {
    self.book = book
    // A benefit that no route leads to pays nobody.
    routed = Set(book.routes.flatMap(\.candidates))
  }

  /// The ground of all that was added: one number among values without any makes the figure a lower bound.
  var status: FigureStatus { lacksNumber ? hasNumber ? .partial : .unquantified : worst }

  /// Adds what a component (`all` for every one) pays a class.
  mutating func add(_ component: String, _ people: RuleBook.PeopleClass) {
    guard component != "premiumSubsidy" else { return }
    guard people.flag?.kind != .unquantified else {
      lacksNumber = true
      return
    }
    for benefit in book.benefits where routed.contains(benefit.id) && (component == "all" || component == benefit.id) {
      var keys = [people.id]
      keys += benefit.groups.filter { $0.classes.contains(people.id) }.map(\.id)
      for key in keys {
        guard let rate = benefit.sameRate ?? benefit.rate[key] else { continue }
        for quantity in rate.quantities { add(quantity, decides: true) }
        for limit in [benefit.limits.deductible[key], benefit.limits.cap[key]] {
          if let limit { add(limit, decides: false) }
        }
      }
    }
    if component == "tilted" || component == "all", let tilt = book.tilt, let rate = tilt.rate[people.id] {
      add(rate, decides: true)
      for limit in [tilt.threshold[people.id], tilt.cap[people.id]] {
        if let limit { add(limit, decides: false) }
      }
    }
  }

  /// Adds what holders of identities are paid and subsidised.
  mutating func add(identities: UInt64) {
    for people in book.classes where people.identities.contains(where: { identities & 1 << UInt64($0) != 0 }) {
      add("all", people)
    }
    addPremium(decides: false) { identities & 1 << UInt64($0) != 0 }
  }

  /// Adds the premium subsidy of the identities that belong to a group.
  ///
  /// - Parameter decides: whether its numbers make a figure more than a blank.
  mutating func addPremium(decides: Bool, _ belongs: (UInt8) -> Bool) {
    let shares = book.premium.shares.filter { belongs($0.identity) }
    for share in shares { add(share.share, decides: decides) }
    guard !shares.isEmpty else { return }
    for other in book.premium.others { add(other.share, decides: decides) }
  }

  /// Adds what a flag says that was raised on a payment to somebody of the group, who may hold other identities besides.
  mutating func add(raised kind: RuleBook.Flag.Kind) {
    switch kind {
    case .proxy: worst = max(worst, .proxy)
    case .unquantified: lacksNumber = true
    default: break
    }
  }

  private mutating func add(_ quantity: Quantity, decides: Bool) {
    let found = resolved(quantity)
    // By the amount, not by the source: a reform may give the number, and strict mode takes that of a proxy away.
    guard !found.byYear.contains(where: { $0.amount == .unquantified }) else {
      lacksNumber = true
      return
    }
    if found.source.status == .proxy { worst = max(worst, .proxy) }
    if decides { hasNumber = true }
  }

  /// A quantity that names a parameter stands on that parameter's ground.
  private func resolved(_ quantity: Quantity) -> Quantity {
    let name: String
    switch quantity.byYear.first?.amount {
    case .parameter(let parameter), .share(_, let parameter): name = parameter
    default: return quantity
    }
    guard case .quantity(let found) = book.parameter(name)?.value else { return quantity }
    return found
  }
}
