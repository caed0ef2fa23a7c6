import Foundation
import Input
import Testing

@testable import Reports

/// Two runs side by side: luck alone raises no alarm, and what was changed is found where it was changed.
@Suite struct CompareTests {
  private static let scenario = """
    format: medaid-scenario/1
    name: compared
    year: 2023
    seed: 7
    people: 2000
    replicates: 2
    comparison: false
    sensitivityReplicates: 0
    places: [guizhou, banan]

    """

  private func write(_ path: String, seed: UInt64, more: String = "", people: Int = 2000) async throws {
    try await SmallRun.write(to: path, text: Self.scenario + more, seed: seed, people: people)
  }

  @Test func aRunAgainstItselfIsTheSame() async throws {
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/run")
      let found = try RunComparison(root + "/run", root + "/run/")
      #expect(!found.differs && found.inputs.isEmpty && found.sameYears)
      #expect(!found.cells.isEmpty && found.cells.allSatisfy { $0.verdict == .equal })
      // Microdata have no value with an error.
      #expect(
        Set(found.cells.map(\.table)) == [
          "burden.csv", "cash.csv", "comparison.csv", "fund-exposure.csv", "policy-impact.csv",
        ])
      #expect(CompareReport(found).markdown().contains("\nNothing differs.\n"))
    }
  }

  @Test func anotherSeedRaisesNoMoreAlarmsThanTheLevelAllows() async throws {
    try await inFreshFolder { root in
      var alarms = 0
      for pair in 0..<8 {
        let (first, second) = (root + "/\(pair)a", root + "/\(pair)b")
        try await write(first, seed: UInt64(100 + pair))
        try await write(second, seed: UInt64(200 + pair))
        let found = try RunComparison(first, second)
        #expect(found.inputs.map(\.key) == ["seed"] && !found.samePeople && found.judged > 500)
        alarms += found.differs ? 1 : 0
      }
      // Of eight pairs, 5 % each, two and more would be seen in one of eighteen.
      #expect(alarms <= 1)
    }
  }

  @Test func aChangedRuleIsFoundInItsCellsAlone() async throws {
    try await inFreshFolder { root in
      try await write(root + "/before", seed: 5, people: 8000)
      try await write(root + "/after", seed: 5, more: "set: {guizhou.benefits.pool.rate.II: 10}\n", people: 8000)
      let found = try RunComparison(root + "/before", root + "/after")
      #expect(found.inputs.map(\.key) == ["scenario"] && found.sameYears && found.differs)
      for cell in found.cells where cell.verdict != .equal {
        #expect(cell.key.contains { $0.column == "jurisdiction" && $0.value == "guizhou" }, "\(cell.key)")
      }
      let amount = try #require(
        found.cells.first { cell in
          ["assistance", "pool", "II", "amount", "expected"].allSatisfy { word in cell.key.contains { $0.value == word }
          }
        })
      #expect(amount.verdict == .beyond && (amount.difference ?? 0) < 0)
      // What insurance pays is not touched, but who is recognised for what was left to pay is another group.
      let basic = found.cells.filter { cell in
        ["all", "basic"].allSatisfy { word in cell.key.contains { $0.value == word } }
      }
      #expect(basic.count == 2 && basic.allSatisfy { $0.verdict == .equal })
    }
  }

  @Test func whatIsAskedForInOneRunAloneIsSaid() async throws {
    try await inFreshFolder { root in
      try await write(root + "/a", seed: 5, people: 300)
      let reform = "readings: {GZ-11: B}\nreforms:\n  - {name: more, set: {guizhou.benefits.pool.rate.II: 90}}\n"
      try await write(root + "/b", seed: 6, more: reform, people: 300)
      let found = try RunComparison(root + "/a", root + "/b")
      #expect(found.inputs.map(\.key) == ["scenario", "seed", "readings.GZ-11"])
      #expect(found.loneTables.map(\.name) == ["policy-impact.csv"])
      // The reform's rows are in the second run because it was asked for, whoever was drawn.
      #expect(found.cells.contains { $0.verdict == .onlySecond && $0.key.contains { $0.value == "more" } })
      #expect(!found.cells.contains { $0.verdict == .onlyFirst })
    }
  }

  @Test func damagedFoldersAreRefusedByName() async throws {
    try await inFreshFolder { root in
      try await write(root + "/run", seed: 5, people: 100)
      let empty = #expect(throws: Refusal.self) { try RunComparison(root + "/run", root) }
      let hint = "this is not the folder of a run: it has no manifest.json (name a folder that medaid run wrote)"
      #expect(empty?.description == "error: \(root):1: \(hint)")
      let file = root + "/run/burden.csv"
      try (try InputFile.text(file) + "\n").write(toFile: file, atomically: true, encoding: .utf8)
      try FileManager.default.removeItem(atPath: root + "/run/fund-exposure.csv")
      let damaged = #expect(throws: Refusal.self) { try RunComparison(root + "/run", root + "/run") }
      #expect(
        damaged?.description == """
          error: \(root)/run/burden.csv:1: this table is no longer as the run wrote it (put it back, or repeat the run)
          error: \(root)/run/fund-exposure.csv:1: this table of the run is missing (put it back, or repeat the run)
          """)
    }
  }

  @Test func aBundleIsReadLikeARun() async throws {
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/run")
      var folder = ReportFolder(root + "/bundle")
      try RunBundle(FinishedRun(root + "/run", library: .init()), version: "0.0.1").add(to: &folder)
      try folder.commit()
      #expect(try !RunComparison(root + "/run", root + "/bundle").differs)
    }
  }
}

/// The correction for many cells, against its published form.
@Suite struct HolmTests {
  @Test func itIsThatOfTheTextbook() {
    let found = Holm.corrected([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(found, [0.03, 0.06, 0.06, 0.02]) { #expect(abs(value - expected) < 1e-12) }
    #expect(Holm.corrected([]).isEmpty && Holm.corrected([0.7, 0.9]) == [1, 1])
  }

  /// Independent cells without a difference: the worst case for a correction that must hold for all.
  @Test func anAlarmIsAsRareAsItsLevel() {
    var state: UInt64 = 20_231_101
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Double(state >> 11) + 0.5) / Double(1 << 53)
    }
    let trials = 4000
    let alarms = (0..<trials).count { _ in
      (Holm.corrected((0..<200).map { _ in uniform() }).min() ?? 1) <= Holm.level
    }
    // 5 %, less what Bonferroni's inequality gives away, and four standard errors of so many trials.
    #expect(abs(Double(alarms) / Double(trials) - 0.0488) < 4 * 0.0034)
  }

  @Test func figuresAreJudgedByWhatTheirErrorsHold() {
    let judge = CellJudge()
    func cell(_ value: String, _ error: String?) -> ComparedTable.Cell { .init(value: value, error: error) }
    let found = judge.verdict(cell("10.00", "3.00"), cell("15.00", "4.00"))
    #expect(found == (.within, 1.0))
    #expect(judge.verdict(cell("1", "0.1"), cell("9", "0.1")).0 == .within)
    #expect(judge.verdict(cell("1", "0.1"), cell("1", "0.1")) == (.equal, 0.0))
    #expect(judge.verdict(cell("1", ""), cell("9", "0.1")) == (.noError, nil))
    #expect(judge.verdict(cell("1", ""), cell("1", "")) == (.equal, nil))
    #expect(judge.verdict(cell("1", nil), cell("2", nil)) == (.beyond, nil))
    #expect(judge.verdict(cell("1", "0.00"), cell("2", "0.00")) == (.beyond, nil))
  }
}
