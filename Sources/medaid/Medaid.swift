import ArgumentParser
import Input

/// The command line of medaid.
@main
struct Medaid: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "medaid",
    abstract:
      "Compares and simulates Chinese medical financial assistance (医疗救助) under the written rules of different places.",
    discussion: """
      Start with `medaid rules list`, `medaid rules show guizhou` and `medaid settle CASE.yaml --explain`.
      Exit status: 0 done, 1 a check found a difference, 2 input was refused, 64 wrong use, \
      74 reading or writing failed.
      """,
    version: "medaid \(Version.number)",
    subcommands: [
      Settle.self, Run.self, ShardCommand.self, Merge.self, Synthesize.self, Methods.self, Bundle.self, Validate.self,
      Calibrate.self, Budget.self, Attribute.self, SweepCommand.self, Solve.self, Readings.self, Sensitivity.self,
      CliffsCommand.self, Compare.self, PlaceCommand.self, RulesCommand.self,
    ])

  /// Runs the command that the arguments name.
  static func main() async {
    Descriptor.reserveStandardStreams()
    await main(nil)
  }
}

/// The program's version, written into every manifest.
enum Version {
  static let number = "0.1.0"
}
