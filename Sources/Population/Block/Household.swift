/// A household of a block.
public struct Household: Hashable, Sendable {
  /// Its number, which all its draws are keyed with.
  public var number: UInt64
  /// Its members in the block's persons.
  public var persons: Range<Int32>
  /// Disposable income of all members together in the year, fen.
  public var income: Int64
  /// Members.
  public var size: UInt8
  /// True where it lives in a town.
  public var urban: Bool
  /// True where its income per head is among the lowest of the place.
  public var poor: Bool
  /// True where it would apply for recognition as illness-impoverished.
  public var applies: Bool
  /// True where it would do so once it stands on a document's warning list; those who apply anyhow are among them.
  public var appliesWarned: Bool
  /// Days from its application to recognition.
  public var recognitionDelayDays: Int16
}
