import Input
import Rules
import Simulation

/// Everything that is needed to repeat a run and to check the repetition, for keeping in one folder.
///
/// The folder is itself the folder of a run: `medaid methods` and `medaid bundle` read it.
public struct RunBundle: Speaker {
  let language: Language
  let run: FinishedRun
  let version: String

  /// - Parameters:
  ///   - version: of the program that packs, perhaps not the one that made the run.
  ///   - language: of the README and the appendix; the reports are packed as the run wrote them.
  public init(_ run: FinishedRun, version: String, language: Language = .english) {
    self.language = language
    self.run = run
    self.version = version
  }

  /// Adds all files to a folder.
  ///
  /// - Throws: `ReportFailure` where a report of the run is missing, or was changed since.
  public func add(to folder: inout ReportFolder) throws {
    let reports = try reports()
    var sums = ChecksumList()
    func add(_ name: String, _ text: String) throws(ReportFailure) {
      try folder.add(name, text)
      sums.add(name, text)
    }
    try add("README.md", readme(reports).text)
    try folder.copy(RunFiles.manifest, from: run.path + "/" + RunFiles.manifest)
    try sums.add(RunFiles.manifest, copyOf: run.path + "/" + RunFiles.manifest)
    try add(RunFiles.scenario, run.scenarioText)
    try add("methods.md", try MethodsAppendix(run, version: version, language: language).markdown())
    for file in rules { try add("rules/\(file.id).yaml", file.text) }
    for place in run.places { try add(RunFiles.place(place), place.text) }
    for model in ManifestSources.models(run.scenario) where model.id != "illness" || run.illness.isShipped {
      try add("models/\(model.id).yaml", model.text)
    }
    if !run.illness.isShipped { try add(RunFiles.illness(run.illness), run.illness.text) }
    for (path, text) in RunFiles.reforms(run.scenario) { try add(path, text) }
    for report in reports {
      try folder.copy("reports/" + report, from: self.report(report))
      let checksum = try sums.add("reports/" + report, copyOf: self.report(report))
      guard run.checksums[report] ?? checksum == checksum else {
        throw ReportFailure(
          self.report(report), "this report is no longer as the run wrote it", hint: "put it back, or repeat the run")
      }
    }
    try folder.add(ChecksumList.file, sums.text)
  }

  /// The rule files that were settled, and those that the scenario only names in readings and patches: without them it
  /// would be refused.
  private var rules: [RuleFile] {
    let scenario = run.scenario
    let patched = scenario.reforms.flatMap(\.patches.keys) + scenario.patches.keys
    let used = Set(scenario.jurisdictions + scenario.placeModels.map(\.jurisdiction) + patched)
    return run.library.files.filter { file in
      used.contains(file.id) || file.book.readings.contains { scenario.readings[$0.id] != nil }
    }
  }

  /// Where a report lies: in the folder of a run beside the manifest, in a bundle apart.
  private func report(_ name: String) -> String {
    let apart = run.path + "/reports/" + name
    return FileSystem.kind(apart) == .other ? apart : run.path + "/" + name
  }

  /// The reports of the run, tables first; figures only where they were drawn.
  private func reports() throws(ReportFailure) -> [String] {
    let names = RunFiles.reports(run.scenario)
    var files = names.map { $0 + ".csv" } + (run.microdataReplicates > 0 ? [RunFiles.microdata] : [])
    files += run.scenario.accounts.isEmpty ? [] : [RunFiles.account]
    let asksStanding = run.scenario.comparison && run.scenario.comparisonParts.contains(.standing)
    files += asksStanding ? [RunFiles.standing] : []
    files += run.scenario.response != nil && !run.scenario.reforms.isEmpty ? [RunFiles.response] : []
    files += [RunFiles.cash, RunFiles.warning] + names.map { $0 + ".md" } + [RunFiles.brief]
    for file in files where FileSystem.kind(report(file)) != .other {
      throw ReportFailure(report(file), "this report of the run is missing", hint: "repeat the run")
    }
    let figures = names.map { "figures/\($0).svg" } + [RunFiles.accountFigure]
    return files + figures.filter { FileSystem.kind(report($0)) == .other }
  }
}
