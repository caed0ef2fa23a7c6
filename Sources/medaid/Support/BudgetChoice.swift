import Input
import Population
import Rules
import Simulation

/// What `budget` was asked for: a place, and files that say what is known of it.
struct BudgetChoice {
  let request: BudgetRequest

  /// - Throws: `Refusal` for a place that is not known, and with every defect of a file.
  init(
    place: String, file: String?, account: String?, scenario: String?, year: Int?, library: RuleLibrary
  ) throws(Refusal) {
    func read(_ path: String?) throws(Refusal) -> (text: String, name: String)? {
      guard let path else { return nil }
      return (try InputFile.text(path), path)
    }
    let model = try Self.place(place, library)
    let frame = try Self.frame(scenario, model, library)
    var request = try BudgetReader(library: library, place: model).read(
      try read(file), account: try read(account), scenario: frame,
      year: year ?? (scenario == nil ? nil : frame.year))
    request.scenario.year = request.year
    self.request = request
  }

  /// Refuses a document without force in the year of the budget, of which nothing would be paid.
  static func refuseWithoutForce(_ request: BudgetRequest, _ library: RuleLibrary) throws(Refusal) {
    let id = request.place.jurisdiction, scenario = request.scenario
    guard scenario.isDated, !scenario.allowsOutOfForce, let document = library.file(id)?.book.document else { return }
    switch document.standing(in: request.year) {
    case .inForce, .partOfYear: return
    case let standing:
      throw Refusal(
        Diagnostic(
          at: Place(file: "command line", line: 0), key: "--year",
          "the document of \(id) is \(standing.rawValue) in \(request.year)",
          hint: "name another year, or a scenario with mode: snapshot, or allow it with --allow-out-of-force"))
    }
  }

  private static func place(_ name: String, _ library: RuleLibrary) throws(Refusal) -> PlaceModel {
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return try PlaceModel.read(try InputFile.text(name), file: name, vocabulary: library.vocabulary)
    }
    let known = try PlaceName.shipped()
    guard let id = known.first(where: { $0.id == name || $0.chinese == name })?.id else {
      throw Refusal(
        Diagnostic(
          at: Place(file: "command line", line: 0), "\"\(name)\" is not a place",
          hint: PlaceFile.isSheet(name)
            ? "this is a fill-in sheet: medaid place check \(name) --write FILE.yaml makes a place file of it"
            : Spelling.hint(for: name, among: known.map(\.id), also: known.map(\.chinese))))
    }
    return try PlaceModel.shipped(id, vocabulary: library.vocabulary)
  }

  /// The scenario, or one that obeys legal dates, as whoever makes a budget has to.
  private static func frame(_ file: String?, _ place: PlaceModel, _ library: RuleLibrary) throws(Refusal) -> Scenario {
    let reader = ScenarioReader(library: library, places: try PlaceName.shipped())
    guard let file else {
      let text = """
        {format: medaid-scenario/1, name: budget, year: 2023, mode: dated, people: 100000, replicates: 10, places: [guizhou], \
        jurisdictions: [\(library.files.map(\.id).joined(separator: ", "))]}
        """
      return try reader.read(text, file: "budget")
    }
    let scenario = try reader.read(try InputFile.text(file), file: file)
    guard scenario.reforms.isEmpty else {
      throw Refusal(
        Diagnostic(
          at: Place(file: file, line: 1), key: "reforms",
          "a scenario's reforms are compared with each other, and a budget counts them one after the other",
          hint: "write those that the year brings under reforms: of the budget file"))
    }
    return scenario
  }
}
