import Input
import Simulation

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
    for stack in scenario.stacks {
      words.append("--reform " + stack.map { "\(ReformFile.copies)/\(FilePath($0).name)" }.joined(separator: "+"))
    }
    // With as many people and replicates as it took the goal is reached at once.
    if let goal = scenario.precision { words.append(goal.options) }
    if run.microdataReplicates > 0 { words.append("--microdata --microdata-replicates \(run.microdataReplicates)") }
    if run.byteOrderMark { words.append("--bom") }
    if run.language != .english { words.append("--language \(run.language.rawValue)") }
    if let rules { words.append("--rules \(rules)") }
    return (words + ["--output \(output)"]).joined(separator: " ")
  }

  /// How to repeat the run, for the appendix on methods.
  func instructions(in language: Language) -> Phrase {
    let line = line(rules: nil, output: "again")
    return language.say(
      en: """
        With medaid \(run.version) and the data of the fingerprints above, in the folder of the run:

        ```
        \(line)
        ```

        writes the same tables to the byte, for any number of threads on one kind of processor and C library. `medaid bundle` packs
        scenario, rule, place and illness files, manifest and reports for keeping, and says how to compare.
        """,
      zh: """
        使用 medaid \(run.version) 和上列指纹的数据，在测算结果的文件夹中运行：

        ```
        \(line)
        ```

        在同类处理器和C语言库上，不论线程多少，所得表格逐字节相同。`medaid bundle` 将情景、规则、地区、疾病文件以及清单和报告打包保存，\
        并说明如何核对。
        """)
  }
}
