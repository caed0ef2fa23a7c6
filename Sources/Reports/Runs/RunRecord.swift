import Input
import Simulation

/// What a manifest says, before it is held against the data at hand.
struct RunRecord {
  private(set) var version = ""
  private(set) var scenarioName = ""
  private(set) var scenarioFingerprint = ""
  private(set) var seed: UInt64 = 0
  private(set) var replicates = 0
  private(set) var people = 0
  /// Every how many of the others' households is drawn; 1 in manifests of earlier versions.
  private(set) var othersEvery = 1
  private(set) var readings: [String: String] = [:]
  private(set) var allowsOutOfForce = false
  private(set) var microdataReplicates = 0
  private(set) var byteOrderMark = false
  /// The language of the reports: only one that is not English is written down.
  private(set) var language = Language.english
  private(set) var fingerprints: [(kind: String, id: String, fingerprint: String)] = []
  /// The names of the reform files that the command line added, of each such reform.
  private(set) var stacks: [[String]] = []
  /// What people and replicates were drawn for; nil where they were stated.
  private(set) var precision: PrecisionGoal?
  /// The SHA-256 of reports as the run wrote them; none in manifests of earlier versions.
  private(set) var reports: [String: String] = [:]
  private var places: [String: Place] = [:]

  /// The copies of the run's reform files in its folder.
  var reforms: [String] { fingerprints.filter { $0.kind == "reforms" }.map { "\(ReformFile.copies)/\($0.id)" } }

  static let kinds = ["rules", "places", "models"]

  /// Reads the manifest in a folder.
  ///
  /// - Throws: `Refusal` where there is none, or it is not one of this program's.
  init(_ folder: String) throws(Refusal) {
    let file = folder + "/" + RunFiles.manifest
    guard FileSystem.kind(file) == .other else {
      throw Refusal(
        Diagnostic(
          at: Place(file: folder, line: 1), "this is not the folder of a run: it has no \(RunFiles.manifest)",
          hint: "name a folder that medaid run wrote"))
    }
    let findings = Findings()
    let fields = Fields(try JSONReader.read(try InputFile.text(file), file: file), "", findings)
    if let format = fields.required("format"), format.text != Manifest.format {
      fields.fault(
        format, "\(format.named) is not a format this program reads", key: "format", among: [Manifest.format])
    }
    version = fields.text("version") ?? ""
    if let node = fields.required("scenario") {
      scenarioFingerprint = Fields(node, "scenario", findings).text("fingerprint") ?? ""
      scenarioName = node["name"]?.text ?? ""
    }
    if let node = fields.required("seed") {
      if let seed = node.text.flatMap(UInt64.init) {
        self.seed = seed
      } else {
        fields.fault(node, "a whole number from 0 is expected here, not \(node.named)", key: "seed")
      }
    }
    replicates =
      fields.required("replicates").flatMap { fields.integer($0, "replicates", in: Scenario.replicateLimits) } ?? 0
    people = fields.required("people").flatMap { fields.integer($0, "people", in: Scenario.peopleLimits) } ?? 0
    allowsOutOfForce = fields.flag("allowOutOfForce", default: false)
    microdataReplicates = fields.integer("microdataReplicates", in: 0...Scenario.replicateLimits.upperBound) ?? 0
    byteOrderMark = fields.flag("byteOrderMark", default: false)
    if let node = fields.optional("language") {
      if let language = node.text.flatMap(Language.init(rawValue:)) {
        self.language = language
      } else {
        fields.fault(
          node, "\(node.named) is no language of reports", key: "language", among: Language.allCases.map(\.rawValue))
      }
    }
    for kind in Self.kinds { readSources(kind, fields, findings) }
    if fields.has("reforms") { readSources("reforms", fields, findings) }
    stacks = fields.list("addedReforms").map { ($0.text ?? "").split(separator: "+").map(String.init) }
    precision = PrecisionGoal.read(fields, findings)
    othersEvery = fields.integer("othersEvery", in: 1...Int.max) ?? 1
    for entry in fields.node["readings"]?.entries ?? [] { readings[entry.key] = entry.value.text }
    for entry in fields.node["reports"]?.entries ?? [] { reports[entry.key] = entry.value.text }
    try findings.refuseIfAny()
  }

  private mutating func readSources(_ kind: String, _ fields: Fields, _ findings: Findings) {
    _ = fields.required(kind)
    for node in fields.list(kind) {
      let source = Fields(node, kind, findings)
      guard let id = source.text("id"), let fingerprint = source.text("fingerprint") else { continue }
      fingerprints.append((kind, id, fingerprint))
      places["\(kind)/\(id)"] = node.place
    }
  }

  /// Refuses data that are not those of the run, each by its name.
  func refuseChanges(_ sources: ManifestSources) throws(Refusal) {
    let findings = Findings()
    for (kind, id, fingerprint) in fingerprints {
      guard let place = places["\(kind)/\(id)"] else { continue }
      let now = sources.kinds.first { $0.key == kind }?.sources.first { $0.id == id }?.fingerprint.description
      guard now != fingerprint else { continue }
      let found = now.map { "now \($0)" } ?? "which are not there now"
      findings.add(
        Diagnostic(
          at: place, key: "\(kind).\(id)", "the run read other data: \(fingerprint), \(found)",
          hint: kind == "rules"
            ? "name the folder of the run's rule files with --rules, or use medaid \(version)"
            : kind == "reforms"
              ? "put back the reform file of the run, or run it again"
              : "use the medaid \(version) that made the run, or run it again"))
    }
    try findings.refuseIfAny()
  }
}
