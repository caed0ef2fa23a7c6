import CGSL
import CMedaid

/// Finds where a function of whole numbers crosses 0, with GSL's method of Brent.
///
/// Each value of the function takes a simulation, which has to be waited for, and GSL's callback cannot wait. So the method is
/// begun anew with all values that are known, until it asks for one that is not: what it does between takes no time.
enum RootFinder {
  /// What to do next.
  enum Step: Equatable {
    /// Work out the function there.
    case ask(Int64)
    /// The function is 0 at both, which are one, or has different signs at these neighbours.
    case found(Int64, Int64)
  }

  /// - Parameters:
  ///   - known: values of the function; those at both ends are among them and have different signs.
  static func next(_ known: [Int64: Double], from low: Int64, to high: Int64) -> Step {
    let inside = known.filter { low <= $0.key && $0.key <= high }.sorted { $0.key < $1.key }
    if let zero = inside.first(where: { $0.value == 0 }) { return .found(zero.key, zero.key) }
    guard let pair = zip(inside, inside.dropFirst()).first(where: { ($0.value < 0) != ($1.value < 0) }) else {
      return .found(low, high)
    }
    let (a, b) = (pair.0.key, pair.1.key)
    if b - a <= 1 { return .found(a, b) }
    if let asked = brent(known, low, high), a < asked, asked < b { return .ask(asked) }
    // Brent's root lies between whole numbers, and what is left is to see the change of sign from both sides. Should the
    // function be a step far from it, halving finds it.
    let isNear = inside.count % 2 == 0
    guard isNear else { return .ask(a + (b - a) / 2) }
    return .ask(abs(pair.0.value) < abs(pair.1.value) ? a + 1 : b - 1)
  }

  private final class Function {
    let known: [Int64: Double]
    var asked: Int64?
    init(_ known: [Int64: Double]) { self.known = known }

    func value(_ x: Double) -> Double {
      let whole = Int64(x.rounded())
      if let value = known[whole] { return value }
      asked = asked ?? whole
      return .nan
    }
  }

  /// A value that is not known is an error to GSL, at which it would end the process.
  private static let quietGSL: Void = medaid_gsl_return_errors()

  /// The first whole number whose value the method of Brent lacks; nil where it ends without.
  private static func brent(_ known: [Int64: Double], _ low: Int64, _ high: Int64) -> Int64? {
    _ = quietGSL
    guard let solver = gsl_root_fsolver_alloc(medaid_brent_type()) else { return nil }
    defer { gsl_root_fsolver_free(solver) }
    let function = Function(known)
    var wrapped = gsl_function(
      function: { x, context in
        guard let context else { return .nan }
        return Unmanaged<Function>.fromOpaque(context).takeUnretainedValue().value(x)
      }, params: Unmanaged.passUnretained(function).toOpaque())
    return withExtendedLifetime(function) {
      withUnsafeMutablePointer(to: &wrapped) { wrapped in
        guard gsl_root_fsolver_set(solver, wrapped, Double(low), Double(high)) == 0 else { return nil }
        for _ in 0..<60 {
          // A value that is not known is no number, at which GSL stops.
          guard gsl_root_fsolver_iterate(solver) == 0, function.asked == nil else { break }
          if gsl_root_fsolver_x_upper(solver) - gsl_root_fsolver_x_lower(solver) < 0.5 { break }
        }
        return function.asked
      }
    }
  }
}
