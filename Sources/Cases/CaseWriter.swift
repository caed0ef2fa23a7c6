import Input
import Money
import Rules
import Settlement

/// Writes a person's year as one line of a case file (docs/case-file.md), the inverse of reading it.
///
/// What is written settles to the fen as the person-year itself does.
public struct CaseWriter {
  private let vocabulary: Vocabulary
  private let jurisdictions: [String]
  private let year: Int

  /// Prepares lines.
  ///
  /// - Parameters:
  ///   - vocabulary: the one that the indices of identities and diseases speak of.
  ///   - jurisdictions: under whose rules the cases are to be settled; at least one.
  ///   - year: the benefit year of every episode.
  public init(vocabulary: Vocabulary, jurisdictions: [String], year: Int) {
    self.vocabulary = vocabulary
    self.jurisdictions = jurisdictions
    self.year = year
  }

  /// The line, without its break. Episodes are called `e1`, `e2` and so on.
  ///
  /// - Parameter sex: nil where it is not known; it acts on nothing.
  public func line(
    id: String, sex: Sex?, _ person: PersonYear, _ identities: ArraySlice<HeldIdentity>, _ episodes: ArraySlice<Episode>
  ) -> String {
    var json = JSONText()
    json.object { json in
      json.member("jurisdiction") { json in
        if jurisdictions.count == 1 {
          json.quote(jurisdictions[0])
        } else {
          json.array { json in for id in jurisdictions { json.element { $0.quote(id) } } }
        }
      }
      json.member("year", number: year)
      json.member("person") { json in json.object { self.person(id, sex, person, identities, &$0) } }
      json.member("episodes") { json in
        json.array { json in
          for (index, episode) in episodes.enumerated() {
            json.element { json in json.object { EpisodeWriter(vocabulary).write("e\(index + 1)", episode, &$0) } }
          }
        }
      }
    }
    return json.text
  }

  private func person(
    _ id: String, _ sex: Sex?, _ person: PersonYear, _ identities: ArraySlice<HeldIdentity>, _ json: inout JSONText
  ) {
    json.member("id", id)
    json.member("birthDate", person.birth.description)
    if let sex { json.member("sex", sex.id) }
    json.member("insurance", InsuranceType.allCases[person.facts.value(Facts.insurance)].id)
    if person.facts.value(Facts.enrolledAfterIllness) == 1 { json.member("enrolledAfterIllness") { $0.raw("true") } }
    if !identities.isEmpty {
      json.member("identities") { json in
        json.array { json in for held in identities { json.element { identity(held, &$0) } } }
      }
    }
    if let target = person.designatedAs { json.member("designatedAs", vocabulary.identities[Int(target)].id) }
    if person.facts.value(Facts.needsMaintenance) == 1 { json.member("needsMaintenanceTreatment") { $0.raw("true") } }
    if person.premiumPaid != .distantPast { json.member("premiumPaid", person.premiumPaid.description) }
  }

  /// A bare word where the identity is held all the time, a mapping otherwise.
  private func identity(_ held: HeldIdentity, _ json: inout JSONText) {
    let tag = vocabulary.identities[Int(held.identity)].id
    if held == HeldIdentity(held.identity) { return json.quote(tag) }
    json.object { json in
      json.member("tag", tag)
      if held.from != .distantPast { json.member("from", held.from.description) }
      if held.to != .distantFuture { json.member("to", held.to.description) }
      if held.applied != held.from { json.member("applied", held.applied.description) }
      if held.medicalExpense { json.member("medicalExpense") { $0.raw("true") } }
    }
  }
}
