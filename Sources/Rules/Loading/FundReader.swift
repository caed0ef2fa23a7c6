import Input

/// Reads the fund's parts, pooling and budget limits.
struct FundReader {
  let context: LoadContext

  func read(_ top: Scope) -> Fund? {
    guard let scope = top.optionalScope("fund") else { return nil }
    defer { scope.fields.refuseUnknown() }
    var fund = Fund(parts: parts(scope))
    if let pooling = scope.optionalScope("pooling") {
      fund.pooling = pooling.label("name")
      fund.poolingSource = pooling.requiredSource()
      pooling.fields.refuseUnknown()
    }
    fund.localBudgetFloor = scope.optionalQuantity("localBudgetFloor", .rate)
    fund.surplusLimit = scope.optionalQuantity("surplusLimit", .rate)
    return fund
  }

  private func parts(_ scope: Scope) -> [Fund.Part] {
    guard let parts = scope.scope("parts") else { return [] }
    return parts.fields.entries.filter { !Scope.sourceKeys.contains($0.key) }.map { entry in
      let part = Scope(entry.value, parts.fields.path(entry.key), inherited: parts.source, context)
      defer { part.fields.refuseUnknown() }
      return Fund.Part(id: entry.key, name: part.label("name"), source: part.requiredSource())
    }
  }
}
