/// A number of a rule file: perhaps changing with the year, perhaps missing, always with its source.
public struct Quantity: Hashable, Sendable {
  /// What a number counts, and so in which unit it is held.
  public enum Unit: Hashable, Sendable {
    /// Fen; written in yuan.
    case money
    /// Basis points from 0 to 100 %; written in percent.
    case rate
    /// Hundredths of a plain factor, such as 1.5 times.
    case factor
    /// A whole number, such as months.
    case count
  }

  /// A number, or what stands in its place.
  public enum Amount: Hashable, Sendable {
    /// In the unit's smallest part.
    case number(Int64)
    /// No limit.
    case unlimited
    /// No number is known: pays 0 and raises a flag.
    case unquantified
    /// The value of a parameter.
    case parameter(String)
    /// A share (basis points) of a parameter.
    case share(Int64, of: String)
  }

  /// Entries in rising order of the year from which they hold; an undated value has one entry from `Int.min`.
  public var byYear: [Entry]
  /// The unit of its numbers.
  public var unit: Unit
  /// Where it comes from.
  public var source: Source

  /// An amount and the first year in which it holds.
  public struct Entry: Hashable, Sendable {
    /// The first benefit year.
    public var from: Int
    /// The amount.
    public var amount: Amount

    /// Creates an entry.
    public init(from: Int, amount: Amount) {
      self.from = from
      self.amount = amount
    }
  }

  /// The amount in force in a benefit year. Before the first dated entry the first one is taken, and `isEarlier` says
  /// so.
  public func amount(in year: Int) -> (amount: Amount, isEarlier: Bool) {
    guard let first = byYear.first else { return (.unquantified, false) }
    let entry = byYear.last { $0.from <= year }
    return (entry?.amount ?? first.amount, entry == nil)
  }

  /// The year from whose end a dated value of outside is carried to `year`: the first or the last that is known, nil
  /// where the year lies between them.
  ///
  /// What a document dates holds until it says otherwise, and so does a value with an entry from year 1000, by which a
  /// patch of single years tells the value of all others.
  public func carried(to year: Int) -> Int? {
    guard let first = byYear.first?.from, let last = byYear.last?.from, first > .min else { return nil }
    if year < first { return first }
    return year > last && first > 1000 && source.status != .document ? last : nil
  }

  /// A value of the program's own, for keys that a file may leave out.
  public static func implied(_ amount: Amount, _ unit: Unit) -> Quantity {
    Quantity(byYear: [Entry(from: .min, amount: amount)], unit: unit, source: Source(status: .document, cite: ""))
  }
}
