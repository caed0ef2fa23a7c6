import Population
import Rules

/// What patients pay for the same stays in hospital before and after a reform, by group of people and hospital level.
///
/// The price of a stay is the share of its cost that no layer pays; a group's is the mean over its stays, each counted alike, as
/// a coinsurance rate is, so that a few dear stays do not decide it.
public struct PriceChange: Sendable {
  /// Sums over stays, prices in millionths.
  struct Sums: Hashable, Sendable {
    var stays: Int64 = 0
    var before: Int64 = 0
    var after: Int64 = 0

    static func + (a: Sums, b: Sums) -> Sums {
      Sums(stays: a.stays + b.stays, before: a.before + b.before, after: a.after + b.after)
    }
  }

  /// Parts of the households by which errors are worked out.
  public static let parts = 16
  private static let levels = 3
  /// By part, group of people, and level.
  private var sums: [Sums]
  /// By group.
  private let elasticities: [ResponseTerms.Elasticity]

  init(_ terms: ResponseTerms, _ vocabulary: Vocabulary) {
    elasticities = (0..<UseResponse.groups).map { terms.elasticity(ofGroup: $0, vocabulary) }
    sums = Array(repeating: Sums(), count: Self.parts * UseResponse.groups * Self.levels)
  }

  private func index(_ part: Int, _ group: Int, _ level: Int) -> Int {
    (part * UseResponse.groups + group) * Self.levels + level - 1
  }

  /// Counts a stay.
  mutating func add(_ one: Sums, part: Int, group: Int, level: Int) {
    let index = index(part, group, level)
    sums[index] = sums[index] + one
  }

  /// The sums of a group at a level, without one of the parts where it is named.
  private func sums(_ group: Int, _ level: Int, without left: Int?) -> Sums {
    (0..<Self.parts).reduce(Sums()) { $1 == left ? $0 : $0 + sums[index($1, group, level)] }
  }

  private func sums(_ group: Int, without left: Int? = nil) -> Sums {
    (1...Self.levels).reduce(Sums()) { $0 + sums(group, $1, without: left) }
  }

  /// What becomes of a group's use; nothing where nobody of it was in hospital.
  private func change(_ group: Int, without left: Int?) -> UseResponse.Change {
    let elasticity = elasticities[group]
    func factor(_ elasticity: Double, _ sums: Sums) -> Double {
      ResponseTerms.factor(elasticity, from: Double(sums.before), to: Double(sums.after))
    }
    return UseResponse.Change(
      admissions: factor(elasticity.admissions, sums(group, without: left)),
      levels: (1...Self.levels).map { factor(elasticity.levels, sums(group, $0, without: left)) })
  }

  /// What becomes of everybody's use.
  var response: UseResponse {
    var response = UseResponse()
    for group in response.changes.indices { response.changes[group] = change(group, without: nil) }
    return response
  }

  /// Groups of which somebody was in hospital.
  public var groups: [Int] { (0..<UseResponse.groups).filter { sums($0).stays > 0 } }

  /// Stays of a group that its price was found from.
  public func stays(_ group: Int) -> Int64 { sums(group).stays }

  /// What can be asked of a group.
  public enum Figure: Hashable, Sendable {
    /// The share of the cost of a stay that patients pay, as the rules are and reformed.
    case priceBefore, priceAfter
    /// Times as many admissions.
    case admissions
    /// Times the odds of a level, 1 to 3.
    case level(Int)
  }

  /// A number of a group.
  ///
  /// - Parameter left: the part of the households that is left out; nil for none.
  public func value(_ group: Int, _ figure: Figure, without left: Int? = nil) -> Double {
    let all = sums(group, without: left)
    func share(_ sum: Int64) -> Double { all.stays > 0 ? Double(sum) / (1e6 * Double(all.stays)) : 0 }
    switch figure {
    case .priceBefore: return share(all.before)
    case .priceAfter: return share(all.after)
    case .admissions: return change(group, without: left).admissions
    case .level(let level): return change(group, without: left).levels[level - 1]
    }
  }
}
