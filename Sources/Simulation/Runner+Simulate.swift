import Input
import Population

extension Runner {
  /// Simulates a shard of a run, job by job.
  ///
  /// - Parameters:
  ///   - state: where an interrupted run of the same shard had come to.
  ///   - checkpointing: nil keeps nothing.
  /// - Returns: the sums of all households of the shard, equal for any number of threads and interruptions.
  /// - Throws: `Refusal` where a place or model cannot be met, and what `checkpointing` throws.
  public func simulate(
    _ plan: RunPlan, _ shard: Shard = .whole, from state: RunState = RunState(), progress: Progress,
    checkpointing: Checkpointing? = nil
  ) async throws -> RunState {
    var state = state
    var clock = CheckpointClock(checkpointing, from: state)
    announce(plan, shard, state, progress)
    for (index, job) in plan.jobs.enumerated() {
      let whole = shard.range(of: job.base)
      if index < state.jobs.count, state.jobs[index].households == whole { continue }
      let place = job.job
      repeat {
        do throws(Refusal) {
          let first = index < state.jobs.count ? state.jobs[index].households.upperBound : whole.lowerBound
          let (tallies, end) = try await simulate(
            place, first..<whole.upperBound, until: clock.deadline, progress, effort: job.effort)
          let kept = job.kept(tallies)
          if index < state.jobs.count {
            state.jobs[index].add(kept, upTo: end)
          } else {
            state.jobs.append(
              JobState(id: job.id, households: whole.lowerBound..<end, outcome: .tallies(kept)))
          }
        } catch {
          guard job.isOptional, index == state.jobs.count else { throw error }
          state.jobs.append(JobState(id: job.id, households: whole, outcome: .skipped))
        }
        try clock.keepIfDue(&state)
      } while state.jobs[index].households.upperBound < whole.upperBound
    }
    try clock.keepLast(&state)
    return state
  }

  private func announce(_ plan: RunPlan, _ shard: Shard, _ state: RunState, _ progress: Progress) {
    for (index, job) in plan.jobs.enumerated() {
      progress.expect(shard.range(of: job.base).count * job.effort)
      if index < state.jobs.count { progress.add(state.jobs[index].households.count * job.effort) }
    }
  }

  /// The tallies of a job's variants over the first of some households; workers take chunks of them until none is left
  /// or time is up.
  ///
  /// - Returns: also the end of the households that were done: all before it were.
  private func simulate(
    _ job: PlaceJob, _ range: Range<UInt64>, until deadline: ContinuousClock.Instant?, _ progress: Progress,
    effort: Int
  ) async throws(Refusal) -> (tallies: [Tally], end: UInt64) {
    typealias Part = (tallies: [Tally], end: UInt64)
    let next = Counter(from: range.lowerBound)
    let parts = await withTaskGroup(of: Result<Part, Refusal>.self) { group in
      for _ in 0..<threads {
        group.addTask {
          do throws(Refusal) {
            var worker = try Worker.make(job)
            var end = range.lowerBound
            while let first = next.take(job.unit, below: range.upperBound) {
              end = min(first + job.unit, range.upperBound)
              worker.run(first..<end)
              progress.add(Int(end - first) * effort)
              if let deadline, ContinuousClock.now >= deadline { break }
            }
            return .success((worker.tallies, end))
          } catch { return .failure(error) }
        }
      }
      var parts: [Result<Part, Refusal>] = []
      for await part in group { parts.append(part) }
      return parts
    }
    var merged = try parts[0].get()
    for part in parts.dropFirst() {
      let (tallies, end) = try part.get()
      for index in merged.tallies.indices { merged.tallies[index].merge(tallies[index]) }
      merged.end = max(merged.end, end)
    }
    return merged
  }
}
