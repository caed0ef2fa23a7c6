/// Which households of a place are drawn.
public enum Selection: Hashable, Sendable {
  /// Every household.
  case all
  /// Those in which somebody holds an identity, known to the office or not.
  case holders
  /// One in so many of the others, each as likely as any other.
  case others(every: UInt64)
}
