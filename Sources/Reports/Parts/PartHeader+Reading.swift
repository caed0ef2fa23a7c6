import Input
import Simulation

extension PartHeader {
  /// Reads a header.
  ///
  /// - Throws: `Refusal` where it is not one of this format; the file's sum has shown by then that nobody damaged it.
  init(_ text: String, file: String) throws(Refusal) {
    let findings = Findings()
    let fields = Fields(try JSONReader.read(text, file: file, line: 2), "", findings)
    let kinds = Kind.allCases.map(\.rawValue)
    let kind = fields.required("kind")
    if let kind, !kinds.contains(kind.text ?? "") { fields.fault(kind, "this is no kind of part", among: kinds) }
    let count = fields.integer("count", in: Shard.limits) ?? 1
    let index = fields.integer("index", in: 1...count) ?? 1
    let settings = RunSettings(
      seed: Self.number("seed", fields) ?? 0,
      replicates: fields.integer("replicates", in: Scenario.replicateLimits) ?? 1,
      people: fields.integer("people", in: Scenario.peopleLimits) ?? 1,
      allowsOutOfForce: fields.flag("allowOutOfForce", default: false),
      stacks: fields.list("reforms").map { ($0.text ?? "").split(separator: "+").map(String.init) },
      precision: PrecisionGoal.read(fields, findings))
    let sources = fields.list("sources").compactMap { node -> (name: String, fingerprint: String)? in
      let source = Fields(node, "sources", findings)
      guard let name = source.text("name"), let fingerprint = source.text("fingerprint") else { return nil }
      return (name, fingerprint)
    }
    var files: [String: String] = [:]
    for node in fields.list("files") {
      let one = Fields(node, "files", findings)
      if let path = one.text("path"), let text = one.text("text") { files[path] = text }
    }
    let outline = fields.list("jobs").compactMap { Self.job(Fields($0, "jobs", findings)) }
    let scenario = (fields.text("scenarioFile") ?? "", fields.text("scenario") ?? "")
    let identity = RunIdentity(
      version: fields.text("version") ?? "", scenario: scenario, files: files, sources: sources, settings: settings,
      sums: fields.list("sums").compactMap(\.text))
    let seconds = fields.required("seconds")?.text.flatMap(Double.init) ?? 0
    try findings.refuseIfAny()
    self.init(
      kind: kind?.text.flatMap(Kind.init) ?? .shard, identity: identity, shard: Shard(index: index, count: count),
      outline: outline, seconds: seconds)
  }

  private static func job(_ fields: Fields) -> JobOutline? {
    let (first, end): (UInt64?, UInt64?) = (number("first", fields), number("end", fields))
    guard let id = fields.text("id"), let first, let end, first <= end else { return nil }
    return JobOutline(id: id, households: first..<end, isSkipped: fields.flag("skipped", default: false))
  }

  private static func number(_ key: String, _ fields: Fields) -> UInt64? {
    guard let node = fields.required(key) else { return nil }
    guard let text = node.text, let number = UInt64(text) else {
      fields.fault(node, "a whole number from 0 is expected here, not \(node.named)", key: key)
      return nil
    }
    return number
  }
}
