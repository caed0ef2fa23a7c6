// Discrete distribution: P(X = i) = w_i / (w_0 + ... + w_n). Drawn with Walker's alias method, one uniform a draw.

import CGSL

/// Several discrete distributions over 0, 1, 2, ..., each given by weights, drawn in constant time.
public struct Discrete: ~Copyable {
  @usableFromInline let tables: UnsafeMutablePointer<UnsafeMutablePointer<gsl_ran_discrete_t>>
  /// How many distributions there are.
  public let count: Int

  /// Prepares one distribution for each list of weights.
  ///
  /// - Precondition: weights are finite and not negative, and each list has a positive one.
  public init(_ weights: [[Double]]) {
    tables = .allocate(capacity: weights.count)
    count = weights.count
    for (index, list) in weights.enumerated() {
      precondition(list.allSatisfy { $0 >= 0 && $0.isFinite } && list.contains { $0 > 0 }, "weights are checked before")
      // Without memory for a small table there is nothing that a caller could do instead.
      guard let table = gsl_ran_discrete_preproc(list.count, list) else { fatalError("no memory for a discrete table") }
      (tables + index).initialize(to: table)
    }
  }

  deinit {
    for index in 0..<count { gsl_ran_discrete_free(tables[index]) }
    tables.deallocate()
  }

  /// An index, drawn by the weights of distribution `table`.
  @inlinable public func draw(_ table: Int, _ random: borrowing Philox) -> Int {
    precondition(table >= 0 && table < count)
    return gsl_ran_discrete(random.generator, tables[table])
  }
}
