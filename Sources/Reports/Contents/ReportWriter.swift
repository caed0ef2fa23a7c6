import Analysis
import Input
import Simulation

/// Makes every report of a run: Markdown for people, CSV for programs, figures and the manifest.
public struct ReportWriter {
  private let result: RunResult
  private let manifest: Manifest
  private let byteOrderMark: Bool
  private let language: Language

  /// - Parameters:
  ///   - manifest: what the run was made from.
  ///   - byteOrderMark: put one before the CSV files, which Excel needs to know UTF-8.
  ///   - language: of Markdown and figures; CSV files have none.
  public init(_ result: RunResult, manifest: Manifest, byteOrderMark: Bool, language: Language = .english) {
    self.result = result
    self.manifest = manifest
    self.byteOrderMark = byteOrderMark
    self.language = language
  }

  /// Refuses a folder in which a scenario of its owner's would be replaced by that of the run, to be asked before a
  /// long run. The scenario of an earlier run, which lies beside its manifest, is replaced like its reports.
  public static func refuseForeignScenario(_ text: String, in path: String) throws {
    let file = path + "/" + RunFiles.scenario
    guard FileSystem.kind(file) == .other, FileSystem.kind(path + "/" + RunFiles.manifest) == .absent,
      (try? InputFile.text(file)) != text
    else { return }
    throw ReportFailure(
      file, "this is another scenario, which the run's own would replace", hint: "name another folder with --output")
  }

  /// Adds all files to a folder.
  ///
  /// - Returns: what a reader should be told besides, such as that figures are missing.
  public func add(to folder: inout ReportFolder) throws -> [String] {
    // An earlier run may have left reports that this one does not write.
    if FileSystem.kind(folder.path + "/" + RunFiles.manifest) == .other {
      folder.supersede(RunFiles.all + ((try? RunRecord(folder.path))?.reforms ?? []))
    }
    let context = ReportContext(result: result, language: language)
    let exposure = FundExposure(result)
    let figures = FigureMaker(context: context)
    var fund = FundReport(context: context, exposure: exposure)
    if !result.scenario.accounts.isEmpty {
      let accounts = AccountReport(
        accounts: FundAccount.all(result), placeName: context.placeName, language: language)
      fund.accountFigure = try accounts.add(to: &folder, byteOrderMark: byteOrderMark)
      fund.accounts = accounts
    }
    let cash = CashReport(context: context, flow: CashFlow(result))
    fund.cash = cash
    try folder.add(RunFiles.cash, try cash.csv().text(byteOrderMark: byteOrderMark))
    try add("fund-exposure", try fund.csv(), fund.markdown, figures.fund(exposure), &folder)
    let warning = WarningReport(context: context, warning: EarlyWarning(result))
    try folder.add(RunFiles.warning, try warning.csv().text(byteOrderMark: byteOrderMark))
    var burden = BurdenReport(context: context, burden: Burden(result))
    burden.warning = warning
    try add("burden", try burden.csv(), burden.markdown, figures.burden(burden.rows), &folder)
    var brief = BriefReport(fund: fund, impact: nil)
    if !result.scenario.reforms.isEmpty {
      var impact = ImpactReport(context: context, rows: PolicyImpact(result).rows)
      if let terms = result.scenario.response {
        let response = ResponseReport(context: context, rows: ResponseEffects(result).rows, terms: terms)
        try folder.add(RunFiles.response, try response.csv().text(byteOrderMark: byteOrderMark))
        impact.response = response
      }
      brief = BriefReport(fund: fund, impact: impact)
      try add("policy-impact", try impact.csv(), impact.markdown, figures.impact(impact.rows), &folder)
    }
    if result.scenario.comparison {
      var comparison = ComparisonReport(context: context, comparison: Comparison(result))
      if result.scenario.comparisonParts.contains(.standing) {
        let standing = StandingReport(context: context, standing: Standing(result))
        try folder.add(RunFiles.standing, try standing.csv().text(byteOrderMark: byteOrderMark))
        comparison.standing = standing
      }
      try add(
        "comparison", try comparison.csv(), comparison.markdown, figures.comparison(comparison.comparison.rows), &folder
      )
    }
    try folder.add(RunFiles.brief, brief.markdown())
    try folder.add(RunFiles.scenario, manifest.scenarioText)
    // The program holds the others, and the folder alone must say how to repeat the run.
    for place in result.scenario.placeModels where !place.isShipped {
      try folder.add(RunFiles.place(place), place.text)
    }
    let illness = result.scenario.illness
    if !illness.isShipped { try folder.add(RunFiles.illness(illness), illness.text) }
    for (path, text) in RunFiles.reforms(result.scenario) { try folder.add(path, text) }
    var manifest = manifest
    if result.scenario.othersEvery > 1 { manifest.drawn = result.places.map { ($0.place.id, $0.drawn) } }
    manifest.reached = result.scenario.precision?.distance(result, exposure)?.halfWidth
    manifest.reports = try folder.checksums(of: RunFiles.all)
    try folder.add(RunFiles.manifest, manifest.text)
    return Gnuplot().isInstalled
      ? [] : ["gnuplot is not installed: the reports have no figures (apt-get install gnuplot-nox)"]
  }

  private func add(
    _ name: String, _ csv: CSVText, _ markdown: (String?) -> String, _ script: String, _ folder: inout ReportFolder
  ) throws {
    var figure: String?
    if !script.isEmpty, let svg = try Gnuplot().svg(script: script) {
      figure = "figures/\(name).svg"
      try folder.add("figures/\(name).svg", svg)
    }
    try folder.add("\(name).csv", csv.text(byteOrderMark: byteOrderMark))
    try folder.add("\(name).md", markdown(figure))
  }
}
