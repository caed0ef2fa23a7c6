import Money
import Population
import Settlement
import Simulation

/// What is measured, each a whole pass over the same people. What a run prepares once is prepared before.
struct Tasks: ~Copyable {
  private let block: PopulationBlock
  private var drawing: Drawing
  private let settlers: [Settler]
  private var sample: SampleRun
  private let households: UInt64
  /// Most episodes of a person.
  private let longest: Int

  init(_ ground: Ground) throws {
    let block = try ground.people()
    let drawing = try Drawing(ground)
    let sample = try SampleRun(
      place: ground.place, illness: ground.illness, year: Options.year, seed: Options.seed,
      library: ground.library, jurisdictions: Ground.jurisdictions, replicates: Int(ground.options.replicates))
    self.block = block
    longest = block.persons.reduce(0) { max($0, $1.episodes.count) }
    self.drawing = drawing
    self.sample = sample
    settlers = ground.plans.map { Settler($0) }
    households = ground.households
  }

  /// People of one replicate.
  var people: Int { block.persons.count }

  /// Runs a task by name.
  ///
  /// - Returns: a sum over what was made, so that nothing can be left out of it, and equal work shows equal sums.
  mutating func run(_ name: String) throws -> Int64 {
    switch name {
    case "draw": drawing.run()
    case "settle": settle()
    case "whole": sample.run(households: households)
    default: throw Options.usage
    }
  }

  /// People that are settled under one rule set before the next: about an allotment, as in a run.
  private static let stretch = 360

  /// Settles everybody in memory under the five rule sets.
  private func settle() -> Int64 {
    var results = Array(repeating: EpisodeResult(), count: longest)
    var span = results.mutableSpan
    var total = PersonResult()
    var sum: Int64 = 0
    let persons = block.persons.span
    for first in stride(from: 0, to: persons.count, by: Self.stretch) {
      for settler in settlers {
        for index in first..<min(first + Self.stretch, persons.count) {
          let person = persons[index]
          let held = block.identities.span.extracting(
            Int(person.identities.lowerBound)..<Int(person.identities.upperBound))
          let care = block.episodes.span.extracting(Int(person.episodes.lowerBound)..<Int(person.episodes.upperBound))
          settler.settle(person.year, held, care, into: &span, at: 0, &total)
          sum += (total.assistance + total.tilted + total.premiumSubsidy + total.outOfPocket).fen
        }
      }
    }
    return sum
  }
}

/// Draws the households of one allotment after the other in every replicate, as the simulation does.
struct Drawing: ~Copyable {
  private var sampler: PopulationSampler
  private var block = PopulationBlock()
  private let households: UInt64
  private let replicates: UInt64

  init(_ ground: Ground) throws {
    sampler = try ground.sampler()
    (households, replicates) = (ground.households, ground.options.replicates)
  }

  /// - Returns: a count of what was drawn.
  mutating func run() -> Int64 {
    var sum: Int64 = 0
    for first in stride(from: 0, to: households, by: Allotment.size) {
      let end = min(first + UInt64(Allotment.size), households)
      for replicate in 1...replicates {
        sampler.draw(replicate: replicate, households: first..<end, into: &block)
        sum += Int64(block.persons.count + block.episodes.count)
      }
    }
    return sum
  }
}
