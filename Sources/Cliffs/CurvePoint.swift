import Money
import Settlement

/// What the year comes to at one cost of the varied episode.
public struct CurvePoint: Hashable, Sendable {
  /// What is looked at along a curve.
  public enum Measure: String, CaseIterable, Sendable {
    /// Assistance with tilted assistance.
    case payment
    /// All cost that no layer paid.
    case outOfPocket
  }

  /// The in-policy cost of the varied episode.
  public var cost: Yuan
  /// The whole year.
  public var year: PersonResult
  /// The varied episode.
  public var episode: EpisodeResult

  /// Assistance of the year, with tilted assistance.
  public var payment: Yuan { year.assistance + year.tilted }

  /// A measure of the year.
  public func value(_ measure: Measure) -> Yuan { measure == .payment ? payment : year.outOfPocket }
}
