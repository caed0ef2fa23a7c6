import CGSL
import Input
import Population

/// One draw of everything that is uncertain, for one replicate of the year.
///
/// It depends on seed and replicate alone: all places and all rule sets of a run share it, so that they stay comparable.
public struct ParameterDraw: Sendable {
  /// The drawn value of each parameter, in the order of `Uncertainty.parameters`.
  public var values: [Double]
  /// The factors of the year, in the order of `YearEffect.Part`; empty without a year effect.
  public var year: [Double]

  init(_ uncertainty: Uncertainty, seed: UInt64, replicate: Int) {
    let random = Philox(seed: seed)
    func uniform(_ purpose: Purpose) -> Double {
      random.seek(replicate: UInt64(replicate) + 1, household: 0, purpose: purpose)
      // A multiple of 2^-32 from 0; moved by half a step it is never 0 and never 1.
      return random.uniform() + 0x1p-33
    }
    values = uncertainty.parameters.enumerated().map { index, parameter in
      parameter.law.quantile(uniform(.parameter(index)), center: parameter.assumption.center)
    }
    year =
      uncertainty.yearEffect.map { effect in
        effect.factors(
          YearEffect.Part.allCases.indices.map { gsl_cdf_ugaussian_Pinv(uniform(.parameter($0, year: 1))) })
      } ?? []
  }

}

extension PlaceJob {
  /// The job with everything uncertain as it was drawn.
  ///
  /// The number of people in counted identities is known, so that only the year moves it, not the parameter that
  /// stands for not knowing it.
  func moved(to draw: ParameterDraw, of uncertainty: Uncertainty) -> PlaceJob {
    var job = self
    job.movePeople(to: draw, of: uncertainty)
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
  func check(_ draw: ParameterDraw, of uncertainty: Uncertainty, replicate: Int) throws(Refusal) {
    var job = self
    job.movePeople(to: draw, of: uncertainty)
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

  private mutating func movePeople(to draw: ParameterDraw, of uncertainty: Uncertainty) {
    let moves = zip(uncertainty.parameters, draw.values).filter { $0.0.law != .fixed }
    for (parameter, value) in moves {
      if parameter.assumption == .identities {
        place.scaleIdentities(by: value) { !$0.isCounted }
      } else {
        parameter.assumption.move(&self, to: value)
      }
    }
    for (part, factor) in zip(YearEffect.Part.allCases, draw.year) {
      switch part {
      case .admissions: illness.admissions.perPerson *= factor
      case .costs: place.priceLevel *= factor
      case .reached: place.scaleIdentities(by: factor) { _ in true }
      }
    }
  }
}
