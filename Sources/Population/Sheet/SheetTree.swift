import Input
import Rules

/// Builds the tree of a place file from the filled cells of a sheet.
struct SheetTree {
  let filled: [String: PlaceSheetReader.Cell]
  let lines: [String: Int]
  let file: String
  let findings: Findings
  private(set) var root = Node(.mapping([]), at: Place(file: "", line: 1))

  init(filled: [String: PlaceSheetReader.Cell], lines: [String: Int], file: String, findings: Findings) {
    self.filled = filled
    self.lines = lines
    self.file = file
    self.findings = findings
    root = Node(.mapping([]), at: Place(file: file, line: 1))
  }

  mutating func build() {
    root.put(.plain("medaid-place/1", at: root.place), "format")
    put(["id"], text("id") ?? .plain(PlaceFile.name(of: file), at: root.place))
    if let jurisdiction = text("jurisdiction") { put(["jurisdiction"], jurisdiction) }
    for key in ["en", "zh"] { if let name = text("name.\(key)") { put(["name", key], name) } }
    for key in ["population", "urban", "allowanceStandard", "income.perHead"] {
      if let cell = filled[key] { parameter(path(key), [("value", number(cell))]) }
    }
    ages()
    nested("households", ["count", "persons", "onePerson"])
    insurance()
    for key in lines.keys.sorted(by: { lines[$0] ?? 0 < lines[$1] ?? 0 }) where key.hasPrefix("identities.") {
      if let cell = filled[key] { parameter(path(key), [("count", number(cell))]) }
    }
    account()
  }

  private mutating func ages() {
    let groups = ["female", "male"].map { sex in AgePyramid.groups.map { "ages.\(sex).\($0)" } }
    let keys = groups.flatMap { $0 }
    let empty = keys.filter { filled[$0] == nil }
    guard let first = empty.first else {
      let sexes = zip(["female", "male"], groups).map { sex, keys in
        let counts = zip(AgePyramid.groups, keys).compactMap { group, key in filled[key].map { (group, number($0)) } }
        return (sex, Node.mapping(counts, at: place(keys[0])))
      }
      return parameter(["ages"], sexes)
    }
    guard empty.count < keys.count else { return }
    let others = empty.count == 1 ? "" : ", and so are \(empty.count - 1) other ages"
    note(
      first, "the cell is empty\(others), while the rest are filled in",
      "write 0 where nobody is, or leave all ages empty")
  }

  /// Insured people are counted in a sheet and are shares in a place file.
  private mutating func insurance() {
    func count(_ kind: String) -> Double? { filled["insurance.\(kind)"]?.text.plainNumber }
    let keys = InsuranceType.allCases.map(\.id).map { "insurance.\($0)" }
    guard keys.contains(where: { filled[$0] != nil }), let all = filled["population"]?.text.plainNumber, all > 0
    else { return }
    guard let first = count("residentTier1"), let employees = count("employee") else {
      let key = keys.first { filled[$0] == nil && !$0.hasSuffix("Tier2") } ?? keys[0]
      return note(
        key, "the cell is empty, while other kinds of insurance are filled in",
        "fill in residents and employees, or leave all kinds empty")
    }
    let insured = first + employees + (count("residentTier2") ?? 0)
    let none = count("none") ?? all - insured
    guard none >= 0, abs(insured + none - all) <= 0.001 * all else {
      return note(
        "insurance.residentTier1",
        "the kinds add up to \((insured + max(0, none)).plain) people, the population is \(all.plain)",
        "the insured are counted where they are registered: give residents alone, or leave all kinds empty")
    }
    let counts = [first, count("residentTier2") ?? 0, employees, none]
    let place = place(keys[0])
    parameter(
      ["insurance"],
      zip(InsuranceType.allCases.map(\.id), counts).map { ($0, .plain(($1 / (insured + none)).plain, at: place)) })
  }

  private mutating func account() {
    for item in AssistanceAccount.Item.allCases {
      let key = "account.\(item.rawValue)"
      if let cell = filled[key] { put(path(key), number(cell)) }
    }
    guard var account = root.at(["account"]) else { return }
    finish(&account, year: filled["account.year"]?.text)
    root.put(account, "account")
  }

  private mutating func nested(_ section: String, _ keys: [String]) {
    let cells = keys.compactMap { key in filled["\(section).\(key)"].map { (key, number($0)) } }
    if !cells.isEmpty { parameter([section], cells) }
  }

  private mutating func parameter(_ path: [String], _ entries: [(String, Node)]) {
    guard let place = entries.first?.1.place else { return }
    var parameter = Node.mapping(entries, at: place)
    finish(&parameter, year: nil)
    put(path, parameter)
  }

  /// Says where a parameter comes from: what the sheet names as its source, or that it names none.
  private func finish(_ parameter: inout Node, year: String?) {
    let place = parameter.place
    guard let source = filled["source"]?.text else {
      parameter.put(.plain("assumption", at: place), "status")
      return parameter.put(.quoted("stated in a fill-in sheet that names no source", at: place), "reason")
    }
    guard let year = year ?? filled["year"]?.text else {
      return note("year", "the cell is empty, though a source is named", "fill in the year that the figures speak of")
    }
    parameter.put(.quoted(source, at: place), "source")
    parameter.put(.quoted(year, at: place), "year")
    let confidence = filled["confidence"]?.text ?? Confidence.medium.rawValue
    if Confidence(rawValue: confidence) == nil {
      note(
        "confidence", "\"\(confidence)\" is not a confidence", Spelling.hint(for: confidence, among: ["H", "M", "L"]))
    }
    parameter.put(.plain(confidence, at: place), "confidence")
    if confidence == Confidence.low.rawValue {
      parameter.put(.plain("assumption", at: place), "status")
      parameter.put(.quoted("the fill-in sheet calls its figures guesses", at: place), "reason")
    }
  }

  private mutating func put(_ path: [String], _ node: Node) { root = root.putting(node, at: path) }
  private func path(_ key: String) -> [String] { key.split(separator: ".").map(String.init) }
  private func number(_ cell: PlaceSheetReader.Cell) -> Node { .plain(cell.text, at: cell.place) }
  private func text(_ key: String) -> Node? { filled[key].map { .quoted($0.text, at: $0.place) } }
  private func place(_ key: String) -> Place { Place(file: file, line: lines[key] ?? 1) }

  private func note(_ key: String, _ reason: String, _ hint: String?) {
    findings.add(Diagnostic(at: place(key), key: key, reason, hint: hint))
  }
}

extension String {
  /// The number that the text holds.
  var plainNumber: Double? { Double(self) }
}
