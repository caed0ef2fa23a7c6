extension RuleBook {
  /// Whether a route leads to a benefit. One that none leads to grants nothing; a reading or reform may bring a route.
  public func isReached(_ benefit: String) -> Bool { routes.contains { $0.candidates.contains(benefit) } }
}
