import Input
import Money
import Rules
import Settlement

/// Writes one stay or visit of a case; what is the default of docs/case-file.md is left out where it says nothing.
struct EpisodeWriter {
  private let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Adds the members of an episode.
  func write(_ id: String, _ episode: Episode, _ json: inout JSONText) {
    let facts = episode.facts
    let kind = CareKind.allCases[facts.value(Facts.kind)]
    let treatment = Treatment.allCases[facts.value(Facts.treatment)]
    json.member("id", id)
    json.member("kind", kind.id)
    json.member("date", episode.day.description)
    if episode.disease != Episode.noDisease { json.member("disease", vocabulary.diseases[Int(episode.disease)].id) }
    if treatment != .unstated { json.member("treatment", treatment.id) }
    if kind == .chronicOutpatient { json.member("chronicClass", number: facts.value(Facts.chronicClass) + 1) }
    json.member("hospital") { json in json.object { hospital(facts, &$0) } }
    json.member("location", CareLocation.allCases[facts.value(Facts.location)].id)
    json.member("referral", Referral.allCases[facts.value(Facts.referral)].id)
    amounts("cost", Self.parts(episode.cost), &json)
    if episode.isGiven { amounts("paid", Self.parts(episode.given), &json) }
    if facts.value(Facts.claim) == 1 { claim(episode.claimDay, &json) }
  }

  private func hospital(_ facts: Facts, _ json: inout JSONText) {
    json.member("level", number: facts.value(Facts.level))
    if facts.value(Facts.designated) == 0 { json.member("designated") { $0.raw("false") } }
    if facts.value(Facts.emergency) == 1 { json.member("emergency") { $0.raw("true") } }
  }

  private func claim(_ day: Day, _ json: inout JSONText) {
    json.member("claim") { json in
      json.object { json in
        json.member("mode", day == .distantFuture ? "none" : "manual")
        if day != .distantFuture { json.member("date", day.description) }
      }
    }
  }

  private func amounts(_ key: String, _ parts: [(String, Yuan)], _ json: inout JSONText) {
    json.member(key) { json in json.object { json in for (key, value) in parts { json.member(key, value.description) } }
    }
  }

  private static func parts(_ cost: CostParts) -> [(String, Yuan)] {
    [
      ("inPolicy", cost.inPolicy), ("upfrontB", cost.upfrontB), ("overLimit", cost.overLimit),
      ("outOfCatalogue", cost.outOfCatalogue),
    ]
  }

  private static func parts(_ paid: GivenPayments) -> [(String, Yuan)] {
    [("basic", paid.basic), ("criticalIllness", paid.criticalIllness), ("supplementary", paid.supplementary)]
  }
}
