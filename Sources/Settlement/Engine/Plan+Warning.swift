import Money
import Rules

extension Plan {
  /// The day of the episode that takes a year's burden over the warning line; `Day.distantPast` where none does.
  @inline(__always) func warned(
    _ person: PersonYear, _ episodes: Span<Episode>, _ results: borrowing MutableSpan<EpisodeResult>, at first: Int,
    _ total: PersonResult
  ) -> Day {
    // Very few people get there, and only theirs is looked for.
    guard total.base > warningLine, warns(person) else { return .distantPast }
    var base = Yuan.zero
    for index in episodes.indices {
      base += results[first + index].base
      if base > warningLine { return episodes[index].day }
    }
    return .distantPast
  }
}
