import CGSL
import CMedaid
import Population

/// The first points of Sobol's sequence under a random digital shift.
///
/// The first 2^k points are a net: every elementary interval holds its share of them. The shift adds a random number to each
/// coordinate bit by bit without carrying, which keeps the net and makes each point uniform, so that several shifts tell the
/// error (randomised quasi-Monte Carlo).
struct SobolSequence: Sendable {
  /// GSL knows no more of its direction numbers (Bratley and Fox, TOMS 659).
  static let mostDimensions = 40
  private static let bits = 30

  /// Coordinates in whole units of 2^-30, of the unshifted points.
  private let points: [[UInt32]]
  private let dimensions: Int

  /// - Precondition: `dimensions` is from 1 to `mostDimensions`.
  init(dimensions: Int, points count: Int) {
    precondition((1...Self.mostDimensions).contains(dimensions), "GSL has Sobol's sequence for 1 to 40 dimensions")
    self.dimensions = dimensions
    medaid_gsl_return_errors()
    // GSL begins after the point 0, without which the first 2^k points are no net.
    var points = [[UInt32](repeating: 0, count: dimensions)]
    // Only memory can be wanting: the dimensions are checked above, and nothing could be done without.
    guard let generator = gsl_qrng_alloc(medaid_sobol_type(), UInt32(dimensions)) else {
      fatalError("no memory for a quasi-random sequence")
    }
    defer { gsl_qrng_free(generator) }
    var point = [Double](repeating: 0, count: dimensions)
    while points.count < count {
      gsl_qrng_get(generator, &point)
      points.append(point.map { UInt32($0 * Double(1 << Self.bits)) })
    }
    self.points = points
  }

  /// The points under one shift; coordinates are above 0 and below 1.
  ///
  /// - Parameter shift: equal numbers give equal shifts.
  func shifted(by shift: Int, seed: UInt64) -> [[Double]] {
    let random = Philox(seed: seed)
    random.seek(replicate: UInt64(shift) + 1, household: 1, purpose: .parameter(0))
    let mask = (0..<dimensions).map { _ in UInt32(random.uniform() * Double(1 << Self.bits)) }
    // What lies below the sequence's last bit; never 0, so that no quantile is infinite.
    let rest = (0..<dimensions).map { _ in random.uniform() + 0x1p-33 }
    return points.map { point in
      point.indices.map { (Double(point[$0] ^ mask[$0]) + rest[$0]) / Double(1 << Self.bits) }
    }
  }
}
