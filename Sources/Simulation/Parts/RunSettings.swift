import Input

/// What the command line can replace of a scenario, as a run was made with it.
public struct RunSettings: Hashable, Sendable {
  /// Start of the random numbers.
  public var seed: UInt64
  /// Times the year is repeated.
  public var replicates: Int
  /// People drawn in each place.
  public var people: Int
  /// Whether documents without force in the year are settled.
  public var allowsOutOfForce: Bool
  /// Paths of the reform files that were added, of each such reform.
  public var stacks: [[String]]
  /// What people and replicates were drawn for; nil where they were stated.
  public var precision: PrecisionGoal?

  /// Creates settings.
  public init(
    seed: UInt64, replicates: Int, people: Int, allowsOutOfForce: Bool, stacks: [[String]] = [],
    precision: PrecisionGoal? = nil
  ) {
    self.seed = seed
    self.replicates = replicates
    self.people = people
    self.allowsOutOfForce = allowsOutOfForce
    self.stacks = stacks
    self.precision = precision
  }

  /// The settings of a scenario, with whatever was replaced.
  public init(_ scenario: Scenario) {
    self.init(
      seed: scenario.seed, replicates: scenario.replicates, people: scenario.people,
      allowsOutOfForce: scenario.allowsOutOfForce, stacks: scenario.stacks, precision: scenario.precision)
  }

  /// Puts them into a scenario as written, which was read with the reforms that were added.
  public func apply(to scenario: inout Scenario) {
    scenario.seed = seed
    scenario.replicates = replicates
    scenario.people = people
    scenario.allowsOutOfForce = allowsOutOfForce
    scenario.precision = precision
  }

  /// Each by name, for comparing.
  public var named: [(name: String, value: String)] {
    [
      ("seed", String(seed)), ("replicates", String(replicates)), ("people", String(people)),
      ("allowOutOfForce", String(allowsOutOfForce)), ("reforms", reforms.isEmpty ? "none" : reforms),
      ("precision", precision.map { "\($0.halfWidth) of \($0.statistic)" } ?? "none"),
    ]
  }

  /// The options that replace a scenario's own with these.
  public var options: String {
    "--seed \(seed) --replicates \(replicates) --people \(people)"
      + (allowsOutOfForce ? " --allow-out-of-force" : "")
      + stacks.map { " --reform \($0.joined(separator: "+"))" }.joined() + (precision.map { " \($0.options)" } ?? "")
  }

  /// The files of the reforms, wherever they lie.
  private var reforms: String {
    stacks.map { $0.map { FilePath($0).name }.joined(separator: "+") }.joined(separator: " ")
  }
}
