import Money
import Population

/// Sums by income before payments and by income after them, from which inequality is worked out, and persons by what they pay.
///
/// Incomes are per head of the household, in the bins of `LogHistogram`. Clusters of households are dealt out into groups by their
/// number, so that what is left without each group in turn tells the error.
public struct IncomeTally: Sendable {
  /// Groups of clusters.
  public static let groups = 16

  /// What is summed of the people in a bin. Amounts are fen.
  public enum Sum: Int, CaseIterable, Sendable {
    /// By the bin of income before payments.
    case persons, income, outOfPocket, help
    /// By the bin of what payments leave.
    case personsAfter, incomeAfter
    /// By the bin of what a person pays; those who pay nothing are not counted.
    case personsPaying
  }

  /// `(group × bins + bin) × sums + sum`; empty where nothing is kept.
  public internal(set) var sums: [Int64]
  private let cluster: UInt64

  /// - Parameter cluster: households that are dealt out together; nil keeps nothing.
  init(cluster: UInt64?) {
    self.cluster = cluster ?? 1
    sums = Array(
      repeating: 0, count: cluster == nil ? 0 : Self.groups * LogHistogram.count * Sum.allCases.count)
  }

  /// Whether anything is summed.
  public var isKept: Bool { !sums.isEmpty }

  /// Adds a household.
  ///
  /// - Parameters:
  ///   - paid: by the household itself, fen.
  ///   - help: assistance with tilt, fen.
  mutating func add(_ household: Household, paid: Int64, help: Int64) {
    let size = Int64(household.size), left = household.income - paid
    let group = Int(household.number / cluster % UInt64(Self.groups)) * LogHistogram.count
    let bin = LogHistogram.bin(Yuan(fen: household.income / size))
    let after = paid == 0 ? bin : LogHistogram.bin(Yuan(fen: left / size))
    let (before, later) = ((group + bin) * Sum.allCases.count, (group + after) * Sum.allCases.count)
    sums[before + Sum.persons.rawValue] += size
    sums[before + Sum.income.rawValue] += household.income
    sums[before + Sum.outOfPocket.rawValue] += paid
    sums[before + Sum.help.rawValue] += help
    sums[later + Sum.personsAfter.rawValue] += size
    sums[later + Sum.incomeAfter.rawValue] += left
  }

  /// Adds what a member of a household pays.
  mutating func add(_ household: Household, payment: Yuan) {
    guard payment > .zero else { return }
    let group = Int(household.number / cluster % UInt64(Self.groups)) * LogHistogram.count
    sums[(group + LogHistogram.bin(payment)) * Sum.allCases.count + Sum.personsPaying.rawValue] += 1
  }

  /// Adds the sums of others, where any are kept.
  mutating func add(_ other: IncomeTally) {
    guard isKept, other.isKept else { return }
    for index in sums.indices { sums[index] += other.sums[index] }
  }

  /// A sum in a bin.
  public func sum(_ sum: Sum, group: Int, bin: Int) -> Int64 {
    sums[(group * LogHistogram.count + bin) * Sum.allCases.count + sum.rawValue]
  }
}
