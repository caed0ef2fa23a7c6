/// The command that repeats a run.
struct RunCommand {
  private let run: FinishedRun

  init(_ run: FinishedRun) { self.run = run }

  /// The command, for the folder that holds the scenario of the run.
  ///
  /// - Parameters:
  ///   - rules: a folder of the run's rule files; nil for those in the program.
  ///   - output: the folder for the new reports.
  func line(rules: String?, output: String) -> String {
    let scenario = run.scenario
    var words = [
      "medaid run", RunFiles.scenario, "--seed \(scenario.seed)", "--people \(scenario.people)",
      "--replicates \(scenario.replicates)",
    ]
    if scenario.allowsOutOfForce { words.append("--allow-out-of-force") }
    if run.microdataReplicates > 0 { words.append("--microdata --microdata-replicates \(run.microdataReplicates)") }
    if run.byteOrderMark { words.append("--bom") }
    if let rules { words.append("--rules \(rules)") }
    return (words + ["--output \(output)"]).joined(separator: " ")
  }

  /// How to repeat the run, for the appendix on methods.
  var instructions: String {
    """
    With medaid \(run.version) and the data of the fingerprints above, in the folder of the run:

    ```
    \(line(rules: nil, output: "again"))
    ```

    writes the same tables to the byte, for any number of threads on one kind of processor and C library. `medaid bundle` packs
    scenario, rule, place and illness files, manifest and reports for keeping, and says how to compare.
    """
  }
}
