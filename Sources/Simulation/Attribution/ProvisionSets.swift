import Input
import Population
import Rules

/// The rules of a place under every set of a package's provisions.
///
/// Sets are numbered by bits: provision 0 is in the sets with an odd number, and set 0 is the rules as they are.
struct ProvisionSets {
  /// The provisions that change the place's own rules in the year, in the package's order.
  let provisions: [Provision]
  private let builder: VariantBuilder
  private let file: RuleFile

  /// More provisions than this are more sets than anybody wants to wait for: they double with each.
  static let most = 10

  /// - Throws: `Refusal` where the place has no rules of its own, none or too many of the provisions change them, or one of
  ///   them acts only after the scenario's year.
  init(_ scenario: Scenario, _ reform: Scenario.Reform, _ place: PlaceModel, _ library: RuleLibrary) throws(Refusal) {
    let id = place.jurisdiction
    func refusal(_ reason: String, _ hint: String) -> Refusal {
      let named = reform.namedAt ?? .init(place: Place(file: scenario.file, line: 1), key: "reforms")
      return Refusal(Diagnostic(at: named.place, key: named.key, reason, hint: hint))
    }
    guard let file = library.file(id) else {
      throw refusal("there are no rules of \(id)", "add the rule file to the folder of --rules")
    }
    let acting = reform.provisions.filter { $0.patches[id] != nil }
    if let late = acting.first(where: { !$0.acts(in: scenario.year) }), let from = late.from {
      throw refusal(
        "the provision \(late.name) acts from \(from), and the scenario's year is \(scenario.year)",
        "ask for a scenario of \(from), or leave that reform out")
    }
    guard acting.count <= Self.most else {
      throw refusal(
        "\(acting.count) provisions change the rules of \(id), and at most \(Self.most) can be told apart: "
          + acting.map(\.name).joined(separator: ", "),
        "write those as one provision that belong together")
    }
    guard !acting.isEmpty else {
      throw refusal("no provision changes the rules of \(id)", "name a place whose rules it changes")
    }
    provisions = acting
    self.file = file
    builder = VariantBuilder(
      scenario: scenario, library: library, common: try CommonInsurance(vocabulary: library.vocabulary))
  }

  /// How many sets there are.
  var count: Int { 1 << provisions.count }

  /// The rules of every set, in the order of their numbers.
  ///
  /// - Throws: `Refusal` that names the provisions that cannot stand without others.
  func variants() throws(Refusal) -> [Variant] {
    var variants: [Variant] = []
    var defects: [(missing: [String], defects: [Diagnostic])] = []
    for set in 0..<count {
      do throws(Refusal) {
        variants.append(try builder.variant(of: file, under: patches(set), before: variants.first?.before))
      } catch {
        let missing = provisions.indices.filter { set >> $0 & 1 == 0 }.map { provisions[$0].name }
        defects.append((missing, error.diagnostics))
      }
    }
    // Those of the largest sets say it shortest: which one is missing.
    guard let fewest = defects.map(\.missing.count).min() else { return variants }
    throw Refusal(
      defects.filter { $0.missing.count == fewest }.flatMap { missing, defects in
        defects.map { defect in
          Diagnostic(
            at: defect.place, key: defect.key, Self.reason(defect.reason, without: missing),
            hint: missing.isEmpty ? defect.hint : "write as one provision what cannot stand alone")
        }
      })
  }

  private static func reason(_ reason: String, without missing: [String]) -> String {
    missing.isEmpty ? reason : "without \(missing.joined(separator: ", ")): \(reason)"
  }

  private func patches(_ set: Int) -> [Patch] {
    provisions.indices.filter { set >> $0 & 1 == 1 }.flatMap { provisions[$0].patches[file.id] ?? [] }
  }
}
