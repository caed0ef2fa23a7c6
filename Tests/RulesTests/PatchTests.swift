import Input
import Rules
import Testing

/// Reforms, readings and overrides are all patches.
@Suite struct PatchTests {
  private func book(_ jurisdiction: String, _ text: String..., readings: [String: String] = [:]) throws -> RuleBook {
    let file = try #require(try Support.shipped().file(jurisdiction))
    return try file.book(readings: readings, stages: text.map { try Support.patches($0) })
  }

  /// The message of a refusal, without its place.
  private func refusal(_ jurisdiction: String, _ text: String) throws -> String? {
    do {
      _ = try book(jurisdiction, text)
      return nil
    } catch let refusal as Refusal {
      return refusal.diagnostics.map { "\($0.key): \($0.reason) (\($0.hint ?? ""))" }.joined(separator: "\n")
    }
  }

  private func amount(_ quantity: Quantity?, in year: Int = 2023) -> Quantity.Amount? {
    quantity?.amount(in: year).amount
  }

  @Test func aMappingMerges() throws {
    let pool = try #require(try book("guizhou", "benefits.pool.deductible: {III: 500}").benefits.first)
    #expect(amount(pool.limits.deductible["III"]) == .number(500_00))
    #expect(amount(pool.limits.deductible["IV"]) == .number(2_000_00))
  }

  @Test func aListReplacesAList() throws {
    #expect(try book("guizhou", "base.components: [remainder, overLimit]").base.upfrontB == false)
  }

  @Test func aPlainValueKeepsItsSource() throws {
    let file = try #require(try Support.shipped().file("guizhou"))
    let parameter = try #require(
      try file.book(stages: [Support.patches("parameters.premium: 500")]).parameter("premium"))
    #expect(parameter.source == file.book.parameter("premium")?.source)
    guard case .quantity(let quantity) = parameter.value else { return #expect(Bool(false)) }
    for year in [2020, 2023, 2025] { #expect(amount(quantity, in: year) == .number(500_00)) }
  }

  @Test func oneYearChangesAlone() throws {
    let parameter = try #require(try book("guizhou", "parameters.premium.2024: 999").parameter("premium"))
    guard case .quantity(let quantity) = parameter.value else { return #expect(Bool(false)) }
    let years = [2023, 2024, 2025, 2030].map { amount(quantity, in: $0) }
    #expect(years == [.number(350_00), .number(999_00), .number(400_00), .number(400_00)])
  }

  @Test func aYearOfAnUndatedValue() throws {
    let cap = try #require(try book("guizhou", "benefits.pool.cap.I.2024: 60000").benefits.first).limits.cap["I"]
    #expect(
      [2023, 2024, 2025].map { amount(cap, in: $0) } == [.number(50_000_00), .number(60_000_00), .number(50_000_00)])
  }

  @Test func noneLiftsACapAndNothingElse() throws {
    #expect(amount(try book("guizhou", "benefits.pool.cap.I: none").benefits.first?.limits.cap["I"]) == .unlimited)
    #expect(try refusal("guizhou", "benefits.pool.deductible.I: none")?.contains("only a cap can be none") == true)
  }

  @Test func everyNumberCanBeUnquantified() throws {
    for path in [
      "benefits.pool.deductible.III", "benefits.pool.rate.II", "benefits.pool.cap.I", "parameters.premium",
      "premium.shares.orphan",
    ] {
      _ = try book("guizhou", "\(path): unquantified")
    }
    let rate = try #require(try book("guizhou", "benefits.pool.rate.II: unquantified").benefits.first?.rate["II"])
    #expect(amount(rate.quantities.first) == .unquantified)
  }

  @Test func classesAndBenefitsCanBeAdded() throws {
    let more = try book(
      "guizhou",
      """
      classes.V: {name: {en: class V, zh: 五类人员}, cite: reform, identities: [stablyLifted]}
      benefits.pool.rate.V: 30
      """)
    #expect(more.classes.map(\.id) == ["I", "II", "III", "IV", "V"])
    #expect(amount(more.benefits.first?.rate["V"]?.quantities.first) == .number(30_00))
  }

  @Test func twoPatchesOfOneStageOnOnePathAreRefused() throws {
    let patches = try Support.patches("parameters.premium: 300") + Support.patches("parameters.premium: 400")
    let file = try #require(try Support.shipped().file("guizhou"))
    let refusal = #expect(throws: Refusal.self) { try file.book(stages: [patches]) }
    #expect(refusal?.diagnostics.map(\.reason) == ["two patches set this path"])
    #expect(throws: Never.self) { try file.book(stages: patches.map { [$0] }) }
  }

  @Test func aLaterStageGoesOnTopOfReadings() throws {
    let capped = try book("guizhou", "benefits.pool.cap.I: 70000", readings: ["GZ-13": "B"])
    #expect(amount(capped.benefits.first?.limits.cap["I"]) == .number(70_000_00))
  }

  @Test(arguments: [
    (
      "benefits.pool.deductable.III: 500",
      """
      guizhou.benefits.pool.deductable.III: this path names nothing in the rule file (the nearest is \
      guizhou.benefits.pool.deductible.III)
      """
    ),
    (
      "parameters.premium.standard: 500",
      """
      guizhou.parameters.premium.standard: this path names nothing in the rule file (the nearest is \
      guizhou.parameters.premium.name)
      """
    ),
    (
      "benefits.pool.rate.III: 0.6",
      """
      guizhou.benefits.pool.rate.III: 0.6 reads as 0.6 percent (rates are in percent: write 60 for 60 %, or \"0.6%\" \
      if that is meant)
      """
    ),
  ])
  func whatCannotBePatchedIsNamed(text: String, message: String) throws {
    #expect(try refusal("guizhou", text) == message)
  }

  /// Lines of the rule file say nothing to whoever wrote the patch.
  @Test(arguments: [
    (
      "parameters.premium: 400\nparameters.levyEnd.type: money\n",
      """
      error: patch:2: guizhou.parameters.levyEnd.type: this patch breaks guizhou.parameters.levyEnd.value: a number is \
      expected here, not a mapping
      """
    ),
    (
      "parameters.premium: 400\ndocument: {benefits: {to: 2020-01-01}}\n",
      "error: patch:2: guizhou.document.benefits: the interval is reversed: 2020-01-01 is before 2023-01-01"
    ),
  ])
  func whatAPatchBreaksElsewhereIsSaidAtItsLine(text: String, message: String) throws {
    let file = try #require(try Support.shipped().file("guizhou"))
    let stages = try Support.patches(text).map { [$0] }
    let refusal = #expect(throws: Refusal.self) { try file.book(stages: stages) }
    #expect(refusal?.description == message)
  }

  @Test func strictModeLeavesNoProxy() throws {
    let strict = try book("dianjiang", "strict: true")
    for benefit in strict.benefits {
      for entry in benefit.rate.values {
        for quantity in entry.quantities where quantity.source.status == .proxy {
          #expect(amount(quantity) == .unquantified)
        }
      }
    }
    #expect(strict.premium.shares.allSatisfy { amount($0.share) == .unquantified })
  }

  @Test func strictModeComesAfterAllPatches() throws {
    let strict = try book("dianjiang", "{strict: true, benefits.ordinaryInpatient.rate.1.level1: 85}")
    let levels = try #require(strict.benefits.first { $0.id == "ordinaryInpatient" }?.rate["1"]?.quantities)
    #expect(levels.allSatisfy { amount($0) == .unquantified })
  }
}

@Suite struct OverlappingPatchTests {
  @Test(arguments: [
    ["parameters.premium", "parameters.premium.2023"], ["parameters.premium.2023", "parameters.premium"],
  ])
  func onePatchAroundAnotherIsRefused(paths: [String]) throws {
    let file = try #require(try RuleLibrary().file("guizhou"))
    let place = Place(file: "p.yaml", line: 1)
    let patches = paths.map {
      Patch(
        path: $0.split(separator: ".").map(String.init), value: Node(.scalar("5", quoted: false), at: place),
        place: place)
    }
    let refusal = #expect(throws: Refusal.self) { try file.book(stages: [patches]) }
    #expect(refusal?.description.contains("another patch sets a part of this, or all around it") == true)
  }

  @Test func whatAFileIsCannotBePatched() throws {
    let file = try #require(try RuleLibrary().file("guizhou"))
    let place = Place(file: "p.yaml", line: 1)
    let patch = Patch(path: ["id"], value: Node(.scalar("banan", quoted: false), at: place), place: place)
    #expect(throws: Refusal.self) { try file.book(stages: [[patch]]) }
  }
}
