/// One piece of work of a run: the people of a place under all its rule sets, or once more for the sensitivities.
struct RunJob: Sendable {
  /// What the people are settled for.
  enum Kind: Hashable, Sendable {
    /// All rule sets of the place.
    case main
    /// Its own rules and their reforms alone, in the few replicates of the sensitivities.
    case before
    /// The same with an assumption moved.
    case moved(WeakAssumption)
  }

  /// Index of the place in the scenario.
  let place: Int
  let kind: Kind
  /// The place with all its rule sets, or with those of the sensitivities.
  let base: PlaceJob

  /// The name of the work in part files.
  var id: String {
    switch kind {
    case .main: base.place.id
    case .before: base.place.id + "/before"
    case .moved(let move): base.place.id + "/" + move.rawValue
    }
  }

  /// What is to be simulated.
  var job: PlaceJob {
    guard case .moved(let move) = kind else { return base }
    var moved = base
    move.apply(to: &moved)
    return moved
  }

  /// Whether the run goes on without it: a share near its limit may have no room for a move, and the run must not be
  /// lost for that.
  var isOptional: Bool {
    if case .moved = kind { true } else { false }
  }

  /// Quantiles over persons are asked of the main run alone.
  var keepsHistogram: Bool { kind == .main }

  /// Sums of nobody, in the shape of the job's own.
  ///
  /// - Throws: `Refusal` where the place's shares or the illness model's targets cannot be met.
  func emptyTallies() throws -> [Tally] { kept(try Worker.make(job).tallies) }

  /// The sums without what is not asked for.
  func kept(_ tallies: [Tally]) -> [Tally] { keepsHistogram ? tallies : tallies.map { $0.withoutHistogram() } }
}
