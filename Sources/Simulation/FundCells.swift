import Rules
import Settlement

/// The fund's cells of a plan: component by class by what is counted.
public struct FundCells: Sendable {
  /// What is counted in a cell.
  public enum Measure: Int, CaseIterable, Sendable { case amount, persons, personTimes }

  /// Component names: benefits, tilted, premiumSubsidy, then `all` for assistance and for the total.
  public let components: [(fundPart: String, component: String)]
  /// Class names, `all` last.
  public let classes: [String]
  let benefitCount: Int
  private let classOfIdentity: [Int]

  /// Cells for a plan.
  public init(_ plan: Plan) {
    let book = plan.book
    benefitCount = book.benefits.count
    components =
      book.benefits.map { ("assistance", $0.id) } + [
        ("assistance", "tilted"), ("assistance", "all"), ("premiumSubsidy", "premiumSubsidy"), ("total", "all"),
      ]
    var names: [String] = []
    var map = Array(repeating: 0, count: Vocabulary.limit + 1)
    let words = book.vocabulary.identities
    for people in book.classes {
      if book.classReport == .class { names.append(people.id) }
      for identity in people.identities {
        if book.classReport == .identity { names.append(words[Int(identity)].id) }
        map[Int(identity)] = names.count - 1
      }
    }
    let classed = book.classes.flatMap(\.identities)
    for share in book.premium.shares where !classed.contains(share.identity) {
      names.append(words[Int(share.identity)].id)
      map[Int(share.identity)] = names.count - 1
    }
    classes = names + ["all"]
    classOfIdentity = map
  }

  var tilted: Int { benefitCount }
  var assistance: Int { benefitCount + 1 }
  var premium: Int { benefitCount + 2 }
  /// The index of the component of all spending, assistance and premium subsidy.
  public var total: Int { benefitCount + 3 }

  /// Number of cells.
  public var count: Int { components.count * classes.count * 3 }

  /// Index of a cell.
  public func index(_ component: Int, _ people: Int, _ measure: Measure) -> Int {
    (component * classes.count + people) * 3 + measure.rawValue
  }

  /// The amount of the component and class that a cell counts.
  @inline(__always) func amount(of cell: Int) -> Int { cell - cell % 3 }

  /// For each cell the cell of the same names in another plan's cells; nil where it has none.
  public func indices(in other: FundCells) -> [Int?] {
    var result: [Int?] = []
    for component in components {
      let there = other.components.firstIndex { $0 == component }
      for people in classes {
        let column = other.classes.firstIndex(of: people)
        for measure in Measure.allCases {
          if let there, let column { result.append(other.index(there, column, measure)) } else { result.append(nil) }
        }
      }
    }
    return result
  }

  /// The class of a payment that an identity led to.
  @inline(__always) func people(_ identity: UInt8) -> Int { classOfIdentity[Int(identity)] }

  /// The index of `all` classes.
  public var allClasses: Int { classes.count - 1 }
}
