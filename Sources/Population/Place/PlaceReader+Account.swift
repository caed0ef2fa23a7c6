import Input

extension PlaceReader {
  /// Last year's account of assistance; nil where the file has none.
  func account() -> AssistanceAccount? {
    guard root.optional("account") != nil else { return nil }
    return sheet.parameter(root, "account") { fields in
      let sections = Dictionary(
        uniqueKeysWithValues: ["spending", "personTimes"].compactMap { key in
          fields.optional(key).map { (key, Fields($0, fields.path(key), root.findings)) }
        })
      var figures: [AssistanceAccount.Item: Double] = [:]
      for item in AssistanceAccount.Item.allCases {
        let path = item.rawValue.split(separator: ".").map(String.init)
        guard path.count == 2, let section = sections[path[0]], let node = section.optional(path[1]) else { continue }
        figures[item] = section.number(node, path[1], in: 0...1e13)
      }
      for section in sections.values { section.refuseUnknown() }
      let parts = AssistanceAccount.Item.parts.compactMap { figures[$0] }.reduce(0, +)
      if let total = figures[.total], parts > total + 0.01 {
        fields.fault(
          fields.node, "the parts add up to \(parts.plain) yuan, more than all spending, \(total.plain)",
          key: "spending.total")
      }
      return AssistanceAccount(year: fields.optionalText("year"), figures: figures)
    }
  }
}
