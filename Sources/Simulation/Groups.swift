import Population
import Rules
import Settlement

/// The groups by which burdens are reported, as indices.
public struct Groups: Hashable, Sendable {
  /// Dimension and group of each index, as docs/reports.md names them.
  public let names: [(dimension: String, group: String)]
  /// The groups of age by the first year of each, which `each` tells apart.
  public static let ages: [(name: String, first: Int)] = [("0-17", 0), ("18-59", 18), ("60-79", 60), ("80+", 80)]
  private let identityCount: Int
  /// Identities of each class, from the highest class to the lowest, as bits.
  private let classes: [UInt64]

  /// Groups over a vocabulary and the classes of a document.
  ///
  /// - Parameter book: whose classes they are; without one no class is kept.
  public init(_ vocabulary: Vocabulary, classesOf book: RuleBook? = nil) {
    identityCount = vocabulary.identities.count
    let classes = book.map(Self.classes) ?? []
    self.classes = classes.map(\.identities)
    var names = [("all", "all")]
    names += vocabulary.identities.map { ("identity", $0.id) }
    names.append(("identity", "none"))
    names += classes.map { ("class", $0.id) }
    names += (1...5).map { ("incomeFifth", "\($0)") }
    names += [("residence", "urban"), ("residence", "rural")]
    names += Self.ages.map { ("age", $0.name) }
    self.names = names.map { (dimension: $0.0, group: $0.1) }
  }

  /// The classes of a document as its results name them: by class, or by identity in the order of classes.
  private static func classes(_ book: RuleBook) -> [(id: String, identities: UInt64)] {
    book.classes.flatMap { people -> [(id: String, identities: UInt64)] in
      switch book.classReport {
      case .class: [(people.id, people.identities.reduce(0) { $0 | 1 << UInt64($1) })]
      case .identity: people.identities.map { (book.vocabulary.identities[Int($0)].id, 1 << UInt64($0)) }
      }
    }
  }

  /// The identities that make somebody a member of a group, as bits; nil where others do than identities.
  public func identities(of group: Int) -> UInt64? {
    switch names[group].dimension {
    case "identity": group <= identityCount ? 1 << UInt64(group - 1) : 0
    case "class": classes[group - identityCount - 2]
    default: nil
    }
  }

  /// How many groups there are.
  public var count: Int { names.count }

  /// Calls `body` with the index of each group a person belongs to.
  ///
  /// - Parameter held: the identities held at any time of the year, recognition within it included.
  @inline(__always) func each(_ person: Person, held: UInt64, fifth: Int, _ body: (Int) -> Void) {
    body(0)
    var set = held
    if set == 0 {
      body(1 + identityCount)
    } else if let highest = classes.firstIndex(where: { $0 & held != 0 }) {
      body(identityCount + 2 + highest)
    }
    while set != 0 {
      let index = set.trailingZeroBitCount
      set &= set - 1
      if index < identityCount { body(1 + index) }
    }
    let base = identityCount + 2 + classes.count
    body(base + fifth)
    body(base + 5 + (person.urban ? 0 : 1))
    body(base + 7 + (person.age < 18 ? 0 : person.age < 60 ? 1 : person.age < 80 ? 2 : 3))
  }

  /// Compares only how many identities there are, and the classes: all groups of a run come from one vocabulary.
  public static func == (a: Groups, b: Groups) -> Bool {
    a.identityCount == b.identityCount && a.classes == b.classes
  }
  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(identityCount)
    hasher.combine(classes)
  }
}

/// What is counted of a person's year, for each group. Amounts are fen.
public enum BurdenMeasure: Int, CaseIterable, Sendable {
  case persons, admissions, outpatientEpisodes, cost, basic, criticalIllness, supplementary, assistance, tilted
  case premiumSubsidy, base, personsPaid, personsWithCare, warned
  case catastrophic10, catastrophic25, discretionary40, discretionary100, impoverished, impoverishedBefore, recognised
  case winners, losers
  /// Assistance with tilt; what all layers paid; what nobody paid.
  case help, paidByAll, outOfPocket
  /// What basic insurance, and all insurance, leave of the cost.
  case afterBasic, afterInsurance
  /// The part of `help` that is for care of the year before.
  case late
}

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
