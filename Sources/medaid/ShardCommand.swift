import ArgumentParser
import Reports
import Simulation

/// Simulates a part of a scenario's households.
struct ShardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shard",
    abstract: "Simulate one of several parts of a scenario, for medaid merge.",
    discussion: """
      Each part has households of its own in every place, in all replicates. medaid merge makes of all parts the \
      reports that medaid run writes, to the byte. docs/cluster.md shows it on Slurm.
      """)

  @OptionGroup var options: ScenarioOptions
  @Option(help: "Which part, from 1.") var index: Int
  @Option(help: "How many parts there are.") var count: Int
  @Option(name: .shortAndLong, help: "The file for the part.") var output: String
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var checkpoints: CheckpointOptions
  @Flag(help: "No progress bar and no closing line.") var quiet = false

  func validate() throws {
    if !Shard.limits.contains(count) {
      throw ValidationError("--count must be from 1 to \(Shard.limits.upperBound)")
    }
    if !(1...count).contains(index) { throw ValidationError("--index must be from 1 to \(count), the --count") }
    if output.isEmpty || output.hasSuffix("/") { throw ValidationError("--output names no file") }
  }

  func run() async throws {
    try await guardedAsync {
      let input = try options.read().changed { $0.precision = precision.goal }
      try SingleFile.check(output)
      let shard = Shard(index: index, count: count)
      let checkpoint = CheckpointFile(for: output, input.identity, shard)
      let progress = Simulation.Progress()
      let bar = ProgressBar(progress, isQuiet: quiet)
      defer { bar.finish() }
      let runner = input.runner(threads: options.threads)
      let plan = try runner.plan()
      let state = try await checkpoints.simulate(plan, shard, runner, checkpoint, progress)
      bar.finish()
      let header = PartHeader(
        kind: .shard, identity: input.identity, shard: shard, outline: state.outline, seconds: 0)
      try PartFile.write(header, state, to: output)
      checkpoint.remove()
      if !quiet { Output.message("wrote \(output): shard \(index) of \(count), for medaid merge") }
    }
  }
}
