import Foundation
import Input
import Money
import Population
import Rules

extension BudgetReader {
  /// Reads what the file states beside the account.
  func state(_ fields: Fields, _ request: inout BudgetRequest) {
    for (index, part) in Trend.Part.allCases.enumerated() where part != .identities {
      guard let node = fields.optional(part.rawValue), let rate = rate(node, fields, part.rawValue) else { continue }
      request.scenario.trend.growth[index] = .init(rate: rate, deviation: 0, isStated: true)
    }
    if fields.has("ageing") { request.scenario.trend.ages = fields.flag("ageing", default: true) }
    holders(fields, &request)
    if let node = fields.optional("oneOffs") {
      let both = Fields(node, "oneOffs", findings)
      request.oneOffsLast = oneOffs(both, "last")
      request.oneOffsNext = oneOffs(both, "next")
      both.refuseUnknown()
    }
    request.reforms = reforms(fields)
    if let node = fields.optional("residual") {
      if let residual = node.text.flatMap(BudgetRequest.Residual.init(rawValue:)) {
        request.residual = residual
      } else {
        fields.fault(
          node, "\(node.named) is not a way to carry the residual", key: "residual",
          among: BudgetRequest.Residual.allCases.map(\.rawValue))
      }
    }
  }

  /// Percent a year, as a difference of logarithms.
  private func rate(_ node: Node, _ fields: Fields, _ key: String) -> Double? {
    fields.signed(node, key, in: -50...100).map { log(1 + $0 / 100) }
  }

  /// Growth of all identities, or of some by name and of all others.
  private func holders(_ fields: Fields, _ request: inout BudgetRequest) {
    guard let node = fields.optional("identities") else { return }
    func all(_ node: Node, _ fields: Fields, _ key: String) {
      guard let rate = rate(node, fields, key) else { return }
      request.scenario.trend.growth[3] = .init(rate: rate, deviation: 0, isStated: true)
    }
    guard node.entries != nil else { return all(node, fields, "identities") }
    let some = Fields(node, "identities", findings)
    for entry in some.entries {
      guard entry.key != "all" else {
        all(entry.value, some, "all")
        continue
      }
      guard let identity = known(entry, some) else { continue }
      if request.holders[identity] != nil { some.fault(entry.value, "the identity is named twice", key: entry.key) }
      if entry.value.entries == nil {
        if let rate = rate(entry.value, some, entry.key) { request.holders[identity] = .growth(rate) }
      } else {
        let one = Fields(entry.value, some.path(entry.key), findings)
        if let count = one.number("count", in: 0...1e9) { request.holders[identity] = .count(count) }
        one.refuseUnknown()
      }
    }
  }

  /// An identity that somebody of the place holds.
  private func known(_ entry: Node.Entry, _ fields: Fields) -> UInt8? {
    let words = library.vocabulary
    let held = words.identities.indices.filter { place.share(of: UInt8($0)) > 0 }.map { words.identities[$0] }
    guard let identity = words.identity(entry.key) else {
      findings.add(
        Diagnostic(
          at: entry.place, key: fields.path(entry.key), "there is no such identity",
          hint: Spelling.hint(for: entry.key, among: held.map(\.id) + ["all"], also: held.map(\.chinese))))
      return nil
    }
    guard place.share(of: identity) > 0 else {
      findings.add(
        Diagnostic(
          at: entry.place, key: fields.path(entry.key), "nobody of \(place.id) holds this identity",
          hint: "held: \(held.map(\.id).joined(separator: ", "))"))
      return nil
    }
    return identity
  }

  // MARK: One-offs and reforms

  private func oneOffs(_ parent: Fields, _ key: String) -> [BudgetRequest.OneOff] {
    parent.list(key).enumerated().compactMap { index, node in
      let one = Fields(node, "\(parent.path(key))[\(index + 1)]", findings)
      defer { one.refuseUnknown() }
      let (name, part, amount) = (one.text("name"), part(one), amount(one))
      guard let name, let part, let amount else { return nil }
      return .init(name: name, part: part, amount: amount)
    }
  }

  private func part(_ fields: Fields) -> BudgetPart? {
    guard let node = fields.required("part") else { return nil }
    let known = BudgetPart.allCases.first { $0.rawValue == node.text || $0.chinese == node.text }
    if known == nil {
      fields.fault(
        node, "\(node.named) is not a part of the account", key: "part", among: BudgetPart.allCases.map(\.rawValue),
        also: BudgetPart.allCases.map(\.chinese))
    }
    return known
  }

  private func amount(_ fields: Fields) -> Yuan? {
    guard let node = fields.required("amount") else { return nil }
    let text = node.text ?? "", isNegative = text.hasPrefix("-")
    do throws(DecimalFault) {
      let fen = try DecimalText.hundredths(isNegative ? text.dropFirst() : text[...], limit: Yuan.largestInput.fen)
      return Yuan(fen: isNegative ? -fen : fen)
    } catch {
      findings.add(
        node, fields.path("amount"),
        error.reason(node.named, what: "an amount of yuan", largest: "\(Yuan.largestInput.grouped) yuan"),
        hint: "write yuan, with a minus where it made spending smaller")
      return nil
    }
  }

  private func reforms(_ fields: Fields) -> [Scenario.Reform] {
    var reforms: [Scenario.Reform] = []
    for (index, node) in fields.list("reforms").enumerated() {
      let one = Fields(node, "reforms[\(index + 1)]", findings)
      defer { one.refuseUnknown() }
      let name = one.text("name") ?? ""
      if reforms.contains(where: { $0.name == name }) {
        one.fault(one.node["name"] ?? node, "another reform has this name", key: "name")
      }
      let title = one.optionalText("title") ?? name
      guard let changes = one.required("set") else { continue }
      let patches = ChoiceReader(library).patches(Fields(changes, one.path("set"), findings))
      if patches[place.jurisdiction] == nil, !patches.isEmpty {
        one.fault(changes, "the reform changes nothing of \(place.jurisdiction), whose rules act here", key: "set")
      }
      reforms.append(.init(name: name, title: title, patches: patches))
    }
    return reforms
  }
}
