import Input
import Money
import Rules

/// Reads the sections of a place file, noting every defect before it gives up.
struct PlaceReader {
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

  func read() -> PlaceModel? {
    root.expectFormat("medaid-place/1")
    let id = identifier("id", root.required("id"))
    let jurisdiction = root.optional("jurisdiction").map { identifier("jurisdiction", $0) } ?? id
    let name = section("name")
    let (english, chinese) = (name?.text("en"), name?.text("zh"))
    name?.refuseUnknown()
    let population = count(root, "population")
    let urban = sheet.number(root, "urban", in: 0...1e10)
    let (pyramid, sizes, incomes) = (pyramid(population), sizes(), incomes())
    let allowance = sheet.parameter(root, "allowanceStandard") { $0.yuan("value", upTo: 100_000) }
    let line = sheet.parameter(root, "povertyLine") { $0.yuan("value", upTo: 1_000_000) }
    let price = sheet.number(root, "priceLevel", in: 0.05...20)
    let levels = root.has("hospitalLevels") ? sheet.shares(root, "hospitalLevels", count: 3) : nil
    let (insurance, identities) = (insurance(), section("identities"))
    let households = identities.map { shares($0, "household", household: true, of: population) }
    let persons = identities.map { shares($0, "person", household: false, of: population) }
    identities?.refuseUnknown()
    let (changes, recognition, takeUp) = (changes(), recognition(), takeUp())
    let (areas, account) = (areas(of: population), account())
    if let population, let urban, urban > population, let node = root.node["urban"] {
      root.fault(node, "more people live in towns than there are people", key: "urban")
    }
    guard let id, let jurisdiction, let english, let chinese, let population, let urban, let pyramid, let sizes,
      let incomes,
      let allowance, let line, let price, let insurance, let households, let persons, let changes, let recognition,
      let takeUp
    else { return nil }
    return PlaceModel(
      file: file, text: "", id: id, jurisdiction: jurisdiction, english: english, chinese: chinese,
      population: Int(population),
      urbanShare: min(1, urban / population), pyramid: pyramid, householdSizes: sizes, incomes: incomes,
      allowanceStandard: allowance, povertyLine: line, priceLevel: price, hospitalLevels: levels,
      insurance: insurance,
      householdIdentities: households, identities: persons, changes: changes, recognition: recognition, takeUp: takeUp,
      sources: sheet.sources, gaps: [],
      areas: areas, account: account)
  }

  private func section(_ key: String) -> Fields? {
    root.required(key).map { Fields($0, root.path(key), root.findings) }
  }

  private func count(_ fields: Fields, _ key: String) -> Double? { sheet.number(fields, key, in: 1...1e10) }

  private func pyramid(_ population: Double?) -> AgePyramid? {
    sheet.parameter(root, "ages") { fields in
      func counts(_ sex: String) -> [Double]? {
        guard let node = fields.required(sex) else { return nil }
        let groups = Fields(node, fields.path(sex), root.findings)
        let counts = AgePyramid.groups.compactMap { groups.number($0, in: 0...1e9) }
        groups.refuseUnknown()
        return counts.count == AgePyramid.groups.count ? counts : nil
      }
      let (female, male) = (counts("female"), counts("male"))
      guard let female, let male else { return nil }
      guard (female + male).reduce(0, +) > 0 else {
        fields.fault(fields.node, "nobody lives here: all counts are 0")
        return nil
      }
      let sum = (female + male).reduce(0, +)
      if let population, abs(sum - population) >= 1 {
        root.findings.add(
          fields.node, fields.path, "the ages add up to \(sum.plain) people, the population is \(population.plain)",
          hint: "one of the two is wrong, or of another year: make them agree")
      }
      return AgePyramid(female: female, male: male)
    }
  }

  private func sizes() -> HouseholdSizes? {
    sheet.parameter(root, "households") { fields in
      let count = fields.number("count", in: 1...1e9)
      let persons = fields.number("persons", in: 1...1e10)
      let one = fields.number("onePerson", in: 0...1e9)
      let largest = fields.integer("largest", in: 3...20) ?? 8
      guard let count, let persons, let one else { return nil }
      guard let sizes = HouseholdSizes(onePerson: one / count, mean: persons / count, largest: largest) else {
        fields.fault(
          fields.node,
          "no household sizes from 1 to \(largest) have \(one.plain) of \(count.plain) households with one "
            + "member and \(persons.plain) members in all")
        return nil
      }
      return sizes
    }
  }

  private func incomes() -> Incomes? {
    guard let section = section("income") else { return nil }
    let perHead = sheet.number(section, "perHead", in: 100...10_000_000)
    let sigma = sheet.number(section, "sigma", in: 0.05...3)
    let ratio = sheet.number(section, "urbanToRural", in: 0.1...20)
    let poor = sheet.number(section, "poorShare", in: 0.001...0.9)
    section.refuseUnknown()
    guard let perHead, let sigma, let ratio, let poor else { return nil }
    return Incomes(perHead: perHead, sigma: sigma, urbanToRural: ratio, poorShare: poor)
  }

  private func insurance() -> InsuranceMix? {
    sheet.parameter(root, "insurance") { fields in
      let shares = InsuranceType.allCases.compactMap { fields.number($0.id, in: 0...1) }
      let times = fields.number("employeeUrbanTimes", in: 0.01...100, default: 1)
      guard shares.count == InsuranceType.allCases.count, let times else { return nil }
      let sum = shares.reduce(0, +)
      guard abs(sum - 1) <= 0.001 else {
        fields.fault(fields.node, "the shares of the four kinds add up to \(sum.plain), not to 1")
        return nil
      }
      return InsuranceMix(shares: shares.map { $0 / sum }, employeeUrbanTimes: times)
    }
  }

  private func changes() -> IdentityChanges? {
    sheet.parameter(root, "changes") { fields in
      let begin = fields.number("begin", in: 0...1)
      let end = fields.number("end", in: 0...1)
      let expense = fields.number("medicalExpense", in: 0...1)
      let days = fields.integer("applicationDays", in: 0...366)
      guard let begin, let end, let expense else { return nil }
      guard begin + end <= 1 else {
        fields.fault(fields.node, "begin and end add up to \((begin + end).plain), which is more than 1")
        return nil
      }
      return IdentityChanges(begin: begin, end: end, medicalExpense: expense, applicationDays: days ?? 0)
    }
  }

  private func recognition() -> RecognitionHabits? {
    sheet.parameter(root, "recognition") { fields in
      let applies = fields.number("applies", in: 0...1)
      let warned = fields.number("appliesWarned", in: 0...1)
      let delay = days(fields, "delayDays")
      guard let applies, let warned, let delay else { return nil }
      guard warned >= applies else {
        fields.fault(
          fields.node, "\(warned.plain) is less than applies: who stands on a warning list applies at least as often",
          key: "appliesWarned")
        return nil
      }
      return RecognitionHabits(applies: applies, appliesWarned: warned, delayDays: delay)
    }
  }
}
