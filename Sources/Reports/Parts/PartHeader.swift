import Input
import Simulation

/// What stands before the sums of a part file, as one line of JSON that also people can read (`head -n 2 FILE`).
public struct PartHeader: Sendable {
  /// What a file is for.
  public enum Kind: String, CaseIterable, Sendable {
    /// A shard that is finished.
    case shard
    /// A run, or a shard, that was interrupted.
    case checkpoint
  }

  /// The format that the first line of a file names, with the number of the header's bytes.
  static let format = "medaid-part/1"
  /// A longer header is none: the scenario and its files are in it.
  static let limit = 64 << 20

  /// What the file is for.
  public var kind: Kind
  /// What was run.
  public var identity: RunIdentity
  /// Which of its parts.
  public var shard: Shard
  /// How far each job has come, in the order of the sums.
  public var outline: [JobOutline]
  /// Seconds spent so far; 0 for a shard that is finished, so that equal work gives equal bytes.
  public var seconds: Double

  /// Creates a header.
  public init(kind: Kind, identity: RunIdentity, shard: Shard, outline: [JobOutline], seconds: Double) {
    self.kind = kind
    self.identity = identity
    self.shard = shard
    self.outline = outline
    self.seconds = seconds
  }

  /// The header as JSON, with a line's end.
  var text: String {
    var json = JSONText()
    json.object { json in
      json.member("kind", kind.rawValue)
      json.member("version", identity.version)
      json.member("index", number: shard.index)
      json.member("count", number: shard.count)
      json.member("seed", String(identity.settings.seed))
      json.member("replicates", number: identity.settings.replicates)
      json.member("people", number: identity.settings.people)
      json.member("allowOutOfForce") { $0.raw(String(identity.settings.allowsOutOfForce)) }
      json.member("reforms") { json in
        json.array { json in
          for stack in identity.settings.stacks { json.element { $0.quote(stack.joined(separator: "+")) } }
        }
      }
      if let goal = identity.settings.precision { goal.write(to: &json) }
      json.member("seconds") { $0.raw(String(seconds)) }
      Self.write("sources", identity.sources, &json) { source, json in
        json.member("name", source.name)
        json.member("fingerprint", source.fingerprint)
      }
      Self.write("jobs", outline, &json) { job, json in
        json.member("id", job.id)
        // As text: a number of households may be larger than JSON readers keep exactly.
        json.member("first", String(job.households.lowerBound))
        json.member("end", String(job.households.upperBound))
        json.member("skipped") { $0.raw(String(job.isSkipped)) }
      }
      json.member("sums") { json in
        json.array { json in for sum in identity.sums { json.element { $0.quote(sum) } } }
      }
      json.member("scenarioFingerprint", Fingerprint(identity.scenario.text).description)
      json.member("scenarioFile", identity.scenario.file)
      json.member("scenario", identity.scenario.text)
      Self.write("files", identity.files.sorted { $0.key < $1.key }, &json) { file, json in
        json.member("path", file.key)
        json.member("text", file.value)
      }
    }
    return json.text + "\n"
  }

  private static func write<Element>(
    _ key: String, _ elements: [Element], _ json: inout JSONText, _ members: (Element, inout JSONText) -> Void
  ) {
    json.member(key) { json in
      json.array { json in
        for element in elements { json.element { json in json.object { members(element, &$0) } } }
      }
    }
  }
}
