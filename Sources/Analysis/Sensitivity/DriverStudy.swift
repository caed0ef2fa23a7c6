import Simulation

/// What drives a figure of a place: Sobol's indices over everything uncertain, and how much of the variance is the grain of a
/// small sample.
public struct DriverStudy: Sendable {
  /// The figure.
  public let figure: PolicyFigure
  /// In the order of the inputs; nil where the figure does not move at all.
  public let indices: SobolIndices?
  /// The share of the variance over the inputs that other people and luck do not repeat: 1 less the correlation of the figure
  /// with itself between two lucks. It is no matter of the parameters but of how few people were drawn, and adds to the
  /// interplay and to total indices.
  public let grain: Estimate

  /// - Parameters:
  ///   - values: at the points of the design.
  ///   - again: at the first point of each pair, with other people and luck.
  public init(_ figure: PolicyFigure, _ design: SobolDesign, _ values: [Double], again: [Double]) {
    self.figure = figure
    indices = SobolIndices(design, values)
    let first = (0..<design.pairs).map { values[design.index($0, 0)] }
    func grain(without left: Int?) -> Double {
      let kept = (0..<design.pairs).filter { pair in left.map { !design.pairs(ofShift: $0).contains(pair) } ?? true }
      return 1 - Self.correlation(kept.map { first[$0] }, kept.map { again[$0] })
    }
    let left = (0..<SobolDesign.shifts).map { grain(without: $0) }
    let count = Double(left.count), mean = left.reduce(0, +) / count
    let squares = left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.grain = Estimate(grain(without: nil), standardError: ((count - 1) / count * squares).squareRoot())
  }

  /// 1 where either does not move: nothing is there that luck could change.
  private static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let count = Double(x.count), a = x.reduce(0, +) / count, b = y.reduce(0, +) / count
    let xy = zip(x, y).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) }
    let xx = x.reduce(0) { $0 + ($1 - a) * ($1 - a) }, yy = y.reduce(0) { $0 + ($1 - b) * ($1 - b) }
    return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : 1
  }
}

extension SobolDesign {
  /// The first point of each pair.
  public var firsts: [[Double]] { (0..<pairs).map { points[index($0, 0)] } }
}
