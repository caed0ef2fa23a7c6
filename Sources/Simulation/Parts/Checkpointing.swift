/// When and how a run puts down how far it has come.
public struct Checkpointing: Sendable {
  /// Seconds between one time and the next.
  public var seconds: Double
  /// Keeps a state; what it throws ends the run.
  public var save: @Sendable (RunState) throws -> Void

  /// Creates the rule.
  public init(everySeconds seconds: Double, save: @escaping @Sendable (RunState) throws -> Void) {
    self.seconds = seconds
    self.save = save
  }
}
