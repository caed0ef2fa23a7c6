import Input
import Rules

/// What a check of a sound place tells: what was compared, what was filled by which default, and whether it can be run.
public struct PlaceExamination {
  private let file: PlaceFile
  private let vocabulary: Vocabulary
  private let national: Node

  private var place: PlaceModel { file.place }

  /// - Throws: `Refusal` where the shipped profile is broken, which a test rules out.
  public init(_ file: PlaceFile, vocabulary: Vocabulary) throws(Refusal) {
    self.file = file
    self.vocabulary = vocabulary
    national = try PlaceDefaults(file.tree, vocabulary: vocabulary).national
  }

  /// The report for a terminal.
  ///
  /// - Parameters:
  ///   - hasRules: whether there are rules of the place's jurisdiction.
  ///   - width: the terminal's columns; nil where lines may be of any length.
  public func lines(hasRules: Bool, width: Int? = nil) -> [String] {
    var lines = ["\(place.file): \(place.english) \(place.chinese), \(place.population) residents", "", "Checked:"]
    lines += checks(hasRules: hasRules).map { "- \($0)" }
    lines.append("")
    let gaps = gaps()
    if gaps.isEmpty {
      lines.append("Nothing is left out.")
    } else {
      lines.append("Left out and filled by a default, from the national profile (scaled where it counts people):")
      lines += TextTable(header: ["left out", "default", "year", "confidence", "the default's source"], rows: gaps)
        .lines(width: width)
    }
    if let account = place.account { lines += [""] + accountLines(account) }
    lines += ["", conclusion(hasRules: hasRules)]
    return lines
  }

  /// One line a check that was made; a place that fails one is refused before.
  private func checks(hasRules: Bool) -> [String] {
    var lines: [String] = []
    func given(_ key: String) -> Bool { !place.gaps.contains { $0.key == key } }
    lines.append(
      given("ages")
        ? "ages: the counts by sex and group add up to the population, \(place.population)"
        : "ages: left out, so not compared with the population")
    if let towns = file.tree.at(["urban", "value"])?.text {
      lines.append("urban: \(towns) residents of towns are no more than the population")
    }
    let sizes = place.householdSizes
    lines.append("households: a mean of \(rounded(sizes.mean)) members can be met with the households of one")
    lines.append("insurance: the kinds add up to all residents")
    let all = place.householdIdentities + place.identities
    let counted = all.filter { file.tree.at($0.key.split(separator: ".").map(String.init) + ["count"]) != nil }
    lines.append(
      "identities: \(counted.count) counts are no more than the population each; all \(all.count) identities can be "
        + "held together by those who can hold them")
    let holders = all.reduce(0) { $0 + $1.share } * 100
    lines.append("identities: \(rounded(holders)) holders to 100 residents, a person with two counted twice")
    if !place.areas.isEmpty { lines.append("areas: \(place.areas.count) add up to the population") }
    if let account = place.account, account.figures[.total] != nil {
      lines.append("account: the parts add up to no more than all spending")
    }
    lines.append(
      hasRules
        ? "jurisdiction: there are rules of \(place.jurisdiction)"
        : "jurisdiction: \(isWritten ? "" : "left out, so \(place.jurisdiction) as the id; ")there are no rules of "
          + "\(place.jurisdiction)")
    return lines
  }

  private func gaps() -> [[String]] {
    let known = place.gaps.map(\.key)
    // A file that was written with its defaults names them itself.
    let written = place.sources.filter { $0.isDefault && !known.contains($0.key) }.map { source -> PlaceGap in
      let path = source.key.split(separator: ".").map(String.init)
      let value =
        source.key == "ages" ? "written in the file" : PlaceDefaults.words(file.tree.at(path)?.ownEntries ?? [])
      let origin = national.at(path).map { Provenance($0, key: source.key) } ?? source
      return PlaceGap(key: source.key, value: value, origin: origin)
    }
    return (place.gaps + written).map { gap in
      let words = gap.origin.source ?? "assumption: \(gap.origin.reason ?? "")"
      return [gap.key, gap.value, gap.origin.year ?? "", gap.origin.confidence?.rawValue ?? "", words]
    }
  }

  private func accountLines(_ account: AssistanceAccount) -> [String] {
    let rows = AssistanceAccount.Item.allCases.compactMap { item in
      account.figures[item].map {
        [item.english, item.chinese, $0.plain, item.unit]
      }
    }
    let year = account.year.map { " of \($0)" } ?? ""
    return ["The account\(year), kept to compare with; nothing is fitted to it:"]
      + TextTable(header: ["item", "项目", "value", "unit"], rows: rows).lines(markdown: false)
  }

  /// Whether the file says whose rules are the place's own.
  private var isWritten: Bool { file.tree.at(["jurisdiction"])?.text?.isEmpty == false }

  private func conclusion(hasRules: Bool) -> String {
    let how =
      PlaceFile.isSheet(place.file)
      ? "write its place file with --write \(place.id).yaml and name that under places: of a scenario"
      : "name it under places: of a scenario"
    guard !hasRules else { return "\(place.file) can be run: \(how)." }
    let whose =
      isWritten
      ? "there are no rules of \(place.jurisdiction)"
      : "it names no jurisdiction, and there are no rules of \(place.jurisdiction)"
    return """
      \(place.file) has no rules of its own: \(whose). Name under jurisdiction whose rules are its own, one of those that \
      medaid rules list shows, or give a rule file with that id in the folder of --rules. Without them it can only be compared: \
      \(how), with jurisdictions: and comparison: true.
      """
  }

  private func rounded(_ value: Double) -> String { ((value * 100).rounded() / 100).plain }
}
