import Input
import Testing

@testable import Rules

/// What `medaid rules diff` holds against each other.
@Suite struct DifferenceTests {
  private func differences(_ first: String, _ second: String) throws -> [String: String] {
    let library = try Support.shipped()
    let views = (
      RuleView(try #require(library.file(first)), year: 2023), RuleView(try #require(library.file(second)), year: 2023)
    )
    return Dictionary(
      uniqueKeysWithValues: RuleDifference.between(views.0, views.1).map { difference in
        (
          difference.path,
          "\(difference.first?.valueWithUnit ?? "–") | \(difference.second?.valueWithUnit ?? "–")"
        )
      })
  }

  /// One place written in two ways.
  private func differences(_ patches: String) throws -> [String] {
    let file = try #require(try Support.invented().file("meihu"))
    var root = file.root
    for patch in try Support.patches(patches) { root = Self.put(patch.value, at: patch.path[...], in: root) }
    let other = try RuleFile(
      root: root, text: file.text, file: "other.yaml", vocabulary: try Vocabulary.shared(), checksReadings: false)
    return RuleDifference.between(RuleView(file), RuleView(other)).map(\.path)
  }

  private static func put(_ value: Node, at path: ArraySlice<String>, in node: Node) -> Node {
    guard let key = path.first else { return value }
    let entries = (node.entries ?? []).map { entry in
      entry.key == key
        ? Node.Entry(key: key, place: entry.place, value: put(value, at: path.dropFirst(), in: entry.value)) : entry
    }
    return Node(.mapping(entries), at: node.place)
  }

  @Test func anAmountForAllIsThatAmountForEveryClass() throws {
    let found = try differences("banan", "kaizhou")
    #expect(found["benefits.largeSum.cap"] == nil)
    #expect(found["benefits.largeSum.cap.destituteSupport"] == nil)
    #expect(found["benefits.specialDisease.cap.illnessImpoverishedPatient"] == nil)
    #expect(found["benefits.specialDisease.cap.destituteSupport"] == "200,000.00 yuan | 100,000.00 yuan")
    #expect(try differences("benefits.clinic.deductible: {A: 200, B: 200, elders: 200}").isEmpty)
    #expect(
      try differences("benefits.stay.rate.C: {level1: 60, level2: 45, level3: 40}") == [
        "benefits.stay.rate.allowanceMarginFamily.level2"
      ])
  }

  @Test func whatNoRouteReachesIsNotGranted() throws {
    let found = try differences("banan", "kaizhou")
    #expect(found["benefits.ordinaryInpatient.rate.orphan.level1"] == "not granted | 80 %")
    #expect(found["benefits.ordinaryInpatient.cap"] == "not granted | 6,000.00 yuan")
    #expect(found["tilt.threshold"] == "5,000.00 yuan | not granted")
  }

  @Test func classesOfOtherNamesAreComparedByIdentity() throws {
    let found = try differences("dianjiang", "kaizhou")
    #expect(found["benefits.largeSum.rate.orphan"] == nil)
    #expect(found["benefits.largeSum.rate.allowanceMarginFamily"] == "60 % | no class")
    #expect(found["benefits.ordinaryOutpatient.rate.severelyDisabled"] == nil)
    #expect(!found.keys.contains { $0.hasPrefix("benefits.largeSum.rate.6") })
  }

  @Test func noDifferenceHasNothingOnBothSides() throws {
    let ids = try Support.shipped().files.map(\.id)
    for first in ids {
      for second in ids where second != first {
        for (path, values) in try differences(first, second) {
          let sides = values.components(separatedBy: " | ")
          #expect(sides[0] != sides[1], "\(first) \(second) \(path)")
        }
      }
    }
  }

  @Test func idsAreNotSpelledOut() throws {
    let library = try Support.shipped()
    for file in library.files {
      #expect(!RuleView(file).rows.contains { $0.what.contains("n-6") || $0.what.contains("z-18") })
    }
    #expect(RuleView(try #require(library.file("kaizhou"))).rows.contains { $0.what == "KZ-18" })
  }
}
