import Foundation
import Input
import Population
import Rules
import Testing

@testable import Simulation

/// Reforms in files of their own: those that are shipped, stacks of several, and such as begin later.
@Suite struct ReformFileTests {
  private static let shipped = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../scenarios/reforms").standardized.path

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: shipped)) ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
  }

  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  private func scenario(
    _ extra: String, stacks: [[String]] = [], files: [String: String]? = nil, file: String = "s.yaml"
  ) throws -> Scenario {
    try ScenarioReader(library: library, places: try PlaceName.shipped(), files: files).read(
      "format: medaid-scenario/1\nname: s\nyear: 2023\npeople: 300\nreplicates: 1\n\(extra)\n", file: file,
      stacks: stacks)
  }

  /// A reform of provisions that are written as `name: {PATH: value}`.
  private func reform(_ name: String, _ provisions: [String], extra: String = "") -> String {
    """
    format: medaid-reform/1
    name: \(name)
    title: \(name) in words
    author: the bureau
    reason: it is due
    \(extra)
    provisions:
    \(provisions.map { "  - \($0)" }.joined(separator: "\n"))
    """
  }

  @Test(arguments: names)
  func everyShippedReformStandsWhateverIsLeftOutOfIt(name: String) throws {
    let place = String(name.prefix { $0 != "-" })
    let file = "\(Self.shipped)/\(name)"
    let text = try InputFile.text(file)
    let from = try ReformFile.read(text, file: file, library: library).from ?? 2023
    let scenario = try scenario(
      "places: [\(place)]" + (from > 2023 ? "\nyears: 2023-\(from)" : ""), stacks: [[file]])
    try scenario.refuseBadPatches(library)
    var late = scenario
    late.year = from
    let sets = try ProvisionSets(late, scenario.reforms[0], scenario.placeModels[0], library)
    #expect(try sets.variants().count == 1 << scenario.reforms[0].provisions.count)
    #expect(scenario.reforms[0].name + ".yaml" == name)
  }

  @Test func aScenarioNamesReformsFromItsFolder() throws {
    let text = reform("more", ["{name: rate, title: Rates, set: {guizhou.benefits.pool.rate.III: 70}}"])
    let files = ["x/reforms/more.yaml": text]
    let scenario = try scenario(
      "places: [guizhou]\nreforms: [{file: reforms/more.yaml}]", files: files, file: "x/s.yaml")
    let found = scenario.reforms[0]
    #expect(found.name == "more" && found.title == "more in words")
    #expect(found.files.map(\.author) == ["the bureau"] && found.files.map(\.reason) == ["it is due"])
    #expect(
      found.provisions.map(\.title) == ["Rates"] && found.patches["guizhou"]?.map(\.name) == ["benefits.pool.rate.III"])
    #expect(scenario.reformFiles.map(\.text) == [text])
  }

  @Test func anInlineReformIsOneProvision() throws {
    let found = try scenario(
      "places: [guizhou]\nreforms: [{name: a, title: A b, set: {guizhou.benefits.pool.rate.III: 70}}]"
    ).reforms[0]
    #expect(found.provisions.map(\.name) == ["a"] && found.provisions.map(\.title) == ["A b"] && found.files.isEmpty)
  }

  @Test func aStackHasAllProvisionsInOrderAndTellsEqualNamesApart() throws {
    let files = [
      "a.yaml": reform(
        "a",
        [
          "{name: rate, set: {guizhou.benefits.pool.rate.III: 70}}",
          "{name: x, set: {guizhou.benefits.pool.rate.I: 99}}",
        ]),
      "b.yaml": reform("b", ["{name: rate, title: T, set: {guizhou.benefits.pool.rate.II: 75}}"]),
    ]
    let stack = try scenario("places: [guizhou]", stacks: [["a.yaml", "b.yaml"], ["b.yaml"]], files: files).reforms
    #expect(stack.map(\.name) == ["a+b", "b"])
    #expect(stack[0].provisions.map(\.name) == ["a/rate", "x", "b/rate"])
    #expect(stack[0].provisions.map(\.title) == ["a/rate", "x", "T"])
    #expect(stack[0].patches["guizhou"]?.map(\.name) == ["III", "I", "II"].map { "benefits.pool.rate.\($0)" })
    // A scenario can stack them too.
    let named = try scenario("places: [guizhou]\nreforms: [{file: [a.yaml, b.yaml]}]", files: files).reforms
    #expect(named.map(\.name) == ["a+b"])
  }

  @Test(arguments: [
    ([["a.yaml", "a.yaml"]], "command line: --reform: the reform a is named twice (name each reform once)"),
    ([["a.yaml"], ["a.yaml"]], "command line: --reform: another reform is named a (name each reform once)"),
    (
      [["a.yaml", ""]],
      "command line: --reform: \"\" is not the path of a reform file (its name ends in .yaml; + stands between two files)"
    ),
    (
      [["a.yaml", "x/a.yaml"]],
      "command line: --reform: a.yaml and x/a.yaml are two reforms in files of one name (rename one of the files: a run keeps "
        + "both in one folder)"
    ),
  ])
  func oneReformTwiceIsRefused(stacks: [[String]], message: String) throws {
    let files = [
      "a.yaml": reform("a", ["{name: rate, set: {guizhou.benefits.pool.rate.III: 70}}"]),
      "x/a.yaml": reform("b", ["{name: rate, set: {guizhou.benefits.pool.rate.II: 70}}"]),
    ]
    let refusal = #expect(throws: Refusal.self) { try scenario("places: [guizhou]", stacks: stacks, files: files) }
    #expect(refusal?.description == "error: " + message)
  }

  @Test func overlappingProvisionsOfTwoFilesAreNamed() throws {
    let files = [
      "a.yaml": reform("a", ["{name: one, set: {guizhou.benefits.pool.rate.III: 70}}"]),
      "b.yaml": reform("b", ["{name: two, set: {guizhou.benefits.pool.rate.III: 70}}"]),
    ]
    let scenario = try scenario("places: [guizhou]", stacks: [["a.yaml", "b.yaml"]], files: files)
    let refusal = #expect(throws: Refusal.self) { try scenario.refuseBadPatches(library) }
    #expect(
      refusal?.description == """
        error: b.yaml:8: guizhou.benefits.pool.rate.III: the provisions one and two both set this path (keep one of them)
        """)
  }

  @Test func aReformThatBeginsLaterChangesThatYearAndNoneBefore() throws {
    let later = reform("later", ["{name: d, set: {guizhou.benefits.pool.deductible.III: 500}}"], extra: "from: 2025")
    let scenario = try scenario(
      "places: [guizhou]\nyears: 2023-2026\nsensitivityReplicates: 0", stacks: [["l.yaml"]], files: ["l.yaml": later])
    try scenario.refuseBadPatches(library)
    let plan = try Runner(
      scenario, library: library, places: scenario.placeModels, illness: scenario.illness, threads: 1
    ).plan()
    var amounts: [Int: [Quantity.Amount?]] = [:]
    for job in plan.jobs {
      amounts[job.base.year] = job.base.ownRules(replicates: 1).variants.map {
        $0.variant.plan.book.benefits.first?.limits.deductible["III"]?.amount(in: job.base.year).amount
      }
    }
    #expect(amounts[2023] == [.number(1_000_00), .number(1_000_00)] && amounts[2024] == amounts[2023])
    #expect(amounts[2025] == [.number(1_000_00), .number(500_00)] && amounts[2026] == amounts[2025])
  }
}
