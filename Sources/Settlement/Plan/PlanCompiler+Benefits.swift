import Money
import Rules

/// Benefits, shared limits, routes and tilted assistance.
extension PlanCompiler {
  mutating func pool(_ pool: Pool) -> Plan.PoolPlan {
    defer { slots += 1 }
    let none = Quantity.implied(.unlimited, .money), nothing = Quantity.implied(.number(0), .money)
    let deductibles = book.classes.map { number(pool.limits.deductible[$0.id] ?? nothing).value }
    let caps = book.classes.map { number(pool.limits.cap[$0.id] ?? none).value }
    let terms = Part(deductibles.count, at: poolTerms.count)
    poolTerms += zip(deductibles, caps).map { .init(deductible: $0, cap: $1) }
    return .init(
      slot: slots, perStay: pool.limits.per == .stay, capOnBase: pool.limits.capOn == .base, terms: terms)
  }

  mutating func benefit(_ benefit: Benefit) -> Plan.BenefitPlan {
    let slot = slots
    slots += benefit.separateByKind ? 3 : 1
    let numbers = book.classes.map { entry(benefit, $0.id) }
    let ofClasses = Part(numbers.count, at: entryOfClass.count)
    entryOfClass += numbers
    let groups = benefit.groups.map { group -> Plan.Group in
      let classes = group.classes.reduce(UInt32(0)) { set, id in
        set | (book.classes.firstIndex { $0.id == id }.map { 1 << UInt32($0) } ?? 0)
      }
      return .init(classes: classes, when: conditions.compile(group.when), entry: entry(benefit, group.id))
    }
    let ofGroups = Part(groups.count, at: self.groups.count)
    self.groups += groups
    let pools = benefit.pools.compactMap { id in book.pools.firstIndex { $0.id == id } }
    let ofPools = Part(pools.count, at: poolsOfBenefits.count)
    poolsOfBenefits += pools.map(Int32.init)
    return .init(
      when: conditions.compile(benefit.when), gateOver: benefit.gate.map { number($0.over).value } ?? -1,
      gateOnRemainder: benefit.gate?.measure == .remainder, countsAboveGate: benefit.counted == .aboveGate,
      capOnBase: benefit.limits.capOn == .base, perStay: benefit.limits.per == .stay,
      separateByKind: benefit.separateByKind,
      perBenefit: benefit.selection.map { $0 == .perBenefit } ?? (book.classSelection == .perBenefit),
      entries: ofClasses, groups: ofGroups, pools: ofPools, modifiers: modifiers(benefit.modifiers), slot: slot)
  }

  mutating func entry(_ benefit: Benefit, _ key: String) -> Int16 {
    guard let rate = benefit.sameRate ?? benefit.rate[key] else { return -1 }
    let nothing = Quantity.implied(.number(0), .money), none = Quantity.implied(.unlimited, .money)
    var entry = Plan.Entry(
      deductible: number(benefit.limits.deductible[key] ?? nothing), cap: number(benefit.limits.cap[key] ?? none),
      rates: .init(repeating: .init(value: 0)), highestRate: 0)
    switch rate {
    case .flat(let quantity):
      let one = number(quantity)
      entry.rates = .init(repeating: one)
    case .byLevel(let levels):
      for level in 0..<4 { entry.rates[level] = number(levels[level]) }
    case .bands(let list):
      entry.bands = bands(list)
      entry.highestRate = bands[entry.bands.range].map(\.rate.value).max() ?? 0
    }
    if entry.bands.isEmpty {
      for level in 0..<4 { entry.highestRate = max(entry.highestRate, entry.rates[level].value) }
    }
    entries.append(entry)
    return Int16(entries.count - 1)
  }

  mutating func bands(_ list: [RateEntry.Band]) -> Part {
    let made = list.map {
      Plan.Band(upTo: $0.upTo.map { number($0).value } ?? Plan.unlimited, rate: number($0.rate))
    }
    defer { bands += made }
    return Part(made.count, at: bands.count)
  }

  mutating func modifiers(_ list: [Benefit.Modifier]) -> Part {
    let made = list.map { modifier -> Plan.Modifier in
      var minus: Int64 = 0
      var times: Int64 = 10_000
      switch modifier.effect {
      case .minusPoints(let quantity): minus = number(quantity).value
      case .times(let quantity): times = number(quantity).value
      }
      return .init(
        when: conditions.compile(modifier.when), minus: minus, times: times, waivesDeductible: modifier.waivesDeductible
      )
    }
    defer { modifiers += made }
    return Part(made.count, at: modifiers.count)
  }

  mutating func route(_ route: Route) -> Plan.RouteStep {
    let found = route.candidates.compactMap { id in book.benefits.firstIndex { $0.id == id } }
    defer { candidates += found.map(Int32.init) }
    return .init(
      candidates: Part(found.count, at: candidates.count),
      best: route.choice == .best,
      anomaly: route.anomaly.map {
        flag(
          id: $0, kind: .anomaly,
          text: Label(english: "another benefit would have paid more for this stay", chinese: "按另一项目救助金额更高"))
      } ?? -1)
  }

  mutating func tilt(_ tilt: Tilt) -> Plan.TiltPlan {
    defer { slots += 1 }
    let zero = Plan.Number(value: 0)
    tiltConditions = tilt.conditions.map { conditions.compile($0) }
    let ids = book.classes.map(\.id)
    let thresholds = ids.map { tilt.threshold[$0].map { number($0) } ?? zero }
    let rates = ids.map { tilt.rate[$0].map { number($0) } ?? zero }
    let caps = ids.map { tilt.cap[$0].map { number($0) } ?? zero }
    tiltTerms = ids.indices.map {
      .init(hasClaim: tilt.rate[ids[$0]] != nil, threshold: thresholds[$0], rate: rates[$0], cap: caps[$0])
    }
    tiltPools = tilt.pools.compactMap { id in book.pools.firstIndex { $0.id == id } }.map(Int32.init)
    let own = tilt.pools.compactMap { id in book.benefits.firstIndex { $0.id == id } }
    return .init(
      conditions: Part(tiltConditions.count, at: 0), anyEpisodeOfYear: tilt.qualifies == .anyEpisodeOfYear,
      measure: tilt.measure, perStay: tilt.per == .stay, slot: slots,
      benefits: own.reduce(0) { $0 | 1 << UInt64($1) }, pools: Part(tiltPools.count, at: 0),
      perBenefit: tilt.selection == .perBenefit)
  }
}
