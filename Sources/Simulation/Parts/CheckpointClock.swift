/// Says when the next checkpoint is due and keeps it.
struct CheckpointClock {
  private let checkpointing: Checkpointing?
  private let start = ContinuousClock.now
  private let before: Double
  private var last = ContinuousClock.now
  private var isBehind = true
  private var pause: Duration
  /// Whether anything was kept, now or before the run was resumed.
  private var isKept: Bool

  init(_ checkpointing: Checkpointing?, from state: RunState) {
    self.checkpointing = checkpointing
    before = state.seconds
    isKept = !state.jobs.isEmpty
    pause = .seconds(checkpointing?.seconds ?? 0)
  }

  /// When the run should pause to keep what it has; nil for never.
  var deadline: ContinuousClock.Instant? { checkpointing == nil ? nil : last + pause }

  /// Seconds spent, those before the run was resumed included.
  var seconds: Double { before + (ContinuousClock.now - start) / .seconds(1) }

  /// Keeps a state if it is time to.
  mutating func keepIfDue(_ state: inout RunState) throws {
    isBehind = true
    if let deadline, ContinuousClock.now >= deadline { try keep(&state) }
  }

  /// Keeps the state of a run that has come to its end, where an earlier one was kept: reports may fail yet.
  mutating func keepLast(_ state: inout RunState) throws {
    state.seconds = seconds
    if isKept, isBehind { try keep(&state) }
  }

  private mutating func keep(_ state: inout RunState) throws {
    guard let checkpointing else { return }
    let began = ContinuousClock.now
    state.seconds = seconds
    try checkpointing.save(state)
    last = .now
    isBehind = false
    isKept = true
    // On a slow disk it is better to lose a little more than to wait most of the time.
    pause = max(.seconds(checkpointing.seconds), (last - began) * 20)
  }
}
