import Input
import Population
import Rules

/// Settles the people of a place with ambiguous clauses read otherwise: each alone, and several at once.
///
/// Set 0 is the document as the scenario reads it, set 1 + i the alternative i alone; behind them come the sets of several.
public struct ReadingsRunner: Sendable {
  /// Whose people, and whose own rules.
  public let place: PlaceModel
  /// Every other way to read a clause that can stand beside the scenario's patches, in the document's order.
  public let alternatives: [ReadingAlternative]
  /// Those that cannot, with the reason.
  public let unsettled: [(alternative: ReadingAlternative, reason: String)]
  /// Sets of several that there is room for.
  public static let setsOfSeveral = 2
  /// Households of a group, about; errors rest on the spread between groups.
  public var householdsOfAGroup: UInt64 { runner.householdsOfAGroup }

  private let runner: RuleSetRunner
  private let scenario: Scenario
  private let library: RuleLibrary
  private let file: RuleFile

  /// - Parameters:
  ///   - slice: sets that are settled at a time, which results do not depend on; nil for what suits the memory.
  /// - Throws: `Refusal` where the place has no rules of its own, or people cannot be made so.
  public init(
    _ scenario: Scenario, place: PlaceModel, library: RuleLibrary, threads: Int, slice: Int? = nil
  ) throws(Refusal) {
    let id = place.jurisdiction
    guard let file = library.file(id) else {
      throw Refusal(
        Diagnostic(
          at: Place(file: scenario.file, line: 1), key: "places", "there are no rules of \(id)",
          hint: "add the rule file to the folder of --rules"))
    }
    let base = try Self.variant([:], scenario, file, library)
    var alternatives: [ReadingAlternative] = []
    var unsettled: [(ReadingAlternative, String)] = []
    var variants = [base]
    for reading in base.plan.book.readings {
      let chosen = scenario.readings[reading.id] ?? reading.standard
      for option in reading.options where option.letter != chosen {
        let alternative = ReadingAlternative(reading: reading, option: option, chosen: chosen)
        do throws(Refusal) {
          variants.append(try Self.variant([reading.id: option.letter], scenario, file, library))
          alternatives.append(alternative)
        } catch {
          unsettled.append((alternative, error.diagnostics.first?.reason ?? ""))
        }
      }
    }
    variants += Array(repeating: base, count: Self.setsOfSeveral)
    runner = try RuleSetRunner(
      scenario, variants, place: place, library: library, figures: [], threads: threads, slice: slice)
    (self.place, self.alternatives, self.unsettled) = (place, alternatives, unsettled)
    (self.scenario, self.library, self.file) = (scenario, library, file)
  }

  /// The sums of the document as it is read and of each alternative alone.
  public func simulateAlone(_ progress: Progress) async throws -> RuleSetSums {
    try await runner.simulate(0..<1 + alternatives.count, progress)
  }

  /// Puts alternatives together, one after the other; one that cannot stand beside those before it is left out.
  ///
  /// - Parameter wanted: indices of alternatives; of one reading the first is taken.
  public func set(of wanted: [Int]) -> ReadingSet {
    var members: [Int] = [], letters: [String: String] = [:]
    var leftOut: [(Int, String)] = []
    for index in wanted where letters[alternatives[index].reading.id] == nil {
      var tried = letters
      tried[alternatives[index].reading.id] = alternatives[index].option.letter
      do throws(Refusal) {
        _ = try Self.variant(tried, scenario, file, library)
        members.append(index)
        letters = tried
      } catch {
        leftOut.append((index, error.diagnostics.first?.reason ?? ""))
      }
    }
    return ReadingSet(members: members, leftOut: leftOut)
  }

  /// The sums of sets of several, to be merged with those of each alone.
  ///
  /// - Parameter sets: `setsOfSeveral` at most; the first is settled as set 1 + the number of alternatives.
  public func simulate(_ sets: [ReadingSet], _ progress: Progress) async throws -> RuleSetSums {
    let first = 1 + alternatives.count
    var variants = runner.variants
    for (number, set) in sets.prefix(Self.setsOfSeveral).enumerated() {
      let letters = set.members.map { (alternatives[$0].reading.id, alternatives[$0].option.letter) }
      variants[first + number] = try Self.variant(
        Dictionary(letters) { one, _ in one }, scenario, file, library)
    }
    return try await runner.settling(variants).simulate(first..<variants.count, progress)
  }

  /// The place's own rules with some clauses read otherwise, in the year before as well.
  private static func variant(
    _ letters: [String: String], _ scenario: Scenario, _ file: RuleFile, _ library: RuleLibrary
  ) throws(Refusal) -> Variant {
    var scenario = scenario
    scenario.readings.merge(letters) { _, other in other }
    let builder = VariantBuilder(
      scenario: scenario, library: library, common: try CommonInsurance(vocabulary: library.vocabulary))
    return try builder.variant(of: file, under: [], before: nil)
  }
}
