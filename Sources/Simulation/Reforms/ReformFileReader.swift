import Input
import Rules

/// Reads the keys of a reform file and notes every defect.
struct ReformFileReader {
  private let library: RuleLibrary
  private let fields: Fields
  private let findings: Findings

  init(_ library: RuleLibrary, _ fields: Fields, _ findings: Findings) {
    self.library = library
    self.fields = fields
    self.findings = findings
  }

  func read(_ text: String, _ file: String) -> ReformFile {
    if let format = fields.required("format"), format.text != ReformFile.format {
      fields.fault(
        format, "\(format.named) is not a format of reforms", key: "format", among: [ReformFile.format])
    }
    let name = word("name", "a reform needs a name", "give it a short one, which reports show")
    if name == "baseline", let node = fields.node["name"] {
      fields.fault(node, "the rules as they are have this name", key: "name")
    }
    let title = word("title", "nothing is said", "say what the reform does")
    let author = word("author", "nothing is said", "say who proposes it")
    let reason = word("reason", "nothing is said", "say why it is proposed")
    let from = fields.integer("from", in: BenefitYear.limits)
    let provisions = provisions(from)
    fields.refuseUnknown()
    return ReformFile(
      file: file, text: text, name: name, title: title, author: author, reason: reason, from: from,
      provisions: provisions)
  }

  /// A text that must be there and say something.
  private func word(_ key: String, _ missing: String, _ hint: String) -> String {
    guard let text = fields.text(key) else { return "" }
    if text.allSatisfy(\.isWhitespace), let node = fields.node[key] {
      findings.add(node, key, missing, hint: hint)
    }
    return text
  }

  private func provisions(_ from: Int?) -> [Provision] {
    guard let list = fields.required("provisions") else { return [] }
    guard let items = list.items else {
      findings.add(
        list, "provisions", "a list of provisions is expected here, not \(list.named)",
        hint: "begin each provision with - name: and give it set:")
      return []
    }
    if items.isEmpty { findings.add(list, "provisions", "the list is empty") }
    var provisions: [Provision] = []
    for (index, node) in items.enumerated() {
      let one = Fields(node, "provisions[\(index + 1)]", findings)
      let name = one.text("name") ?? ""
      if let node = one.optional("name"), node.text != nil, name.allSatisfy(\.isWhitespace) {
        findings.add(
          node, one.path("name"), "a provision needs a name", hint: "give it a short one, which reports show")
      } else if provisions.contains(where: { $0.name == name }) {
        one.fault(one.node["name"] ?? node, "another provision has this name", key: "name")
      }
      let title = one.optionalText("title") ?? name
      let patches = one.required("set").map { set in
        ChoiceReader(library).patches(Fields(set, one.path("set"), findings))
      }
      if let set = one.node["set"], set.entries?.isEmpty ?? false {
        findings.add(set, one.path("set"), "the provision changes nothing", hint: "write PATH: value")
      }
      one.refuseUnknown()
      provisions.append(Provision(name: name, title: title, from: from, patches: owned(patches ?? [:], by: name)))
    }
    return provisions
  }

  /// Patches that know their provision, for messages about two of them.
  private func owned(_ patches: [String: [Patch]], by name: String) -> [String: [Patch]] {
    patches.mapValues { list in
      list.map { patch in
        var patch = patch
        patch.provision = name
        return patch
      }
    }
  }
}
