import Analysis
import Population
import Simulation

/// What drives the figures of one place.
public struct SensitivitySection: Sendable {
  let place: PlaceModel
  let inputs: [UncertainInputs.Input]
  let drawn: (people: Int, replicates: Int)
  let pairs: Int
  let evaluations: Int
  let studies: [DriverStudy]

  /// Takes what was found in a place.
  public init(_ runner: PointRunner, _ design: SobolDesign, _ studies: [DriverStudy]) {
    (place, inputs, drawn) = (runner.place, runner.inputs, runner.drawn)
    (pairs, evaluations) = (design.pairs, design.points.count + design.pairs)
    self.studies = studies
  }

  /// An input with its indices.
  struct Row {
    let input: UncertainInputs.Input
    let first: Estimate
    let total: Estimate
  }

  /// The inputs of a study by falling total index.
  func rows(_ indices: SobolIndices) -> [Row] {
    inputs.enumerated().map { Row(input: $1, first: indices.first[$0], total: indices.total[$0]) }
      .sorted { $0.total.value > $1.total.value }
  }
}
