import Input

/// Puts patches into the tree of a rule file (docs/rule-file.md, Patches).
struct Patcher {
  private(set) var root: Node
  let findings: Findings

  init(root: Node, findings: Findings) {
    self.root = root
    self.findings = findings
  }

  /// Applies patches of one stage; two of them on the same path are a defect unless `allowingEqual` and they agree.
  mutating func apply(_ patches: [Patch], prefix: String, allowingEqual: Bool) {
    var seen: [Patch] = []
    for patch in patches {
      let name = patch.name
      if patch.path.first == "id" || patch.path.first == "format" {
        findings.add(Diagnostic(at: patch.place, key: prefix + name, "what a file is cannot be changed by a patch"))
        continue
      }
      let overlapping = seen.first { name.hasPrefix($0.name + ".") || $0.name.hasPrefix(name + ".") }
      if let other = overlapping, !allowingEqual {
        findings.add(
          Diagnostic(
            at: patch.place, key: prefix + name,
            Self.owners(other, patch).map { "\($0) set parts of one another here" }
              ?? "another patch sets a part of this, or all around it",
            hint: "keep one of them, or write both as one mapping"))
        continue
      }
      if let other = seen.first(where: { $0.name == name }) {
        if !(allowingEqual && Self.equal(other.value, patch.value)) {
          findings.add(
            Diagnostic(
              at: patch.place, key: prefix + name,
              Self.owners(other, patch).map { "\($0) both set this path" } ?? "two patches set this path",
              hint: "keep one of them"))
        }
        continue
      }
      seen.append(patch)
      if let changed = put(patch, at: patch.path[...], in: root, prefix) { root = changed }
    }
  }

  /// The names of the two provisions that patches belong to; nil where they belong to one, or to none.
  private static func owners(_ one: Patch, _ other: Patch) -> String? {
    guard let first = one.provision, let second = other.provision, first != second else { return nil }
    return "the provisions \(first) and \(second)"
  }

  private func put(_ patch: Patch, at path: ArraySlice<String>, in node: Node, _ prefix: String) -> Node? {
    guard let key = path.first, !key.isEmpty else { return fault(patch, prefix) }
    guard var entries = node.entries else { return fault(patch, prefix) }
    if path.count == 1, QuantityReader.isYear(key) { return dated(node, year: Int(key) ?? 0, value: patch.value) }
    let parent = Array(patch.path.dropLast(path.count))
    if let index = entries.firstIndex(where: { $0.key == key }) {
      if path.count == 1 {
        entries[index].value = replaced(entries[index].value, by: patch.value)
      } else {
        // A year below a bare value: `premium: 350` patched by `premium.2024`.
        if path.count == 2, let year = path.last, QuantityReader.isYear(year), entries[index].value.entries == nil {
          entries[index].value = dated(entries[index].value, year: Int(year) ?? 0, value: patch.value)
        } else {
          guard let changed = put(patch, at: path.dropFirst(), in: entries[index].value, prefix) else { return nil }
          entries[index].value = changed
        }
      }
    } else if path.count == 1, OpenMappings.accept(parent), OpenMappings.take(patch.value, parent) {
      entries.append(.init(key: key, place: patch.place, value: patch.value))
    } else {
      return fault(patch, prefix)
    }
    return Node(.mapping(entries), at: node.place)
  }

  private func fault(_ patch: Patch, _ prefix: String) -> Node? {
    let name = patch.name
    let near = Self.nearest(to: name, in: root)
    findings.add(
      Diagnostic(
        at: patch.place, key: prefix + name, "this path names nothing in the rule file",
        hint: near.map { "the nearest is \(prefix)\($0)" }))
    return nil
  }

  /// What stands at a path after a patch: mappings merge, a plain value keeps the source of the one it replaces.
  private func replaced(_ old: Node, by new: Node) -> Node {
    guard let oldEntries = old.entries else { return new }
    if let newEntries = new.entries {
      let asksAnew = QuantityReader.isQuantity(new) && QuantityReader.isQuantity(old)
      var merged = asksAnew ? oldEntries.filter { Self.keeps($0.key) } : oldEntries
      for entry in newEntries {
        if let index = merged.firstIndex(where: { $0.key == entry.key }) {
          merged[index].value = replaced(merged[index].value, by: entry.value)
        } else {
          merged.append(entry)
        }
      }
      return Node(.mapping(merged), at: old.place)
    }
    // A list replaces a list, also where it stands as a value beside its source.
    if new.items != nil, old["value"]?.items == nil { return new }
    if !QuantityReader.isQuantity(old) { return new }
    let kept = oldEntries.filter { Self.keeps($0.key) }
    return Node(.mapping(kept + [.init(key: "value", place: new.place, value: new)]), at: old.place)
  }

  /// The keys that stay when a value is replaced: its source, its type and name, its condition.
  private static func keeps(_ key: String) -> Bool {
    Scope.sourceKeys.contains(key) || ["type", "name", "when"].contains(key)
  }

  /// A value that is another one in a single year.
  private func dated(_ node: Node, year: Int, value: Node) -> Node {
    let entries = node.entries ?? [.init(key: "value", place: node.place, value: node)]
    var years = entries.filter { QuantityReader.isYear($0.key) }
    if years.isEmpty, let all = entries.first(where: { $0.key == "value" }) {
      years = [.init(key: "1000", place: all.place, value: all.value)]
    }
    func inForce(_ year: Int) -> Node.Entry? {
      years.filter { (Int($0.key) ?? 0) <= year }.max { $0.key < $1.key } ?? years.min { $0.key < $1.key }
    }
    if let after = inForce(year + 1), !years.contains(where: { $0.key == "\(year + 1)" }) {
      years.append(.init(key: "\(year + 1)", place: after.place, value: after.value))
    }
    years.removeAll { $0.key == "\(year)" }
    years.append(.init(key: "\(year)", place: value.place, value: value))
    let kept = entries.filter { !QuantityReader.isYear($0.key) && $0.key != "value" }
    return Node(.mapping(kept + years), at: node.place)
  }

  /// True where two nodes say the same, wherever they stand.
  static func equal(_ a: Node, _ b: Node) -> Bool {
    switch (a.content, b.content) {
    case (.null, .null): true
    case (.scalar(let x, _), .scalar(let y, _)): x == y
    case (.sequence(let x), .sequence(let y)): x.count == y.count && zip(x, y).allSatisfy(equal)
    case (.mapping(let x), .mapping(let y)):
      x.count == y.count && x.allSatisfy { entry in y.contains { $0.key == entry.key && equal($0.value, entry.value) } }
    default: false
    }
  }

  private static func nearest(to name: String, in root: Node) -> String? {
    var best: (Int, String)?
    func visit(_ node: Node, _ path: String) {
      for entry in node.entries ?? [] where !Scope.sourceKeys.contains(entry.key) {
        let path = path.isEmpty ? entry.key : "\(path).\(entry.key)"
        if path.hasPrefix("readings.") || path.hasPrefix("coverage.") { continue }
        let distance = Spelling.distance(path, name)
        if distance < best?.0 ?? .max { best = (distance, path) }
        visit(entry.value, path)
      }
    }
    visit(root, "")
    return best?.1
  }
}

/// The mappings whose keys are names that a file declares itself, so that a patch may add one.
enum OpenMappings {
  /// Whether a new entry could be this value: a class or a parameter is a mapping, and a plain value is more likely
  /// meant for an entry whose name is misspelt.
  static func take(_ value: Node, _ path: [String]) -> Bool {
    let mappings = [
      "classes", "benefits", "pools", "exclusions", "modifiers", "groups", "flags", "lookBack", "parameters",
    ]
    guard let last = path.last, mappings.contains(last), path.count == 1 || last != "pools" else { return true }
    return value.entries != nil
  }

  static func accept(_ path: [String]) -> Bool {
    guard let last = path.last else { return false }
    let named = [
      "classes", "benefits", "pools", "exclusions", "shares", "modifiers", "groups", "flags", "conditions", "lookBack",
      "parameters",
    ]
    let tables = ["deductible", "rate", "cap", "threshold", "bands", "otherInsurance"]
    if named.contains(last) || tables.contains(last) { return true }
    return path.count >= 2 && tables.contains(path[path.count - 2])
  }
}
