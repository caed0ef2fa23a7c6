import Input
import Money
import Rules
import Settlement

/// Settles cases as they are read, keeping every plan that was compiled on the way.
public struct CaseSettler {
  private let library: RuleLibrary
  private var plans: [String: Settler] = [:]
  private var checked: Set<String> = []
  private var alternatives: [String: [(Reading, Reading.Option, Settler)]] = [:]
  private var results: [EpisodeResult] = []
  private let vocabularies: [Vocabulary]

  /// More plans than this are not kept at once: a stream in which every case brings its own patches stays flat in
  /// memory.
  private static let planLimit = 256

  /// Creates a settler of cases under these rule files.
  public init(_ library: RuleLibrary) {
    self.library = library
    vocabularies = [library.vocabulary] + library.files.map(\.book.vocabulary)
  }

  /// Settles one case under every jurisdiction it names.
  ///
  /// - Parameter explain: keep the steps, and say which other readings would have changed the outcome.
  /// - Throws: `Refusal` with every defect of the case.
  public mutating func settle(_ node: Node, path: String = "", explain: Bool) throws(Refusal) -> [Outcome] {
    let (header, bodies, expectation) = try parse(node, path, jurisdictions: nil)
    var outcomes: [Outcome] = []
    for (file, body) in bodies { outcomes.append(try settle(body, file, header, expectation, explain: explain)) }
    return outcomes
  }

  /// Reads one case without settling it: for whoever settles it over and over with something changed.
  ///
  /// - Parameter jurisdictions: identifiers to take instead of those that the case names; nil for its own.
  /// - Returns: one a jurisdiction.
  /// - Throws: `Refusal` with every defect of the case.
  public mutating func read(
    _ node: Node, path: String = "", jurisdictions: [String]? = nil
  ) throws(Refusal) -> [ReadCase] {
    let (header, bodies, _) = try parse(node, path, jurisdictions: jurisdictions)
    var cases: [ReadCase] = []
    for (file, body) in bodies {
      cases.append(
        ReadCase(
          name: header.name, file: file, settler: try settler(file, header), person: body.person,
          identities: body.identities, episodes: body.episodes, episodeIDs: body.episodeIDs))
    }
    return cases
  }

  private mutating func parse(
    _ node: Node, _ path: String, jurisdictions: [String]?
  ) throws(Refusal) -> (CaseHeader, [(RuleFile, CaseBody)], Expectation) {
    let findings = Findings()
    let fields = Fields(node, path, findings)
    var header = CaseHeaderReader(library: library, findings: findings).read(fields)
    if header.jurisdictions.isEmpty {
      // The case is refused already; its person and episodes are read for whatever else is wrong.
      let reader = CaseBodyReader(
        vocabulary: library.vocabulary, knownElsewhere: vocabularies, findings: findings, year: header.year)
      _ = Expectation(fields, episodes: reader.read(fields).episodeIDs)
      fields.refuseUnknown()
      try findings.refuseIfAny()
    }
    if let jurisdictions { header.jurisdictions = jurisdictions }
    var bodies: [(RuleFile, CaseBody)] = []
    for id in header.jurisdictions {
      guard let file = library.file(id) else { continue }
      let reader = CaseBodyReader(
        vocabulary: file.book.vocabulary, knownElsewhere: vocabularies, findings: findings, year: header.year)
      bodies.append((file, reader.read(fields)))
    }
    let expectation = Expectation(fields, episodes: bodies.first?.1.episodeIDs ?? [])
    fields.refuseUnknown()
    try findings.refuseIfAny()
    try checkOthers(header)
    return (header, bodies, expectation)
  }

  /// Patches of jurisdictions that the case does not settle must be sound all the same.
  private mutating func checkOthers(_ header: CaseHeader) throws(Refusal) {
    for (id, patches) in header.patches where !header.jurisdictions.contains(id) {
      guard let file = library.file(id), checked.insert(header.planKey(id)).inserted else { continue }
      _ = try file.book(readings: header.readings, stages: [patches])
    }
  }

  private mutating func settle(
    _ body: CaseBody, _ file: RuleFile, _ header: CaseHeader, _ expectation: Expectation, explain: Bool
  ) throws(Refusal) -> Outcome {
    let settler = try settler(file, header)
    var outcome = Outcome(
      name: header.name, personID: body.personID, plan: settler.plan, episodeIDs: body.episodeIDs, total: .init(),
      episodes: [])
    if explain {
      var trace = FullTrace()
      outcome.total = settler.settle(
        body.person, body.identities.span, body.episodes.span, into: &results, trace: &trace)
      outcome.steps = trace.steps
    } else {
      outcome.total = settler.settle(body.person, body.identities.span, body.episodes.span, into: &results)
    }
    outcome.episodes = results
    if explain { outcome.alternatives = try alternatives(body, file, header, outcome) }
    outcome.expected = expectation.items.count
    outcome.differences = differences(outcome, expectation)
    return outcome
  }

  /// The settler of the rules that a case asks for, made once for all cases that ask for the same.
  private mutating func settler(_ file: RuleFile, _ header: CaseHeader) throws(Refusal) -> Settler {
    let key = header.planKey(file.id)
    if let known = plans[key] { return known }
    if plans.count >= Self.planLimit { plans.removeAll() }
    let book = try file.book(readings: header.readings, stages: [header.patches[file.id] ?? []])
    let settler = Settler(Plan(book, year: header.year, isDated: header.isDated))
    plans[key] = settler
    return settler
  }

  /// The readings under which this case would have come out otherwise, each switched alone.
  private mutating func alternatives(
    _ body: CaseBody, _ file: RuleFile, _ header: CaseHeader, _ outcome: Outcome
  ) throws(Refusal) -> [Outcome.Alternative] {
    let key = header.planKey(file.id)
    if alternatives[key] == nil {
      var list: [(Reading, Reading.Option, Settler)] = []
      for reading in file.book.readings {
        for option in reading.options where option.letter != header.readings[reading.id] ?? reading.standard {
          var readings = header.readings
          readings[reading.id] = option.letter
          let book = try file.book(readings: readings, stages: [header.patches[file.id] ?? []])
          list.append((reading, option, Settler(Plan(book, year: header.year, isDated: header.isDated))))
        }
      }
      alternatives[key] = list
    }
    var found: [Outcome.Alternative] = []
    for (reading, option, settler) in alternatives[key] ?? [] {
      let total = settler.settle(body.person, body.identities.span, body.episodes.span, into: &results)
      guard total != outcome.total || results != outcome.episodes else { continue }
      let same =
        (total.assistance, total.tilted, total.premiumSubsidy) == (
          outcome.total.assistance, outcome.total.tilted, outcome.total.premiumSubsidy
        )
      if same { continue }
      found.append(
        .init(
          id: reading.id, letter: option.letter, text: option.text.english, assistance: total.assistance,
          tilted: total.tilted, premiumSubsidy: total.premiumSubsidy))
    }
    return found
  }

  private func differences(_ outcome: Outcome, _ expectation: Expectation) -> [Difference] {
    expectation.items.compactMap { item in
      let found = outcome.value(item.key, episode: item.episode)
      var expected = item.node.text
      if item.key != "class", item.key != "benefit", let text = expected,
        let fen = try? DecimalText.hundredths(text, limit: Yuan.largestInput.fen)
      {
        expected = Yuan(fen: fen).description
      }
      guard found != expected else { return nil }
      let key = item.episode.map { "episodes.\($0).\(item.key)" } ?? item.key
      return Difference(key: key, expected: expected ?? "null", found: found ?? "null")
    }
  }
}
