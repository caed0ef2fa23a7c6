import Money
import Rules

/// Benefits, shared limits, routes and tilted assistance.
extension PlanCompiler {
  mutating func pool(_ pool: Pool) -> Plan.PoolPlan {
    defer { slots += 1 }
    let none = Quantity.implied(.unlimited, .money), nothing = Quantity.implied(.number(0), .money)
    return .init(
      slot: slots, perStay: pool.limits.per == .stay, capOnBase: pool.limits.capOn == .base,
      deductible: book.classes.map { number(pool.limits.deductible[$0.id] ?? nothing) },
      cap: book.classes.map { number(pool.limits.cap[$0.id] ?? none) })
  }

  mutating func benefit(_ benefit: Benefit, _ plan: inout Plan) -> Plan.BenefitPlan {
    let slot = slots
    slots += benefit.separateByKind ? 3 : 1
    var entries: [Int16] = []
    for people in book.classes { entries.append(entry(benefit, people.id, &plan)) }
    let groups = benefit.groups.map { group -> Plan.Group in
      let classes = group.classes.reduce(UInt32(0)) { set, id in
        set | (book.classes.firstIndex { $0.id == id }.map { 1 << UInt32($0) } ?? 0)
      }
      return .init(classes: classes, when: conditions.compile(group.when), entry: entry(benefit, group.id, &plan))
    }
    return .init(
      when: conditions.compile(benefit.when), gateOver: benefit.gate.map { number($0.over).value } ?? -1,
      gateOnRemainder: benefit.gate?.measure == .remainder, countsAboveGate: benefit.counted == .aboveGate,
      entries: entries, groups: groups, capOnBase: benefit.limits.capOn == .base, perStay: benefit.limits.per == .stay,
      separateByKind: benefit.separateByKind, slot: slot,
      pools: benefit.pools.compactMap { id in book.pools.firstIndex { $0.id == id } },
      perBenefit: benefit.selection.map { $0 == .perBenefit } ?? (book.classSelection == .perBenefit),
      modifiers: modifiers(benefit.modifiers))
  }

  mutating func entry(_ benefit: Benefit, _ key: String, _ plan: inout Plan) -> Int16 {
    guard let rate = benefit.sameRate ?? benefit.rate[key] else { return -1 }
    let nothing = Quantity.implied(.number(0), .money), none = Quantity.implied(.unlimited, .money)
    var entry = Plan.Entry(
      deductible: number(benefit.limits.deductible[key] ?? nothing), cap: number(benefit.limits.cap[key] ?? none),
      rates: (.init(value: 0), .init(value: 0), .init(value: 0), .init(value: 0)), highestRate: 0)
    switch rate {
    case .flat(let quantity):
      let one = number(quantity)
      entry.rates = (one, one, one, one)
    case .byLevel(let levels):
      entry.rates = (number(levels[0]), number(levels[1]), number(levels[2]), number(levels[3]))
    case .bands(let list):
      entry.firstBand = Int32(plan.bands.count)
      entry.bandCount = Int32(list.count)
      plan.bands += bands(list)
      entry.highestRate = plan.bands.suffix(list.count).map(\.rate.value).max() ?? 0
    }
    if entry.bandCount == 0 {
      entry.highestRate = max(entry.rates.0.value, entry.rates.1.value, entry.rates.2.value, entry.rates.3.value)
    }
    plan.entries.append(entry)
    return Int16(plan.entries.count - 1)
  }

  mutating func bands(_ list: [RateEntry.Band]) -> [Plan.Band] {
    list.map { .init(upTo: $0.upTo.map { number($0).value } ?? Plan.unlimited, rate: number($0.rate)) }
  }

  mutating func modifiers(_ list: [Benefit.Modifier]) -> [Plan.Modifier] {
    list.map { modifier in
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
  }

  mutating func route(_ route: Route) -> Plan.RouteStep {
    .init(
      candidates: route.candidates.compactMap { id in book.benefits.firstIndex { $0.id == id } },
      best: route.choice == .best,
      anomaly: route.anomaly.map {
        flag(
          id: $0, kind: .anomaly,
          text: Label(english: "another benefit would have paid more for this stay", chinese: "按另一项目救助金额更高"))
      } ?? -1)
  }

  mutating func tilt(_ tilt: Tilt, _ plan: Plan) -> Plan.TiltPlan {
    defer { slots += 1 }
    let zero = Plan.Number(value: 0)
    let ids = book.classes.map(\.id)
    return .init(
      conditions: tilt.conditions.map { conditions.compile($0) }, anyEpisodeOfYear: tilt.qualifies == .anyEpisodeOfYear,
      measure: tilt.measure, perStay: tilt.per == .stay, hasClaim: ids.map { tilt.rate[$0] != nil },
      threshold: ids.map { tilt.threshold[$0].map { number($0) } ?? zero },
      rate: ids.map { tilt.rate[$0].map { number($0) } ?? zero },
      cap: ids.map { tilt.cap[$0].map { number($0) } ?? zero },
      slot: slots, benefitSlots: tilt.pools.compactMap { id in book.benefits.firstIndex { $0.id == id } },
      poolIndices: tilt.pools.compactMap { id in book.pools.firstIndex { $0.id == id } },
      perBenefit: tilt.selection == .perBenefit)
  }
}
