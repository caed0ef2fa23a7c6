import Population
import Rules
import Simulation

/// The data that a scenario's run reads, as fingerprints: rule files, place files, and what all places share.
struct ManifestSources {
  /// Kinds in the order of the manifest, each with its sources by identifier.
  let kinds: [(key: String, sources: [Manifest.Source])]

  init(_ scenario: Scenario, library: RuleLibrary) {
    let used = Set(scenario.jurisdictions + scenario.placeModels.map(\.jurisdiction))
    let rules = library.files.filter { used.contains($0.id) }.map { Manifest.Source(id: $0.id, text: $0.text) }
    let places = scenario.placeModels.map { Manifest.Source(id: $0.id, text: $0.text) }
    var copies: Set<String> = []
    let reforms = scenario.reformFiles.filter { copies.insert($0.copy).inserted }
    let own: [(key: String, sources: [Manifest.Source])] = [
      // By identifier, whatever folder the files were read from.
      ("rules", rules.sorted { $0.id < $1.id }), ("places", places),
      ("models", Self.models(scenario).map { Manifest.Source(id: $0.id, text: $0.text) }),
    ]
    // Only where there are any: most runs have none.
    kinds = own + (reforms.isEmpty ? [] : [("reforms", reforms.map { Manifest.Source(id: $0.copy, text: $0.text) })])
  }

  /// The vocabulary, the common insurance and the illness model, by identifier.
  static func models(_ scenario: Scenario) -> [(id: String, text: String)] {
    let files = [("vocabulary", "vocabulary.yaml"), ("common", "insurance/common.yaml")]
    return files.compactMap { id, name in Embedded.text(name).map { (id, $0) } } + [("illness", scenario.illness.text)]
  }
}
