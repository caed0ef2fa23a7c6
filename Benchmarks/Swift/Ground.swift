import Population
import Rules
import Settlement

/// What all measurements stand on: a place whose people are drawn, and the five rule sets.
struct Ground {
  /// In the order in which files and programs list them.
  static let jurisdictions = ["bazhong", "banan", "dianjiang", "kaizhou", "guizhou"]

  let options: Options
  let vocabulary: Vocabulary
  let library: RuleLibrary
  let place: PlaceModel
  let illness: IllnessModel
  let households: UInt64
  let plans: [Plan]

  init(_ options: Options) throws {
    self.options = options
    let library = try RuleLibrary()
    self.library = library
    vocabulary = library.vocabulary
    let id = options.place == Options.nowhere ? "guizhou" : options.place
    place = try PlaceModel.shipped(id, vocabulary: vocabulary)
    illness = try IllnessModel.shipped(vocabulary: vocabulary)
    households = place.households(forPeople: options.people)
    plans = Self.jurisdictions.compactMap { library.file($0).map { Plan($0.book, year: Options.year) } }
  }

  /// Everybody in the first replicate.
  func people() throws -> PopulationBlock {
    var block = PopulationBlock()
    var sampler = try sampler()
    sampler.draw(replicate: 1, households: 0..<households, into: &block)
    return block
  }

  /// The people of a file: of the place, or invented.
  func sample() throws -> Sample {
    options.place == Options.nowhere ? Invented(vocabulary).sample(options.people) : Sample(try people())
  }

  /// A sampler of the place's people.
  func sampler() throws -> PopulationSampler {
    try PopulationSampler(
      place: place, illness: illness, year: Options.year, seed: Options.seed, vocabulary: vocabulary)
  }
}
