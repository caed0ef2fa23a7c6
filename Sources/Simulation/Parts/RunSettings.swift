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

  /// Creates settings.
  public init(seed: UInt64, replicates: Int, people: Int, allowsOutOfForce: Bool, stacks: [[String]] = []) {
    self.seed = seed
    self.replicates = replicates
    self.people = people
    self.allowsOutOfForce = allowsOutOfForce
    self.stacks = stacks
  }

  /// The settings of a scenario, with whatever was replaced.
  public init(_ scenario: Scenario) {
    self.init(
      seed: scenario.seed, replicates: scenario.replicates, people: scenario.people,
      allowsOutOfForce: scenario.allowsOutOfForce, stacks: scenario.stacks)
  }

  /// Puts them into a scenario as written, which was read with the reforms that were added.
  public func apply(to scenario: inout Scenario) {
    scenario.seed = seed
    scenario.replicates = replicates
    scenario.people = people
    scenario.allowsOutOfForce = allowsOutOfForce
  }

  /// Each by name, for comparing.
  public var named: [(name: String, value: String)] {
    [
      ("seed", String(seed)), ("replicates", String(replicates)), ("people", String(people)),
      ("allowOutOfForce", String(allowsOutOfForce)), ("reforms", reforms.isEmpty ? "none" : reforms),
    ]
  }

  /// The options that replace a scenario's own with these.
  public var options: String {
    "--seed \(seed) --replicates \(replicates) --people \(people)"
      + (allowsOutOfForce ? " --allow-out-of-force" : "")
      + stacks.map { " --reform \($0.joined(separator: "+"))" }.joined()
  }

  /// The files of the reforms, wherever they lie.
  private var reforms: String {
    stacks.map { $0.map { FilePath($0).name }.joined(separator: "+") }.joined(separator: " ")
  }
}
