extension RunPlan {
  /// Whether an outline can be that of a shard of this run that was finished, or, where it may be `partial`, of one
  /// that was interrupted.
  public func fits(_ outline: [JobOutline], _ shard: Shard, partial: Bool) -> Bool {
    guard outline.count == jobs.count || partial && outline.count < jobs.count else { return false }
    return zip(outline, jobs).enumerated().allSatisfy { index, pair in
      let (found, job) = pair
      let whole = shard.range(of: job.base)
      // Only the last job that was begun may have households left.
      let isFull = found.households == whole
      let isBegun =
        partial && index == outline.count - 1 && found.households.lowerBound == whole.lowerBound
        && found.households.upperBound <= whole.upperBound
      return found.id == job.id && (isFull || isBegun) && (!found.isSkipped || job.isOptional)
    }
  }

  /// Reads the sums of jobs and adds them to a state, which is empty or has the same jobs.
  ///
  /// - Parameter outline: whose sums they are; it must fit the run.
  /// - Throws: `SumDecoder.Fault` where they are of another shape, or where a job was skipped in one part and done in
  ///   another; then the state is of no use any more.
  public func add(_ outline: [JobOutline], from decoder: inout SumDecoder, to state: inout RunState) throws {
    let isFirst = state.jobs.isEmpty
    for (index, found) in outline.enumerated() {
      if isFirst {
        state.jobs.append(
          JobState(
            id: found.id, households: found.households,
            outcome: found.isSkipped ? .skipped : .tallies(jobs[index].emptyTallies())))
      }
      guard (state.jobs[index].tallies == nil) == found.isSkipped else { throw SumDecoder.Fault() }
      guard case .tallies(var tallies) = state.jobs[index].outcome else { continue }
      // Without this the sums would be copied before they are added to.
      state.jobs[index].outcome = .skipped
      for place in tallies.indices { try tallies[place].add(from: &decoder) }
      state.jobs[index].outcome = .tallies(tallies)
      let (before, more) = (state.jobs[index].households, found.households)
      state.jobs[index].households =
        min(before.lowerBound, more.lowerBound)..<max(before.upperBound, more.upperBound)
    }
  }
}
