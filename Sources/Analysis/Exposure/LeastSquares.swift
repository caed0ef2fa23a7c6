import CGSL

/// Least squares on a constant and some columns (QR decomposition).
final class LeastSquares {
  private let decomposition: UnsafeMutablePointer<gsl_matrix>
  private let scales: UnsafeMutablePointer<gsl_vector>
  private let rows: Int
  private let width: Int

  /// - Parameter columns: of one length.
  /// - Returns: nil with fewer than two rows a coefficient, which would fit noise.
  init?(_ columns: [[Double]]) {
    rows = columns.first?.count ?? 0
    width = columns.count + 1
    guard rows >= 2 * width, let matrix = gsl_matrix_alloc(rows, width) else { return nil }
    guard let scales = gsl_vector_alloc(width) else {
      gsl_matrix_free(matrix)
      return nil
    }
    for row in 0..<rows {
      gsl_matrix_set(matrix, row, 0, 1)
      for (index, column) in columns.enumerated() { gsl_matrix_set(matrix, row, index + 1, column[row]) }
    }
    gsl_linalg_QR_decomp(matrix, scales)
    (decomposition, self.scales) = (matrix, scales)
  }

  deinit {
    gsl_matrix_free(decomposition)
    gsl_vector_free(scales)
  }

  /// The constant and the columns' coefficients, and the sum of squares of what they leave; nil where the columns say the same
  /// twice.
  func solve(_ values: [Double]) -> (solution: [Double], squares: Double)? {
    guard values.count == rows, let y = gsl_vector_alloc(rows), let residual = gsl_vector_alloc(rows) else {
      return nil
    }
    defer {
      gsl_vector_free(y)
      gsl_vector_free(residual)
    }
    guard let solution = gsl_vector_alloc(width) else { return nil }
    defer { gsl_vector_free(solution) }
    for (row, value) in values.enumerated() { gsl_vector_set(y, row, value) }
    guard gsl_linalg_QR_lssolve(decomposition, scales, y, solution, residual) == 0 else { return nil }
    let found = (0..<width).map { gsl_vector_get(solution, $0) }
    let squares = (0..<rows).reduce(0) { $0 + gsl_vector_get(residual, $1) * gsl_vector_get(residual, $1) }
    return found.allSatisfy(\.isFinite) ? (found, squares) : nil
  }
}
