/// Something that two runs were not made from alike.
public struct InputDifference: Hashable, Sendable {
  /// What it is, as the manifest calls it: `seed`, `rules.guizhou`, `readings.GZ-11`.
  public var key: String
  /// What the first run has; empty for nothing.
  public var first: String
  /// What the second run has.
  public var second: String

  /// What differs between two manifests, apart from wall time, language and what was written.
  static func all(_ first: RunRecord, _ second: RunRecord) -> [InputDifference] {
    let (a, b) = (values(first), values(second))
    let keys = a.map(\.key) + b.map(\.key)
    let once = keys.enumerated().filter { keys.firstIndex(of: $1) == $0 }.map(\.element)
    return once.compactMap { key in
      let left = a.first { $0.key == key }?.value ?? "", right = b.first { $0.key == key }?.value ?? ""
      return left == right ? nil : InputDifference(key: key, first: left, second: right)
    }
  }

  private static func values(_ record: RunRecord) -> [(key: String, value: String)] {
    var values = [
      ("version", record.version), ("scenario", "\(record.scenarioName) \(record.scenarioFingerprint)"),
      ("seed", "\(record.seed)"), ("people", "\(record.people)"), ("replicates", "\(record.replicates)"),
      ("othersEvery", "\(record.othersEvery)"), ("allowOutOfForce", "\(record.allowsOutOfForce)"),
    ]
    values += record.fingerprints.map { ("\($0.kind).\($0.id)", $0.fingerprint) }
    values += record.readings.keys.sorted().map { ("readings.\($0)", record.readings[$0] ?? "") }
    return values
  }
}

extension [InputDifference] {
  /// Whether the same people are drawn in both runs: then they share random numbers.
  var drawTheSamePeople: Bool {
    !contains { difference in
      ["version", "seed", "people", "othersEvery"].contains(difference.key) || difference.key.hasPrefix("places.")
        || difference.key.hasPrefix("models.")
    }
  }

  /// Whether their years are the same too, so that nothing but the rules can make them differ.
  var drawTheSameYears: Bool { drawTheSamePeople && !contains { $0.key == "replicates" } }
}
