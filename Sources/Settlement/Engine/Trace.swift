import Money
import Rules

/// One step of a settlement, for people who want to follow it.
public struct Step: Hashable, Sendable {
  /// Index of the episode; nil for the premium.
  public var episode: Int?
  /// What was done, in words.
  public var what: String
  /// The article it rests on, or the status of what stands in for one: short enough for a column.
  public var clause: String
  /// Where figures from outside the document come from; nil where the article says it all.
  public var source: String?
  /// What the step counts, such as in-policy cost for insurance; nil where nothing is counted, as in a refusal.
  public var base: Yuan?
  /// What of `base` falls below deductibles or the threshold of tilt; nil where the step has none.
  public var deductibleUsed: Yuan?
  /// The rate applied, in basis points; nil where the step has none, or one for each band.
  public var rate: Rate?
  /// Room under the caps before this payment; nil where nothing caps it.
  public var capLeft: Yuan?
  /// What the step pays, zero where it pays nothing or care is refused; nil for the step that only states the base.
  public var amount: Yuan?

  /// Creates a step.
  public init(
    _ episode: Int?, _ what: String, clause: String, base: Yuan? = nil, deductibleUsed: Yuan? = nil, rate: Rate? = nil,
    capLeft: Yuan? = nil, amount: Yuan? = nil, source: String? = nil
  ) {
    self.episode = episode
    self.what = what
    self.clause = clause
    self.base = base
    self.deductibleUsed = deductibleUsed
    self.rate = rate
    self.capLeft = capLeft
    self.amount = amount
    self.source = source
  }

  /// Creates a step that rests on these grounds, each named once.
  init(
    _ episode: Int?, _ what: String, on grounds: [Source], base: Yuan? = nil, deductibleUsed: Yuan? = nil,
    rate: Rate? = nil, capLeft: Yuan? = nil, amount: Yuan? = nil
  ) {
    func once(_ texts: [String]) -> [String] { texts.enumerated().filter { texts.firstIndex(of: $1) == $0 }.map(\.1) }
    let sources = once(grounds.filter { $0.status != .document }.compactMap(\.text))
    self.init(
      episode, what, clause: once(grounds.map(\.short)).joined(separator: ", "), base: base,
      deductibleUsed: deductibleUsed, rate: rate, capLeft: capLeft, amount: amount,
      source: sources.isEmpty ? nil : sources.joined(separator: "; "))
  }
}

/// Receives the steps of a settlement. The simulation passes `NoTrace`, for which the compiler removes every call.
public protocol Trace {
  /// False where steps are not even made.
  static var isOn: Bool { get }
  /// Receives a step.
  mutating func add(_ step: Step)
}

/// Receives nothing and costs nothing.
public struct NoTrace: Trace {
  /// Always false.
  @inlinable public static var isOn: Bool { false }
  /// Creates the absence of a trace.
  @inlinable public init() {}
  /// Drops the step.
  @inlinable public mutating func add(_ step: Step) {}
}

/// Keeps every step.
public struct FullTrace: Trace {
  /// Always true.
  public static var isOn: Bool { true }
  /// The steps in order.
  public private(set) var steps: [Step] = []
  /// Creates an empty trace.
  public init() {}
  /// Appends the step, after those of earlier episodes.
  public mutating func add(_ step: Step) { steps.append(step) }
}
