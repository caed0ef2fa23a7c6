/// A way to draw the same people with the same luck.
enum Drawing: Hashable, Sendable {
  /// As the place has them.
  case own
  /// At common prices.
  case commonPrices
  /// With the use of hospitals that a response to prices makes; an index into `PlaceJob.responses`.
  case answering(Int)
}
