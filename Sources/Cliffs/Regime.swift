import Money
import Rules
import Settlement

/// By which terms a year is settled: what stays the same while cost moves along one straight stretch.
struct Regime: Hashable {
  /// One layer of one episode.
  struct Part: Hashable {
    enum Layer: Hashable { case basic, criticalIllness, other, base, assistance, tilt }
    var episode: Int
    var layer: Layer
    /// What the trace calls it, without its amounts.
    var words: String
    var rate: Rate?
    /// The benefit and class of assistance, -1 elsewhere and for none.
    var benefit: Int8
    var classRank: Int8
    /// Whether anything is above the deductible, or above the threshold of tilt.
    var counts: Bool
    /// Whether the payment is all that a cap leaves.
    var isCapped: Bool
    /// Whether what is counted is all that a cap would leave, which matters where the cap is one of cost.
    var isFull: Bool
  }

  var parts: [Part] = []

  /// Sorts the steps of a settlement into layers.
  init(_ steps: [Step], _ results: [EpisodeResult]) {
    var last: (episode: Int, layer: Part.Layer)?
    for step in steps {
      guard let episode = step.episode else { continue }
      let before = last?.episode == episode ? last?.layer : nil
      let layer = Self.layer(step, after: before)
      let (base, amount) = (step.base ?? .zero, step.amount ?? .zero)
      let counted = base - (step.deductibleUsed ?? .zero)
      let decides = layer == .assistance
      parts.append(
        Part(
          episode: episode, layer: layer, words: step.what.filter { !$0.isNumber && $0 != "," && $0 != "." },
          rate: step.rate, benefit: decides ? results[episode].benefit : -1,
          classRank: decides ? results[episode].classRank : -1, counts: counted > .zero,
          isCapped: step.capLeft.map { amount >= $0 } ?? false, isFull: step.capLeft.map { counted >= $0 } ?? false))
      last = (episode, layer)
    }
  }

  /// Steps of an episode come in this order: insurance, the base (which alone pays nothing and says no amount), what
  /// assistance does, tilt.
  private static func layer(_ step: Step, after last: Part.Layer?) -> Part.Layer {
    switch last {
    case .base: .assistance
    case .assistance, .tilt: .tilt
    default:
      if step.amount == nil {
        .base
      } else if step.what.hasPrefix("basic insurance") {
        .basic
      } else {
        step.what.hasPrefix("critical-illness insurance") ? .criticalIllness : .other
      }
    }
  }
}
