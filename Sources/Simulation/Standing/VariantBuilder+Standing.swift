import Input
import Rules

extension VariantBuilder {
  /// Each document with one other choice, with common insurance: each of its ambiguous clauses read otherwise, without borrowed
  /// numbers, and with insurance moved.
  ///
  /// A reading that cannot stand beside the scenario's own patches is left out.
  ///
  /// - Parameter references: the variants of the documents as they are compared, by jurisdiction.
  func standing(
    _ references: [String: Int], _ replicates: Int
  ) throws(Refusal) -> [(variant: Variant, replicates: Int)] {
    var list: [(variant: Variant, replicates: Int)] = []
    for id in scenario.jurisdictions {
      guard let file = library.file(id), let reference = references[id] else { continue }
      func add(_ alternative: Alternative, _ book: RuleBook, _ change: (inout RuleBook) -> Void = { _ in }) {
        var book = book
        common.apply(to: &book)
        change(&book)
        var one = variant(.standing(alternative), file, book)
        one.reference = reference
        one.usesCommonPrices = true
        list.append((one, replicates))
      }
      let own = try book(file, [])
      for reading in own.readings {
        let chosen = scenario.readings[reading.id] ?? reading.standard
        for option in reading.options where option.letter != chosen {
          var readings = scenario.readings
          readings[reading.id] = option.letter
          guard let book = try? file.book(readings: readings, stages: [[], scenario.patches[id] ?? []]) else {
            continue
          }
          add(.reading(id: reading.id, letter: option.letter), book)
        }
      }
      if own.hasProxies { add(.strict, try book(file, [try Self.strict()])) }
      for move in Alternative.InsuranceMove.allCases {
        add(.insurance(move), own) { book in move.move.assumption.move(&book, to: move.move.value) }
      }
    }
    return list
  }

  /// The patch that refuses borrowed numbers.
  private static func strict() throws(Refusal) -> Patch {
    let file = "strict"
    let node = try YAMLReader.read("strict: true", file: file)["strict"] ?? Node(.null, at: Place(file: file, line: 1))
    return Patch(path: ["strict"], value: node, place: Place(file: file, line: 1))
  }
}
