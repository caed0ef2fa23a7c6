import Cases
import Foundation
import Input
import Population
import Reports
import Rules
import Settlement
import Testing

@testable import Simulation
@testable import Synthesis

/// Settling a synthesised case file gives what the simulation gives for the same people.
@Suite struct CaseRoundTripTests {
  private static let people = 4_000

  @Test(arguments: ["bazhong", "banan", "dianjiang", "kaizhou", "guizhou"])
  func settlingTheCasesGivesWhatTheSimulationGives(jurisdiction: String) throws {
    let library = try RuleLibrary()
    // Its own people, and those of another place, who hold other identities.
    for place in [jurisdiction, jurisdiction == "guizhou" ? "banan" : "guizhou"] {
      let request = Synthesizer.Request(
        year: 2023, seed: 11, replicate: 3, people: Self.people, jurisdictions: [place: [jurisdiction]])
      let found = try settled(try synthesized(request, place, library), library)
      let expected = try simulated(request, place, jurisdiction, library)
      #expect(Set(found.keys).isSubset(of: expected.keys))
      #expect(found.count > Self.people / 2)
      for (person, year) in expected {
        // Who is not in the case file had neither care nor an identity.
        if let case_ = found[person] { #expect(case_ == year, "\(person)") } else { #expect(year.isEmpty, "\(person)") }
      }
      #expect(expected.values.contains { $0.total.assistance > .zero })
    }
  }

  /// A person's year as settled.
  private struct Year: Equatable {
    var total: PersonResult
    var episodes: [EpisodeResult]

    /// Nothing was paid and nothing cost anything; the premium's standard amount is there all the same.
    var isEmpty: Bool { episodes.isEmpty && total.premiumSubsidy == .zero }
  }

  /// The lines of the case file.
  private func synthesized(
    _ request: Synthesizer.Request, _ place: String, _ library: RuleLibrary
  ) throws -> [String] {
    try inFreshFolder { root in
      var folder = ReportFolder(root + "/out")
      let synthesizer = Synthesizer(
        request, illness: try IllnessModel.shipped(vocabulary: library.vocabulary), vocabulary: library.vocabulary)
      _ = try synthesizer.write(
        [try PlaceModel.shipped(place, vocabulary: library.vocabulary)], to: &folder, byteOrderMark: false)
      try folder.commit()
      return try InputFile.text(root + "/out/cases.jsonl").split(separator: "\n").map(String.init)
    }
  }

  private func settled(_ lines: [String], _ library: RuleLibrary) throws -> [String: Year] {
    var settler = CaseSettler(library)
    var years: [String: Year] = [:]
    for (index, line) in lines.enumerated() {
      for outcome in try settler.settle(JSONReader.read(line, file: "\(index + 1)"), explain: false) {
        let person = try #require(outcome.personID)
        #expect(years.updateValue(Year(total: outcome.total, episodes: outcome.episodes), forKey: person) == nil)
      }
    }
    return years
  }

  /// The same people through the simulation's settler, in households that never apply within the year.
  private func simulated(
    _ request: Synthesizer.Request, _ place: String, _ jurisdiction: String, _ library: RuleLibrary
  ) throws -> [String: Year] {
    let model = try PlaceModel.shipped(place, vocabulary: library.vocabulary)
    var sampler = try PopulationSampler(
      place: model, illness: try IllnessModel.shipped(vocabulary: library.vocabulary), year: request.year,
      seed: request.seed, vocabulary: library.vocabulary)
    var block = PopulationBlock()
    sampler.draw(
      replicate: request.replicate, households: 0..<model.households(forPeople: request.people), into: &block)
    let book = try #require(library.file(jurisdiction)).book
    let settler = HouseholdSettler(Plan(book, year: request.year), before: Plan(book, year: request.year - 1))
    var years: [String: Year] = [:]
    for var household in block.households {
      (household.applies, household.appliesWarned) = (false, false)
      settler.settle(household, block)
      for (member, total) in settler.totals.enumerated() {
        years[household.name(ofMember: member, in: place)] = Year(total: total, episodes: settler.episodes(of: member))
      }
    }
    return years
  }
}

/// Gives a fresh folder that is removed afterwards, whatever happens.
func inFreshFolder<R>(_ body: (String) throws -> R) throws -> R {
  let root = NSTemporaryDirectory() + "synthesis-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: root) }
  return try body(root)
}
