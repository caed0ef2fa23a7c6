/// How sure a figure is: a series that agrees with itself, one secondary copy, or little more than a guess.
public enum Confidence: String, CaseIterable, Sendable {
  case high = "H"
  case medium = "M"
  case low = "L"
}

/// Where one parameter of a place or illness file comes from.
public struct Provenance: Hashable, Sendable {
  /// The parameter's path in its file, `income.sigma`.
  public var key: String
  /// What it was read from; nil where nothing was.
  public var source: String?
  /// The year or years it speaks of, as written; nil where there is no source.
  public var year: String?
  /// How sure it is; nil only where there is no source.
  public var confidence: Confidence?
  /// True for `status: assumption`: without a source, or with confidence L.
  public var isAssumption: Bool
  /// Why an assumption is what it is, or a remark on a sourced figure.
  public var reason: String?

  /// True where a default of the program fills what the file leaves out.
  public var isDefault: Bool { isAssumption && reason?.hasPrefix("default: ") == true }

  /// A figure of which nothing is known but where it stands.
  public init(key: String) {
    self.key = key
    isAssumption = false
  }

  init(
    key: String, source: String?, year: String?, confidence: Confidence?, isAssumption: Bool, reason: String?
  ) {
    self.key = key
    self.source = source
    self.year = year
    self.confidence = confidence
    self.isAssumption = isAssumption
    self.reason = reason
  }
}
