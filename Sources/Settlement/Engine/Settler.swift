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
    ledger = Ledger(slots: plan.slotCount)
  }

  /// Settles one person's year without telling its steps.
  ///
  /// Not generic, so that it is compiled for this once and not run through tables of witnesses.
  public func settle(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ episodes: Span<Episode>,
    into results: inout [EpisodeResult]
  ) -> PersonResult {
    var trace = NoTrace()
    return plan.settle(person, identities, episodes, &ledger, into: &results, trace: &trace)
  }

  /// Settles one person's year.
  ///
  /// - Parameters:
  ///   - episodes: of the plan's year, in order of date.
  ///   - results: one result an episode, in the same order; emptied first.
  ///   - trace: receives the steps.
  public func settle<T: Trace>(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ episodes: Span<Episode>,
    into results: inout [EpisodeResult], trace: inout T
  ) -> PersonResult {
    plan.settle(person, identities, episodes, &ledger, into: &results, trace: &trace)
  }
}
