import Input
import Money

/// Reads one number of a rule file in any of its forms.
struct QuantityReader {
  let context: LoadContext
  let unit: Quantity.Unit
  var allowsUnlimited = false

  /// The quantity at a node; a stand-in with a defect noted where it is broken.
  func read(_ node: Node, _ path: String, inherited: Source?) -> Quantity {
    guard node.entries != nil else {
      let entry = Quantity.Entry(from: .min, amount: amount(node, path))
      return finish([entry], source: sourced(inherited, node, path))
    }
    let scope = Scope(node, path, inherited: inherited, context)
    let fields = scope.fields
    var entries: [Quantity.Entry] = []
    for entry in fields.entries where Self.isYear(entry.key) {
      _ = fields.optional(entry.key)
      entries.append(.init(from: Int(entry.key) ?? 0, amount: amount(entry.value, fields.path(entry.key))))
    }
    if let value = fields.optional("value") {
      if !entries.isEmpty {
        context.findings.add(value, path, "value: and years stand side by side", hint: "keep one of them")
      }
      entries = [.init(from: .min, amount: amount(value, fields.path("value")))]
    } else if entries.isEmpty {
      entries = [.init(from: .min, amount: reference(fields))]
    }
    fields.refuseUnknown()
    return finish(entries.sorted { $0.from < $1.from }, source: sourced(scope.source, node, path))
  }

  /// `2023` is a year, and as a key makes a value dated.
  static func isYear(_ key: String) -> Bool {
    key.utf8.count == 4 && key.utf8.allSatisfy { 48...57 ~= $0 } && (key.first == "1" || key.first == "2")
  }

  /// True where a mapping is one quantity rather than a table of them.
  static func isQuantity(_ node: Node) -> Bool {
    guard let entries = node.entries else { return true }
    return entries.contains { ["value", "parameter", "share"].contains($0.key) || isYear($0.key) }
  }

  private func finish(_ entries: [Quantity.Entry], source: Source) -> Quantity {
    guard context.strict, source.status == .proxy else {
      return Quantity(byYear: entries, unit: unit, source: source)
    }
    // What the proxy was would be told of a number that is not used.
    let missing = Source(
      status: .unquantified, cite: source.cite,
      text: "the document gives no number, and strict mode takes none from elsewhere", id: source.id)
    return Quantity(byYear: [.init(from: .min, amount: .unquantified)], unit: unit, source: missing)
  }

  private func sourced(_ source: Source?, _ node: Node, _ path: String) -> Source {
    if let source { return source }
    context.findings.add(
      node, path, "nothing says where this value comes from", hint: "add cite: with the article, or status: and source:"
    )
    return Source(status: .document)
  }

  private func reference(_ fields: Fields) -> Quantity.Amount {
    if let node = fields.optional("parameter") {
      return parameter(node, fields).map { .parameter($0) } ?? .unquantified
    }
    if let node = fields.optional("share") {
      let share = number(node, fields.path("share"), unit: .rate)
      guard let of = fields.required("of"), let name = parameter(of, fields) else { return .unquantified }
      return .share(share ?? 0, of: name)
    }
    context.findings.add(
      fields.node, fields.path, "a value is missing", hint: "write value:, a year, parameter: or share:")
    return .unquantified
  }

  private func parameter(_ node: Node, _ fields: Fields) -> String? {
    guard let name = node.text, context.parameterNames.contains(name) else {
      fields.fault(node, "\(node.named) is not a parameter of this file", among: context.parameterNames)
      return nil
    }
    return name
  }

  private func amount(_ node: Node, _ path: String) -> Quantity.Amount {
    switch node.text {
    case "unquantified": return .unquantified
    case "none":
      if allowsUnlimited { return .unlimited }
      context.findings.add(node, path, "only a cap can be none", hint: "write 0 for nothing")
      return .unquantified
    default: return number(node, path, unit: unit).map { .number($0) } ?? .unquantified
    }
  }

  /// A plain number in the unit's smallest part; a defect is noted and nil returned where it is none.
  func number(_ node: Node, _ path: String, unit: Quantity.Unit) -> Int64? {
    guard var text = node.text else {
      context.findings.add(node, path, "a number is expected here, not \(node.named)")
      return nil
    }
    let saysPercent = unit == .rate && text.hasSuffix("%")
    if saysPercent { text = String(text.dropLast().reversed().drop { $0 == " " }.reversed()) }
    do throws(DecimalFault) {
      let limit: Int64 =
        unit == .rate ? 10_000 : unit == .factor ? 10_000 : unit == .count ? 120_000 : Yuan.largestInput.fen
      let value = try DecimalText.hundredths(text, limit: limit)
      if unit == .rate, !saysPercent, value > 0, value < 100 {
        context.findings.add(
          node, path, "\(text) reads as \(text) percent",
          hint: "rates are in percent: write \(value) for \(value) %, or \"\(text)%\" if that is meant")
        return nil
      }
      if unit == .count {
        guard value % 100 == 0 else { throw DecimalFault.notANumber }
        return value / 100
      }
      return value
    } catch {
      explain(error, node, path, unit)
      return nil
    }
  }

  private func explain(_ fault: DecimalFault, _ node: Node, _ path: String, _ unit: Quantity.Unit) {
    let (what, largest) =
      switch unit {
      case .money: ("an amount of yuan", "\(Yuan.largestInput) yuan")
      case .rate: ("a percentage", "100 %")
      case .factor: ("a factor", "100")
      case .count: ("a whole number", "1200")
      }
    context.findings.add(node, path, fault.reason(node.named, what: what, largest: largest), hint: fault.hint)
  }
}

extension Scope {
  /// A number that must be there.
  func quantity(_ key: String, _ unit: Quantity.Unit, unlimited: Bool = false) -> Quantity {
    guard let node = fields.required(key) else { return .implied(.unquantified, unit) }
    return quantity(node, key, unit, unlimited: unlimited)
  }

  /// A number that may be absent.
  func optionalQuantity(_ key: String, _ unit: Quantity.Unit, unlimited: Bool = false) -> Quantity? {
    fields.optional(key).map { quantity($0, key, unit, unlimited: unlimited) }
  }

  func quantity(_ node: Node, _ key: String, _ unit: Quantity.Unit, unlimited: Bool = false) -> Quantity {
    QuantityReader(context: context, unit: unit, allowsUnlimited: unlimited)
      .read(node, fields.path(key), inherited: source)
  }

  /// Numbers for levels 0 to 3 from `{level1: …, level2: …, level3: …}` or one number for all.
  func levels(_ node: Node, _ key: String, _ unit: Quantity.Unit) -> [Quantity] {
    guard let entries = node.entries, entries.contains(where: { $0.key.hasPrefix("level") }) else {
      return Array(repeating: quantity(node, key, unit), count: 4)
    }
    let scope = Scope(node, fields.path(key), inherited: source, context)
    defer { scope.fields.refuseUnknown() }
    let rated = (1...3).map { scope.quantity("level\($0)", unit) }
    return [scope.optionalQuantity("level0", unit) ?? rated[0]] + rated
  }

  /// A table of numbers: one for all, or one a class or group.
  func table(_ key: String, _ unit: Quantity.Unit, keys: [String], unlimited: Bool = false) -> Table<Quantity>? {
    guard let node = fields.optional(key) else { return nil }
    if QuantityReader.isQuantity(node) { return .same(quantity(node, key, unit, unlimited: unlimited)) }
    let scope = Scope(node, fields.path(key), inherited: source, context)
    defer { scope.fields.refuseUnknown() }
    var values: [String: Quantity] = [:]
    for entry in scope.classEntries(keys) {
      values[entry.key] = scope.quantity(entry.value, entry.key, unit, unlimited: unlimited)
    }
    return .each(values)
  }

  /// The entries of a table that are no source keys; a key that is no class or group is a defect.
  func classEntries(_ keys: [String]) -> [Node.Entry] {
    fields.entries.filter { entry in
      guard !Self.sourceKeys.contains(entry.key) else { return false }
      _ = fields.optional(entry.key)
      if keys.contains(entry.key) { return true }
      context.findings.add(
        Diagnostic(
          at: entry.place, key: fields.path(entry.key), "there is no such class or group",
          hint: Spelling.hint(for: entry.key, among: keys)))
      return false
    }
  }
}
