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
    let reference = section(root, "reference")
    let groups = reference.flatMap(ageGroups)
    let female = reference.flatMap { sheet.number($0, "female", in: 0...1) }
    let poor = reference.flatMap { sheet.number($0, "poor", in: 0...1) }
    reference?.refuseUnknown()
    // Taken from the list itself, so that a defect in the groups does not make every list by age look wrong.
    let count = root.node["reference"]?["ages"]?["from"]?.items?.count
    let (admissions, hospitals, split) = (admissionUse(count), hospitalMix(), costSplit())
    let chronic = visits("chronic", count) { section in sheet.number(section, "classTwo", in: 0...1) }
    let outpatient = visits("outpatient", count) { _ in 0 }
    let special = section(root, "special")
    let levels = special.flatMap { sheet.shares($0, "levels", count: 3) }
    let courses = special.flatMap { sheet.integer($0, "settledAtMost", in: 1...366) }
    let patients = special.flatMap { sheet.number($0, "maintenanceOfPatients", in: 0...1) }
    let disabled = special.flatMap { sheet.number($0, "maintenanceOfDisabled", in: 0...1) }
    if count == nil { _ = special?.optional("diseases") }
    let diseases = special.flatMap { section in count.flatMap { listedDiseases(section, $0) } }
    special?.refuseUnknown()
    guard let name, let groups, let female, let poor, let admissions, var hospitals, let split, let chronic,
      let outpatient, let levels, let courses, let patients, let disabled, let diseases
    else { return nil }
    hospitals.specialLevels = levels
    return IllnessModel(
      file: file, name: name, groups: groups, referenceFemale: female, referencePoor: poor, admissions: admissions,
      hospitals: hospitals, split: split, chronic: chronic.0, chronicClass2: chronic.1, outpatient: outpatient.0,
      coursesSettledAtMost: courses, maintenanceOfPatients: patients, maintenanceOfDisabled: disabled,
      diseases: diseases,
      sources: sheet.sources)
  }

  func section(_ parent: Fields, _ key: String) -> Fields? {
    parent.required(key).map { Fields($0, parent.path(key), root.findings) }
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
      return shares.map { AgeGroups(from: from, reference: $0) }
    }
  }

  /// The keys that admissions and visits have in common.
  private func readUse(_ section: Fields, _ count: Int?) -> Use? {
    let perPerson = sheet.number(section, "perPerson", in: 0...100)
    if count == nil { _ = section.optional("relative") }
    let relative = count.flatMap { sheet.numbers(section, "relative", count: $0, in: 0...1000) }
    let poor = sheet.number(section, "poorTimes", in: 0.01...100)
    let size = sheet.number(section, "size", in: 0.01...1000)
    let cost = sheet.number(section, "cost", in: 0.01...10_000_000)
    if let relative, !relative.contains(where: { $0 > 0 }) {
      section.fault(section.node, "no age group has a rate above 0", key: "relative")
      return nil
    }
    guard let perPerson, let relative, let poor, let size, let cost else { return nil }
    return Use(perPerson: perPerson, relative: relative, poorTimes: poor, size: size, cost: cost)
  }

  private func admissionUse(_ count: Int?) -> Use? {
    guard let section = section(root, "admissions") else { return nil }
    defer { section.refuseUnknown() }
    return readUse(section, count)
  }

  private func visits(_ key: String, _ count: Int?, more: (Fields) -> Double?) -> (VisitHabits, Double)? {
    guard let section = section(root, key) else { return nil }
    defer { section.refuseUnknown() }
    let use = readUse(section, count)
    let shape = sheet.number(section, "shape", in: 0.05...1000)
    let levels = sheet.shares(section, "levels", count: 3)
    let most = sheet.integer(section, "settledAtMost", in: 1...366)
    guard let other = more(section), let use, let shape, let levels, let most else { return nil }
    return (VisitHabits(use: use, shape: shape, levels: levels, settledAtMost: most), other)
  }

  private func hospitalMix() -> HospitalMix? {
    guard let section = section(root, "hospitals") else { return nil }
    defer { section.refuseUnknown() }
    let levels = sheet.shares(section, "levels", count: 3)
    let cost = sheet.numbers(section, "levelCost", count: 3, in: 0.001...1000)
    let sigma = sheet.number(section, "sigma", in: 0...4)
    let location = sheet.parameter(section, "location") { fields in
      all(["level1", "level2", "level3"]) { fields.shares($0, count: CareLocation.allCases.count) }
    }
    let referral = sheet.parameter(section, "referral") { fields in
      all(CareLocation.allCases.map(\.id)) { fields.shares($0, count: Referral.allCases.count) }
    }
    let designated = sheet.number(section, "designated", in: 0...1)
    let emergency = sheet.number(section, "emergency", in: 0...1)
    guard let levels, let cost, let sigma, let location, let referral, let designated, let emergency else { return nil }
    return HospitalMix(
      levels: levels, specialLevels: levels, levelCost: cost, sigma: sigma, location: location, referral: referral,
      designated: designated, emergency: emergency)
  }

  private func all(_ keys: [String], _ read: (String) -> [Double]?) -> [[Double]]? {
    let lists = keys.compactMap(read)
    return lists.count == keys.count ? lists : nil
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
