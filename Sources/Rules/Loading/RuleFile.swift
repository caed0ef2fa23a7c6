import Input

/// A rule file as it was read, ready to be patched and compiled for any year.
public struct RuleFile: Sendable {
  /// The jurisdiction's identifier.
  public let id: String
  /// Its unpatched rules.
  public let book: RuleBook
  /// The tree it was read from.
  public let root: Node
  /// Name of the file.
  public let file: String
  /// The file as written, from which the manifest of a run takes its fingerprint.
  public let text: String
  private let vocabulary: Vocabulary

  /// Reads a rule file and notes every defect.
  ///
  /// - Parameter checksReadings: try every option of every reading as well; the shipped files are tried by a test
  ///   instead, so that each start of the program need not.
  /// - Throws: `Refusal` with all defects of the file, its readings included.
  public init(text: String, file: String, vocabulary: Vocabulary, checksReadings: Bool = true) throws(Refusal) {
    try self.init(
      root: YAMLReader.read(text, file: file), text: text, file: file, vocabulary: vocabulary,
      checksReadings: checksReadings)
  }

  /// Reads the tree that stands in a rule file.
  init(
    root: Node, text: String, file: String, vocabulary: Vocabulary, checksReadings: Bool = true
  ) throws(Refusal) {
    let findings = Findings()
    let book = RuleBookReader(context: LoadContext(findings: findings, vocabulary: vocabulary)).read(root)
    try findings.refuseIfAny()
    self.id = book.id
    self.book = book
    self.root = root
    self.file = file
    self.text = text
    self.vocabulary = vocabulary
    if checksReadings { try checkReadings() }
  }

  /// The rules under chosen readings and patches, in the order readings, reforms, set.
  ///
  /// - Parameters:
  ///   - readings: option letter by reading id; ids that this file does not have are passed over.
  ///   - stages: the patches of each further stage.
  public func book(readings: [String: String] = [:], stages: [[Patch]] = []) throws(Refusal) -> RuleBook {
    let chosen = patches(readings)
    guard !(chosen.isEmpty && stages.allSatisfy(\.isEmpty)) else { return book }
    let (patched, defects) = try read(chosen, stages)
    guard !defects.isEmpty else { return patched }
    let blame = PatchBlame(id: id, file: file, stages: stages) { stages in
      (try? read(chosen, stages))?.defects ?? []
    }
    let findings = Findings()
    for defect in blame.placed(defects) { findings.add(defect) }
    try findings.refuseIfAny()
    return patched
  }

  /// The file as it would be written under chosen readings and patches, for views that show what they change.
  ///
  /// - Throws: `Refusal` where the rules are not sound then.
  public func patched(readings: [String: String] = [:], stages: [[Patch]] = []) throws(Refusal) -> RuleFile {
    let findings = Findings()
    let root = patchedRoot(patches(readings), stages, findings)
    try findings.refuseIfAny()
    return try RuleFile(root: root, text: text, file: file, vocabulary: vocabulary, checksReadings: false)
  }

  private func patches(_ readings: [String: String]) -> [Patch] {
    readings.keys.sorted().flatMap { id -> [Patch] in
      guard let reading = book.readings.first(where: { $0.id == id }), let letter = readings[id] else { return [] }
      return reading.options.first { $0.letter == letter }?.patches ?? []
    }
  }

  private func patchedRoot(_ chosen: [Patch], _ stages: [[Patch]], _ findings: Findings) -> Node {
    var patcher = Patcher(root: root, findings: findings)
    patcher.apply(chosen, prefix: id + ".", allowingEqual: true)
    for stage in stages { patcher.apply(stage, prefix: id + ".", allowingEqual: false) }
    return patcher.root
  }

  /// The patched rules and what is wrong with them.
  ///
  /// - Parameter chosen: the patches of readings, of which two may say the same.
  /// - Throws: `Refusal` where a patch cannot be put into the file.
  private func read(
    _ chosen: [Patch], _ stages: [[Patch]]
  ) throws(Refusal) -> (book: RuleBook, defects: [Diagnostic]) {
    let findings = Findings()
    let root = patchedRoot(chosen, stages, findings)
    try findings.refuseIfAny()
    let book = RuleBookReader(context: LoadContext(findings: findings, vocabulary: vocabulary)).read(root)
    return (book, findings.diagnostics)
  }

  /// Every option of every reading must give a valid rule book.
  private func checkReadings() throws(Refusal) {
    var defects: [Diagnostic] = []
    for reading in book.readings {
      for option in reading.options where !option.patches.isEmpty {
        do { _ = try book(readings: [reading.id: option.letter]) } catch {
          defects += error.diagnostics.map {
            Diagnostic(
              at: $0.place, key: "readings.\(reading.id).options.\(option.letter): \($0.key)", $0.reason, hint: $0.hint)
          }
        }
      }
    }
    if !defects.isEmpty { throw Refusal(defects) }
  }
}
