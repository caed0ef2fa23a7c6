import ArgumentParser
import Reports
import Simulation

/// How long work is kept while it goes on.
struct CheckpointOptions: ParsableArguments {
  @Flag(help: "Go on where an interrupted run of the same output stopped; it begins where none was interrupted.")
  var resume = false
  @Option(
    name: .customLong("checkpoint-seconds"),
    help: "Keep how far the run is in OUTPUT.checkpoint every so many seconds; 0 for never.")
  var seconds = 15.0

  func validate() throws {
    if !(0...86_400).contains(seconds) { throw ValidationError("--checkpoint-seconds must be from 0 to 86400") }
  }

  /// Simulates, from the checkpoint where that is wanted.
  func simulate(
    _ plan: RunPlan, _ shard: Shard, _ runner: Runner, _ file: CheckpointFile, _ progress: Simulation.Progress
  ) async throws -> RunState {
    var state = RunState()
    if resume {
      if let kept = try file.resume(plan) { state = kept }
    } else {
      try file.refuseExisting()
    }
    return try await runner.simulate(
      plan, shard, from: state, progress: progress, checkpointing: file.checkpointing(everySeconds: seconds))
  }
}
