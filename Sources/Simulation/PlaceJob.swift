import Input
import Money
import Population
import Rules
import Settlement

/// What one place needs to be simulated; shared by all workers.
struct PlaceJob: Sendable {
  var place: PlaceModel
  var illness: IllnessModel
  var year: Int
  var seed: UInt64
  var vocabulary: Vocabulary
  var households: UInt64
  /// Replicates of each variant; a variant is settled in the first so many.
  var variants: [(variant: Variant, replicates: Int)]
  /// The first replicate whose luck is drawn, counted from 0.
  var firstReplicate = 0
  /// The place's own rules and these with each ambiguous clause read otherwise; settled apart from `variants`.
  var readings: [(variant: Variant, replicates: Int)] = []
  /// Households whose sums are one observation where errors are worked out.
  var cluster = UInt64(Allotment.size)
  /// Households that are taken at once: whole allotments, so that none is drawn twice, and whole clusters.
  var unit: UInt64 { max(cluster, UInt64(Allotment.size)) }
  /// Income per head (fen) below which the first, second, third and fourth fifth end: those of the place and not of the people
  /// drawn, so that figures of fifths are of the same people's share in every run.
  var fifths: [Int64]
  /// Of households in which nobody holds an identity one in so many is drawn; 1 for all.
  var othersEvery: UInt64 = 1
  /// How much is kept of what people use, get and pay.
  var detail = Detail.everything
  /// The rule that checks the run; nil for none.
  var control: ControlRules?
  /// When the fund pays what it owes.
  var cash = CashTerms()
  /// What reforms do to prices, and how people answer.
  var responses: [(price: PriceChange, use: UseResponse)] = []
  /// How long an identity from recognition lasts.
  var monthsRecognised = HouseholdSettler.monthsAssumed

  /// Whose year before any of the variants could look at.
  var yearsBefore: YearsBefore {
    let plans = variants.map(\.variant.plan).filter { $0.recognitionLine > .zero && $0.book.recognition != nil }
    if plans.isEmpty { return .ofNobody }
    return plans.contains { $0.warningLine.fen < .max } ? .ofWarned : .ofApplicants
  }

  /// Identities whose holders no variant recognises, as bits.
  var neverRecognised: UInt64 {
    variants.reduce(.max) { set, entry in
      RecognitionBound(entry.variant.plan, before: entry.variant.before).map { set & $0.excluding } ?? set
    }
  }

  /// Whether persons are counted by what they pay under a variant.
  func countsPersons(of variant: Variant) -> Bool { detail == .everything && variant.isBaselineOrReform }

  /// What is kept of incomes for a variant: nothing where no reform is compared.
  func incomes(for variant: Variant) -> IncomeTally {
    let isCompared = countsPersons(of: variant) && variants.contains { $0.variant.reformName != nil }
    return IncomeTally(cluster: isCompared ? cluster : nil)
  }

  /// The strata that are drawn.
  var selections: [Selection] { othersEvery == 1 ? [.all] : [.holders, .others(every: othersEvery)] }

  /// Whether two variants settle the same people under the same rules and are compared with nothing: the place's own
  /// rules, as they are and in the comparison.
  func isSame(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (variants[one], variants[other])
    return a.replicates == b.replicates && a.variant.plan === b.variant.plan && a.variant.before === b.variant.before
      && a.variant.drawing == b.variant.drawing && a.variant.reference == nil
      && b.variant.reference == nil
  }

  /// Sums of nobody, of each stratum and variant.
  func emptyTallies() -> [Tally] { selections.flatMap { StratumWorker(self, $0).tallies } }

  /// The sums of each variant, from those of all strata as workers list them.
  func samples(_ tallies: [Tally]) -> [SampleTally] {
    variants.indices.map { variant in
      SampleTally(stride(from: variant, to: tallies.count, by: variants.count).map { tallies[$0] })
    }
  }
}

extension PlaceModel {
  /// Income per head in fen below which fifths of the residents end.
  var fifths: [Int64] { incomes.fifths(urbanShare: urbanShare).map { Int64(($0 * 100).rounded()) } }
}
