import Input
import Money
import Population
import Rules

/// Reads a scenario file and checks it against rule and place files.
public struct ScenarioReader {
  let library: RuleLibrary
  let places: [PlaceName]
  let findings = Findings()

  /// Texts to be read instead of the files of these paths; nil to read the files.
  let files: [String: String]?

  /// - Parameters:
  ///   - places: the shipped places; others are named by the path of their file.
  ///   - files: texts to be read instead of the files of these paths; nil to read the files.
  public init(library: RuleLibrary, places: [PlaceName], files: [String: String]? = nil) {
    self.library = library
    self.places = places
    self.files = files
  }

  /// The scenario in a text.
  ///
  /// - Parameter stacks: paths of reform files that the command line adds: of each further reform those it is made of.
  /// - Throws: `Refusal` with every defect.
  public func read(_ text: String, file: String, stacks: [[String]] = []) throws(Refusal) -> Scenario {
    let fields = Fields(try YAMLReader.read(text, file: file), "", findings)
    if let format = fields.required("format"), format.text != "medaid-scenario/1" {
      fields.fault(
        format, "\(format.named) is not a format this program reads", key: "format", among: ["medaid-scenario/1"])
    }
    _ = fields.required("year")
    _ = fields.required("places")
    let (models, illness) = (placeModels(fields), try illness(fields))
    let chosen = models.map(\.id)
    let rules = library.files.map { ($0.id, $0.book.name.chinese) }
    let jurisdictions =
      fields.has("jurisdictions")
      ? names(fields, "jurisdictions", "jurisdiction", among: rules) : ownJurisdictions(models, fields)
    let budget = budget(fields, chosen)
    let series = try NationalSeries.shipped()
    let year = fields.integer("year", in: BenefitYear.limits) ?? 2023
    let trend = TrendReader(findings, series)
    let yearsAhead = trend.years(fields, from: year)
    var scenario = Scenario(
      file: file, name: name(fields, of: "scenario"),
      title: fields.optionalText("title") ?? fields.optionalText("name") ?? "",
      year: year, isDated: isDated(fields, hasBudget: budget != nil),
      seed: fields.integer("seed", in: Scenario.seedLimits) ?? 1,
      replicates: fields.integer("replicates", in: Scenario.replicateLimits) ?? 40,
      people: fields.integer("people", in: Scenario.peopleLimits) ?? 20_000,
      othersEvery: fields.integer("othersEvery", in: Scenario.othersLimits) ?? 1, places: chosen,
      placeModels: models, illness: illness, jurisdictions: jurisdictions,
      // Of a place without rules of its own only a comparison shows anything, be it under one document.
      comparison: fields.flag(
        "comparison", default: jurisdictions.count > 1 || models.contains { library.file($0.jurisdiction) == nil }),
      comparisonParts: comparisonParts(fields),
      comparisonReplicates: fields.integer("comparisonReplicates", in: Scenario.replicateLimits) ?? 8,
      sensitivityReplicates: fields.integer("sensitivityReplicates", in: 0...Scenario.replicateLimits.upperBound) ?? 4,
      uncertainty: UncertaintyReader(findings, series).read(fields),
      yearsAhead: yearsAhead, trend: trend.trend(fields, hasYears: !yearsAhead.isEmpty),
      readings: readings(fields), patches: patches(fields, "set"), reforms: reforms(fields, stacks: stacks),
      budget: budget,
      allowsOutOfForce: fields.flag("allowOutOfForce", default: false))
    scenario.stacks = stacks
    scenario.namedAt = namedAt(fields)
    scenario.cash = CashReader(models, findings).read(fields)
    scenario.response = ResponseReader(library.vocabulary, models, findings).read(fields)
    scenario.accounts = AccountReader(scenario, library, years: [scenario.year] + yearsAhead, findings).read(fields)
    check(scenario, fields)
    fields.refuseUnknown()
    try findings.refuseIfAny()
    return scenario
  }

  /// What each key allows and their combination does not.
  private func check(_ scenario: Scenario, _ fields: Fields) {
    let own = scenario.placeModels.map(\.jurisdiction)
    for id in own where !scenario.comparison && !scenario.jurisdictions.contains(id) {
      guard let node = fields.node["jurisdictions"] else { continue }
      findings.add(
        node, "jurisdictions",
        "the rules of \(id) itself are missing, and comparison is off: nothing would be computed",
        hint: library.file(id) == nil ? "write comparison: true" : "name \(id) as well, or write comparison: true")
    }
    checkReforms(scenario)
    if scenario.response != nil, scenario.reforms.isEmpty, let node = fields.node["response"] {
      findings.add(
        node, "response", "there is no reform whose prices anybody could answer to",
        hint: "give one under reforms or with --reform, or leave response out")
    }
    for key in ["account", "budget", "cash", "response", "set", "readings", "reforms", "uncertainty", "trend", "years"]
    {
      if let node = fields.node[key], case .null = node.content {
        fields.fault(node, "the key is there without a value", key: key)
      }
    }
  }

  private func comparisonParts(_ fields: Fields) -> [ComparisonPart] {
    let all = ComparisonPart.allCases
    guard fields.has("comparisonParts") else { return ComparisonPart.standard }
    let names = names(fields, "comparisonParts", "part of a comparison", among: all.map { ($0.rawValue, $0.chinese) })
    let parts = names.compactMap(ComparisonPart.init)
    let needing = parts.filter { ($0 == .clauses || $0 == .standing) && !parts.contains(.common) }
    if let first = needing.first, let node = fields.node["comparisonParts"] {
      findings.add(
        node, "comparisonParts", "\(first.rawValue) is settled with common insurance, which is not asked for",
        hint: "name common as well")
    }
    return parts
  }

  private func isDated(_ fields: Fields, hasBudget: Bool) -> Bool {
    guard let node = fields.optional("mode") else { return hasBudget }
    switch node.text {
    case "dated": return true
    case "snapshot":
      if hasBudget { fields.fault(node, "a scenario with a budget obeys legal dates", key: "mode", among: ["dated"]) }
      return false
    default:
      fields.fault(node, "\(node.named) is not a mode", key: "mode", among: ["snapshot", "dated"])
      return false
    }
  }

  /// The name, by which reports tell this from others.
  func name(_ fields: Fields, of what: String) -> String {
    let name = fields.text("name") ?? ""
    if let node = fields.optional("name"), node.text != nil, name.allSatisfy(\.isWhitespace) {
      findings.add(node, fields.path("name"), "a \(what) needs a name", hint: "give it a short one, which reports show")
    }
    return name
  }

  private func namedAt(_ fields: Fields) -> [String: Scenario.NamedAt] {
    let key = fields.has("jurisdictions") ? "jurisdictions" : "places"
    let nodes = fields.node[key].map { $0.items ?? [$0] } ?? []
    let named = nodes.map { node in
      let text = node.text ?? ""
      return (library.file(text)?.id ?? text, Scenario.NamedAt(place: node.place, key: key))
    }
    return Dictionary(named) { first, _ in first }
  }

  private func readings(_ fields: Fields) -> [String: String] {
    guard let node = fields.optional("readings") else { return [:] }
    return ChoiceReader(library).readings(Fields(node, "readings", findings))
  }

  func patches(_ fields: Fields, _ key: String) -> [String: [Patch]] {
    guard let node = fields.optional(key) else { return [:] }
    return ChoiceReader(library).patches(Fields(node, fields.path(key), findings))
  }

  private func budget(_ fields: Fields, _ places: [String]) -> Scenario.Budget? {
    guard let node = fields.optional("budget") else { return nil }
    let one = Fields(node, "budget", findings)
    defer { one.refuseUnknown() }
    let written = one.text("place") ?? ""
    let place = self.places.first { $0.chinese == written }?.id ?? written
    if !place.isEmpty, !places.contains(place), let node = one.node["place"] {
      one.fault(node, "\(place) is not among the places of the scenario", key: "place", among: places)
    }
    guard let amount = one.required("amount") else { return nil }
    do throws(DecimalFault) {
      return .init(
        place: place,
        amount: Yuan(fen: try DecimalText.hundredths(amount.text ?? "", limit: 100 * Yuan.largestInput.fen)))
    } catch {
      let largest = Yuan(fen: 100 * Yuan.largestInput.fen)
      findings.add(
        amount, one.path("amount"),
        error.reason(amount.named, what: "an amount of yuan", largest: "\(largest.grouped) yuan"),
        hint: error == .negative ? "write the yuan that the fund has for the year, 0 or more" : error.hint)
      return nil
    }
  }
}
