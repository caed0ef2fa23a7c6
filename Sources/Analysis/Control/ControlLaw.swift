// What the control pays a person in a year is S = Y_1 + ... + Y_N: N the person's ordinary stays, negative binomial by row;
// Y what one layer pays of B C Z, with C = exp(s X - s^2 / 2) the factor that all of the person's stays have in common, Z
// the stay's own spliced log-normal cost and B its in-policy share, beta; nothing where nobody claims. Given C the stays
// are independent with moments m_1(C), m_2(C), so that E S = E N E m_1 and E S^2 = E N E m_2 + E N (N - 1) E m_1^2.
// Expectations over C and B are Gauss sums (Hermite, Jacobi), that over Z is closed.

import Foundation
import Population

/// What the control pays in a year, worked out without drawing anybody. Yuan.
public struct ControlLaw: Sendable {
  /// What is known of a sum over a year.
  public struct Moments: Hashable, Sendable {
    /// Its expectation.
    public var mean = 0.0
    /// Its variance.
    public var variance = 0.0
    /// Expected stays that are paid.
    public var paidStays = 0.0

    /// Of two independent sums together, the second of so many persons.
    mutating func add(_ other: Moments, _ persons: Int64) {
      mean += other.mean * Double(persons)
      variance += other.variance * Double(persons)
      paidStays += other.paidStays * Double(persons)
    }
  }

  /// Of one person, by row.
  public let persons: [Moments]
  private let law: AdmissionLaw
  private let layer: Layer

  private typealias Payment = LayerPayment<MixedSeverity<SplicedLogNormal>>

  /// Works out the moments.
  ///
  /// - Parameters:
  ///   - conditions: nodes for the factor that a person's stays have in common. 80 tell the mean to 3 in a million.
  ///   - shares: nodes for the in-policy share.
  public init(_ law: AdmissionLaw, _ layer: Layer, conditions: Int = 80, shares: Int = 6) {
    var (first, second, product, paid) = (0.0, 0.0, 0.0, 0.0)
    for (weight, payment) in Self.payments(law, layer, conditions, shares) {
      let mean = payment.mean
      first += weight * mean
      second += weight * payment.square
      product += weight * mean * mean
      paid += weight * (1 - payment.cumulative(0))
    }
    let (m1, m2, m11, share) = (first, second, product, paid)
    persons = law.counts.map { count in
      let pairs = count.variance + count.mean * count.mean - count.mean
      let mean = count.mean * m1
      return Moments(
        mean: mean, variance: count.mean * m2 + pairs * m11 - mean * mean, paidStays: count.mean * share)
    }
    (self.law, self.layer) = (law, layer)
  }

  /// What is paid of a stay given each node of the factor that a person's stays have in common.
  private static func payments(
    _ law: AdmissionLaw, _ layer: Layer, _ conditions: Int, _ shares: Int
  ) -> [(weight: Double, payment: Payment)] {
    let inPolicy = Quadrature.beta(law.inPolicy.a, law.inPolicy.b, shares)
    return Quadrature.normal(conditions).nodes.map { node in
      let common = exp(law.severity.mu + law.severity.sigma * node.value)
      let stay = MixedSeverity(
        law.costs.indices.flatMap { level in
          inPolicy.nodes.map { share in
            MixedSeverity<SplicedLogNormal>.Component(
              law.levels[level] * law.claimed[level] * share.weight, factor: common * share.value, law.costs[level])
          }
        })
      return (node.weight, Payment(stay, layer))
    }
  }

  /// Of so many persons of each row together, all rows or some.
  public func moments(_ persons: [Int64], rows: [Int]? = nil) -> Moments {
    (rows ?? Array(persons.indices)).reduce(into: Moments()) { $0.add(self.persons[$1], persons[$1]) }
  }

  /// The law of what so many persons of each row are paid together in a year; nil where nothing can be paid.
  ///
  /// As few nodes, steps and points as do: its quantiles are within 0.002 standard deviations of those of many more.
  ///
  /// - Parameters:
  ///   - steps: steps of one payment from nothing to the cap.
  ///   - points: totals that are told apart, at most.
  public func total(
    _ persons: [Int64], conditions: Int = 30, shares: Int = 4, steps: Int = 64, points: Int = 512
  ) -> AggregateLaw? {
    let moments = moments(persons)
    guard moments.variance > 0, layer.cap.isFinite else { return nil }
    let step = layer.cap / Double(steps)
    let groups = zip(persons, law.counts).map { PortfolioLaw.Group(persons: $0, count: $1) }
    let portfolio = PortfolioLaw(
      groups: groups.sorted { Double($0.persons) * $0.count.mean > Double($1.persons) * $1.count.mean },
      conditions: Self.payments(law, layer, conditions, shares).map {
        ($0.weight, Lattice(keepingMean: $0.payment, step: step, upTo: layer.cap))
      })
    return portfolio.law(mean: moments.mean, deviation: moments.variance.squareRoot(), points: points)
  }
}
