import Input

extension PlaceReader {
  /// The parts of a place; empty where the file has none.
  ///
  /// Notes a defect where they do not add up to the place, or only some of them state ages.
  func areas(of population: Double?) -> [Area] {
    guard root.optional("areas") != nil else { return [] }
    return sheet.parameter(root, "areas") { fields in
      guard let node = fields.required("parts") else { return nil }
      let parts = Fields(node, fields.path("parts"), root.findings)
      let areas = parts.entries.compactMap { area($0, parts) }
      if areas.count == parts.entries.count, let population {
        let sum = areas.reduce(0) { $0 + $1.population }
        if Double(sum) != population {
          root.findings.add(
            node, parts.path, "the areas have \(sum) residents together, the place has \(population.plain)",
            hint: "name every area, or give the rest one of its own")
        }
      }
      if let first = areas.first(where: { $0.ages == nil }), areas.contains(where: { $0.ages != nil }) {
        root.findings.add(
          node, parts.path, "\(first.id) has no ages, though other areas have",
          hint: "state ages of all areas or of none")
      }
      return areas
    } ?? []
  }

  private func area(_ entry: Node.Entry, _ parts: Fields) -> Area? {
    let fields = Fields(entry.value, parts.path(entry.key), root.findings)
    defer { fields.refuseUnknown() }
    if !PlaceModel.isIdentifier(entry.key) {
      root.findings.add(
        Diagnostic(at: entry.place, key: fields.path, "an area's key is made of letters (a to z), digits, - and _"))
    }
    let name = fields.required("name").map { Fields($0, fields.path("name"), root.findings) }
    let (english, chinese) = (name?.text("en"), name?.text("zh"))
    name?.refuseUnknown()
    let population = fields.required("population").flatMap {
      fields.integer($0, "population", in: 1...10_000_000_000)
    }
    let shares = fields.optional("ages").map { ages($0, fields, of: population) }
    guard let english, let chinese, let population else { return nil }
    return Area(id: entry.key, english: english, chinese: chinese, population: population, ages: shares ?? nil)
  }

  /// Shares by year of age from the counts of the census's groups, both sexes together.
  private func ages(_ node: Node, _ area: Fields, of population: Int?) -> [Double]? {
    let groups = Fields(node, area.path("ages"), root.findings)
    defer { groups.refuseUnknown() }
    let counts = AgePyramid.groups.compactMap { groups.number($0, in: 0...1e10) }
    guard counts.count == AgePyramid.groups.count, let population else { return nil }
    let sum = counts.reduce(0, +)
    guard sum > 0, abs(sum - Double(population)) < 1 else {
      root.findings.add(
        node, groups.path, "the ages add up to \(sum.plain) people, the area has \(population)",
        hint: "one of the two is wrong, or of another year: make them agree")
      return nil
    }
    let pyramid = AgePyramid(female: counts, male: counts.map { _ in 0 })
    return (0...AgePyramid.oldest).map { pyramid.shares[2 * $0] }
  }
}
