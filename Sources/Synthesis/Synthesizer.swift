import Cases
import Input
import Population
import Reports
import Rules
import Settlement
import Simulation

/// Draws people of places with their year of illness and writes them as tables and as cases (docs/synthesize.md).
///
/// They are the people that a simulation of the same place, year and seed draws in that replicate. Memory does not
/// grow with their number.
public struct Synthesizer {
  /// What is drawn.
  public struct Request: Sendable {
    /// Benefit year.
    public var year: Int
    /// Start of the random numbers.
    public var seed: UInt64
    /// Which year of luck, counted from 1 as the simulation counts.
    public var replicate: UInt64
    /// People of each place, about: households are drawn whole. At most the place's own population.
    public var people: Int
    /// Whose rules the cases name, by place; those of the place itself where it is not a key.
    public var jurisdictions: [String: [String]]

    /// Creates a request.
    public init(year: Int, seed: UInt64, replicate: UInt64, people: Int, jurisdictions: [String: [String]] = [:]) {
      self.year = year
      self.seed = seed
      self.replicate = replicate
      self.people = people
      self.jurisdictions = jurisdictions
    }
  }

  /// How many people were drawn in a place, and for how many they stand.
  public struct Count: Hashable, Sendable {
    /// The place's identifier.
    public var place: String
    /// Rows of persons.csv.
    public var persons: Int
    /// Lines of cases.jsonl: persons with care or an identity.
    public var cases: Int
    /// Residents of the place.
    public var residents: Int
  }

  /// Households drawn at once.
  private static let chunk: UInt64 = 256

  private let request: Request
  private let illness: IllnessModel
  private let vocabulary: Vocabulary
  private let progress: Progress

  /// Prepares a synthesis.
  public init(_ request: Request, illness: IllnessModel, vocabulary: Vocabulary, progress: Progress = Progress()) {
    self.request = request
    self.illness = illness
    self.vocabulary = vocabulary
    self.progress = progress
  }

  /// Draws the people of places and adds their files to a folder, which is still to be committed.
  ///
  /// - Throws: `Refusal` where a place's shares cannot be met; `ReportFailure` where writing fails.
  public func write(_ places: [PlaceModel], to folder: inout ReportFolder, byteOrderMark: Bool) throws -> [Count] {
    progress.expect(places.reduce(0) { $0 + Int(households($1)) })
    let files = try SynthesisFiles(in: &folder, byteOrderMark: byteOrderMark)
    return try places.map { try write($0, files) }
  }

  private func households(_ place: PlaceModel) -> UInt64 {
    place.households(forPeople: min(request.people, place.population))
  }

  private func write(_ place: PlaceModel, _ files: SynthesisFiles) throws -> Count {
    var sampler = try PopulationSampler(
      place: place, illness: illness, year: request.year, seed: request.seed, vocabulary: vocabulary)
    sampler.yearsBefore = .ofNobody
    let rows = SynthesisRows(place: place.id, vocabulary: vocabulary)
    let lines = CaseWriter(
      vocabulary: vocabulary, jurisdictions: request.jurisdictions[place.id] ?? [place.id], year: request.year)
    var count = Count(place: place.id, persons: 0, cases: 0, residents: place.population)
    var block = PopulationBlock()
    let all = households(place)
    var first: UInt64 = 0
    while first < all {
      let end = min(first + Self.chunk, all)
      sampler.draw(replicate: request.replicate, households: first..<end, into: &block)
      for household in block.households { try write(household, block, rows, lines, files, &count) }
      progress.add(Int(end - first))
      first = end
    }
    return count
  }

  private func write(
    _ household: Household, _ block: PopulationBlock, _ rows: SynthesisRows, _ lines: CaseWriter,
    _ files: SynthesisFiles, _ count: inout Count
  ) throws(ReportFailure) {
    try files.households.write(rows.household(household))
    for (member, index) in household.persons.enumerated() {
      let person = block.persons[Int(index)]
      let id = household.name(ofMember: member, in: rows.place)
      let held = block.identities[Int(person.identities.lowerBound)..<Int(person.identities.upperBound)]
      let care = block.episodes[Int(person.episodes.lowerBound)..<Int(person.episodes.upperBound)]
      try files.persons.write(rows.person(person, id, of: household))
      for identity in held { try files.identities.write(rows.identity(identity, of: id)) }
      for (number, episode) in care.enumerated() {
        try files.episodes.write(rows.episode(episode, number + 1, of: id))
      }
      count.persons += 1
      // Nothing is settled of somebody without care and without a share of the premium.
      guard !(held.isEmpty && care.isEmpty) else { continue }
      try files.cases.write(lines.line(id: id, sex: person.sex, person.year, held, care) + "\n")
      count.cases += 1
    }
  }
}
