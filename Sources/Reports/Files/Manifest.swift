import Input
import Population
import Rules
import Simulation

/// What a run was made from (`manifest.json`); between equal runs only the wall time differs.
public struct Manifest {
  /// One file that the run read.
  public struct Source: Sendable {
    /// The identifier, such as `guizhou`.
    public var id: String
    /// Of the file's text.
    public var fingerprint: Fingerprint

    /// Creates a source.
    public init(id: String, text: String) {
      self.id = id
      fingerprint = Fingerprint(text)
    }
  }

  private let version: String
  private let scenario: Scenario
  private let scenarioFile: Fingerprint
  private let rules: [Source]
  private let places: [Source]
  private let models: [Source]
  private let wallSeconds: Double

  /// Takes down a run.
  ///
  /// - Parameters:
  ///   - version: of the program.
  ///   - scenario: with whatever the command line changed.
  ///   - scenarioText: the scenario file as written.
  ///   - library: the rule files; those of the scenario's jurisdictions are named, with the words all of them share.
  ///   - wallSeconds: how long the run took.
  public init(
    version: String, scenario: Scenario, scenarioText: String, library: RuleLibrary, wallSeconds: Double
  ) {
    self.version = version
    self.scenario = scenario
    self.wallSeconds = wallSeconds
    scenarioFile = Fingerprint(scenarioText)
    let used = Set(scenario.jurisdictions + scenario.placeModels.map(\.jurisdiction))
    rules = library.files.filter { used.contains($0.id) }.map { Source(id: $0.id, text: $0.text) }
    places = scenario.placeModels.map { Source(id: $0.id, text: $0.text) }
    models = Embedded.files("").filter { !$0.name.hasPrefix("places/") && !$0.name.hasPrefix("jurisdictions/") }
      .map { file in
        let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
        return Source(id: name.replacing(".yaml", with: ""), text: file.text)
      }
  }

  /// The manifest as JSON.
  public var text: String {
    var json = JSONText(isIndented: true)
    json.object { json in
      json.member("format", "medaid-manifest/1")
      json.member("version", version)
      json.member("scenario") { json in
        json.object { json in
          json.member("name", scenario.name)
          json.member("fingerprint", scenarioFile.description)
        }
      }
      write("rules", rules, &json)
      write("places", places, &json)
      write("models", models, &json)
      json.member("readings") { json in
        json.object { json in for id in scenario.readings.keys.sorted() { json.member(id, scenario.readings[id]) } }
      }
      // As text: a seed may be larger than the whole numbers that JSON readers keep exactly.
      json.member("seed", String(scenario.seed))
      json.member("replicates", number: scenario.replicates)
      json.member("people", number: scenario.people)
      json.member("wallSeconds") { $0.raw(String((wallSeconds * 1000).rounded() / 1000)) }
    }
    return json.text + "\n"
  }

  private func write(_ key: String, _ sources: [Source], _ json: inout JSONText) {
    json.member(key) { json in
      json.array { json in
        for source in sources {
          json.element { json in
            json.object { json in
              json.member("id", source.id)
              json.member("fingerprint", source.fingerprint.description)
            }
          }
        }
      }
    }
  }
}
