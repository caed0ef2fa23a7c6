import Input
import Population
import Rules
import Settlement

/// The whole job of one worker on one place: draw, insure, settle under several rule sets, tally. For measuring it
/// without a scenario, threads or reports.
package struct SampleRun: ~Copyable {
  private var worker: Worker

  /// Prepares the job.
  ///
  /// - Parameter jurisdictions: the rule sets; the first is the one that the others are compared with.
  package init(
    place: PlaceModel, illness: IllnessModel, year: Int, seed: UInt64, library: RuleLibrary, jurisdictions: [String],
    replicates: Int
  ) throws(Refusal) {
    var variants: [(variant: Variant, replicates: Int)] = []
    for id in jurisdictions {
      guard let book = library.file(id)?.book else { continue }
      let variant = Variant(
        role: .own, jurisdiction: id, plan: Plan(book, year: year), before: Plan(book, year: year - 1),
        reference: variants.isEmpty ? nil : 0, usesCommonPrices: false)
      variants.append((variant, replicates))
    }
    worker = try Worker.make(
      PlaceJob(
        place: place, illness: illness, year: year, seed: seed, vocabulary: library.vocabulary, households: 0,
        variants: variants, fifths: [1_000_000, 1_800_000, 2_800_000, 4_500_000]))
  }

  /// Does it for the first so many households, and adds them to what was done before.
  ///
  /// - Returns: assistance, tilt and premium subsidy of everybody so far under all rule sets, fen.
  package mutating func run(households: UInt64) -> Int64 {
    worker.run(0..<households)
    let measures = [BurdenMeasure.assistance, .tilted, .premiumSubsidy]
    return worker.tallies.reduce(0) { sum, tally in
      sum + measures.reduce(0) { $0 + tally.sum($1) }
    }
  }
}
