/// Years of the budget one by one, each as expected and with everything uncertain as it was drawn for it, on the same luck.
public struct BudgetDraws: Sendable {
  /// Fen by year and part of `BudgetPart.simulated`, as expected.
  public internal(set) var expected: [[Int64]] = []
  /// The same with everything uncertain as drawn.
  public internal(set) var drawn: [[Int64]] = []
  /// Persons drawn, once and not once a year.
  public internal(set) var persons: Int64 = 0

  /// No years.
  public init() {}
}
