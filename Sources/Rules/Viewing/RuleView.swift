import Input

/// A rule file as rows for people.
///
/// The rows are made from the file's tree rather than from the rule book, so that whatever a file says is shown, and at
/// the path by which a reform would change it.
public struct RuleView {
  /// The rows in the order of the file.
  public private(set) var rows: [RuleRow] = []
  /// The rules that are shown.
  public let book: RuleBook
  let year: Int?
  let quantities: QuantityText
  let words: WordText
  let context: LoadContext
  private let root: Node
  private let language: Language

  /// Looks at a rule file.
  ///
  /// - Parameters:
  ///   - year: the benefit year for which dated values are resolved; nil shows every year's value.
  ///   - language: of names, values and grounds; Chinese values have their units with them.
  public init(_ file: RuleFile, year: Int? = nil, language: Language = .english) {
    book = file.book
    root = file.root
    self.year = year
    self.language = language
    quantities = QuantityText(book: file.book, year: year, language: language)
    words = WordText(book: file.book, language: language)
    // The file was found sound when it was read: nothing can be noted here.
    context = LoadContext(findings: Findings(), vocabulary: file.book.vocabulary)
    context.parameterNames = file.book.parameters.map(\.id)
    for entry in root.entries ?? [] where !Self.hidden.contains(entry.key) {
      walk(entry.value, Crumbs(keys: [entry.key], names: []), source: nil, unit: UnitOfKey.begins(at: entry.key))
      if entry.key == "document", let year {
        let stated = entry.value["benefits"] ?? entry.value
        let whole = Scope(entry.value, "document", inherited: nil, context)
        add(
          Crumbs(keys: ["document", "inYear"], names: []),
          book.document.standing(in: year).name(in: language).text, "",
          Scope(stated, "document.benefits", inherited: whole.source, context).source)
      }
    }
  }

  /// Sections with commands of their own, and what concerns only the program.
  private static let hidden = ["format", "readings", "coverage"]

  /// What says how the file is used rather than what the document grants.
  private static let settings = ["id", "name", "words", "classReport", "strict"]

  /// Where the walk is, and the names met on the way.
  struct Crumbs {
    var keys: [String]
    var names: [String]
    func adding(_ key: String, _ name: String) -> Crumbs { .init(keys: keys + [key], names: names + [name]) }
    var path: String { keys.joined(separator: ".") }
    /// `outpatientCap` as `outpatient cap`; an id such as `BN-6` as it is.
    static func spoken(_ key: String) -> String {
      if key.first?.isUppercase ?? false { return key }
      return key.reduce(into: "") { text, letter in
        text += letter.isUppercase && !text.isEmpty ? " \(letter.lowercased())" : String(letter)
      }
    }
  }

  private mutating func walk(_ node: Node, _ crumbs: Crumbs, source: Source?, unit: Quantity.Unit?) {
    if let text = whole(node, crumbs) {
      let own = node.entries == nil ? source : Scope(node, crumbs.path, inherited: source, context).source
      return add(crumbs, text, "", own)
    }
    if let unit, node.entries == nil || QuantityReader.isQuantity(node) { return quantity(node, crumbs, source, unit) }
    guard let entries = node.entries else { return add(crumbs, words.word(node.text ?? words.none), "", source) }
    let scope = Scope(node, crumbs.path, inherited: source, context)
    if let value = node["value"], node["type"] == nil {
      return add(crumbs, value.items.map(words.list) ?? words.condition(value), "", scope.source)
    }
    let isParameter = crumbs.keys.count == 2 && crumbs.keys[0] == "parameters"
    if isParameter { return parameter(node, crumbs) }
    let children = entries.filter { !Scope.sourceKeys.contains($0.key) && $0.key != "name" }
    if children.isEmpty, crumbs.keys.count == 1, scope.source != nil {
      return add(crumbs, words.none, "", scope.source)
    }
    if children.isEmpty, let name = node["name"].flatMap(words.label) { return add(crumbs, name, "", scope.source) }
    for entry in children {
      let next = UnitOfKey.begins(at: entry.key) ?? (UnitOfKey.ends(at: entry.key) ? nil : unit)
      walk(
        entry.value, crumbs.adding(entry.key, name(entry, crumbs) ?? words.key(entry.key, in: crumbs.keys[0])),
        source: scope.source,
        unit: next)
    }
  }

  /// What stands on one row although it is a list or a mapping.
  private func whole(_ node: Node, _ crumbs: Crumbs) -> String? {
    if let label = words.label(node) { return label }
    if ["when", "requires", "conditions"].contains(crumbs.keys.last) || crumbs.keys.dropLast().last == "conditions" {
      return crumbs.keys.last == "conditions" ? nil : words.condition(node)
    }
    if crumbs.path == "routes", let items = (node["value"] ?? node).items { return words.routes(items) }
    if let items = node.items { return words.list(items) }
    return words.flag(node)
  }

  private mutating func quantity(_ node: Node, _ crumbs: Crumbs, _ source: Source?, _ unit: Quantity.Unit) {
    var node = node
    var when = ""
    if let condition = node["when"] {
      let condition = words.condition(condition)
      when = language.say(en: " when \(condition)", zh: "（条件：\(condition)）").text
      node = Node(.mapping(node.entries?.filter { $0.key != "when" } ?? []), at: node.place)
    }
    let read = QuantityReader(context: context, unit: unit, allowsUnlimited: true).read(
      node, crumbs.path, inherited: source)
    add(
      crumbs, quantities.text(read) + when, self.unit(unit, key: crumbs.keys.last ?? ""), read.source,
      carriedFrom: year.flatMap(read.carried))
  }

  /// The unit beside a value, in which a Chinese one has it already.
  private func unit(_ unit: Quantity.Unit, key: String) -> String {
    language.say(en: UnitOfKey.name(unit, key: key), zh: "").text
  }

  private mutating func parameter(_ node: Node, _ crumbs: Crumbs) {
    guard let parameter = book.parameter(crumbs.keys[1]) else { return }
    let name = Crumbs(keys: crumbs.keys, names: [parameter.name.term(in: language).text])
    switch parameter.value {
    case .quantity(let quantity):
      add(
        name, quantities.text(quantity), unit(quantity.unit, key: ""), quantity.source,
        carriedFrom: year.flatMap(quantity.carried))
    case .day(let day): add(name, day.description, "", parameter.source)
    case .yearly(let offset, let month, let day):
      let resolved = year.flatMap { Day(year: $0 + offset, month: month, day: day) }
      let two = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
      let date = "\(two(month))-\(two(day))", signed = "\(offset > 0 ? "+" : "")\(offset)"
      let words =
        offset == 0
        ? language.say(en: "\(date) of the year", zh: "当年\(date)")
        : offset == -1
          ? language.say(en: "\(date) of the year before", zh: "上年\(date)")
          : language.say(en: "\(date) of the year \(signed)", zh: "当年\(signed)年的\(date)")
      add(name, resolved?.description ?? words.text, "", parameter.source)
    }
  }

  /// The name of what a key stands for: its own, that of the class, or that of the identity.
  private func name(_ entry: Node.Entry, _ crumbs: Crumbs) -> String? {
    if let name = entry.value["name"].flatMap(words.label) {
      let isDormant = crumbs.keys == ["benefits"] && !book.isReached(entry.key)
      return isDormant
        ? language.say(en: "\(name) (inactive: no route leads here)", zh: "\(name)（未启用）").text : name
    }
    if let people = book.classes.first(where: { $0.id == entry.key }) { return people.name.term(in: language).text }
    if book.vocabulary.identity(entry.key) != nil { return words.word(entry.key) }
    return nil
  }

  private mutating func add(
    _ crumbs: Crumbs, _ value: String, _ unit: String, _ source: Source?, carriedFrom: Int? = nil
  ) {
    let what = crumbs.names.isEmpty ? words.key(crumbs.keys.last ?? "", in: crumbs.keys[0]) : names(crumbs)
    let isSetting = Self.settings.contains(crumbs.keys[0])
    let ground =
      source?.summary(in: language) ?? (isSetting ? language.say(en: "this file", zh: "规则文件").text : "")
    rows.append(
      RuleRow(path: crumbs.path, what: what, value: value, unit: unit, ground: ground, carriedFrom: carriedFrom))
  }

  /// The names on the way; Chinese ones begin with that of the section, which English tables have as a heading.
  private func names(_ crumbs: Crumbs) -> String {
    let names = crumbs.names.joined(separator: " › "), section = crumbs.keys[0]
    guard !["benefits", "classes", "parameters"].contains(section) else { return names }
    return language.say(en: names, zh: "\(words.key(section, in: section)) › \(names)").text
  }
}
