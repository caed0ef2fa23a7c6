import CGSL
import Population

/// What a scenario holds uncertain and what acts on a place, as independent inputs that are uniform from 0 to 1.
///
/// The three factors of the year effect are correlated, so that none of them is an input of its own: their three independent
/// normal numbers are the columns of one input.
public struct UncertainInputs: Sendable {
  /// The name of the input that is the year effect.
  public static let yearEffect = "yearEffect"

  /// An input.
  public struct Input: Sendable {
    /// `yearEffect`, or the name of a parameter.
    public let name: String
    /// Columns of a point.
    public let width: Int
    /// Index into `Uncertainty.parameters`; nil for the year effect.
    public let parameter: Int?
  }

  /// The year effect first, where there is one, then the parameters in the order of `Uncertainty.parameters`.
  public let inputs: [Input]
  let uncertainty: Uncertainty

  init(_ uncertainty: Uncertainty, _ job: PlaceJob) {
    self.uncertainty = uncertainty
    let moving = uncertainty.yearEffect.map { effect in YearEffect.Part.allCases.contains { effect.deviation($0) > 0 } }
    let year =
      moving == true
      ? [Input(name: Self.yearEffect, width: YearEffect.Part.allCases.count, parameter: nil)] : []
    inputs =
      year
      + uncertainty.parameters.enumerated().compactMap { index, parameter in
        guard parameter.law.variance > 0, parameter.assumption.applies(to: job) else { return nil }
        return Input(name: parameter.id, width: 1, parameter: index)
      }
  }

  /// Everything uncertain as a point has it; what is no input stays as assumed.
  ///
  /// - Parameter point: one number above 0 and below 1 for each column.
  func draw(at point: [Double]) -> ParameterDraw {
    var values = uncertainty.parameters.map {
      $0.law == .fixed ? $0.assumption.center : $0.law.quantile(0.5, center: $0.assumption.center)
    }
    var years: [[Double]] = [], column = 0
    for input in inputs {
      let numbers = point[column..<column + input.width]
      column += input.width
      if let parameter = input.parameter, let number = numbers.first {
        let one = uncertainty.parameters[parameter]
        values[parameter] = one.law.quantile(number, center: one.assumption.center)
      } else if let effect = uncertainty.yearEffect {
        years = [effect.factors(numbers.map { gsl_cdf_ugaussian_Pinv($0) })]
      }
    }
    return ParameterDraw(values: values, years: years)
  }
}
