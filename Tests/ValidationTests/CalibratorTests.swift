import Input
import Population
import Rules
import Testing

@testable import Validation

/// A calibration of two costs on few people, towards figures that the profile gives on the same people.
@Suite struct CalibratorTests {
  private static let people = 1_000
  private static let seed: UInt64 = 5
  private let library: RuleLibrary
  private let place: PlaceModel
  /// The profile that the figures are of.
  private let profile: String

  init() throws {
    library = try RuleLibrary()
    place = try .shipped("national", vocabulary: library.vocabulary)
    profile = try SmallProfile.text()
  }

  private func figures(_ measures: [Measure]) throws -> [PublishedFigure] {
    var validator = try Validator(
      place: place, illness: SmallProfile.model(library.vocabulary), library: library, seed: Self.seed)
    validator.settles = false
    let wanted = try PublishedReader.shipped().filter { $0.use == .calibrated && measures.contains($0.measure) }
    return try validator.run(wanted, people: Self.people, threads: 2).map { row in
      var figure = row.figure
      figure.value = row.simulated.value
      figure.uncertainty = row.simulated.value / 1_000
      return figure
    }
  }

  private func parameter(_ path: String, _ bounds: ClosedRange<Double>) -> CalibrationPlan.Parameter {
    CalibrationPlan.Parameter(path: path, bounds: bounds, line: 3)
  }

  private func run(
    _ plan: CalibrationPlan, from profile: ProfileText, threads: Int = 2, iterations: Int = 60,
    report: (Int, Double) -> Bool = { _, _ in true }
  ) throws -> Calibrator.Outcome {
    try Calibrator(plan, file: "t.yaml", profile: profile, place: place, library: library, threads: threads)
      .run(people: Self.people, iterations: iterations, seed: Self.seed, report: report)
  }

  @Test func perturbedParametersAreMovedBack() throws {
    let plan = CalibrationPlan(
      parameters: [parameter("outpatient.cost", 50...300), parameter("hospitals.levelCost[3]", 0.8...3)],
      figures: try figures([.costPerOutpatientVisit, .tertiaryCostOverAll]))
    var changed = try ProfileText(profile, file: "p.yaml")
    try changed.set("outpatient.cost", to: 210)
    try changed.set("hospitals.levelCost[3]", to: 1)
    let outcome = try run(plan, from: changed)
    #expect(outcome.converged)
    #expect(outcome.parameters.map(\.before) == [210, 1] && !outcome.parameters.contains { $0.atBound })
    #expect(abs(outcome.parameters[0].after / 120 - 1) < 0.02, "\(outcome.parameters[0].after)")
    #expect(abs(outcome.parameters[1].after / 1.5 - 1) < 0.03, "\(outcome.parameters[1].after)")
    for (before, after) in zip(outcome.before, outcome.after) {
      #expect(abs(after.ratio - 1) < abs(before.ratio - 1) / 2)
    }
    // The new file can be read, has the numbers, and says what they were calibrated to.
    _ = try IllnessModel.read(outcome.text, file: "n.yaml", vocabulary: library.vocabulary)
    let new = try ProfileText(outcome.text, file: "n.yaml")
    #expect(outcome.parameters.allSatisfy { new.number($0.path)?.value == $0.after })
    let met = plan.figures.map(\.measure.rawValue).joined(separator: ", ")
    #expect(outcome.text.ranges(of: "reason: \"calibrated to \(met); before: of the test\"").count == 2)
    let lost = Set(profile.split(separator: "\n")).subtracting(outcome.text.split(separator: "\n"))
    #expect(lost.count == 3, "two numbers and the reason of both: \(lost)")
  }

  /// Bytes and the distance of every iteration, which tells what few iterations may round away.
  @Test func theSameSeedGivesTheSameBytes() throws {
    let plan = CalibrationPlan(
      parameters: [parameter("outpatient.cost", 50...300)], figures: try figures([.costPerOutpatientVisit]))
    var changed = try ProfileText(profile, file: "p.yaml")
    try changed.set("outpatient.cost", to: 180)
    var distances: [[UInt64]] = []
    let outcomes = try [1, 2].map { threads in
      distances.append([])
      return try run(plan, from: changed, threads: threads, iterations: 4) { _, distance in
        distances[distances.count - 1].append(distance.bitPattern)
        return true
      }
    }
    #expect(distances[0] == distances[1] && distances[0].count == 4)
    #expect(outcomes[0].text == outcomes[1].text && outcomes[0].text != changed.text)
    #expect(!outcomes[0].converged)
  }

  /// A figure cannot be 80 and 300 at once: the search ends between them, and neither is met.
  @Test func figuresThatContradictEachOtherAreNotMet() throws {
    var figures = try figures([.costPerOutpatientVisit])
    figures.append(figures[0])
    for (index, value) in [80.0, 300].enumerated() {
      figures[index].value = value
      figures[index].uncertainty = 20
    }
    let plan = CalibrationPlan(parameters: [parameter("outpatient.cost", 50...400)], figures: figures)
    let outcome = try run(plan, from: try ProfileText(profile, file: "p.yaml"))
    #expect(outcome.converged && outcome.after.count == 2 && outcome.after.allSatisfy { !$0.agrees })
    #expect((160...225).contains(outcome.parameters[0].after))
  }

  /// What is wanted lies beyond the bounds: the parameter goes to the bound, and that is said.
  @Test func aParameterThatIsWantedFurtherIsAtItsBound() throws {
    let plan = CalibrationPlan(
      parameters: [parameter("outpatient.cost", 125...145)], figures: try figures([.costPerOutpatientVisit]))
    var changed = try ProfileText(profile, file: "p.yaml")
    try changed.set("outpatient.cost", to: 135)
    let outcome = try run(plan, from: changed, iterations: 15)
    #expect(outcome.parameters.map(\.atBound) == [true])
    #expect((125...125.3).contains(outcome.parameters[0].after))
  }

  @Test func tooFewPeopleEndTheCalibrationBeforeTheSearch() throws {
    let plan = CalibrationPlan(
      parameters: [parameter("outpatient.cost", 50...300)],
      figures: try PublishedReader.shipped().filter { $0.measure == .primaryCostOverHospitals })
    // Only patients of the one listed disease are ever at level 1.
    let profile = profile.replacing("value: [0.2, 0.3, 0.5]", with: "value: [0, 0.5, 0.5]")
    #expect(throws: Refusal.self) {
      try Calibrator(
        plan, file: "t.yaml", profile: try ProfileText(profile, file: "p.yaml"), place: place, library: library,
        threads: 1
      ).run(people: 100, iterations: 9, seed: 1) { _, _ in
        Issue.record("the search began")
        return false
      }
    }
  }
}
