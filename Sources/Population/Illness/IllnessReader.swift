import Input
import Rules

/// Reads the sections of an illness file, noting every defect before it gives up.
struct IllnessReader {
  let root: Fields
  let file: String
  let vocabulary: Vocabulary
  let sheet: ParameterSheet

  init(_ root: Fields, _ file: String, _ vocabulary: Vocabulary, _ findings: Findings) {
    self.root = root
    self.file = file
    self.vocabulary = vocabulary
    sheet = ParameterSheet(findings)
  }

  func read() -> IllnessModel? {
    root.expectFormat("medaid-illness/1")
    let name = root.text("name")
    let reference = section(root, "reference").flatMap(self.reference)
    // Taken from the list itself, so that a defect in the groups does not make every list by age look wrong.
    let count = root.node["reference"]?["ages"]?["from"]?.items?.count
    let (stays, hospitals, split) = (admissions(count), hospitalMix(), costSplit())
    let chronic = visits("chronic", count) { section in sheet.number(section, "classTwo", in: 0...1) }
    let outpatient = visits("outpatient", count) { _ in 0 }
    let special = section(root, "special")
    let levels = special.flatMap { sheet.shares($0, "levels", count: 3) }
    let courses = special.flatMap { sheet.integer($0, "settledAtMost", in: 1...366) }
    let patients = special.flatMap { sheet.number($0, "maintenanceOfPatients", in: 0...1) }
    let disabled = special.flatMap { sheet.number($0, "maintenanceOfDisabled", in: 0...1) }
    let poorTimes = special.flatMap { sheet.number($0, "poorTimes", in: 0.01...100) }
    let begun = special.flatMap { sheet.number($0, "begun", in: 0...1) }
    if count == nil { _ = special?.optional("diseases") }
    let diseases = special.flatMap { section in count.flatMap { listedDiseases(section, $0) } }
    special?.refuseUnknown()
    guard let name, let reference, let stays, var hospitals, let split, let chronic, let outpatient, let levels,
      let courses, let patients, let disabled, let poorTimes, let begun, let diseases
    else { return nil }
    hospitals.specialLevels = levels
    return IllnessModel(
      file: file, text: "", name: name, reference: reference, admissions: stays.0, timing: stays.1,
      hospitals: hospitals,
      split: split, chronic: chronic.0, chronicClass2: chronic.1, outpatient: outpatient.0,
      coursesSettledAtMost: courses, maintenanceOfPatients: patients, maintenanceOfDisabled: disabled,
      diseasesPoorTimes: poorTimes, diseasesBegun: begun, diseases: diseases,
      sources: sheet.sources)
  }

  func section(_ parent: Fields, _ key: String) -> Fields? {
    parent.required(key).map { Fields($0, parent.path(key), root.findings) }
  }

  private func reference(_ section: Fields) -> Reference? {
    defer { section.refuseUnknown() }
    let groups = ageGroups(section)
    let female = sheet.number(section, "female", in: 0...1)
    var identities: UInt64 = 0
    let poor = sheet.parameter(section, "poor") { fields -> Double? in
      for node in fields.optional("identities")?.items ?? [] {
        guard let name = node.text, let identity = vocabulary.identity(name) else {
          fields.fault(
            node, "\(node.named) is not an identity", key: "identities", among: vocabulary.identities.map(\.id))
          continue
        }
        identities |= 1 << UInt64(identity)
      }
      return fields.number("value", in: 0...1)
    }
    guard let groups, let female, let poor else { return nil }
    return Reference(groups: groups, female: female, poor: poor, poorIdentities: identities)
  }

  private func ageGroups(_ section: Fields) -> AgeGroups? {
    sheet.parameter(section, "ages") { fields in
      guard let node = fields.required("from") else { return nil }
      let from = (node.items ?? [node]).compactMap { fields.integer($0, "from", in: 0...AgePyramid.oldest) }
      let shares = fields.shares("shares", count: from.count)
      guard from.first == 0, zip(from, from.dropFirst()).allSatisfy({ $0 < $1 }) else {
        fields.fault(node, "the age groups begin with 0 and rise", key: "from")
        return nil
      }
      return shares.map { AgeGroups(from: from, shares: $0) }
    }
  }

  /// The keys that admissions and visits have in common.
  private func readUse(_ section: Fields, _ count: Int?) -> Use? {
    let perPerson = sheet.number(section, "perPerson", in: 0...100)
    if count == nil { for key in ["relative", "femaleTimes"] { _ = section.optional(key) } }
    let relative = count.flatMap { sheet.numbers(section, "relative", count: $0, in: 0...1000) }
    let female = count.flatMap { sheet.numbers(section, "femaleTimes", count: $0, in: 0.01...100) }
    let poor = sheet.number(section, "poorTimes", in: 0.01...100)
    let size = sheet.number(section, "size", in: 0.01...1000)
    let cost = sheet.number(section, "cost", in: 0.01...10_000_000)
    if let relative, !relative.contains(where: { $0 > 0 }) {
      section.fault(section.node, "no age group has a rate above 0", key: "relative")
      return nil
    }
    guard let perPerson, let relative, let female, let poor, let size, let cost else { return nil }
    return Use(
      perPerson: perPerson, relative: relative, femaleTimes: female, poorTimes: poor, size: size, cost: cost)
  }

  private func admissions(_ count: Int?) -> (Use, AdmissionTiming)? {
    guard let section = section(root, "admissions") else { return nil }
    defer { section.refuseUnknown() }
    let use = readUse(section, count)
    let months = sheet.numbers(section, "months", count: 12, in: 0.01...100)
    let stay = sheet.integer(section, "stay", in: 1...60)
    let readmission = sheet.number(section, "readmission", in: 0...1)
    guard let use, let months, let stay, let readmission else { return nil }
    return (use, AdmissionTiming(months: months, stay: stay, readmission: readmission))
  }

  private func visits(_ key: String, _ count: Int?, more: (Fields) -> Double?) -> (VisitHabits, Double)? {
    guard let section = section(root, key) else { return nil }
    defer { section.refuseUnknown() }
    let use = readUse(section, count)
    let frailty = sheet.number(section, "frailty", in: 0...1)
    let shape = sheet.number(section, "shape", in: 0.05...1000)
    let levels = sheet.shares(section, "levels", count: 3)
    let most = sheet.integer(section, "settledAtMost", in: 1...366)
    guard let other = more(section), let use, let frailty, let shape, let levels, let most else { return nil }
    return (VisitHabits(use: use, frailty: frailty, shape: shape, levels: levels, settledAtMost: most), other)
  }

  private func costSplit() -> CostSplit? {
    sheet.parameter(root, "split") { fields in
      let parts = ["inPolicy", "upfrontB", "overLimit", "outOfCatalogue"]
      let means = parts.compactMap { fields.number($0, in: 0.0001...1) }
      let concentration = fields.number("concentration", in: 0.5...10_000)
      guard means.count == 4, let concentration else { return nil }
      let sum = means.reduce(0, +)
      guard abs(sum - 1) <= 0.001 else {
        fields.fault(fields.node, "the four parts add up to \(sum.plain), not to 1")
        return nil
      }
      return CostSplit(means: SIMD4(means) / sum, concentration: concentration)
    }
  }
}
