import CGSL
import CMedaid

/// Finds a minimum with GSL's simplex of Nelder and Mead, for functions without derivatives.
enum Minimiser {
  /// Carries a Swift function through GSL's C callback.
  private final class Function {
    let value: ([Double]) -> Double
    init(_ value: @escaping ([Double]) -> Double) { self.value = value }
  }

  /// Minimises, beginning anew with a full simplex where the last one ended, until that no longer helps: a simplex can
  /// shrink where there is no minimum.
  ///
  /// - Parameters:
  ///   - step: the size of the first simplex in each direction.
  ///   - tolerance: ends where the simplex is smaller.
  ///   - report: called after each iteration with its number and the smallest value so far; false ends.
  /// - Returns: the best point, and whether the simplex became small enough.
  static func minimise(
    from start: [Double], step: Double, tolerance: Double, iterations: Int,
    report: (Int, Double) -> Bool, _ value: @escaping ([Double]) -> Double
  ) -> (point: [Double], converged: Bool) {
    var (point, least, done, goesOn) = (start, Double.infinity, 0, true)
    while done < iterations, goesOn {
      let before = done
      let leg = descend(
        from: point, step: step, tolerance: tolerance, iterations: iterations - done,
        report: { iteration, least in
          done = before + iteration
          goesOn = report(done, least)
          return goesOn
        }, value)
      let gain = least - leg.least
      (point, least) = (leg.point, min(least, leg.least))
      guard leg.converged else { return (point, false) }
      // At a least value of 0 there is nothing more to gain.
      if gain <= 0.01 * abs(least) { return (point, true) }
    }
    return (point, false)
  }

  private static func descend(
    from start: [Double], step: Double, tolerance: Double, iterations: Int,
    report: (Int, Double) -> Bool, _ value: @escaping ([Double]) -> Double
  ) -> (point: [Double], least: Double, converged: Bool) {
    let count = start.count
    guard let point = gsl_vector_alloc(count), let steps = gsl_vector_alloc(count),
      let minimiser = gsl_multimin_fminimizer_alloc(medaid_simplex_type(), count)
    else { return (start, .infinity, false) }
    defer {
      gsl_vector_free(point)
      gsl_vector_free(steps)
      gsl_multimin_fminimizer_free(minimiser)
    }
    for (index, coordinate) in start.enumerated() { gsl_vector_set(point, index, coordinate) }
    gsl_vector_set_all(steps, step)
    let function = Function(value)
    var wrapped = gsl_multimin_function(
      f: { vector, context in
        guard let vector, let context else { return .nan }
        let point = (0..<vector.pointee.size).map { gsl_vector_get(vector, $0) }
        return Unmanaged<Function>.fromOpaque(context).takeUnretainedValue().value(point)
      }, n: count, params: Unmanaged.passUnretained(function).toOpaque())
    return withExtendedLifetime(function) {
      withUnsafeMutablePointer(to: &wrapped) { wrapped in
        gsl_multimin_fminimizer_set(minimiser, wrapped, point, steps)
        var converged = false
        for iteration in 1...max(1, iterations) {
          guard gsl_multimin_fminimizer_iterate(minimiser) == 0 else { break }
          converged = gsl_multimin_fminimizer_size(minimiser) < tolerance
          if !report(iteration, gsl_multimin_fminimizer_minimum(minimiser)) || converged { break }
        }
        let best = gsl_multimin_fminimizer_x(minimiser)
        return ((0..<count).map { gsl_vector_get(best, $0) }, gsl_multimin_fminimizer_minimum(minimiser), converged)
      }
    }
  }
}
