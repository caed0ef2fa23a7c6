import Input

/// Reads benefits, shared pools, routes and tilted assistance.
struct BenefitReader {
  let context: LoadContext
  let classes: [String]

  func benefit(_ entry: Node.Entry) -> Benefit {
    let scope = Scope(entry.value, "benefits.\(entry.key)", inherited: nil, context)
    let fields = scope.fields
    defer { fields.refuseUnknown() }
    let groups = groups(scope)
    let keys = classes + groups.map(\.id)
    let (rates, same) = rates(scope, keys)
    let limits = limits(scope, keys: keys, capRequired: true)
    if same == nil { refuseLost(limits.deductible, "deductible", keys: Set(rates.keys), scope) }
    if same == nil { refuseLost(limits.cap, "cap", keys: Set(rates.keys), scope) }
    return Benefit(
      id: entry.key, name: scope.label("name"), source: scope.requiredSource(), when: condition(scope, "when"),
      gate: gate(scope), counted: scope.word("counts", default: .all), groups: groups,
      limits: limits, rate: rates, sameRate: same,
      separateByKind: separate(fields), pools: fields.list("pools").compactMap(\.text),
      selection: fields.has("selection") ? scope.word("selection", default: .class) : nil,
      modifiers: ModifierReader(context: context).read(scope))
  }

  func pool(_ entry: Node.Entry) -> Pool {
    let scope = Scope(entry.value, "pools.\(entry.key)", inherited: nil, context)
    defer { scope.fields.refuseUnknown() }
    _ = scope.fields.optional("name")
    return Pool(id: entry.key, limits: limits(scope, keys: classes, capRequired: false))
  }

  private func limits(_ scope: Scope, keys: [String], capRequired: Bool) -> Limits {
    if capRequired { _ = scope.fields.required("cap") }
    return Limits(
      deductible: scope.table("deductible", .money, keys: keys) ?? .same(.implied(.number(0), .money)),
      cap: scope.table("cap", .money, keys: keys, unlimited: true) ?? .same(.implied(.unlimited, .money)),
      capOn: scope.word("capOn", default: .payout), per: scope.word("per", default: .year))
  }

  /// A class that another table of a benefit keeps and its rates have lost would silently get nothing.
  private func refuseLost(_ table: Table<Quantity>, _ key: String, keys: Set<String>, _ scope: Scope) {
    guard case .each(let values) = table, let rate = scope.fields.node["rate"] else { return }
    for name in values.keys.sorted() where !keys.contains(name) {
      context.findings.add(
        rate, "\(scope.fields.path).rate", "\(key) names \(name) and rate does not, so \(name) has no claim",
        hint: "name it in rate too, with 0 for nothing, or take it out of \(key)")
    }
  }

  private func condition(_ scope: Scope, _ key: String) -> Condition {
    guard let node = scope.fields.required(key) else { return .always }
    return ConditionReader(context: context).read(node, scope.fields.path(key))
  }

  private func gate(_ scope: Scope) -> Benefit.Gate? {
    guard let gate = scope.optionalScope("gate") else { return nil }
    defer { gate.fields.refuseUnknown() }
    return .init(measure: gate.word("measure", default: .inPolicy), over: gate.quantity("over", .money))
  }

  private func groups(_ scope: Scope) -> [Benefit.Group] {
    guard let groups = scope.optionalScope("groups") else { return [] }
    return groups.fields.entries.map { entry in
      let group = Scope(entry.value, groups.fields.path(entry.key), inherited: scope.source, context)
      defer { group.fields.refuseUnknown() }
      let of = group.fields.list("of").compactMap { node -> String? in
        if let text = node.text, classes.contains(text) { return text }
        group.fields.fault(node, "\(node.named) is not a class", key: "of", among: classes)
        return nil
      }
      if classes.contains(entry.key) {
        context.findings.add(entry.value, groups.fields.path(entry.key), "a group cannot have the name of a class")
      }
      return .init(id: entry.key, classes: of, when: condition(group, "when"))
    }
  }

  private func rates(_ scope: Scope, _ keys: [String]) -> ([String: RateEntry], RateEntry?) {
    guard let node = scope.fields.required("rate") else { return ([:], nil) }
    let isTable = node.entries?.contains { keys.contains($0.key) } ?? false
    let isOne = QuantityReader.isQuantity(node) || node["bands"] != nil || node["level1"] != nil
    if isOne, !isTable { return ([:], rate(scope, node, "rate")) }
    let table = Scope(node, scope.fields.path("rate"), inherited: scope.source, context)
    defer { table.fields.refuseUnknown() }
    var rates: [String: RateEntry] = [:]
    for entry in table.classEntries(keys) { rates[entry.key] = rate(table, entry.value, entry.key) }
    return (rates, nil)
  }

  private func rate(_ scope: Scope, _ node: Node, _ key: String) -> RateEntry {
    if node["bands"] != nil {
      let holder = Scope(node, scope.fields.path(key), inherited: scope.source, context)
      defer { holder.fields.refuseUnknown() }
      return .bands(BandReader(context: context).read(holder))
    }
    guard node["level1"] != nil else { return .flat(scope.quantity(node, key, .rate)) }
    return .byLevel(scope.levels(node, key, .rate))
  }

  private func separate(_ fields: Fields) -> Bool {
    let items = fields.list("separate")
    for node in items where node.text != "kind" {
      fields.fault(node, "\(node.named) is not allowed here", key: "separate", among: ["kind"])
    }
    return !items.isEmpty
  }

  /// - Parameter limits: the benefits and pools whose limits a tilt may use up.
  func tilt(_ scope: Scope, limits: [String]) -> Tilt {
    defer { scope.fields.refuseUnknown() }
    var conditions: [Condition] = []
    if let named = scope.scope("conditions") {
      for entry in named.fields.entries {
        conditions.append(ConditionReader(context: context).read(entry.value, named.fields.path(entry.key)))
      }
    }
    let nothing = Table<Quantity>.each([:])
    let threshold = scope.table("threshold", .money, keys: classes) ?? nothing
    let rate = scope.table("rate", .rate, keys: classes) ?? nothing
    let cap = scope.table("cap", .money, keys: classes, unlimited: true) ?? nothing
    if case .each(let rates) = rate {
      refuseLost(threshold, "threshold", keys: Set(rates.keys), scope)
      refuseLost(cap, "cap", keys: Set(rates.keys), scope)
    }
    _ = scope.fields.required("rate")
    _ = scope.fields.required("cap")
    return Tilt(
      name: scope.label("name"), source: scope.requiredSource(), conditions: conditions,
      qualifies: scope.word("qualifies", default: .eachEpisode), measure: scope.word("measure", default: .remainder),
      per: scope.word("per", default: .year), threshold: threshold, rate: rate, cap: cap,
      pools: scope.fields.list("pools").compactMap { node -> String? in
        if let text = node.text, limits.contains(text) { return text }
        scope.fields.fault(node, "\(node.named) is not a benefit or pool", key: "pools", among: limits)
        return nil
      },
      selection: scope.word("selection", default: .class))
  }

  func routes(_ top: Scope, benefits: [String]) -> [Route] {
    let fields = top.fields
    func known(_ node: Node) -> String? {
      if let text = node.text, benefits.contains(text) { return text }
      fields.fault(node, "\(node.named) is not a benefit of this file", key: "routes", among: benefits)
      return nil
    }
    let list = top.cited("routes")
    return (list?.items ?? list.map { [$0] } ?? []).compactMap { node -> Route? in
      guard node.entries != nil else {
        return known(node).map { Route(candidates: [$0], choice: .first, anomaly: nil) }
      }
      let step = Scope(node, "routes", inherited: nil, context)
      defer { step.fields.refuseUnknown() }
      return Route(
        candidates: step.fields.list("among").compactMap(known), choice: step.word("choose", default: .first),
        anomaly: step.fields.optionalText("anomaly"))
    }
  }
}

/// Reads bands of cost: named slices in rising order, the last of them open.
struct BandReader {
  let context: LoadContext

  func read(_ scope: Scope) -> [RateEntry.Band] {
    guard let bands = scope.scope("bands") else { return [] }
    let list = bands.fields.entries.filter { !Scope.sourceKeys.contains($0.key) }.map { entry in
      let band = Scope(entry.value, bands.fields.path(entry.key), inherited: bands.source, context)
      defer { band.fields.refuseUnknown() }
      return RateEntry.Band(upTo: band.optionalQuantity("upTo", .money), rate: band.quantity("rate", .rate))
    }
    if list.isEmpty { context.findings.add(bands.fields.node, bands.fields.path, "there are no bands") }
    for (index, band) in list.enumerated() where (band.upTo == nil) != (index == list.count - 1) {
      context.findings.add(
        bands.fields.node, bands.fields.path, "every band but the last needs upTo, and the last has none")
    }
    for (low, high) in zip(list, list.dropFirst()) {
      if let a = low.upTo?.fixed, let b = high.upTo?.fixed, b <= a {
        context.findings.add(
          bands.fields.node, bands.fields.path, "the bands contradict each other: upTo must rise from band to band")
      }
    }
    return list
  }
}

/// Reads the changes of a rate in the order in which they act.
struct ModifierReader {
  let context: LoadContext

  func read(_ scope: Scope) -> [Benefit.Modifier] {
    let fields = scope.fields
    guard let named = scope.optionalScope("modifiers") else {
      _ = fields.optional("modifierOrder")
      return []
    }
    var modifiers: [String: Benefit.Modifier] = [:]
    for entry in named.fields.entries { modifiers[entry.key] = modifier(entry, named) }
    let order = fields.list("modifierOrder")
    for node in order where modifiers[node.text ?? ""] == nil {
      fields.fault(node, "\(node.named) is not a modifier", key: "modifierOrder", among: modifiers.keys.sorted())
    }
    let names = order.compactMap(\.text)
    for name in modifiers.keys.sorted() where !names.contains(name) {
      context.findings.add(
        named.fields.node, fields.path("modifierOrder"), "the modifier \(name) is missing in the order")
    }
    return names.compactMap { modifiers[$0] }
  }

  private func modifier(_ entry: Node.Entry, _ named: Scope) -> Benefit.Modifier {
    let scope = Scope(entry.value, named.fields.path(entry.key), inherited: named.source, context)
    defer { scope.fields.refuseUnknown() }
    let when = scope.fields.required("when").map {
      ConditionReader(context: context).read($0, scope.fields.path("when"))
    }
    let points = scope.optionalQuantity("minusPoints", .rate), times = scope.optionalQuantity("times", .rate)
    if (points == nil) == (times == nil) {
      context.findings.add(entry.value, scope.fields.path, "either minusPoints or times is needed")
    }
    return .init(
      id: entry.key,
      name: scope.fields.has("name") ? scope.label("name") : Label(english: entry.key, chinese: entry.key),
      when: when ?? .always,
      effect: points.map { .minusPoints($0) } ?? .times(times ?? .implied(.number(10_000), .rate)),
      waivesDeductible: scope.fields.flag("waiveDeductible", default: false))
  }
}

extension Quantity {
  /// The number of an undated value; nil for every other form.
  var fixed: Int64? {
    if byYear.count == 1, case .number(let value) = byYear[0].amount { return value }
    return nil
  }
}
