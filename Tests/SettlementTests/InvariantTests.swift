import Money
import Rules
import Settlement
import Testing

/// What must hold of every settlement, shown on 100,000 random person-years.
@Suite struct InvariantTests {
  private static let people = 20_000

  @Test(arguments: Jurisdictions.all)
  func conservesMoneyAndKeepsToTheCaps(jurisdiction: String) throws {
    let library = try Shipped.library()
    let book = try #require(library.file(jurisdiction)).book
    let caps = Caps(book, year: 2023)
    var people = RandomPeople(seed: 2023, vocabulary: library.vocabulary, year: 2023)
    let settler = Settler(Plan(book, year: 2023))
    var broken: [String] = []
    var paid = 0
    for number in 0..<Self.people {
      let one = people.next()
      let (total, episodes) = settler.outcome(one)
      if let fault = Self.fault(total, episodes) ?? caps.fault(total, episodes) {
        broken.append("case \(number): \(fault)")
      }
      if total.assistance > .zero { paid += 1 }
    }
    #expect(broken.isEmpty, "\(broken.prefix(3))")
    #expect(paid > Self.people / 20, "too few cases are assisted to show anything")
  }

  private static func fault(_ total: PersonResult, _ episodes: [EpisodeResult]) -> String? {
    for result in episodes {
      let layers = [result.basic, result.criticalIllness, result.supplementary, result.assistance, result.tilted]
      guard layers.allSatisfy({ $0 >= .zero }), result.outOfPocket >= .zero else { return "something is negative" }
      guard layers.reduce(result.outOfPocket, +) == result.cost else { return "the layers do not add up to the cost" }
      guard result.assistance + result.tilted <= result.base else { return "more is paid than the base" }
      if result.benefit == -1, result.assistance != .zero { return "assistance without a benefit" }
    }
    let sum = episodes.reduce(Yuan.zero) { $0 + $1.assistance }
    guard sum == total.assistance, total.outOfPocket >= .zero, total.premiumSubsidy >= .zero else {
      return "the year does not add up"
    }
    return total.premiumSubsidy <= total.premiumStandard ? nil : "the subsidy is more than the premium"
  }

  @Test(arguments: Jurisdictions.all)
  func settlingTwiceGivesTheSame(jurisdiction: String) throws {
    let library = try Shipped.library()
    var people = RandomPeople(seed: 5, vocabulary: library.vocabulary, year: 2023)
    let plan = Plan(try #require(library.file(jurisdiction)).book, year: 2023)
    let used = Settler(plan)
    for _ in 0..<500 {
      let one = people.next()
      let fresh = Settler(plan)
      let (a, b) = (used.outcome(one), fresh.outcome(one))
      #expect(a.total == b.total && a.episodes == b.episodes)
    }
  }
}

/// The largest annual payments that a book allows, by benefit and class.
struct Caps {
  private let names: [String]
  /// By benefit, then by rank of the class.
  private let limits: [[Int64]]
  private let tilt: Int64

  init(_ book: RuleBook, year: Int) {
    names = book.benefits.map(\.id)
    limits = book.benefits.map { benefit in
      book.classes.map { people in
        let groups = benefit.groups.filter { $0.classes.contains(people.id) }.map(\.id)
        return ([people.id] + groups).compactMap { benefit.limits.cap[$0] }.map { book.fen($0, in: year) }.max() ?? 0
      }
    }
    tilt =
      book.tilt.map { tilt in
        book.classes.compactMap { tilt.cap[$0.id] }.map { book.fen($0, in: year) }.max() ?? 0
      } ?? 0
  }

  /// What exceeds its cap; nil where nothing does.
  func fault(_ total: PersonResult, _ episodes: [EpisodeResult]) -> String? {
    for index in names.indices {
      var (sum, limit) = (Int64(0), Int64(0))
      for result in episodes where Int(result.benefit) == index {
        sum += result.assistance.fen
        limit = max(limit, limits[index][Int(result.classRank)])
      }
      if sum > limit { return "\(names[index]) pays \(sum) fen of at most \(limit)" }
    }
    return total.tilted.fen > tilt ? "the tilt pays \(total.tilted) of at most \(tilt) fen" : nil
  }
}

extension RuleBook {
  /// An amount in fen; nothing where it is not quantified.
  fileprivate func fen(_ quantity: Quantity, in year: Int) -> Int64 {
    switch quantity.amount(in: year).amount {
    case .number(let value): return value
    case .unlimited: return .max
    case .parameter(let name):
      guard case .quantity(let value) = parameter(name)?.value else { return 0 }
      return fen(value, in: year)
    default: return 0
    }
  }
}
