import Rules
import Simulation

/// On what ground a printed figure stands (docs/reports.md).
public enum FigureStatus: Int, Comparable, Sendable {
  case document, assumption, proxy
  /// Part of what the figure should contain has no number: a lower bound.
  case partial
  /// Nothing that the figure should contain has a number.
  case unquantified

  /// The word in the files, which do not tell a lower bound from a figure without any number.
  public var id: String { self == .partial ? Self.unquantified.id : "\(self)" }

  /// Whether a payment that the figure should contain has no number, so that it is never ranked.
  public var lacksNumber: Bool { self >= .partial }

  /// In order from the firmest ground to none, so that the greatest of several is the weakest.
  public static func < (a: FigureStatus, b: FigureStatus) -> Bool { a.rawValue < b.rawValue }

  /// The ground of what a component pays a class; simulated figures are never better than an assumption, because
  /// insurance schedules, premiums and populations act on all of them.
  ///
  /// - Parameters:
  ///   - component: a benefit, `tilted`, `premiumSubsidy` or `all`.
  ///   - people: a class or identity as results name it, or `all`.
  public static func of(_ component: String, _ people: String, _ book: RuleBook) -> FigureStatus {
    var grounds = FigureGrounds(book)
    let words = book.vocabulary.identities
    for one in book.classes
    where people == "all" || one.id == people || one.identities.contains(where: { words[Int($0)].id == people }) {
      grounds.add(component, one)
    }
    if component == "premiumSubsidy" || component == "all" {
      let identities = book.classes.first { $0.id == people }?.identities ?? []
      grounds.addPremium(decides: component == "premiumSubsidy") {
        people == "all" || words[Int($0)].id == people || identities.contains($0)
      }
    }
    return grounds.status
  }

  /// The ground of all that a group of people gets, which is the weakest of what its members are paid.
  public static func of(group: Int, _ variant: RunResult.VariantResult) -> FigureStatus {
    let book = variant.variant.plan.book, tally = variant.tally
    var grounds = FigureGrounds(book)
    if let identities = tally.groups.identities(of: group) {
      grounds.add(identities: Self.reached(from: identities, book))
    } else {
      grounds.add(identities: .max)
    }
    for (index, flag) in variant.variant.plan.flags.enumerated() where tally.raised(in: group) & 1 << UInt64(index) != 0
    {
      grounds.add(raised: flag.kind)
    }
    return grounds.status
  }

  /// The ground of how many pass the warning line: a document that sets none says nothing of it.
  public static func ofWarning(_ book: RuleBook, year: Int) -> FigureStatus {
    guard let warning = book.warning else { return .unquantified }
    return warning.threshold.amount(in: year).amount == .unquantified ? .unquantified : .assumption
  }

  /// What members of a group that is made of identities are assisted as: each of the identities with what it implies,
  /// and the one that they may come to hold within the year.
  private static func reached(from identities: UInt64, _ book: RuleBook) -> UInt64 {
    var reached: UInt64 = 0
    for index in book.vocabulary.identities.indices {
      let one: UInt64 = 1 << UInt64(index)
      if identities & one != 0 { reached |= book.vocabulary.closure(of: one) }
    }
    guard let test = book.recognition, identities != 0, reached & test.excluding == 0 else { return reached }
    return reached | 1 << UInt64(test.identity)
  }
}
