import ArgumentParser
import Cases
import Input
import Rules

/// Settles cases exactly.
struct Settle: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Settle cases exactly: what each layer pays, with the clause of every step.",
    discussion: """
      A file is YAML or JSON with one case or a list under `cases:`, or JSON Lines (.jsonl) with one case a line;
      `-` reads JSON Lines from standard input. docs/case-file.md explains every key.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, markdown }

  @Argument(help: "Case files; - for JSON Lines on standard input.") var files: [String]
  @Option(help: "table, json (one object a line) or markdown.") var format: Format = .table
  @Flag(help: "Show each step with its clause, and the readings that would have changed the outcome.") var explain =
    false
  @Flag(help: "Compare with each case's expect; exit status 1 where something differs.") var check = false
  @OptionGroup var rules: RuleOptions

  func run() throws {
    try guarded {
      var settler = CaseSettler(try rules.library())
      let spool = Spool()
      var summary = CheckSummary()
      var defects: [Diagnostic] = []
      for file in files {
        if file == "-" || file.hasSuffix(".jsonl") {
          try stream(file, &settler, spool, &summary, &defects)
        } else {
          do {
            for (node, path) in try CaseFile.cases(file) { try settle(node, path, &settler, spool, &summary, &defects) }
          } catch let refusal as Refusal { defects += refusal.diagnostics }
        }
      }
      if !defects.isEmpty { throw Refusal(defects) }
      if !check || format == .json || explain { try spool.replay() }
      guard check else { return }
      if format == .json {
        Output.message(summary.text)
      } else {
        try Output.write(summary.text + "\n")
      }
      if summary.differing > 0 || summary.compared == 0 { throw Status.differs }
    }
  }

  /// More defects than this are not collected: the reader of a broken file needs the first ones.
  private static let defectLimit = 50

  private func stream(
    _ file: String, _ settler: inout CaseSettler, _ spool: Spool, _ summary: inout CheckSummary,
    _ defects: inout [Diagnostic]
  ) throws {
    let lines = try LineReader(file)
    var count = 0
    while let line = try lines.next() {
      guard !line.isBlank else { continue }
      count += 1
      let read = Result { () throws(Refusal) in
        try line.withBytes { bytes throws(Refusal) in try JSONReader.read(bytes, file: file, line: line.number) }
      }
      switch read {
      case .success(let node): try settle(node, "", &settler, spool, &summary, &defects)
      case .failure(let refusal): defects += refusal.diagnostics
      }
      if defects.count >= Self.defectLimit { return }
    }
    if count == 0 { defects.append(Diagnostic(at: Place(file: file, line: 1), "the file holds no case")) }
  }

  private func settle(
    _ node: Node, _ path: String, _ settler: inout CaseSettler, _ spool: Spool, _ summary: inout CheckSummary,
    _ defects: inout [Diagnostic]
  ) throws(TransferFailure) {
    let outcomes: [Outcome]
    do { outcomes = try settler.settle(node, path: path, explain: explain) } catch {
      defects += error.diagnostics
      return
    }
    for outcome in outcomes {
      if check { summary.add(outcome) }
      guard defects.isEmpty, !check || format == .json || explain else { continue }
      switch format {
      case .json: try spool.add(OutcomeJSON.line(outcome, explain: explain) + "\n")
      case .table, .markdown:
        try spool.add(OutcomeTable(isMarkdown: format == .markdown, explain: explain).text(outcome) + "\n")
      }
    }
  }
}

/// The option that replaces the rule files in the binary.
struct RuleOptions: ParsableArguments {
  @Option(name: .customLong("rules"), help: "A folder of rule files to use instead of those in the program.")
  var folder: String?

  /// The rule files.
  func library() throws(Refusal) -> RuleLibrary { try RuleLibrary(folder: folder) }
}

/// What `--check` found.
struct CheckSummary {
  private(set) var compared = 0
  private(set) var differing = 0
  private var lines: [String] = []

  mutating func add(_ outcome: Outcome) {
    guard outcome.expected > 0 else { return }
    compared += 1
    guard !outcome.differences.isEmpty else { return }
    differing += 1
    guard differing <= 100 else { return }
    for difference in outcome.differences {
      lines.append(
        """
        \(outcome.name ?? "case") (\(outcome.plan.book.id)): \(difference.key): expected \(difference.expected), found \
        \(difference.found)
        """
      )
    }
  }

  /// What differs, and how many settlements are as expected.
  var text: String {
    var lines = lines
    if differing > 100 { lines.append("and \(differing - 100) further cases that differ") }
    lines.append(
      compared == 0
        ? "no case says what it expects: nothing was checked"
        : "\(compared - differing) of \(compared) settlements are as expected")
    return lines.joined(separator: "\n")
  }
}
