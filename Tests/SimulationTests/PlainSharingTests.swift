import Population
import Testing

@testable import Simulation

/// Households that no assistance touches are settled once for many variants: the sums are those of settling every
/// household under every variant by itself, to the last product.
@Suite struct PlainSharingTests {
  @Test(arguments: ["", "othersEvery: 3", "response: {admissions: -0.5, levels: -0.9, source: a test}"])
  func sharingChangesNoSum(extra: String) throws {
    var job = try #require(try SmallShards.plan(extra).jobs.first).job
    job.control = nil
    var worker = try Worker.make(job)
    worker.run(0..<job.households)
    let shared = worker.tallies
    let single = try job.selections.flatMap { try Self.settledOneByOne(job, $0) }
    #expect(shared.count == single.count)
    for (index, (a, b)) in zip(shared, single).enumerated() {
      let name = "\(job.variants[index % job.variants.count].variant.role)"
      for (sum, of) in Tally.sums { #expect(Self.isEqual(of, a, b), "\(sum) of \(name)") }
    }
    // What is compared is not nothing: reforms and other documents move somebody, in several groups.
    let moved = shared.filter { $0.sum(.winners) + $0.sum(.losers) > 0 }
    #expect(moved.count > job.variants.count / 4)
    #expect(shared.contains { $0.sum(.recognised) > 0 })
    #expect(PlainWorker.parts(job).contains { $0.count > 1 })
  }

  private static func isEqual(_ sum: TallySum, _ a: Tally, _ b: Tally) -> Bool {
    switch sum {
    case .count(let path): a[keyPath: path] == b[keyPath: path]
    case .sums(let path): a[keyPath: path] == b[keyPath: path]
    case .products(let path): a[keyPath: path] == b[keyPath: path]
    case .bits(let path): a[keyPath: path] == b[keyPath: path]
    }
  }

  /// What a worker does, with no household taken for plain.
  private static func settledOneByOne(_ job: PlaceJob, _ selection: Selection) throws -> [Tally] {
    let groups = Groups(job.vocabulary, classesOf: job.variants.first?.variant.plan.book)
    // Workers for plain households that are asked for nothing add nothing.
    let variants = job.variants.indices.map {
      VariantWorker(job, $0, groups: groups, plain: PlainWorker(job, [$0], groups: groups))
    }
    let references = job.variants.map { $0.variant.reference.map { variants[$0] } }
    var own = try sampler(job, usesPriceLevel: true), common = try sampler(job, usesPriceLevel: false)
    var block = PopulationBlock(), facts = BlockFacts()
    var first: UInt64 = 0
    while first < job.households {
      let end = min(first + job.cluster, job.households)
      let persons = own.persons(first..<end, selection)
      for variant in variants { variant.add(persons: persons) }
      for replicate in 0..<(job.variants.map(\.replicates).max() ?? 0) {
        for drawing in [.own] + job.responses.indices.map(Drawing.answering) + [.commonPrices] {
          switch drawing {
          case .own, .answering:
            if case .answering(let number) = drawing { own.response = own.prepared(job.responses[number].use) }
            own.draw(replicate: UInt64(replicate) + 1, households: first..<end, selection, into: &block)
            own.response = nil
          case .commonPrices:
            common.draw(replicate: UInt64(replicate) + 1, households: first..<end, selection, into: &block)
          }
          facts.read(block, fifths: job.fifths)
          let none = Array(repeating: false, count: block.households.count)
          for (variant, reference) in zip(variants, references)
          where variant.drawing == drawing && replicate < variant.replicates {
            variant.run(block, facts, replicate: replicate, reference: reference, isPlain: none)
          }
        }
      }
      for variant in variants { variant.gather() }
      for (variant, reference) in zip(variants, references) {
        if let reference { variant.compare(with: reference) }
      }
      for variant in variants { variant.close() }
      first = end
    }
    return variants.map(\.tally)
  }

  private static func sampler(_ job: PlaceJob, usesPriceLevel: Bool) throws -> PopulationSampler {
    try PopulationSampler(
      place: job.place, illness: job.illness, year: job.year, seed: job.seed, vocabulary: job.vocabulary,
      usePriceLevel: usesPriceLevel)
  }
}
