import Input

/// A name in both languages of the product.
public struct Label: Hashable, Sendable, NamedTwice {
  /// English.
  public var english: String
  /// Chinese.
  public var chinese: String

  /// Creates a label.
  public init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}
