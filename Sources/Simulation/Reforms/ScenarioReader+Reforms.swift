import Input
import Rules

extension ScenarioReader {
  /// The reforms of a scenario, and after them those that the command line adds.
  ///
  /// - Parameter stacks: paths of reform files, of each further reform.
  func reforms(_ fields: Fields, stacks: [[String]]) -> [Scenario.Reform] {
    var reforms: [Scenario.Reform] = []
    for (index, node) in nodes(fields).enumerated() {
      let one = Fields(node, "reforms[\(index + 1)]", findings)
      let isFile = one.has("file")
      guard var reform = isFile ? filed(one) : inline(one, node) else { continue }
      if Self.isTaken(reform.name, reforms) {
        one.fault(
          one.node[isFile ? "file" : "name"] ?? node, "another reform, or the baseline, has this name",
          key: isFile ? "file" : "name")
      }
      reform.namedAt = .init(place: node.place, key: "reforms")
      reforms.append(reform)
    }
    let option = Scenario.NamedAt(place: Place(file: "command line", line: 0), key: "--reform")
    for stack in stacks {
      guard var reform = stacked(stack, at: option) else { continue }
      if Self.isTaken(reform.name, reforms) {
        findings.add(
          Diagnostic(
            at: option.place, key: option.key, "another reform is named \(reform.name)", hint: "name each reform once"))
      }
      reform.namedAt = option
      reforms.append(reform)
    }
    refuseEqualCopies(reforms)
    return reforms
  }

  /// Refuses reforms that change no rules of the scenario's own, or none of its years.
  func checkReforms(_ scenario: Scenario) {
    let own = scenario.placeModels.map(\.jurisdiction)
    let years = [scenario.year] + scenario.yearsAhead
    for reform in scenario.reforms {
      guard let named = reform.namedAt else { continue }
      let acts = reform.patches.keys.contains { own.contains($0) && scenario.jurisdictions.contains($0) }
      if !acts {
        findings.add(
          Diagnostic(
            at: named.place, key: named.key,
            "the reform\(reform.files.isEmpty ? "" : " " + reform.name) changes no jurisdiction whose own place is in the scenario"
          ))
      }
      for file in reform.files {
        guard let from = file.from, let last = years.last, from > last else { continue }
        findings.add(
          Diagnostic(
            at: named.place, key: named.key,
            "the reform \(file.name) acts from \(from), and the scenario ends in \(last)",
            hint: "add years: \(scenario.year)-\(from), or set another year"))
      }
    }
  }

  private func nodes(_ fields: Fields) -> [Node] {
    if let node = fields.optional("reforms"), node.items == nil,
      ["name", "set", "file"].allSatisfy({ node[$0] == nil })
    {
      let found = node.entries == nil ? node.named : "a mapping without name and set"
      findings.add(
        node, "reforms", "a list of reforms is expected here, not \(found)",
        hint: "begin each reform with - name: and give it set:")
      return []
    }
    return fields.list("reforms")
  }

  private func inline(_ one: Fields, _ node: Node) -> Scenario.Reform {
    let name = name(one, of: "reform")
    let title = one.optionalText("title") ?? name
    _ = one.required("set")
    defer { one.refuseUnknown() }
    return .init(name: name, title: title, patches: patches(one, "set"))
  }

  /// A reform in a file of its own, or in several that are stacked.
  private func filed(_ one: Fields) -> Scenario.Reform? {
    defer { one.refuseUnknown() }
    let nodes = one.list("file")
    guard let first = nodes.first else {
      one.fault(one.node["file"] ?? one.node, "the path of a reform file is expected here", key: "file")
      return nil
    }
    var paths: [String] = []
    for node in nodes {
      guard let name = node.text, Self.isPath(name) else {
        findings.add(
          node, one.path("file"), "the path of a reform file is expected here, not \(node.named)",
          hint: "its name ends in .yaml")
        return nil
      }
      guard let path = find(name, node, one.path("file"), "reform", copies: ReformFile.copies) else { return nil }
      paths.append(path)
    }
    return stacked(paths, at: .init(place: first.place, key: one.path("file")))
  }

  private func stacked(_ paths: [String], at named: Scenario.NamedAt) -> Scenario.Reform? {
    func fault(_ reason: String, _ hint: String) {
      findings.add(Diagnostic(at: named.place, key: named.key, reason, hint: hint))
    }
    var files: [ReformFile] = []
    for path in paths {
      guard Self.isPath(path) else {
        fault("\"\(path)\" is not the path of a reform file", "its name ends in .yaml; + stands between two files")
        continue
      }
      do throws(Refusal) {
        let file = try ReformFile.read(try text(path), file: path, library: library)
        if files.contains(where: { $0.name == file.name }) {
          fault("the reform \(file.name) is named twice", "name each reform once")
        }
        files.append(file)
      } catch {
        for defect in error.diagnostics { findings.add(defect) }
      }
    }
    return files.isEmpty || files.count < paths.count ? nil : ReformStack.reform(of: files)
  }

  private static func isTaken(_ name: String, _ reforms: [Scenario.Reform]) -> Bool {
    name == "baseline" || reforms.contains { $0.name == name }
  }

  /// The folder of a run keeps a copy of each file under its own name.
  private func refuseEqualCopies(_ reforms: [Scenario.Reform]) {
    var seen: [String: ReformFile] = [:]
    for reform in reforms {
      for file in reform.files {
        guard let other = seen[file.copy], other.text != file.text, let named = reform.namedAt else {
          seen[file.copy] = file
          continue
        }
        findings.add(
          Diagnostic(
            at: named.place, key: named.key, "\(other.file) and \(file.file) are two reforms in files of one name",
            hint: "rename one of the files: a run keeps both in one folder"))
      }
    }
  }
}
