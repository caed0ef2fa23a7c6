import Rules

/// A year in which people fall ill: its days and its seasons.
struct CareYear: ~Copyable {
  let calendar: YearCalendar
  let seasons: Seasons

  /// Its last day.
  var last: Day { calendar.day(calendar.length - 1) }

  init(_ year: Int, _ illness: IllnessModel) {
    calendar = YearCalendar(year)
    seasons = Seasons(year: year, weights: illness.timing.months)
  }
}
