import Input
import Population
import Rules

/// What `synthesize` was asked for: places, and the jurisdictions that their cases name.
struct SynthesisChoice {
  let places: [PlaceModel]
  /// By place.
  let jurisdictions: [String: [String]]

  /// Resolves the two options.
  ///
  /// - Throws: `Refusal` for a name that is not known, a broken place file, and a place without rules where no
  ///   jurisdiction is named.
  init(place: String, jurisdiction: String?, library: RuleLibrary) throws(Refusal) {
    let ruled = library.files.map(\.id)
    let chosen = try Self.places(place, library)
    places = chosen
    guard let jurisdiction else {
      if let without = chosen.first(where: { !ruled.contains($0.jurisdiction) }) {
        throw Self.refusal(
          "there are no rules of \(without.jurisdiction)", "name some with --jurisdiction, or all of them")
      }
      jurisdictions = Dictionary(uniqueKeysWithValues: chosen.map { ($0.id, [$0.jurisdiction]) })
      return
    }
    let file = library.file(jurisdiction)
    guard jurisdiction == "all" || file != nil else {
      throw Self.refusal(
        "\"\(jurisdiction)\" is not a jurisdiction", Spelling.hint(for: jurisdiction, among: ruled + ["all"]))
    }
    let named = file.map { [$0.id] } ?? ruled
    jurisdictions = Dictionary(uniqueKeysWithValues: chosen.map { ($0.id, named) })
  }

  private static func places(_ place: String, _ library: RuleLibrary) throws(Refusal) -> [PlaceModel] {
    let vocabulary = library.vocabulary
    if place.hasSuffix(".yaml") || place.hasSuffix(".yml") {
      return [try PlaceModel.read(try InputFile.text(place), file: place, vocabulary: vocabulary)]
    }
    let known = PlaceModel.shippedIDs
    guard place == "all" || known.contains(place) else {
      throw refusal("\"\(place)\" is not a place", Spelling.hint(for: place, among: known + ["all"]))
    }
    var chosen: [PlaceModel] = []
    for id in place == "all" ? library.files.map(\.id).filter({ known.contains($0) }) : [place] {
      chosen.append(try PlaceModel.shipped(id, vocabulary: vocabulary))
    }
    guard !chosen.isEmpty else { throw refusal("none of the rule files has people of its own", "name a place") }
    return chosen
  }

  private static func refusal(_ reason: String, _ hint: String?) -> Refusal {
    Refusal(Diagnostic(at: Place(file: "command line", line: 0), reason, hint: hint))
  }
}
