import Foundation
import Population
import Rules
import Simulation

/// What the control pays the people drawn of one place, simulated and worked out without simulating.
///
/// Both are of the people drawn themselves, each counted once, and not scaled to the real population: the composition is
/// known, and what is checked is the luck of a year (counts, costs, settlement, sums and how their spread is told).
public struct SecondOpinion: Sendable {
  /// A difference of more standard errors than this is said to be one: chance alone brings it once in 16,000 times.
  public static let limit = 4.0

  /// A figure in both ways.
  public struct Line: Sendable {
    /// What it is of: `all`, `age` with its group, or `poor`.
    public var dimension: String
    /// The group, such as `15-44`.
    public var group: String
    /// `mean`, or of the years `sd`, `p95`, `p99`.
    public var statistic: String
    /// Worked out, yuan a year.
    public var expected: Double
    /// Simulated; unknown where too few years or stays were drawn.
    public var simulated: Estimate
    /// Simulated less worked out, in standard errors; nil where the error is not known.
    public var distance: Double? {
      guard simulated.isKnown, let error = simulated.standardError, error > 0 else { return nil }
      return (simulated.value - expected) / error
    }
    /// Whether both agree as far as can be told; nil where it cannot.
    public var agrees: Bool? { distance.map { abs($0) <= SecondOpinion.limit } }
  }

  /// Identifier of the place.
  public var place: String
  /// Persons drawn.
  public var persons: Int64
  /// Years drawn.
  public var years: Int
  /// The figures.
  public var lines: [Line]
  /// A bound of the probability that the transform counts at a wrong total.
  public var aliased: Double

  /// How many lines do not agree.
  public var disagreements: Int { lines.count { $0.agrees == false } }

  /// Both answers for a place; nil where the control was not settled.
  public init?(_ place: RunResult.PlaceResult, _ result: RunResult, _ rules: ControlRules) {
    let sums = place.variants.first?.tally.strata.map(\.control).filter { $0.replicates > 0 } ?? []
    guard let one = sums.first,
      let sampler = try? PopulationSampler(
        place: place.place, illness: result.illness, year: result.scenario.year, seed: result.scenario.seed,
        vocabulary: result.library.vocabulary)
    else { return nil }
    let law = ControlLaw(sampler.admissionLaw, Layer(rules))
    let rows = PatientRows(result.illness)
    let persons = sums.reduce(into: Array(repeating: Int64(0), count: rows.count)) { all, stratum in
      for row in all.indices { all[row] += stratum.persons[row] }
    }
    /// Yuan paid to some rows in each year.
    func years(_ rows: [Int]) -> [Double] {
      (0..<one.replicates).map { replicate in
        sums.reduce(0) { sum, stratum in
          sum + rows.reduce(0) { $0 + Double(stratum.paid[replicate * stratum.persons.count + $1]) }
        } / 100
      }
    }
    var lines: [Line] = []
    for (dimension, group, some) in Self.groups(rows) {
      let moments = law.moments(persons, rows: some)
      guard moments.mean > 0 else { continue }
      lines.append(Self.mean(dimension, group, moments, years(some)))
    }
    let total = law.total(persons)
    if let total { lines += Self.spread(total, law.moments(persons), years(rows.rows())) }
    self.lines = lines
    self.place = place.place.id
    self.persons = persons.reduce(0, +)
    self.years = one.replicates
    aliased = total?.aliased ?? 0
  }

  private static func groups(_ rows: PatientRows) -> [(dimension: String, group: String, rows: [Int])] {
    let from = rows.groups.from
    let ages = from.indices.map { index in
      let group = index + 1 < from.count ? "\(from[index])-\(from[index + 1] - 1)" : "\(from[index])+"
      return ("age", group, rows.rows(ofGroup: index))
    }
    return [("all", "all", rows.rows())] + ages + [
      ("poor", "true", rows.rows(poor: true)), ("poor", "false", rows.rows(poor: false)),
    ]
  }

  /// The mean of the years; its error is the one that the law gives so many years, so that it is known for one year too.
  private static func mean(
    _ dimension: String, _ group: String, _ moments: ControlLaw.Moments, _ years: [Double]
  ) -> Line {
    let count = Double(years.count)
    let isKnown = moments.paidStays * count >= TallyReader.fewest
    let mean = Estimate(years.reduce(0, +) / count, standardError: (moments.variance / count).squareRoot())
    return Line(
      dimension: dimension, group: group, statistic: "mean", expected: moments.mean,
      simulated: isKnown ? mean : .tooFew)
  }

  /// The spread of the years as reports tell it; the error of the standard deviation is the one that the law gives so many
  /// years, those of quantiles are the reports' own.
  private static func spread(_ law: AggregateLaw, _ moments: ControlLaw.Moments, _ years: [Double]) -> [Line] {
    let drawn = Distribution(years, scale: 1)
    let deviation = moments.variance.squareRoot()
    let count = Double(years.count)
    let error = deviation / 2 * (max(0, law.excessKurtosis) / count + 2 / max(1, count - 1)).squareRoot()
    func line(_ statistic: String, _ expected: Double, _ simulated: Estimate?) -> Line {
      Line(
        dimension: "all", group: "all", statistic: statistic, expected: expected, simulated: simulated ?? .tooFew)
    }
    // Of fewer years the spread is told too roughly to check anything.
    let sd = count >= 20 ? drawn.standardDeviation.map { Estimate($0, standardError: error) } : nil
    return [line("sd", deviation, sd)]
      + [("p95", 0.95), ("p99", 0.99)].map { line($0, law.quantile($1), drawn.quantile($1)) }
  }
}

extension Layer {
  /// The layer of a control, in yuan.
  init(_ rules: ControlRules) {
    self.init(
      rate: Double(rules.rate.basisPoints) / 10_000, deductible: Double(rules.deductible.fen) / 100,
      cap: Double(rules.cap.fen) / 100)
  }
}
