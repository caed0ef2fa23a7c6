/// How a year is counted by month: what is paid in which month, and who passes the warning line in which.
///
/// Sums over months are cells of their own: only so do they have errors.
public enum MonthCells {
  /// Months of payment: those of the benefit year, those of the next one, and one for all later ones.
  public static let slots = 25
  /// Months of a year.
  public static let months = 12

  /// A part of the fund.
  public enum Part: Int, CaseIterable, Sendable {
    /// Assistance with tilt.
    case assistance
    /// Premium subsidies.
    case premiumSubsidy
    /// Both.
    case total
  }

  /// When something is paid.
  public enum Payment: Hashable, Sendable {
    /// In a month, from 0 for January of the benefit year.
    case month(Int)
    /// In so many years after the benefit year, 0 or 1; later payments are those of the last month.
    case year(Int)
  }

  /// What assistance had paid for who passes the warning line.
  public enum Reach: Int, CaseIterable, Sendable {
    /// Whatever it paid.
    case all
    /// Something by that day.
    case before
    /// Nothing by then, and something for care after it or by a look-back.
    case after
    /// Nothing in the year.
    case never
  }

  private static let payments = slots + 2
  private static let warnings = months + 1

  /// All cells.
  static let count = Part.allCases.count * payments + Reach.allCases.count * warnings

  /// The cell of payments.
  public static func payments(_ part: Part, _ payment: Payment) -> Int {
    switch payment {
    case .month(let slot): part.rawValue * payments + slot
    case .year(let later): part.rawValue * payments + slots + later
    }
  }

  /// The cell of persons who pass the warning line.
  ///
  /// - Parameter month: from 0 for January; 12 for the whole year.
  public static func warned(_ reach: Reach, _ month: Int) -> Int {
    Part.allCases.count * payments + reach.rawValue * warnings + month
  }
}
