import Foundation
import Input
import Population
import Reports
import Rules
import Testing

@testable import Synthesis

@Suite struct SynthesisTableTests {
  private static let files = ["cases.jsonl", "episodes.csv", "households.csv", "identities.csv", "persons.csv"]

  /// The files of a synthesis by name, each as rows of cells (no cell of these tables needs quotes).
  private func tables(_ places: [String], people: Int = 600, seed: UInt64 = 5) throws -> [String: [[String]]] {
    let vocabulary = try Vocabulary.shared()
    return try inFreshFolder { root in
      var folder = ReportFolder(root + "/out")
      let request = Synthesizer.Request(year: 2023, seed: seed, replicate: 1, people: people)
      let counts = try Synthesizer(
        request, illness: try IllnessModel.shipped(vocabulary: vocabulary), vocabulary: vocabulary
      ).write(try places.map { try PlaceModel.shipped($0, vocabulary: vocabulary) }, to: &folder, byteOrderMark: false)
      #expect(counts.map(\.place) == places)
      #expect(try FileManager.default.contentsOfDirectory(atPath: root).isEmpty, "nothing before the commit")
      try folder.commit()
      #expect(try FileManager.default.contentsOfDirectory(atPath: root + "/out").sorted() == Self.files)
      var tables: [String: [[String]]] = [:]
      for file in Self.files {
        tables[file] = try InputFile.text(root + "/out/" + file).split(separator: "\n").map {
          $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
      }
      return tables
    }
  }

  @Test func rowsBelongTogether() throws {
    let tables = try tables(["guizhou", "banan"])
    func column(_ file: String, _ name: String) throws -> [String] {
      let rows = try #require(tables[file])
      let index = try #require(rows[0].firstIndex(of: name))
      return rows.dropFirst().map { $0[index] }
    }
    let households = try column("households.csv", "household"), persons = try column("persons.csv", "person")
    #expect(Set(households).count == households.count)
    #expect(Set(persons).count == persons.count)
    #expect(Set(try column("persons.csv", "household")) == Set(households))
    #expect(try column("households.csv", "size").compactMap(Int.init).reduce(0, +) == persons.count)
    for file in ["identities.csv", "episodes.csv"] {
      #expect(Set(try column(file, "person")).isSubset(of: persons))
    }
    let episodes = zip(try column("episodes.csv", "person"), try column("episodes.csv", "episode")).map {
      $0 + "/" + $1
    }
    #expect(Set(episodes).count == episodes.count)
    let served = Set(try column("episodes.csv", "person")).union(try column("identities.csv", "person"))
    #expect(tables["cases.jsonl"]?.count == served.count)
  }

  @Test func thePartsOfACostAddUp() throws {
    let rows = try #require(try tables(["guizhou"])["episodes.csv"])
    let first = try #require(rows[0].firstIndex(of: "cost"))
    for row in rows.dropFirst() {
      let fen = row[first...].compactMap { Int($0.replacing(".", with: "")) }
      #expect(fen.count == 5 && fen[0] == fen[1...].reduce(0, +), "\(row)")
    }
  }

  @Test func equalSeedsGiveEqualFilesAndMorePeopleKeepTheFirst() throws {
    let one = try tables(["kaizhou"]), again = try tables(["kaizhou"]), more = try tables(["kaizhou"], people: 900)
    #expect(one == again)
    #expect(one != (try tables(["kaizhou"], seed: 6)))
    for file in Self.files {
      let rows = try #require(one[file]), longer = try #require(more[file])
      #expect(Array(longer.prefix(rows.count)) == rows, "\(file)")
    }
  }

  @Test func thePageExplainsEveryColumn() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: tests.deletingLastPathComponent().appending(path: "docs/synthesize.md"), encoding: .utf8)
    let columns =
      SynthesisColumns.households + SynthesisColumns.persons + SynthesisColumns.identities + SynthesisColumns.episodes
    for column in columns { #expect(page.contains("`\(column)`"), "\(column)") }
  }
}
