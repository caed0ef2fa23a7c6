import Input

/// Reads the choices that a case or scenario makes among rules: readings by id, and patches by path.
public struct ChoiceReader {
  private let library: RuleLibrary

  /// Choices are checked against these rule files.
  public init(_ library: RuleLibrary) { self.library = library }

  /// Option letter by reading id; ids and letters that no file has are defects.
  public func readings(_ fields: Fields) -> [String: String] {
    var chosen: [String: String] = [:]
    let known = library.files.flatMap(\.book.readings)
    for entry in fields.entries {
      let options = known.filter { $0.id == entry.key }
      guard !options.isEmpty else {
        fields.findings.add(
          Diagnostic(
            at: entry.place, key: fields.path(entry.key), "there is no such reading",
            hint: Spelling.hint(for: entry.key, among: Array(Set(known.map(\.id))).sorted())))
        continue
      }
      let letters = options.flatMap { $0.options.map(\.letter) }
      guard let letter = entry.value.text, letters.contains(letter) else {
        fields.fault(
          entry.value, "\(entry.value.named) is not an option of this reading", key: entry.key,
          among: Array(Set(letters)).sorted())
        continue
      }
      chosen[entry.key] = letter
    }
    return chosen
  }

  /// Patches by jurisdiction; a path that begins with no jurisdiction is a defect.
  public func patches(_ fields: Fields) -> [String: [Patch]] {
    var patches: [String: [Patch]] = [:]
    for entry in fields.entries {
      var path = entry.key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let first = path.removeFirst()
      let file = library.file(first)
      if file != nil, path.allSatisfy(\.isEmpty) {
        fields.findings.add(
          Diagnostic(
            at: entry.place, key: fields.path(entry.key), "a key of the rule file must follow the jurisdiction",
            hint: "such as \(first).parameters.premium; medaid rules show \(first) lists them"))
        continue
      }
      guard let file else {
        fields.findings.add(
          Diagnostic(
            at: entry.place, key: fields.path(entry.key),
            "a path begins with a jurisdiction, such as \(library.files.first?.id ?? "guizhou").parameters.premium",
            hint: Spelling.hint(for: first, among: library.files.map(\.id))))
        continue
      }
      patches[file.id, default: []].append(Patch(path: path, value: entry.value, place: entry.place))
    }
    return patches
  }
}
