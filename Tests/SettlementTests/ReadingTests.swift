import Input
import Rules
import Settlement
import Testing

/// Every other reading of every ambiguous clause can be switched on, and matters to somebody.
@Suite struct ReadingTests {
  /// One option that is not the default.
  struct Switch: CustomTestStringConvertible, Sendable {
    var file: String
    var id: String
    var letter: String
    var testDescription: String { "\(file) \(id) \(letter)" }
  }

  static var switches: [Switch] {
    ((try? Shipped.library())?.files ?? []).flatMap { file in
      file.book.readings.flatMap { reading in
        reading.options.filter { $0.letter != reading.standard }.map {
          Switch(file: file.id, id: reading.id, letter: $0.letter)
        }
      }
    }
  }

  @Test func thereAreReadings() { #expect(Self.switches.count > 40) }

  @Test(arguments: switches)
  func moves(one: Switch) throws {
    let library = try Shipped.library()
    let file = try #require(library.file(one.file))
    // Guizhou's tilt is without a standard until somebody gives one.
    let known =
      one.file == "guizhou" ? [Self.patch("parameters.tiltRate", "50"), Self.patch("parameters.tiltCap", "none")] : []
    // Banan uses no proxy of its own until a reading brings in the earlier benefits.
    let alongside = one.file == "banan" && one.id == "X-10" ? ["BN-4": "B"] : [:]
    let book = try file.book(readings: alongside, stages: [known])
    let switched = try file.book(readings: alongside.merging([one.id: one.letter]) { $1 }, stages: [known])
    let usual = Settler(Plan(book, year: 2023)), other = Settler(Plan(switched, year: 2023))
    if one.id == "GZ-1" {
      // It acts on the recognition of patients, which only the simulation knows.
      #expect(usual.plan.recognitionLine < other.plan.recognitionLine)
      return
    }
    var people = RandomPeople(seed: 23, vocabulary: library.vocabulary, year: 2023)
    let moved = (0..<30_000).contains { _ in
      let person = people.next()
      let (a, b) = (usual.outcome(person).total, other.outcome(person).total)
      return (a.assistance, a.tilted, a.premiumSubsidy) != (b.assistance, b.tilted, b.premiumSubsidy)
    }
    #expect(moved)
  }

  private static func patch(_ path: String, _ value: String) -> Patch {
    let place = Place(file: "test", line: 1)
    return Patch(
      path: path.split(separator: ".").map(String.init), value: Node(.scalar(value, quoted: false), at: place),
      place: place)
  }
}
