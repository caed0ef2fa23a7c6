import Population
import Testing

@testable import Simulation

/// The control is settled beside everything else.
@Suite struct ControlSumsTests {
  @Test(arguments: ["", "othersEvery: 3"]) func theControlMovesNothingElse(extra: String) throws {
    let job = try #require(try SmallShards.plan(extra).jobs.first).job
    #expect(job.control != nil)
    var without = job
    without.control = nil
    let a = try Self.tallies(job), b = try Self.tallies(without)
    for (one, other) in zip(a, b) {
      for (name, sum) in Tally.sums where !name.hasPrefix("control") {
        switch sum {
        case .count(let path): #expect(one[keyPath: path] == other[keyPath: path], "\(name)")
        case .sums(let path): #expect(one[keyPath: path] == other[keyPath: path], "\(name)")
        case .products(let path): #expect(one[keyPath: path] == other[keyPath: path], "\(name)")
        case .bits(let path): #expect(one[keyPath: path] == other[keyPath: path], "\(name)")
        }
      }
    }
    // It stands with the first rule set of each stratum alone, and is of the persons who were drawn.
    for (index, tally) in a.enumerated() {
      #expect(tally.control.replicates == (index % job.variants.count == 0 ? tally.replicates : 0))
      guard tally.control.replicates > 0 else { continue }
      #expect(tally.control.persons.reduce(0, +) * Int64(tally.replicates) == tally.sum(.persons))
    }
    #expect(a.reduce(0) { $0 + $1.control.paid.reduce(0, +) } > 0)
    #expect(b.allSatisfy { $0.control == ControlSums() })
  }

  /// Assumptions are moved without it: nobody asks.
  @Test func sensitivitiesDoWithoutIt() throws {
    let jobs = try SmallShards.plan().jobs
    #expect(jobs.count > 2)
    for job in jobs {
      let isMain = if case .main = job.kind { true } else { false }
      #expect((job.base.control != nil) == isMain, "\(job.id)")
    }
  }

  private static func tallies(_ job: PlaceJob) throws -> [Tally] {
    var worker = try Worker.make(job)
    worker.run(0..<job.households)
    return worker.tallies
  }
}
