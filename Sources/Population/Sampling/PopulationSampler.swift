import Input
import Rules
import Settlement

/// Draws people of a place with their year of illness, block by block.
///
/// The composition of the population (households, members, incomes, identities) is keyed with replicate 0 and is the
/// same in every replicate; illness, and how families answer to it, are keyed with the replicate. Composition is drawn
/// an allotment at a time and kept for the next replicate of the same households.
public struct PopulationSampler: ~Copyable {
  /// The place whose people are drawn.
  public let place: PlaceModel
  /// How they fall ill.
  public let illness: IllnessModel
  /// The days of the benefit year.
  var calendar: YearCalendar { thisYear.calendar }
  /// The benefit year.
  public let year: Int
  let vocabulary: Vocabulary
  let random: Philox
  let tables: HouseholdTables
  let care: CareTables
  let thisYear: CareYear
  let yearBefore: CareYear
  /// Facts of a person by 2 × insurance + need of maintenance treatment.
  let personFacts: [Facts]
  let severelyDisabled: UInt64
  /// Identities that people hold for themselves, as bits: without a stated overlap nobody holds two.
  let ownIdentities: UInt64
  /// Identities of persons as they are given out.
  let ownOrder: [Int]
  var allotment = Allotment()
  var replicateYear = AllotmentYear()
  /// When each household of the allotment arrives that runs for an identity.
  var arrivals = [Double](repeating: .infinity, count: Allotment.size)

  /// Whose year before is drawn; it moves nothing else.
  public var yearsBefore = YearsBefore.ofWarned
  /// Identities whose holders' households are recognised under none of the rules, as bits: their year before is not
  /// drawn, which moves nothing else.
  public var neverRecognised: UInt64 = 0
  /// How people answer to another price; nil where they use care as the illness model has it.
  public var response: PreparedResponse?

  /// Prepares the tables.
  ///
  /// - Parameter usePriceLevel: false draws every place at the national prices of the illness file.
  /// - Throws: `Refusal` where the shares of the place or the targets of the illness model cannot be met together.
  public init(
    place: PlaceModel, illness: IllnessModel, year: Int, seed: UInt64, vocabulary: Vocabulary,
    usePriceLevel: Bool = true
  ) throws(Refusal) {
    if let fault = place.fault { throw fault }
    guard (1900...9000).contains(year) else {
      throw Refusal(Diagnostic(at: Place(file: place.file, line: 1), key: "year", "there are no people of \(year)"))
    }
    care = try CareTables(illness, priceLevel: usePriceLevel ? place.priceLevel : 1, levels: place.hospitalLevels)
    tables = HouseholdTables(place)
    thisYear = CareYear(year, illness)
    yearBefore = CareYear(year - 1, illness)
    personFacts = InsuranceType.allCases.flatMap { kind in
      [false, true].map { Facts(insurance: kind, needsMaintenance: $0) }
    }
    severelyDisabled = vocabulary.identity("severelyDisabled").map { 1 << UInt64($0) } ?? 0
    ownIdentities = place.identities.reduce(0) { $0 | 1 << UInt64($1.identity) }
    ownOrder = place.ownOrder ?? Array(place.identities.indices)
    random = Philox(seed: seed)
    self.place = place
    self.illness = illness
    self.year = year
    self.vocabulary = vocabulary
  }

  /// Refuses what no people can be drawn of, without preparing to draw them.
  ///
  /// - Throws: `Refusal` where the shares of the place or the targets of the illness model cannot be met together.
  public static func refuseImpossible(_ place: PlaceModel, _ illness: IllnessModel) throws(Refusal) {
    if let fault = place.fault { throw fault }
    _ = try Calibration(illness)
  }

  /// Draws the households of a range of numbers; what the block held before is gone.
  ///
  /// The result depends on seed, replicate and the numbers of the households alone: any cutting of a range into parts
  /// gives the same people.
  public mutating func draw(replicate: UInt64, households: Range<UInt64>, into block: inout PopulationBlock) {
    draw(replicate: replicate, households: households, .all, into: &block)
  }
}
