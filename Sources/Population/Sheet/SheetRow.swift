/// One row of the fill-in sheet: something that an office may know of its place.
public struct SheetRow: Hashable, Sendable {
  /// What the cell of a row may hold.
  public enum Kind: Hashable, Sendable {
    /// Any words.
    case text
    /// A whole number of persons, households or settlements.
    case count
    /// Yuan, with decimals where there are any.
    case yuan
  }

  /// Its path in a place file.
  public var key: String
  /// English heading.
  public var english: String
  /// Chinese heading.
  public var chinese: String
  /// What is counted; empty for words.
  public var unit: String
  /// What to mind.
  public var note: String
  /// What the cell may hold.
  public var kind: Kind

  /// The columns of a sheet.
  public static let header = ["key", "heading", "名称", "value", "unit", "note"]

  /// The row's cells, with this in the column `value`.
  public func cells(value: String = "") -> [String] { [key, english, chinese, value, unit, note] }
}
