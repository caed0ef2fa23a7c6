import Input
import Rules

extension IllnessReader {
  /// The listed diseases, in the order of the file.
  func listedDiseases(_ section: Fields, _ groups: Int) -> [SpecialDisease]? {
    guard let node = section.required("diseases") else { return nil }
    let list = Fields(node, section.path("diseases"), section.findings)
    let diseases = list.entries.compactMap { entry -> SpecialDisease? in
      guard let disease = vocabulary.disease(entry.key) else {
        section.findings.add(
          Diagnostic(
            at: entry.place, key: list.path(entry.key), "there is no such disease",
            hint: Spelling.hint(for: entry.key, among: vocabulary.diseases.map(\.id))))
        return nil
      }
      return sheet.parameter(entry.value, list.path(entry.key)) { self.disease($0, disease, groups) }
    }
    // A person has one listed disease at most, so that patients of all of them cannot be more than people.
    for group in 0..<groups {
      for sex in Sex.allCases {
        let sum = diseases.reduce(0) { $1.sex ?? sex == sex ? $0 + $1.per100000[group] : $0 }
        guard sum <= 100_000 else {
          list.fault(node, "\(sum.plain) of 100,000 people of age group \(group + 1) would have a listed disease")
          return nil
        }
      }
    }
    return diseases
  }

  private func disease(_ fields: Fields, _ disease: UInt8, _ groups: Int) -> SpecialDisease? {
    let patients = fields.numbers("per100000", count: groups, in: 0...100_000)
    var sex: Sex?
    if let node = fields.optional("sex") {
      sex = node.text.flatMap(Sex.init(named:))
      if sex == nil { fields.fault(node, "\(node.named) is not a sex", key: "sex", among: Sex.allCases.map(\.id)) }
    }
    let admissions = fields.number("admissions", in: 0...50)
    let cost = fields.number("cost", in: 1...100_000_000)
    let courses = fields.number("courses", in: 0...400, default: 0)
    let courseCost = fields.number("courseCost", in: 1...100_000_000, default: 1)
    var treatment = Treatment.unstated
    if let node = fields.optional("treatment") {
      if let named = node.text.flatMap(Treatment.init(named:)) {
        treatment = named
      } else {
        fields.fault(
          node, "\(node.named) is not a treatment", key: "treatment", among: Treatment.allCases.map(\.id))
      }
    }
    if let courses, courses > 0, !fields.has("courseCost") {
      fields.fault(fields.node, "courses need a cost", key: "courseCost")
    }
    guard let patients, let admissions, let cost, let courses, let courseCost else { return nil }
    return SpecialDisease(
      disease: disease, per100000: patients, sex: sex, admissions: admissions, cost: cost, courses: courses,
      courseCost: courseCost, treatment: treatment)
  }
}
