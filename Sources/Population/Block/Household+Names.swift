extension Household {
  /// How files call it: `guizhou-17`, counted from 1 and the same in every replicate.
  public func name(in place: String) -> String { "\(place)-\(number + 1)" }

  /// How files call one of its members: `guizhou-17-2`, counted from 1.
  public func name(ofMember member: Int, in place: String) -> String { "\(name(in: place))-\(member + 1)" }
}
