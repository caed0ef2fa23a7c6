import Input
import Population
import Rules

extension Runner {
  /// More rows than this are refused: a table of several gigabytes that nobody meant.
  public static let microdataRows = 20_000_000

  /// Refuses microdata that would be empty or too long, before the run.
  ///
  /// - Parameter replicates: of which microdata are wanted.
  public func refuseMicrodata(replicates: Int) throws(Refusal) {
    func refusal(_ reason: String, _ hint: String) -> Refusal {
      Refusal(Diagnostic(at: Place(file: scenario.file, line: 1), reason, hint: hint))
    }
    if replicates > scenario.replicates {
      throw refusal(
        "there are \(scenario.replicates) replicates, and microdata of \(replicates) are wanted",
        "lower --microdata-replicates")
    }
    let own = places.filter { scenario.jurisdictions.contains($0.jurisdiction) }
    guard !own.isEmpty else {
      throw refusal(
        "no place is settled under rules of its own, of which microdata are written", "name its jurisdiction as well")
    }
    let rows = own.reduce(0) { sum, place in
      let variants = 1 + scenario.reforms.count { $0.patches[place.jurisdiction] != nil }
      return sum + min(scenario.people, place.population) * variants * replicates
    }
    guard rows <= Self.microdataRows else {
      throw refusal(
        "microdata would have about \(rows) rows, more than \(Self.microdataRows)",
        "lower --people or --microdata-replicates")
    }
  }

  /// Settles the first replicates of the places' own rules and reforms once more, person by person.
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
      let variants = place.variants.map(\.variant).filter(\.isBaselineOrReform)
      guard !variants.isEmpty else { continue }
      let job = try job(place.place, variants.map { ($0, replicates) })
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
}
