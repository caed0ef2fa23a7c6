import Input

/// A part of a place, such as a county of a city: its people are not drawn apart from the place's.
public struct Area: Hashable, Sendable, NamedTwice {
  /// Identifier within the place.
  public var id: String
  /// English name.
  public var english: String
  /// Chinese name.
  public var chinese: String
  /// Residents.
  public var population: Int
  /// Shares of residents by year of age, from 0 to `AgePyramid.oldest`; nil where the file has no ages of the area.
  public var ages: [Double]?
}
