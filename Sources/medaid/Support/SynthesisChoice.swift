import Input
import Population
import Rules

/// The places and jurisdictions that the options of `medaid synthesize` name.
struct SynthesisChoice {
  let places: [String]
  /// By place, where the options name them.
  let jurisdictions: [String: [String]]

  /// Resolves the two options.
  ///
  /// - Throws: `Refusal` for a name that is not known, and for a place without rules where no jurisdiction is named.
  init(place: String, jurisdiction: String?, library: RuleLibrary) throws(Refusal) {
    let known = PlaceModel.shippedIDs
    let ruled = library.files.map(\.id)
    guard place == "all" || known.contains(place) else {
      throw Self.refusal("\"\(place)\" is not a place", Spelling.hint(for: place, among: known + ["all"]))
    }
    let chosen = place == "all" ? ruled.filter { known.contains($0) } : [place]
    guard !chosen.isEmpty else { throw Self.refusal("none of the rule files has people of its own", "name a place") }
    places = chosen
    guard let jurisdiction else {
      if let without = chosen.first(where: { !ruled.contains($0) }) {
        throw Self.refusal("there are no rules of \(without)", "name some with --jurisdiction, or all of them")
      }
      jurisdictions = [:]
      return
    }
    let file = library.file(jurisdiction)
    guard jurisdiction == "all" || file != nil else {
      throw Self.refusal(
        "\"\(jurisdiction)\" is not a jurisdiction", Spelling.hint(for: jurisdiction, among: ruled + ["all"]))
    }
    let named = file.map { [$0.id] } ?? ruled
    jurisdictions = Dictionary(uniqueKeysWithValues: chosen.map { ($0, named) })
  }

  private static func refusal(_ reason: String, _ hint: String?) -> Refusal {
    Refusal(Diagnostic(at: Place(file: "command line", line: 0), reason, hint: hint))
  }
}
