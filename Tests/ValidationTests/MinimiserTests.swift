import Testing

@testable import Validation

@Suite struct MinimiserTests {
  private func minimise(
    _ start: [Double], iterations: Int = 5_000, report: @escaping (Int, Double) -> Bool = { _, _ in true },
    _ value: @escaping ([Double]) -> Double
  ) -> (point: [Double], converged: Bool) {
    Minimiser.minimise(
      from: start, step: 0.3, tolerance: 1e-6, iterations: iterations, report: report, value)
  }

  private func shiftedQuadratic(_ point: [Double]) -> Double {
    point.enumerated().reduce(0) { sum, item in
      let distance = item.element - Double(item.offset)
      return sum + Double(item.offset + 1) * distance * distance
    }
  }

  @Test func theValleyOfRosenbrockIsFollowedToItsEnd() {
    let found = minimise([-1.2, 1]) { point in
      let (a, b) = (1 - point[0], point[1] - point[0] * point[0])
      return a * a + 100 * b * b
    }
    #expect(found.converged)
    for coordinate in found.point { #expect(abs(coordinate - 1) < 1e-3) }
  }

  @Test func aShiftedQuadraticOfFiveDimensionsIsSolved() {
    let found = minimise([5, 5, 5, 5, 5], shiftedQuadratic)
    #expect(found.converged)
    for (index, coordinate) in found.point.enumerated() { #expect(abs(coordinate - Double(index)) < 1e-3) }
  }

  /// A value above 0 at the minimum is the usual case: figures contradict each other.
  @Test func aMinimumAboveNothingEndsTheRestarts() {
    var last = 0
    let found = minimise(
      [2, 2], iterations: 100_000,
      report: { iteration, _ in
        last = iteration
        return true
      }, { 7 + ($0[0] - 1) * ($0[0] - 1) + $0[1] * $0[1] })
    #expect(found.converged && last < 1_000)
  }

  @Test(arguments: [1, 2, 7, 40]) func itStopsWhereTheReportSaysSo(at wanted: Int) {
    var calls = 0
    let found = minimise(
      [5, 5, 5, 5, 5],
      report: { iteration, _ in
        calls += 1
        return iteration < wanted
      }, shiftedQuadratic)
    #expect(calls == wanted && !found.converged)
  }

  /// The word counts in every iteration, also in the one in which a simplex becomes small enough.
  @Test func noSimplexBeginsAnewOnceTheReportSaysStop() {
    var (sizes, calls) = ([Int](), 0)
    _ = minimise(
      [5, 5, 5, 5, 5], iterations: 5_000,
      report: { iteration, _ in
        sizes.append(iteration); return true
      }
    ) {
      shiftedQuadratic($0)
    }
    for wanted in 1...sizes.count {
      calls = 0
      _ = minimise(
        [5, 5, 5, 5, 5],
        report: { iteration, _ in
          calls += 1
          return iteration < wanted
        }, shiftedQuadratic)
      #expect(calls == wanted)
    }
  }

  @Test func iterationsAreNotOverrun() {
    var last = 0
    let found = minimise(
      [-1.2, 1], iterations: 25,
      report: { iteration, _ in
        last = iteration
        return true
      }, { (1 - $0[0]) * (1 - $0[0]) + 100 * ($0[1] - $0[0] * $0[0]) * ($0[1] - $0[0] * $0[0]) })
    #expect(last == 25 && !found.converged)
  }
}
