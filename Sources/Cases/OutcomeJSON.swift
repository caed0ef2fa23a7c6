import Input
import Settlement

/// Writes outcomes as one JSON object a line.
public enum OutcomeJSON {
  /// The line of an outcome, without its line break.
  ///
  /// - Parameter explain: add steps and the readings that would have mattered.
  public static func line(_ outcome: Outcome, explain: Bool) -> String {
    var json = JSONText()
    json.object { json in
      json.member("name", outcome.name)
      json.member("jurisdiction", outcome.plan.book.id)
      json.member("year", number: outcome.plan.year)
      json.member("person", outcome.personID)
      json.member("premium") { json in
        json.object { json in
          json.member("standard", outcome.total.premiumStandard.description)
          json.member("subsidy", outcome.total.premiumSubsidy.description)
          json.member("cite", outcome.plan.book.premium.source.cite)
        }
      }
      json.member("episodes") { json in
        json.array { json in
          for (id, result) in zip(outcome.episodeIDs, outcome.episodes) {
            json.element { json in json.object { json in episode(id, result, outcome, &json) } }
          }
        }
      }
      json.member("totals") { json in
        json.object { json in for (key, value) in outcome.totals { json.member(key, value.description) } }
      }
      json.member("flags") { json in
        json.array { json in
          for raised in outcome.flags { json.element { json in json.object { json in flag(raised, &json) } } }
        }
      }
      if explain { explanation(outcome, &json) }
      if outcome.expected > 0 {
        json.member("differences") { json in
          json.array { json in
            for difference in outcome.differences {
              json.element { json in
                json.object { json in
                  json.member("key", difference.key)
                  json.member("expected", difference.expected)
                  json.member("found", difference.found)
                }
              }
            }
          }
        }
      }
    }
    return json.text
  }

  private static func episode(_ id: String, _ result: EpisodeResult, _ outcome: Outcome, _ json: inout JSONText) {
    json.member("id", id)
    json.member("class", outcome.className(result))
    json.member("benefit", outcome.benefitName(result))
    for (key, value) in Outcome.amounts(result) { json.member(key, value.description) }
  }

  private static func flag(_ raised: Outcome.Raised, _ json: inout JSONText) {
    json.member("id", raised.flag.id)
    json.member("kind", raised.flag.kind.rawValue)
    json.member("episode", raised.episode)
    json.member("text", raised.flag.text.english)
  }

  private static func explanation(_ outcome: Outcome, _ json: inout JSONText) {
    json.member("steps") { json in
      json.array { json in
        for step in outcome.steps {
          json.element { json in
            json.object { json in
              json.member("episode", step.episode.map { outcome.episodeIDs[$0] })
              json.member("step", step.what)
              json.member("clause", step.clause)
              json.member("source", step.source)
              json.member("base", step.base?.description)
              json.member("deductibleUsed", step.deductibleUsed?.description)
              json.member("rate", step.rate?.description)
              json.member("capLeft", step.capLeft?.description)
              json.member("amount", step.amount?.description)
            }
          }
        }
      }
    }
    json.member("readings") { json in
      json.array { json in
        for other in outcome.alternatives {
          json.element { json in
            json.object { json in
              json.member("id", other.id)
              json.member("option", other.letter)
              json.member("text", other.text)
              json.member("assistance", other.assistance.description)
              json.member("tilted", other.tilted.description)
              json.member("premiumSubsidy", other.premiumSubsidy.description)
            }
          }
        }
      }
    }
  }
}
