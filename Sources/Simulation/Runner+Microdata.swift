import Input
import Population
import Rules

extension Runner {
  /// More rows than this are refused: a table of several gigabytes that nobody meant.
  public static let microdataRows = 20_000_000

  /// Refuses microdata that would be empty, too long or of a part of the people, before the run.
  ///
  /// - Parameter replicates: of which microdata are wanted.
  public func refuseMicrodata(replicates: Int) throws(Refusal) {
    func refusal(_ reason: String, _ hint: String) -> Refusal {
      Refusal(Diagnostic(at: Place(file: scenario.file, line: 1), reason, hint: hint))
    }
    if scenario.othersEvery > 1 {
      throw refusal(
        """
        microdata show everybody, and of the households in which nobody holds an identity only one in \
        \(scenario.othersEvery) would be drawn
        """, "write othersEvery: 1 and lower --people")
    }
    if replicates > scenario.replicates {
      let there = scenario.replicates == 1 ? "is 1 replicate" : "are \(scenario.replicates) replicates"
      throw refusal(
        "there \(there), and microdata of \(replicates) are wanted",
        "lower --microdata-replicates")
    }
    let rows = places.reduce(0) { sum, place in
      sum + min(scenario.people, place.population) * recordedVariants(of: place) * replicates
    }
    guard rows <= Self.microdataRows else {
      throw refusal(
        "microdata would have about \(rows) rows, more than \(Self.microdataRows)",
        "lower --people or --microdata-replicates" + (scenario.comparison ? ", or write comparison: false" : ""))
    }
  }

  /// Under how many rule sets microdata show each person of a place.
  private func recordedVariants(of place: PlaceModel) -> Int {
    let all = scenario.jurisdictions
    let own = all.contains(place.jurisdiction) ? 1 : 0
    let reforms = own * scenario.reforms.count { $0.patches[place.jurisdiction] != nil }
    return own + reforms + (scenario.comparison ? 2 * all.count - own : 0)
  }

  /// Settles the first replicates of a place's people once more, person by person, under its own rules, their reforms and
  /// every other jurisdiction.
  ///
  /// - Parameters:
  ///   - result: what the run found, for the places' scales.
  ///   - make: makes what is handed on of some records of a place; called by all workers at once.
  ///   - receive: takes what was made, one at a time, place by place and in the order of households.
  /// - Throws: what `receive` throws.
  public func microdata<Piece: Sendable>(
    _ result: RunResult, replicates: Int, _ progress: Progress,
    make: @escaping @Sendable ([PersonYearRecord], RunResult.PlaceResult, [Variant]) throws -> Piece,
    receive: @escaping @Sendable (Piece) throws -> Void
  ) async throws {
    for place in result.places {
      let variants = place.variants.map(\.variant).filter { $0.isRecorded(of: place.place) }
      guard !variants.isEmpty else { continue }
      let job = job(place.place, variants.map { ($0, replicates) })
      progress.expect(Int(job.households))
      let sink = OrderedSink(receive)
      let next = Counter()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<threads {
          group.addTask {
            var worker = try MicrodataWorker(job)
            while !Task.isCancelled, let first = next.take(Self.chunk, below: job.households) {
              let end = min(first + Self.chunk, job.households)
              let records = worker.records(first..<end, replicates: replicates)
              try sink.put(Int(first / Self.chunk), make(records, place, variants))
              progress.add(Int(end - first))
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }
}

extension Variant {
  /// Whether it is a place's own rules on its own people at its own prices, as they are or reformed.
  var isBaselineOrReform: Bool {
    switch role {
    case .baseline, .reform: true
    default: false
    }
  }

  /// Whether microdata show it: every jurisdiction, but no document that was put together from two, and the place's own
  /// at its own insurance once, as the baseline.
  func isRecorded(of place: PlaceModel) -> Bool {
    switch role {
    case .baseline, .reform, .common: true
    case .own: jurisdiction != place.jurisdiction
    case .transplant, .reading, .provisions, .standing, .responding, .response: false
    }
  }
}
