import Money
import Population
import Settlement
import Simulation

/// What is measured, each a whole pass over the same people.
struct Tasks: ~Copyable {
  let ground: Ground
  private let sample: SampleRun

  init(_ ground: Ground) throws {
    self.ground = ground
    sample = try SampleRun(
      place: ground.place, illness: ground.illness, year: Options.year, seed: Options.seed,
      library: ground.library, jurisdictions: Ground.jurisdictions, replicates: Int(ground.options.replicates))
  }

  /// Runs a task by name.
  ///
  /// - Returns: a sum over what was made, so that nothing can be left out of it, and equal work shows equal sums.
  func run(_ name: String) throws -> Int64 {
    switch name {
    case "draw": try Self.draw(ground)
    case "settle": settle()
    case "whole": try sample.run(households: ground.households)
    default: throw Options.usage
    }
  }

  /// Draws every household in every replicate, one after the other, as the simulation does.
  static func draw(_ ground: Ground) throws -> Int64 {
    var sampler = try ground.sampler()
    var block = PopulationBlock()
    var sum: Int64 = 0
    for number in 0..<ground.households {
      for replicate in 1...ground.options.replicates {
        sampler.draw(replicate: replicate, households: number..<number + 1, into: &block)
        sum += Int64(block.persons.count + block.episodes.count)
      }
    }
    return sum
  }

  /// Settles everybody in memory under the five rule sets.
  private func settle() -> Int64 {
    var settlers = ground.plans.map { Settler($0) }
    var results: [EpisodeResult] = []
    var sum: Int64 = 0
    let block = ground.block
    for person in block.persons {
      let held = block.identities.span.extracting(Int(person.identities.lowerBound)..<Int(person.identities.upperBound))
      let care = block.episodes.span.extracting(Int(person.episodes.lowerBound)..<Int(person.episodes.upperBound))
      for index in settlers.indices {
        let total = settlers[index].settle(person.year, held, care, into: &results)
        sum += (total.assistance + total.tilted + total.premiumSubsidy + total.outOfPocket).fen
      }
    }
    return sum
  }
}
