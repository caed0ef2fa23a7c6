import Input

/// Reads the alternative readings of ambiguous clauses.
struct ReadingReader {
  let context: LoadContext

  func read(_ top: Scope) -> [Reading] {
    guard let scope = top.optionalScope("readings") else { return [] }
    return scope.fields.entries.map { entry in
      let one = Scope(entry.value, "readings.\(entry.key)", inherited: nil, context)
      defer { one.fields.refuseUnknown() }
      let options = options(one)
      let standard = one.fields.text("default") ?? ""
      if !options.contains(where: { $0.letter == standard }) {
        context.findings.add(
          entry.value, one.fields.path("default"), "the default is not among the options",
          hint: Spelling.hint(for: standard, among: options.map(\.letter)))
      }
      return Reading(
        id: entry.key, question: one.label("question"), source: one.requiredSource(), options: options,
        standard: standard)
    }
  }

  private func options(_ scope: Scope) -> [Reading.Option] {
    guard let options = scope.scope("options") else { return [] }
    return options.fields.entries.map { entry in
      let one = Scope(entry.value, options.fields.path(entry.key), inherited: scope.source, context)
      defer { one.fields.refuseUnknown() }
      let patches = (one.fields.optional("set")?.entries ?? []).map {
        Patch(
          path: $0.key.split(separator: ".", omittingEmptySubsequences: false).map(String.init), value: $0.value,
          place: $0.place)
      }
      return .init(letter: entry.key, text: one.label("text"), patches: patches)
    }
  }
}
