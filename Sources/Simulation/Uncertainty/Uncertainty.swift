import Rules

/// What a scenario holds uncertain: the year as a whole, and parameters that are not known well.
public struct Uncertainty: Sendable {
  /// A parameter and how it is distributed.
  public struct Parameter: Hashable, Sendable {
    /// Its name, as in the scenario file and in tables of sensitivity.
    public var id: String
    /// Its distribution around what is assumed.
    public var law: Law
    /// Whether the scenario states the law, and not the program.
    public var isStated: Bool
    var assumption: WeakAssumption
  }

  /// What moves a whole year; nil where nothing does.
  public var yearEffect: YearEffect?
  /// Every parameter, those that are fixed included.
  public var parameters: [Parameter]

  /// Whether nothing is uncertain but luck.
  public var isNone: Bool { yearEffect == nil && parameters.allSatisfy { $0.law == .fixed } }

  /// What holds where a scenario is silent.
  ///
  /// None of these laws was estimated from data on the five places, of which none were seen; each is about as wide as
  /// sources differ (docs/model.md).
  public static func standard(_ series: NationalSeries) -> Uncertainty {
    Uncertainty(
      yearEffect: YearEffect(series),
      parameters: WeakAssumption.allCases.map {
        Parameter(id: $0.rawValue, law: $0.standardLaw, isStated: false, assumption: $0)
      })
  }

  /// What a parameter is; nil where there is none of this name.
  public static func name(of id: String) -> Label? { WeakAssumption(rawValue: id)?.name }

  /// Nothing but luck.
  public static var none: Uncertainty {
    Uncertainty(
      yearEffect: nil,
      parameters: WeakAssumption.allCases.map {
        Parameter(id: $0.rawValue, law: .fixed, isStated: true, assumption: $0)
      })
  }
}

extension WeakAssumption {
  /// How far it may be from what is assumed, where a scenario does not say.
  var standardLaw: Law {
    switch self {
    case .prices, .admissions, .identities, .incomes: .logNormal(0.1)
    case .lines, .disposableIncome, .monitoringLine: .logNormal(0.05)
    case .insurance: .uniform(-0.05, 0.05)
    case .criticalIllness: .logNormal(0.15)
    case .applications, .claims: .uniform(0.75, 1.25)
    case .registration: .uniform(0.95, 1.02)
    case .recognisedMonths, .begun: .uniform(0.5, 1.5)
    case .proxies: .uniform(0.8, 1.2)
    }
  }
}
