extension RunPlan {
  /// What a run found, from the sums of all its households.
  ///
  /// - Parameter state: as `Runner.simulate` left it, or the sum of those of all shards.
  /// - Parameter wallSeconds: how long it took.
  public func result(of state: RunState, wallSeconds: Double) -> RunResult {
    let places = scenario.placeModels.indices.compactMap { place -> RunResult.PlaceResult? in
      let own = zip(jobs, state.jobs).filter { $0.0.place == place }
      guard let (job, found) = own.first, let tallies = found.tallies else { return nil }
      return result(job.base, tallies, own.dropFirst())
    }
    return RunResult(scenario: scenario, places: places, library: library, illness: illness, wallSeconds: wallSeconds)
  }

  private func result(
    _ job: PlaceJob, _ tallies: [Tally], _ further: ArraySlice<(RunJob, JobState)>
  ) -> RunResult.PlaceResult {
    let samples = job.samples(tallies)
    let persons = samples.first?.persons ?? 0
    var result = RunResult.PlaceResult(
      place: job.place, persons: persons, households: Int64(job.households), cluster: job.cluster,
      scale: persons > 0 ? Double(job.place.population) / Double(persons) : 0,
      variants: zip(job.variants, samples).map { RunResult.VariantResult(variant: $0.variant, tally: $1) },
      draws: draws(further), readings: readings(further), outlook: outlook(further),
      uncertain: scenario.uncertainty.parameters.indices.filter { index in
        let parameter = scenario.uncertainty.parameters[index]
        return parameter.law != .fixed && parameter.assumption.applies(to: job.ownRules(replicates: 1))
      }, sensitivities: sensitivities(further))
    result.prices = job.variants.compactMap { variant, _ in
      guard case .responding(let name) = variant.role, let index = variant.answers else { return nil }
      return (name, job.responses[index].price)
    }
    return result
  }

  /// Each ambiguous clause read otherwise.
  private func readings(_ further: ArraySlice<(RunJob, JobState)>) -> [RunResult.VariantResult] {
    further.flatMap { job, found -> [RunResult.VariantResult] in
      guard case .readings = job.kind, let tallies = found.tallies else { return [] }
      return zip(job.base.variants, job.base.samples(tallies)).map { .init(variant: $0.variant, tally: $1) }
    }
  }

  /// The years to come, each replicate as it was drawn.
  private func outlook(_ further: ArraySlice<(RunJob, JobState)>) -> [RunResult.YearAhead] {
    var years: [RunResult.YearAhead] = []
    for (job, found) in further {
      guard case .projected(let draw, _, let ahead) = job.kind, let tallies = found.tallies else { continue }
      let samples = job.base.samples(tallies)
      if years.last?.ahead != ahead {
        let persons = samples.first?.persons ?? 0
        years.append(
          .init(
            year: job.base.year, ahead: ahead, population: job.base.place.population,
            scale: persons > 0 ? Double(job.base.place.population) / Double(persons) : 0, draws: []))
      }
      years[years.count - 1].draws.append(.init(draw: draw, tallies: samples))
    }
    return years
  }

  /// Each replicate with everything uncertain as it was drawn.
  private func draws(_ further: ArraySlice<(RunJob, JobState)>) -> [RunResult.DrawnYear] {
    further.compactMap { job, found in
      guard case .drawn(let draw, _) = job.kind, let tallies = found.tallies else { return nil }
      return .init(draw: draw, tallies: job.base.samples(tallies))
    }
  }

  /// The main figures of the place's own rules with each weak assumption moved in turn, on the same people and luck.
  private func sensitivities(_ further: ArraySlice<(RunJob, JobState)>) -> [RunResult.Sensitivity] {
    guard let (job, state) = further.first, case .before = job.kind, let before = state.tallies.map(job.base.samples)
    else { return [] }
    return further.dropFirst().compactMap { moved, found in
      guard case .moved(let move) = moved.kind, let after = found.tallies.map(job.base.samples) else { return nil }
      return .init(
        id: move.rawValue, what: move.words, before: before[0], after: after[0],
        reforms: job.base.variants.indices.dropFirst().compactMap { index in
          job.base.variants[index].variant.reformName.map {
            .init(name: $0, before: before[index], after: after[index])
          }
        })
    }
  }
}
