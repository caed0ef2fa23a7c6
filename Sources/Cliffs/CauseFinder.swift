import Money
import Rules

/// Names what differs between the terms on both sides of a break.
struct CauseFinder {
  let book: RuleBook
  let year: Int

  /// - Parameter cost: the last cost on the left side, which a gate would name.
  func causes(_ before: Regime, _ after: Regime, at cost: Yuan) -> [Cause] {
    var found: [Cause] = []
    let keys = (before.parts + after.parts).map { Key(episode: $0.episode, layer: $0.layer) }
    for key in keys.enumerated().filter({ keys.firstIndex(of: $1) == $0 }).map(\.element) {
      let left = before.parts.filter { key.matches($0) }, right = after.parts.filter { key.matches($0) }
      guard left != right else { continue }
      found += changes(left.first, right.first, key, cost)
    }
    // Assistance first: it is what the schedule is of.
    return found.enumerated().sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }.map(\.element)
  }

  private struct Key: Hashable {
    var episode: Int
    var layer: Regime.Part.Layer
    func matches(_ part: Regime.Part) -> Bool { part.episode == episode && part.layer == layer }
  }

  private func order(_ cause: Cause) -> Int {
    switch cause.layer {
    case .assistance: 0
    case .tilted: 1
    default: 2
    }
  }

  private func changes(_ left: Regime.Part?, _ right: Regime.Part?, _ key: Key, _ cost: Yuan) -> [Cause] {
    switch key.layer {
    case .assistance: assistance(left, right, key.episode, cost)
    case .tilt: tilt(left, right, key.episode)
    case .base: []
    case .basic, .criticalIllness, .other: insurance(left, right, key)
    }
  }

  private func assistance(
    _ left: Regime.Part?, _ right: Regime.Part?, _ episode: Int, _ cost: Yuan
  ) -> [Cause] {
    func cause(_ change: Cause.Change, _ source: Source) -> Cause {
      Cause(layer: .assistance, change: change, source: source, episode: episode)
    }
    let (from, to) = (benefit(left), benefit(right))
    guard from == to, let to, let left, let right else {
      var found: [Cause] = []
      if let gate = to?.gate, amount(gate.over) == cost { found.append(cause(.gate(cost), source(gate.over, to))) }
      let source = (to ?? from)?.source ?? book.base.source
      return found + [cause(.benefit(from: from?.name, to: to?.name), source)]
    }
    if left.classRank != right.classRank {
      let people = people(right) ?? people(left)
      return [cause(.people(from: self.people(left)?.name, to: people?.name), people?.source ?? to.source)]
    }
    let limits = [to.limits] + to.pools.compactMap { id in book.pools.first { $0.id == id }?.limits }
    let key = people(right)?.id ?? ""
    var found: [Cause] = []
    if left.counts != right.counts {
      found.append(cause(.counts(right.counts), ground(limits.compactMap { $0.deductible[key] }, zero: true, to)))
    }
    let isCapped = limits.contains { $0.capOn == .base } ? \Regime.Part.isFull : \.isCapped
    if left[keyPath: isCapped] != right[keyPath: isCapped] {
      found.append(cause(.cap(right[keyPath: isCapped]), ground(limits.compactMap { $0.cap[key] }, zero: false, to)))
    }
    if found.isEmpty { found.append(cause(.rate, to.source)) }
    return found
  }

  private func tilt(_ left: Regime.Part?, _ right: Regime.Part?, _ episode: Int) -> [Cause] {
    guard let tilt = book.tilt else { return [] }
    func cause(_ change: Cause.Change, _ source: Source) -> Cause {
      Cause(layer: .tilted, change: change, source: source, episode: episode)
    }
    // Tilt without a number pays nothing, wherever it begins.
    guard left?.rate ?? .zero != .zero || right?.rate ?? .zero != .zero else { return [] }
    guard let left, let right else { return [cause(.tilt(right != nil), tilt.source)] }
    if left.isCapped != right.isCapped { return [cause(.cap(right.isCapped), tilt.source)] }
    return [cause(.rate, tilt.source)]
  }

  private func insurance(_ left: Regime.Part?, _ right: Regime.Part?, _ key: Key) -> [Cause] {
    let layer: Cause.Layer =
      key.layer == .basic ? .basic : key.layer == .criticalIllness ? .criticalIllness : .other
    func cause(_ change: Cause.Change) -> Cause {
      Cause(layer: layer, change: change, source: book.insurance.source, episode: key.episode)
    }
    guard let left, let right else { return [cause(.rate)] }
    if left.counts != right.counts { return [cause(.counts(right.counts))] }
    if left.isCapped != right.isCapped { return [cause(.cap(right.isCapped))] }
    return [cause(.rate)]
  }

  private func benefit(_ part: Regime.Part?) -> Benefit? {
    guard let part, part.benefit >= 0 else { return nil }
    return book.benefits[Int(part.benefit)]
  }

  private func people(_ part: Regime.Part?) -> RuleBook.PeopleClass? {
    guard let part, part.classRank >= 0 else { return nil }
    return book.classes[Int(part.classRank)]
  }

  private func amount(_ quantity: Quantity) -> Yuan? {
    switch quantity.amount(in: year).amount {
    case .number(let fen): Yuan(fen: fen)
    default: nil
    }
  }

  /// The source of the first limit that says something, or of the benefit.
  private func ground(_ limits: [Quantity], zero: Bool, _ benefit: Benefit) -> Source {
    let stated = limits.first { limit in
      switch limit.amount(in: year).amount {
      case .unlimited: false
      case .number(let fen): !zero || fen > 0
      default: true
      }
    }
    return stated.map { source($0, benefit) } ?? benefit.source
  }

  private func source(_ quantity: Quantity, _ benefit: Benefit?) -> Source {
    quantity.source.short.isEmpty ? benefit?.source ?? quantity.source : quantity.source
  }
}
