import Money
import Rules

/// Settles person-years under one plan. `settle`, the simulation and every report use this one code.
///
/// A settler owns the accumulators it reuses, so it serves one thread at a time.
public final class Settler {
  /// The plan it settles under.
  public let plan: Plan
  private var ledger: Ledger

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
    results = Array(repeating: EpisodeResult(), count: episodes.count)
    var span = results.mutableSpan
    return plan.settle(person, identities, episodes, &ledger, into: &span, at: 0, trace: &trace)
  }
}
