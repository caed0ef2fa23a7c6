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

  /// The SHA-256 of each report as the run wrote it; empty before that.
  var reports: [(name: String, checksum: String)] = []

  /// Persons drawn of holders' households and of the others, by place; empty where everybody was.
  var drawn: [(place: String, persons: [Int64])] = []

  /// The half-width that `--precision` reached; nil where none was asked for, or before that is known.
  var reached: Double?

  /// The format that `manifest.json` names.
  static let format = "medaid-manifest/1"

  /// The scenario file as written, which lies beside the manifest.
  let scenarioText: String
  private let version: String
  private let scenario: Scenario
  private let scenarioFile: Fingerprint
  private let sources: ManifestSources
  private let microdataReplicates: Int
  private let byteOrderMark: Bool
  private let language: Language
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
  ///   - language: of the reports, named where it is not English; no table depends on it.
  ///   - wallSeconds: how long the run took.
  public init(
    version: String, scenario: Scenario, scenarioText: String, library: RuleLibrary, microdataReplicates: Int = 0,
    byteOrderMark: Bool = false, language: Language = .english, wallSeconds: Double
  ) {
    self.version = version
    self.microdataReplicates = microdataReplicates
    self.byteOrderMark = byteOrderMark
    self.language = language
    self.scenario = scenario
    self.wallSeconds = wallSeconds
    self.scenarioText = scenarioText
    scenarioFile = Fingerprint(scenarioText)
    sources = ManifestSources(scenario, library: library)
  }

  /// The manifest as JSON.
  public var text: String {
    var json = JSONText(isIndented: true)
    json.object { json in
      json.member("format", Self.format)
      json.member("version", version)
      json.member("scenario") { json in
        json.object { json in
          json.member("name", scenario.name)
          json.member("fingerprint", scenarioFile.description)
        }
      }
      for kind in sources.kinds { write(kind.key, kind.sources, &json) }
      json.member("readings") { json in
        json.object { json in for id in scenario.readings.keys.sorted() { json.member(id, scenario.readings[id]) } }
      }
      // As text: a seed may be larger than the whole numbers that JSON readers keep exactly.
      json.member("seed", String(scenario.seed))
      json.member("replicates", number: scenario.replicates)
      json.member("people", number: scenario.people)
      json.member("othersEvery", number: scenario.othersEvery)
      if !drawn.isEmpty { writeDrawn(&json) }
      if let goal = scenario.precision { goal.write(to: &json, reached: reached) }
      json.member("allowOutOfForce") { $0.raw(String(scenario.allowsOutOfForce)) }
      if !scenario.stacks.isEmpty { writeReforms(&json) }
      json.member("microdataReplicates", number: microdataReplicates)
      json.member("byteOrderMark") { $0.raw(String(byteOrderMark)) }
      if language != .english { json.member("language", language.rawValue) }
      json.member("reports") { json in
        json.object { json in for report in reports { json.member(report.name, report.checksum) } }
      }
      json.member("wallSeconds") { $0.raw(String((wallSeconds * 1000).rounded() / 1000)) }
    }
    return json.text + "\n"
  }

  /// What `--reform` named, as it stands in the folder of the run.
  private func writeReforms(_ json: inout JSONText) {
    json.member("addedReforms") { json in
      json.array { json in
        for stack in scenario.stacks {
          json.element { $0.quote(stack.map { FilePath($0).name }.joined(separator: "+")) }
        }
      }
    }
  }

  private func writeDrawn(_ json: inout JSONText) {
    json.member("drawn") { json in
      json.object { json in
        for (place, persons) in drawn {
          json.member(place) { json in
            json.object { json in
              for (key, number) in zip(["holders", "others"], persons) { json.member(key, number: Int(number)) }
            }
          }
        }
      }
    }
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
