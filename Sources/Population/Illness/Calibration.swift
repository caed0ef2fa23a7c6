import Input

/// Rates and costs of ordinary care that, together with the listed diseases, meet the targets of an illness file in its
/// reference population.
public struct Calibration: Hashable, Sendable {
  /// Ordinary admissions per person-year of the reference population.
  public let admissions: Double
  /// Mean cost of an ordinary admission, yuan.
  public let admissionCost: Double
  /// Ordinary chronic visits per person-year.
  public let chronicVisits: Double
  /// Mean cost of one, yuan.
  public let chronicCost: Double

  /// Takes what the listed diseases need from the targets.
  ///
  /// - Throws: `Refusal` where the listed diseases alone pass a target.
  public init(_ model: IllnessModel) throws(Refusal) {
    var (stays, stayCost, courses, courseCost) = (0.0, 0.0, 0.0, 0.0)
    for disease in model.diseases {
      let female = model.reference.female
      let ofSex = disease.sex.map { $0 == .female ? female : 1 - female } ?? 1
      let shares = model.reference.groups.shares
      let patients = zip(shares, disease.per100000).reduce(0) { $0 + $1.0 * $1.1 } / 100_000 * ofSex
      stays += patients * disease.admissions
      stayCost += patients * disease.admissions * disease.cost
      courses += patients * disease.courses
      courseCost += patients * disease.courses * disease.courseCost
    }
    func rest(_ target: Use, _ count: Double, _ cost: Double, _ key: String) throws(Refusal) -> (Double, Double) {
      let (number, amount) = (target.perPerson - count, target.perPerson * target.cost - cost)
      guard number > 0, amount > 0 else {
        throw Refusal(
          Diagnostic(
            at: Place(file: model.file, line: 1), key: key,
            "the listed diseases alone give \(count.plain) a person and year and \(cost.plain) yuan, the targets are "
              + "\(target.perPerson.plain) and \((target.perPerson * target.cost).plain)",
            hint: "raise the targets or lower special.diseases"))
      }
      return (number, amount / number)
    }
    (admissions, admissionCost) = try rest(model.admissions, stays, stayCost, "admissions")
    (chronicVisits, chronicCost) = try rest(model.chronic.use, courses, courseCost, "chronic")
  }
}
