import Input
import Population
import Rules

/// Settles the people of a place under its own rules with some of their values varied. Set 0 is the rules as they are.
public struct VariedRunner: Sendable {
  /// Settles the rules as they are and the points that it was made for.
  public let sets: RuleSetRunner
  private let builder: VariantBuilder
  private let file: RuleFile
  private let base: Variant

  /// More defects than this are not listed: they are of one kind.
  private static let mostDefects = 5

  /// - Parameters:
  ///   - points: the patches of each set from 1 on.
  ///   - figures: those that will be asked for.
  /// - Throws: `Refusal` with what no rule can be, or a figure that cannot be told.
  public init(
    _ scenario: Scenario, _ points: [[Patch]], place: PlaceModel, library: RuleLibrary, figures: [PolicyFigure],
    threads: Int
  ) throws(Refusal) {
    guard let file = library.file(place.jurisdiction) else {
      throw Refusal(Diagnostic(at: VariedRule.place, key: "--vary", "there are no rules of \(place.jurisdiction)"))
    }
    let builder = VariantBuilder(
      scenario: scenario, library: library, common: try CommonInsurance(vocabulary: library.vocabulary))
    (self.file, self.builder) = (file, builder)
    base = try builder.variant(of: file, under: [], before: nil)
    let variants = try Self.variants(points, builder, file, base)
    sets = try RuleSetRunner(
      scenario, [base] + variants, place: place, library: library, figures: figures, threads: threads)
  }

  /// The places of a scenario whose own rules are those of a jurisdiction.
  ///
  /// - Throws: `Refusal` where there is none.
  public static func places(_ scenario: Scenario, _ rule: VariedRule) throws(Refusal) -> [PlaceModel] {
    let places = scenario.placeModels.filter {
      $0.jurisdiction == rule.jurisdiction && scenario.jurisdictions.contains(rule.jurisdiction)
    }
    guard places.isEmpty else { return places }
    throw Refusal(
      Diagnostic(
        at: VariedRule.place, key: rule.name,
        "no place of \(scenario.file) is settled under the rules of \(rule.jurisdiction)",
        hint: "vary those of \(Set(scenario.placeModels.map(\.jurisdiction)).sorted().joined(separator: ", "))"))
  }

  /// The sums of set 0 and some other points on the same people and luck.
  ///
  /// - Throws: `Refusal` with what no rule can be.
  public func simulate(_ points: [[Patch]], _ progress: Progress) async throws -> RuleSetSums {
    let variants = try Self.variants(points, builder, file, base)
    return try await sets.settling([base] + variants).simulate(progress)
  }

  private static func variants(
    _ points: [[Patch]], _ builder: VariantBuilder, _ file: RuleFile, _ base: Variant
  ) throws(Refusal) -> [Variant] {
    var variants: [Variant] = []
    var defects: [Diagnostic] = []
    for patches in points {
      do throws(Refusal) {
        variants.append(try builder.variant(of: file, under: patches, before: base.before))
      } catch {
        for defect in error.diagnostics where !defects.contains(defect) { defects.append(defect) }
      }
    }
    guard defects.isEmpty else { throw Refusal(Array(defects.prefix(mostDefects))) }
    return variants
  }
}
