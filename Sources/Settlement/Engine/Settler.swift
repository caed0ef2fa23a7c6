import Money
import Rules

/// Settles person-years under one plan. `settle`, the simulation and every report use this one code.
///
/// A settler owns the accumulators it reuses, so it serves one thread at a time.
public final class Settler {
  /// The plan it settles under.
  public let plan: Plan
  // Nothing but a call of `settle` ever reaches it, so that nobody else can be using it.
  @exclusivity(unchecked) private var ledger: Ledger

  /// Creates a settler.
  public init(_ plan: Plan) {
    self.plan = plan
    ledger = Ledger(plan)
  }

  /// Settles one person's year without telling its steps.
  ///
  /// - Parameter results: one result an episode, in the same order; what it held before is gone.
  public func settle(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ episodes: Span<Episode>,
    into results: inout [EpisodeResult]
  ) -> PersonResult {
    var trace = NoTrace()
    return settle(person, identities, episodes, into: &results, trace: &trace)
  }

  /// Settles one person's year and tells the steps.
  ///
  /// - Parameters:
  ///   - results: one result an episode, in the same order; what it held before is gone.
  ///   - trace: receives the steps.
  public func settle<T: Trace>(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ episodes: Span<Episode>,
    into results: inout [EpisodeResult], trace: inout T
  ) -> PersonResult {
    if results.count > episodes.count { results.removeLast(results.count - episodes.count) }
    while results.count < episodes.count { results.append(EpisodeResult()) }
    var span = results.mutableSpan
    var total = PersonResult()
    plan.settle(person, identities, episodes, &ledger, into: &span, at: 0, &total, trace: &trace)
    return total
  }

  /// Settles one person's year into places that are there already: for those who settle millions.
  ///
  /// - Parameters:
  ///   - results: takes one result an episode, in the same order, from the place `first` on.
  ///   - total: what the year came to; what it held before is gone.
  package func settle(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ episodes: Span<Episode>,
    into results: inout MutableSpan<EpisodeResult>, at first: Int, _ total: inout PersonResult
  ) {
    plan.settle(person, identities, episodes, &ledger, into: &results, at: first, &total)
  }
}
