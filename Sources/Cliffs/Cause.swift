import Money
import Rules

/// What begins, ends or changes where a schedule breaks, and where the document says so.
public struct Cause: Hashable, Sendable {
  /// What happens as cost rises.
  public enum Change: Hashable, Sendable {
    /// Another benefit takes the episode, or one where there was none, or none any more.
    case benefit(from: Label?, to: Label?)
    /// An amount that must be passed is passed.
    case gate(Yuan)
    /// Another class decides.
    case people(from: Label?, to: Label?)
    /// What is above the deductible or the threshold begins to count, or counts no more.
    case counts(Bool)
    /// A cap is reached, or left.
    case cap(Bool)
    /// Another rate, or a further band of rates.
    case rate
    /// Tilted assistance begins or ends.
    case tilt(Bool)
  }

  /// Which layer.
  public enum Layer: String, Sendable { case basic, criticalIllness, assistance, tilted, other }

  /// The layer in which it happens.
  public var layer: Layer
  /// What happens.
  public var change: Change
  /// The clause or the assumption that brings it.
  public var source: Source
  /// Which episode of the year, in order of settlement.
  public var episode: Int

  /// The word for a column of values.
  public var id: String {
    switch change {
    case .benefit: "benefit"
    case .gate: "gate"
    case .people: "class"
    case .counts: layer == .tilted ? "threshold" : "deductible"
    case .cap: "cap"
    case .rate: "rate"
    case .tilt: "tilt"
    }
  }
}
