/// The points at which a function has to be known so that Sobol's indices can be estimated.
///
/// A sequence of twice the columns gives two independent points a and b at a time; of every group of columns there is a third,
/// which is a with the group's columns from b (Saltelli 2002). N pairs and k groups make N (k + 2) points.
public struct SobolDesign: Sendable {
  /// Independent shifts that the pairs are divided between; errors rest on the spread between them.
  public static let shifts = 8
  /// Columns for which there is a sequence.
  public static let mostColumns = SobolSequence.mostDimensions / 2
  /// How many pairs may be asked for: powers of two, at least eight a shift.
  public static let pairLimits = 64...65_536

  /// Whether so many pairs can be asked for.
  public static func allows(pairs: Int) -> Bool { pairLimits.contains(pairs) && pairs.nonzeroBitCount == 1 }

  /// Columns of each input; an input of several columns is moved as one.
  public let groups: [Range<Int>]
  /// Pairs of points, all shifts together.
  public let pairs: Int
  /// All points, coordinates above 0 and below 1: shift by shift and pair by pair a, b, then one for each group.
  public let points: [[Double]]

  /// - Parameters:
  ///   - widths: how many columns each input has, at least 1.
  ///   - pairs: as `allows` allows.
  ///   - seed: of the shifts.
  /// - Precondition: there is an input, and there are at most `mostColumns` columns.
  public init(widths: [Int], pairs: Int, seed: UInt64) {
    precondition(Self.allows(pairs: pairs), "pairs are a power of two from 64 to 65,536")
    var groups: [Range<Int>] = []
    for width in widths { groups.append((groups.last?.upperBound ?? 0)..<(groups.last?.upperBound ?? 0) + width) }
    let columns = groups.last?.upperBound ?? 0
    precondition((1...Self.mostColumns).contains(columns), "from 1 to 20 columns")
    let sequence = SobolSequence(dimensions: 2 * columns, points: pairs / Self.shifts)
    var points: [[Double]] = []
    points.reserveCapacity(pairs * (groups.count + 2))
    for shift in 0..<Self.shifts {
      for point in sequence.shifted(by: shift, seed: seed) {
        let a = Array(point[..<columns]), b = Array(point[columns...])
        points += [a, b]
        for group in groups {
          var mixed = a
          mixed.replaceSubrange(group, with: b[group])
          points.append(mixed)
        }
      }
    }
    (self.groups, self.pairs, self.points) = (groups, pairs, points)
  }

  /// The index among `points` of a pair's point: 0 for a, 1 for b, 2 + i for the one that takes group i from b.
  func index(_ pair: Int, _ point: Int) -> Int { pair * (groups.count + 2) + point }

  /// The pairs of a shift.
  func pairs(ofShift shift: Int) -> Range<Int> {
    let size = pairs / Self.shifts
    return shift * size..<(shift + 1) * size
  }
}
