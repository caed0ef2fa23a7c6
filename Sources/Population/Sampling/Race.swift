/// The first to arrive of those who run for something, in order of arrival.
///
/// Few win of many who run, so that only they are kept in order. Runners start in the order of their indices: of two who
/// arrive together the first to start is before the other.
struct Race {
  private let places: Int
  private var arrivals: [(time: Double, index: Int)] = []

  /// A race of which the first `places` win.
  init(places: Int) {
    self.places = places
    arrivals.reserveCapacity(min(places, Allotment.size))
  }

  /// How many have won.
  var count: Int { arrivals.count }

  /// Who has won, the first first.
  var winners: some Sequence<Int> { arrivals.lazy.map(\.index) }

  /// Whether somebody could still win who arrives at a time or later.
  @inline(__always) func isOpen(at time: Double) -> Bool {
    arrivals.count < places || (arrivals.last.map { time < $0.time } ?? false)
  }

  /// Lets somebody arrive.
  mutating func arrive(_ index: Int, at time: Double) {
    var place = arrivals.count
    if place < places {
      arrivals.append((time, index))
    } else {
      place -= 1
      guard place >= 0, time < arrivals[place].time else { return }
    }
    while place > 0, time < arrivals[place - 1].time {
      arrivals[place] = arrivals[place - 1]
      place -= 1
    }
    arrivals[place] = (time, index)
  }
}
