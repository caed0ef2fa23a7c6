/// One piece of work of a run: the people of a place under all its rule sets, or once more for the sensitivities.
struct RunJob: Sendable {
  /// What the people are settled for.
  enum Kind: Sendable {
    /// All rule sets of the place.
    case main
    /// Its own rules and their reforms alone, in the few replicates of the sensitivities.
    case before
    /// Its own rules, and these with each ambiguous clause read otherwise, in as few replicates.
    case readings
    /// The same with an assumption moved.
    case moved(WeakAssumption)
    /// The same in one replicate with everything uncertain as it was drawn for it.
    case drawn(ParameterDraw, replicate: Int)
    /// The same in a year to come; the job's base is of that year.
    case projected(ParameterDraw, replicate: Int, ahead: Int)
  }

  /// Index of the place in the scenario.
  let place: Int
  let kind: Kind
  /// The place with all its rule sets, or with those of the sensitivities.
  let base: PlaceJob
  /// What is uncertain in the scenario.
  var uncertainty = Uncertainty.none

  /// The name of the work in part files.
  var id: String {
    switch kind {
    case .main: base.place.id
    case .before: base.place.id + "/before"
    case .readings: base.place.id + "/readings"
    case .moved(let move): base.place.id + "/" + move.rawValue
    case .drawn(_, let replicate): "\(base.place.id)/drawn/\(replicate + 1)"
    case .projected(_, let replicate, _): "\(base.place.id)/\(base.year)/\(replicate + 1)"
    }
  }

  /// What is to be simulated.
  var job: PlaceJob {
    switch kind {
    case .main, .before, .readings: return base
    case .moved(let move):
      var moved = base
      move.apply(to: &moved)
      return moved
    case .drawn(let draw, let replicate):
      var drawn = base.moved(to: draw, of: uncertainty)
      drawn.firstReplicate = replicate
      return drawn
    case .projected(let draw, let replicate, let ahead):
      var drawn = base.moved(to: draw, of: uncertainty, ahead: ahead)
      drawn.grow(draw.growth, years: ahead)
      drawn.firstReplicate = replicate
      return drawn
    }
  }

  /// Whether the run goes on without it: a share near its limit may have no room for a move, and the run must not be
  /// lost for that.
  var isOptional: Bool {
    if case .moved = kind { true } else { false }
  }

  /// Sums of nobody, in the shape of the job's own: neither moves nor draws change it.
  func emptyTallies() -> [Tally] { kept(base.emptyTallies()) }

  /// The sums without what is not asked for: of rules that only tell how firm an order is, what everybody gets.
  func kept(_ tallies: [Tally]) -> [Tally] {
    switch kind {
    case .main:
      tallies.enumerated().map { index, tally in
        if case .standing = base.variants[index % base.variants.count].variant.role {
          tally.ofEverybody()
        } else {
          tally
        }
      }
    case .before, .moved, .readings: tallies.map { $0.ofEverybody() }
    case .drawn, .projected: tallies.map { $0.ofYear() }
    }
  }

  /// About how much work one household is: its composition once, its year in every replicate.
  var effort: Int { 1 + (base.variants.map(\.replicates).max() ?? 0) }
}
