import Input
import Rules

extension Scenario {
  /// Refuses a dated scenario that asks for a document without force in its year, unless it allows that.
  public func refuseWithoutForce(_ library: RuleLibrary) throws(Refusal) {
    guard isDated, !allowsOutOfForce else { return }
    var defects: [Diagnostic] = []
    for id in jurisdictions {
      guard let document = library.file(id)?.book.document else { continue }
      switch document.standing(in: year) {
      case .inForce, .partOfYear: continue
      case let standing:
        let named = namedAt[id]
        defects.append(
          Diagnostic(
            at: named?.place ?? Place(file: file, line: 1), key: named?.key ?? "jurisdictions",
            "the document of \(id) is \(standing.rawValue) in \(year)",
            hint: "take it out, choose another year, or allow it with allowOutOfForce: true"))
      }
    }
    if !defects.isEmpty { throw Refusal(defects) }
  }
}
