import Input
import Population
import Rules

/// The country's yearly counts from which the default year effect is estimated.
public struct NationalSeries: Sendable {
  /// One year. Persons and discharges in ten thousands, amounts in hundred million yuan.
  public struct Year: Hashable, Sendable {
    /// The calendar year.
    public var year: Int
    /// Persons in resident insurance.
    public var enrollees: Double
    /// Discharges from hospital.
    public var discharges: Double
    /// Cost of inpatient care.
    public var inpatientCost: Double
    /// Spending of medical assistance.
    public var assistance: Double

    /// Creates a year.
    public init(year: Int, enrollees: Double, discharges: Double, inpatientCost: Double, assistance: Double) {
      self.year = year
      self.enrollees = enrollees
      self.discharges = discharges
      self.inpatientCost = inpatientCost
      self.assistance = assistance
    }

    /// Admissions a person insured; yuan an admission; assistance over inpatient cost, both a person insured: in the
    /// order of `YearEffect.Part`.
    var figures: [Double] {
      // Hundred million over ten thousand is ten thousand yuan.
      [discharges / enrollees, inpatientCost / discharges * 10_000, assistance / inpatientCost]
    }
  }

  /// In rising order.
  public var years: [Year]
  /// Disposable income per head of all residents, yuan a year, by year in rising order.
  public var incomes: [(year: Int, value: Double)] = []
  /// Holders of the most frequent identities, ten thousands, by year in rising order.
  public var holders: [(year: Int, value: Double)] = []
  /// Where they were seen.
  public var source: String
  /// How sure they are.
  public var confidence: String

  /// Creates a series.
  public init(years: [Year], source: String, confidence: String) {
    self.years = years
    self.source = source
    self.confidence = confidence
  }

  /// The series that lies in the binary.
  ///
  /// - Throws: `Refusal` where the shipped file is broken, which a test rules out.
  public static func shipped() throws(Refusal) -> NationalSeries {
    let file = "model/national-series.yaml"
    guard let text = Embedded.text(file) else {
      throw Refusal(Diagnostic(at: Place(file: file, line: 1), "the program was built without its national series"))
    }
    return try read(text, file: file)
  }

  /// A mapping of years to figures.
  private static func byYear(_ key: String, _ parent: Fields) -> [(year: Int, value: Double)] {
    guard let node = parent.optional(key) else { return [] }
    let fields = Fields(node, key, parent.findings)
    return fields.entries.compactMap { entry -> (year: Int, value: Double)? in
      guard let year = Int(entry.key), let value = fields.number(entry.key, in: 0...1e9) else {
        fields.fault(entry.value, "a year and its figure are expected here", key: entry.key)
        return nil
      }
      return (year, value)
    }.sorted { $0.year < $1.year }
  }

  /// Reads a series.
  ///
  /// - Throws: `Refusal` with everything that is wrong in it.
  static func read(_ text: String, file: String) throws(Refusal) -> NationalSeries {
    let findings = Findings()
    let fields = Fields(try YAMLReader.read(text, file: file), "", findings)
    if let format = fields.required("format"), format.text != "medaid-series/1" {
      fields.fault(format, "\(format.named) is not a format this program reads", key: "format")
    }
    let (source, confidence) = (fields.text("source") ?? "", fields.text("confidence") ?? "")
    let years = fields.list("years").enumerated().compactMap { index, node -> Year? in
      let one = Fields(node, "years[\(index + 1)]", findings)
      defer { one.refuseUnknown() }
      guard let year = one.integer("year", in: 1990...2100),
        let enrollees = one.number("enrollees", in: 1...1e6), let discharges = one.number("discharges", in: 1...1e6),
        let cost = one.number("inpatientCost", in: 1...1e6), let assistance = one.number("assistance", in: 1...1e6)
      else { return nil }
      return Year(
        year: year, enrollees: enrollees, discharges: discharges, inpatientCost: cost, assistance: assistance)
    }
    var series = NationalSeries(years: years, source: source, confidence: confidence)
    series.incomes = byYear("incomes", fields)
    series.holders = byYear("holders", fields)
    fields.refuseUnknown()
    try findings.refuseIfAny()
    return series
  }
}
