import Input
import Money
import Population
import Rules

/// What a run is to compute: whose people, whose rules, which changes (docs/scenario-file.md).
public struct Scenario: Sendable {
  /// More replicates than this would not fit a tally.
  public static let replicateLimits = 1...100_000
  /// Every seed that the random numbers can begin with.
  public static let seedLimits = UInt64.min...UInt64.max
  /// Thinner samples of the households without an identity say nothing of them.
  public static let othersLimits = 1...1_000
  /// More people than this live nowhere.
  public static let peopleLimits = 1...2_000_000_000

  /// An appropriation to hold spending against.
  public struct Budget: Sendable {
    /// Whose fund.
    public var place: String
    /// Yuan for assistance and premium subsidy in the year.
    public var amount: Yuan
  }

  /// The scenario file as named to the program, for messages.
  public var file: String
  /// Short name, shown in reports and in the manifest.
  public var name: String
  /// Title of the reports; the name where the file gives none.
  public var title: String
  /// Benefit year: parameters, premium and legal dates of that year.
  public var year: Int
  /// Whether rules act only within their legal dates; false settles as if in force all year.
  public var isDated: Bool
  /// Start of the random numbers; equal seeds give equal people and luck.
  public var seed: UInt64
  /// Times the year is repeated with the same people and other luck.
  public var replicates: Int
  /// People drawn in each place.
  public var people: Int
  /// Of households in which nobody holds an identity, one in so many is drawn and stands for as many; 1 draws all.
  public var othersEvery: Int
  /// Identifiers of the places whose people are drawn.
  public var places: [String]
  /// The places themselves, in the same order.
  public var placeModels: [PlaceModel]
  /// How people fall ill; the program's own model where the file names none.
  public var illness: IllnessModel
  /// Identifiers of the rule files; the places' own where the file names none.
  public var jurisdictions: [String]
  /// Whether every jurisdiction is also settled on the people of every place.
  public var comparison: Bool
  /// What of the comparison is settled.
  public var comparisonParts: [ComparisonPart]
  /// Replicates of the comparison; its differences are paired, so few are enough.
  public var comparisonReplicates: Int
  /// Replicates of each moved assumption.
  public var sensitivityReplicates: Int
  /// What is uncertain beyond the luck of who falls ill.
  public var uncertainty: Uncertainty
  /// Years after the scenario's own that are simulated too, in rising order; empty for none.
  public var yearsAhead: [Int]
  /// How they differ.
  public var trend: Trend
  /// Letter of the chosen reading by its identifier in the rule files; absent ones keep the default.
  public var readings: [String: String]
  /// Patches for the whole run by jurisdiction, applied after those of readings and reforms.
  public var patches: [String: [Patch]]
  /// Each is compared with the rules without it, never with another.
  public var reforms: [Reform]
  /// Paths of the reform files that the command line added, of each such reform; the last of `reforms` are made of them.
  public var stacks: [[String]] = []
  /// How sure a figure was to be, for which so many people and replicates are drawn; nil where they are as stated.
  public var precision: PrecisionGoal?
  /// Nil where no spending is held against an appropriation.
  public var budget: Budget?
  /// Run although a document has no force in the year.
  public var allowsOutOfForce: Bool
  /// When the funds pay what they owe, and what is known of the year at hand.
  public var cash = CashTerms()
  /// How use answers to what patients pay; nil where it does not.
  public var response: ResponseTerms?
  /// Accounts of the places' funds, at most one a place.
  public var accounts: [Account] = []
  /// Where the file names each jurisdiction, or the place whose rules it takes for that reason; for messages.
  var namedAt: [String: NamedAt] = [:]

  /// What is uncertain as it was drawn for each replicate.
  public var draws: [ParameterDraw] {
    (0..<replicates).map { ParameterDraw(uncertainty, trend, ahead: yearsAhead.count, seed: seed, replicate: $0) }
  }

  /// A key of the scenario file and the line of one of its names.
  struct NamedAt: Sendable {
    var place: Place
    var key: String
  }
}
