import Input
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
  private let microdataReplicates: Int
  private let byteOrderMark: Bool
  private let wallSeconds: Double

  /// Takes down a run.
  ///
  /// - Parameters:
  ///   - version: of the program.
  ///   - scenario: with whatever the command line changed.
  ///   - scenarioText: the scenario file as written.
  ///   - library: the rule files; those of the scenario's jurisdictions are named, with the words all of them share.
  ///   - microdataReplicates: of how many replicates there are microdata; 0 for none.
  ///   - byteOrderMark: whether tables begin with one.
  ///   - wallSeconds: how long the run took.
  public init(
    version: String, scenario: Scenario, scenarioText: String, library: RuleLibrary, microdataReplicates: Int = 0,
    byteOrderMark: Bool = false, wallSeconds: Double
  ) {
    self.version = version
    self.microdataReplicates = microdataReplicates
    self.byteOrderMark = byteOrderMark
    self.scenario = scenario
    self.wallSeconds = wallSeconds
    scenarioFile = Fingerprint(scenarioText)
    let used = Set(scenario.jurisdictions + scenario.places)
    rules = library.files.filter { used.contains($0.id) }
      .map { Source(id: $0.id, text: $0.text) }.sorted { $0.id < $1.id }
    places = scenario.places.compactMap { Self.embedded($0, "places/\($0).yaml") }
    models = Embedded.files("").filter { !$0.name.hasPrefix("places/") && !$0.name.hasPrefix("jurisdictions/") }
      .map { file in
        let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
        return Source(id: name.replacing(".yaml", with: ""), text: file.text)
      }
  }

  private static func embedded(_ id: String, _ name: String) -> Source? {
    Embedded.text(name).map { Source(id: id, text: $0) }
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
      json.member("allowOutOfForce") { $0.raw(String(scenario.allowsOutOfForce)) }
      json.member("microdataReplicates", number: microdataReplicates)
      json.member("byteOrderMark") { $0.raw(String(byteOrderMark)) }
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
