import Rules
import Simulation

/// On what ground a printed figure stands (docs/reports.md).
public enum FigureStatus: Int, Comparable, Sendable {
  case document, assumption, proxy, unquantified

  /// The word in the files.
  public var id: String { "\(self)" }

  /// In order from the firmest ground to none, so that the greatest of several is the weakest.
  public static func < (a: FigureStatus, b: FigureStatus) -> Bool { a.rawValue < b.rawValue }

  /// The ground of what a component pays a class; simulated figures are never better than an assumption, because
  /// insurance schedules, premiums and populations act on all of them.
  ///
  /// - Parameters:
  ///   - component: a benefit, `tilted`, `premiumSubsidy` or `all`.
  ///   - people: a class or identity as results name it, or `all`.
  public static func of(_ component: String, _ people: String, _ book: RuleBook) -> FigureStatus {
    var worst = FigureStatus.assumption
    for one in book.classes where people == "all" || one.id == people || names(one, book).contains(people) {
      for quantity in quantities(component, one.id, book) { worst = max(worst, ground(quantity.source)) }
      if one.flag?.kind == .unquantified, component != "premiumSubsidy" { worst = .unquantified }
    }
    if component == "premiumSubsidy" || component == "all" {
      for share in book.premium.shares {
        let name = book.vocabulary.identities[Int(share.identity)].id
        let belongs =
          people == "all" || name == people
          || book.classes.contains { $0.id == people && $0.identities.contains(share.identity) }
        if belongs { worst = max(worst, ground(share.share.source)) }
      }
    }
    return worst
  }

  /// The ground of all that a group of people gets, which is the weakest of what its identities are paid.
  public static func of(group: Int, _ groups: Groups, _ book: RuleBook) -> FigureStatus {
    guard let identities = groups.identities(of: group) else { return of("all", "all", book) }
    return book.vocabulary.identities.indices.reduce(.assumption) { worst, index in
      identities & 1 << UInt64(index) == 0
        ? worst : max(worst, of("all", book.vocabulary.identities[index].id, book))
    }
  }

  private static func names(_ people: RuleBook.PeopleClass, _ book: RuleBook) -> [String] {
    people.identities.map { book.vocabulary.identities[Int($0)].id }
  }

  private static func ground(_ source: Source) -> FigureStatus {
    switch source.status {
    case .proxy: .proxy
    case .unquantified: .unquantified
    default: .assumption
    }
  }

  private static func quantities(_ component: String, _ people: String, _ book: RuleBook) -> [Quantity] {
    var found: [Quantity] = []
    for benefit in book.benefits where component == "all" || component == benefit.id {
      found += (benefit.sameRate ?? benefit.rate[people])?.quantities ?? []
      for group in benefit.groups where group.classes.contains(people) {
        found += benefit.rate[group.id]?.quantities ?? []
      }
    }
    if component == "tilted" || component == "all", let tilt = book.tilt, let rate = tilt.rate[people] {
      found.append(resolved(rate, book))
    }
    return found
  }

  /// A quantity that names a parameter stands on that parameter's ground.
  private static func resolved(_ quantity: Quantity, _ book: RuleBook) -> Quantity {
    guard case .parameter(let name) = quantity.byYear.first?.amount,
      case .quantity(let found) = book.parameter(name)?.value
    else { return quantity }
    return found
  }
}
