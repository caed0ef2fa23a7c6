import CGSL
import Input
import Population

/// One draw of everything that is uncertain, for one replicate of the year.
///
/// It depends on seed and replicate alone: all places and all rule sets of a run share it, so that they stay comparable.
public struct ParameterDraw: Sendable {
  /// Trends have purposes of their own, behind those of the parameters.
  private static let firstTrend = 128

  /// The drawn value of each parameter, in the order of `Uncertainty.parameters`.
  public var values: [Double]
  /// The factors of the scenario's year and of each year ahead, in the order of `YearEffect.Part`; empty without a year
  /// effect.
  public var years: [[Double]]
  /// The yearly growth of each part of the trend, as a difference of logarithms.
  public var growth: [Double]

  /// A draw that was made elsewhere, of the scenario's year alone.
  init(values: [Double], years: [[Double]]) { (self.values, self.years, growth) = (values, years, []) }

  /// - Parameter ahead: years to come.
  init(_ uncertainty: Uncertainty, _ trend: Trend, ahead: Int = 0, seed: UInt64, replicate: Int) {
    let random = Philox(seed: seed)
    func uniform(_ purpose: Purpose) -> Double {
      random.seek(replicate: UInt64(replicate) + 1, household: 0, purpose: purpose)
      // A multiple of 2^-32 from 0; moved by half a step it is never 0 and never 1.
      return random.uniform() + 0x1p-33
    }
    values = uncertainty.parameters.enumerated().map { index, parameter in
      parameter.law.quantile(uniform(.parameter(index)), center: parameter.assumption.center)
    }
    func normal(_ purpose: Purpose) -> Double { gsl_cdf_ugaussian_Pinv(uniform(purpose)) }
    years =
      uncertainty.yearEffect.map { effect in
        (0...ahead).map { year in
          effect.factors(YearEffect.Part.allCases.indices.map { normal(.parameter($0, year: year + 1)) })
        }
      } ?? []
    growth = trend.growth.enumerated().map { index, growth in
      growth.rate + growth.deviation * normal(.parameter(Self.firstTrend + index))
    }
  }
}

extension PlaceJob {
  /// The job with everything uncertain as it was drawn.
  ///
  /// The number of people in counted identities is known, so that only the year moves it, not the parameter that
  /// stands for not knowing it.
  ///
  /// - Parameter ahead: whose year's effect acts: 0 for that of the scenario's year.
  func moved(to draw: ParameterDraw, of uncertainty: Uncertainty, ahead: Int = 0) -> PlaceJob {
    var job = self
    job.movePeople(to: draw, of: uncertainty, ahead: ahead)
    let rules = zip(uncertainty.parameters, draw.values).filter { parameter, _ in
      parameter.law != .fixed && parameter.assumption.actsOnRules && parameter.assumption.applies(to: self)
    }
    guard !rules.isEmpty else { return job }
    job.change { book in
      for (parameter, value) in rules { parameter.assumption.move(&book, to: value) }
    }
    return job
  }

  /// Refuses a draw that no people can be made of.
  func check(_ draw: ParameterDraw, of uncertainty: Uncertainty, ahead: Int = 0, replicate: Int) throws(Refusal) {
    var job = self
    job.movePeople(to: draw, of: uncertainty, ahead: ahead)
    do throws(Refusal) {
      try PopulationSampler.refuseImpossible(job.place, job.illness)
    } catch {
      throw Refusal(
        error.diagnostics.map { defect in
          var defect = defect
          defect.hint =
            """
            this is replicate \(replicate + 1) as its uncertain parameters were drawn: state narrower laws in the \
            scenario under uncertainty\(defect.hint.map { "; or " + $0 } ?? "")
            """
          return defect
        })
    }
  }

  private mutating func movePeople(to draw: ParameterDraw, of uncertainty: Uncertainty, ahead: Int) {
    let moves = zip(uncertainty.parameters, draw.values).filter { $0.0.law != .fixed }
    for (parameter, value) in moves {
      if parameter.assumption == .identities {
        place.scaleIdentities(by: value) { !$0.isCounted }
      } else {
        parameter.assumption.move(&self, to: value)
      }
    }
    guard draw.years.indices.contains(ahead) else { return }
    for (part, factor) in zip(YearEffect.Part.allCases, draw.years[ahead]) {
      switch part {
      case .admissions: illness.admissions.perPerson *= factor
      case .costs: place.priceLevel *= factor
      case .reached: place.scaleIdentities(by: factor) { _ in true }
      }
    }
  }
}
