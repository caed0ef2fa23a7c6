import Input
import Simulation

extension PrecisionGoal {
  /// Adds the goal to an object of JSON.
  ///
  /// - Parameter reached: the half-width that was reached, infinite where too few years tell it; nil where it is not known yet.
  func write(to json: inout JSONText, reached: Double? = nil) {
    json.member("precision") { json in
      json.object { json in
        json.member("statistic", statistic)
        json.member("halfWidth") { $0.raw(String(halfWidth)) }
        if let reached {
          json.member("reached") { $0.raw(reached.isFinite ? Wording.fraction(reached, 6) : "null") }
        }
      }
    }
  }

  /// Reads what `write` wrote; nil where there is none.
  static func read(_ fields: Fields, _ findings: Findings) -> PrecisionGoal? {
    guard let node = fields.optional("precision") else { return nil }
    let goal = Fields(node, "precision", findings)
    guard let statistic = goal.text("statistic"), let width = goal.required("halfWidth") else { return nil }
    guard statistics.contains(statistic), let share = width.text.flatMap(Double.init), limits.contains(share) else {
      fields.fault(node, "this is no goal of --precision", key: "precision")
      return nil
    }
    return PrecisionGoal(halfWidth: share, statistic: statistic)
  }
}
