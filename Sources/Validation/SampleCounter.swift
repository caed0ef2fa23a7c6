import Money
import Population
import Rules
import Settlement
import Simulation

/// Settles households under every rule set and adds their residents' insured to a sample.
struct SampleCounter {
  private let settlers: [HouseholdSettler]
  private let stay: Int32

  init(_ plans: [(this: Plan, before: Plan)], illness: IllnessModel) {
    settlers = plans.map { HouseholdSettler($0.this, before: $0.before) }
    stay = Int32(illness.timing.stay)
  }

  /// Adds the only household of a block.
  func add(_ block: PopulationBlock, to sample: inout Sample) {
    guard let household = block.households.first else { return }
    for (rule, settler) in settlers.enumerated() {
      settler.settle(household, block)
      for (index, member) in household.persons.enumerated() where isInsured(block.persons[Int(member)]) {
        let total = settler.totals[index]
        sample.subsidised[rule] += total.premiumSubsidy > .zero ? 1 : 0
        let paid = total.assistance + total.tilted + total.premiumSubsidy
        sample.assistance[rule] += Double(paid.fen) / 100
        // Insurance differs between documents by their preferences alone; the first stands for it.
        if rule == 0 { insurance(total, settler.episodes(of: index), block.persons[Int(member)], block, &sample) }
      }
    }
    for member in household.persons where isInsured(block.persons[Int(member)]) {
      care(block.persons[Int(member)], block, &sample)
    }
  }

  private func isInsured(_ person: Person) -> Bool {
    let kind = person.year.facts.value(Facts.insurance)
    return kind == InsuranceType.residentTier1.rawValue || kind == InsuranceType.residentTier2.rawValue
  }

  private func insurance(
    _ total: PersonResult, _ results: [EpisodeResult], _ person: Person, _ block: PopulationBlock,
    _ sample: inout Sample
  ) {
    sample[.basic] += Double(total.basic.fen) / 100
    sample[.critical] += Double(total.criticalIllness.fen) / 100
    if total.criticalIllness > .zero { sample[.criticalPersons] += 1 }
    for (result, index) in zip(results, person.episodes) {
      let episode = block.episodes[Int(index)]
      guard episode.facts.value(Facts.kind) == CareKind.inpatient.rawValue else { continue }
      let (policy, paid) = (Double(episode.cost.inPolicy.fen) / 100, Double(result.basic.fen) / 100)
      sample[.inPolicy] += policy
      sample[.basicOfPolicy] += paid
      if episode.facts.value(Facts.level) == 3 {
        sample[.tertiaryPolicy] += policy
        sample[.tertiaryBasic] += paid
      }
    }
  }

  private func care(_ person: Person, _ block: PopulationBlock, _ sample: inout Sample) {
    sample[.insured] += 1
    if person.age >= 60 { sample[.older] += 1 }
    if person.poor { sample[.poor] += 1 }
    guard !person.episodes.isEmpty else { return }
    sample[.users] += 1
    sample[.chronicVisits] += Double(person.visits.chronic)
    sample[.visits] += Double(person.visits.ordinary)
    var (inpatient, all, left) = (0.0, 0.0, Int32.min)
    for index in person.episodes {
      let episode = block.episodes[Int(index)]
      let cost = Double(episode.cost.total.fen) / 100
      all += cost
      switch CareKind(rawValue: episode.facts.value(Facts.kind)) {
      case .inpatient:
        inpatient += cost
        admission(episode, cost, &sample)
        // Admissions come in order of date: one that follows soon after another makes that one readmitted.
        if left != .min, episode.day.number - left <= 30 { sample[.readmitted] += 1 }
        left = episode.day.number + stay
      case .chronicOutpatient: sample[.chronicCost] += cost
      default: sample[.visitCost] += cost
      }
    }
    sample.costs.append(all)
    guard inpatient > 0 else { return }
    sample.inpatientCosts.append(inpatient)
    sample[.admitted] += 1
    if person.age >= 60 { sample[.admittedOlder] += 1 }
    if person.poor { sample[.admittedPoor] += 1 }
  }

  private func admission(_ episode: Episode, _ cost: Double, _ sample: inout Sample) {
    sample[.admissions] += 1
    sample[.admissionCost] += cost
    sample[.admissionCostSquares] += cost * cost
    switch episode.facts.value(Facts.level) {
    case 3:
      sample[.tertiary] += 1
      sample[.tertiaryCost] += cost
      sample[.hospitalCost] += cost
    case 2:
      sample[.secondary] += 1
      sample[.hospitalCost] += cost
    default:
      sample[.primary] += 1
      sample[.primaryCost] += cost
    }
    let location = episode.facts.value(Facts.location)
    guard location >= CareLocation.province.rawValue else { return }
    // The area of insurance is the prefecture-level city.
    sample[.awayCost] += cost
    sample[.awayAdmissions] += 1
    if location == CareLocation.outside.rawValue { sample[.provinceCost] += cost }
  }
}
