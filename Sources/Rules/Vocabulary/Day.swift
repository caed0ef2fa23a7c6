/// A calendar day, counted from 1 January 1970 in the Gregorian calendar.
public struct Day: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public var number: Int32

  /// Creates a day from its number.
  @inlinable public init(number: Int32) { self.number = number }

  /// Before every day: the beginning of an interval that has none.
  @inlinable public static var distantPast: Day { Day(number: .min) }
  /// After every day: the end of an interval that has none.
  @inlinable public static var distantFuture: Day { Day(number: .max) }

  /// Creates a day; nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(month: month, year: year)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// The day of a date that is known to exist (days from civil, proleptic Gregorian calendar).
  init(validYear year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// 1 January of a year.
  public static func first(of year: Int) -> Day { Day(validYear: year, month: 1, day: 1) }
  /// 31 December of a year.
  public static func last(of year: Int) -> Day { Day(validYear: year, month: 12, day: 31) }

  /// Year, month and day of the month.
  public var civil: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// The same day of the month `months` later (earlier where negative), or the month's last day where there is none.
  public func adding(months: Int) -> Day {
    guard self != .distantPast, self != .distantFuture else { return self }
    let (year, month, day) = civil
    let total = year * 12 + month - 1 + months
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    return Day(validYear: newYear, month: newMonth, day: min(day, Self.length(month: newMonth, year: newYear)))
  }

  /// The last day of this day's month.
  public var endOfMonth: Day {
    guard self != .distantPast, self != .distantFuture else { return self }
    let (year, month, _) = civil
    return Day(validYear: year, month: month, day: Self.length(month: month, year: year))
  }

  /// Completed years of age on `day` of somebody born on this day; one born on 29 February ages on 1 March.
  public func age(on day: Day) -> Int {
    let (birth, then) = (civil, day.civil)
    return then.year - birth.year - ((then.month, then.day) < (birth.month, birth.day) ? 1 : 0)
  }

  private static func length(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Earlier than.
  @inlinable public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

extension Day: CustomStringConvertible {
  /// `2023-05-02`.
  public var description: String {
    guard self != .distantPast else { return "always" }
    guard self != .distantFuture else { return "open" }
    let (year, month, day) = civil
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let digits = String(year)
    return "\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)-\(two(month))-\(two(day))"
  }

  /// Reads `2023-05-02`; nil for any other form and for a day the calendar does not have.
  public init?(_ text: some StringProtocol) {
    var number = 0
    var index = 0
    var parts = (0, 0)
    for byte in text.utf8 {
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        if index == 4 { parts.0 = number } else { parts.1 = number }
        number = 0
      } else {
        guard byte >= 48, byte <= 57, index < 10 else { return nil }
        number = number * 10 + Int(byte) - 48
      }
      index += 1
    }
    guard index == 10 else { return nil }
    self.init(year: parts.0, month: parts.1, day: number)
  }
}
